import { ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import type { LedgerActBodies, LedgerRefusal } from '@throughline/contract/value'
import { broken, restate } from '@throughline/engine/value'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { strangeFile } from '../../evidence/index.ts'
import { readStanding } from '../book-store.ts'
import { measurementOf } from '../measured-store.ts'
import { namesOf } from '../names-store.ts'
import { measuresOf } from '../terms-store.ts'
import { inWords } from '../words.ts'
import { keepPosted, openLedger, type AtWork, type Intent } from './post.ts'

export type RestatedIds = { readonly difference: bigint; readonly entryIds: readonly string[]; readonly toRenew: readonly string[] }

/** V-17: the actual of a period was restated. All of it is done or nothing: reversals newest first, the new measurement, and each claim again up to its cap. */
export function restateMeasurement(db: Db, actor: Actor, given: LedgerActBodies['measure'] & { readonly reason: string }, today: CivilDate): Promise<Result<RestatedIds, LedgerRefusal>> {
  return writeAs<Result<RestatedIds, LedgerRefusal>>(db, actor, 'value.restate', (tx, record) => restateWithin({ tx, actor, record }, given, today))
}

/** Restates within an act that may do more. */
export async function restateWithin({ tx, actor, record }: AtWork, given: LedgerActBodies['measure'] & { readonly reason: string }, today: CivilDate): Promise<Result<RestatedIds, LedgerRefusal>> {
  const strange = await strangeFile(tx, given)
  if (strange) return refuse(strange)
  const measurement = await measurementOf(tx, given)
  if (!measurement.ok) return measurement
  const measure: Intent = { kind: 'measure', measureId: given.measureId, periodId: given.period, measurement: measurement.value, reason: given.reason, adjusts: true }
  const of = (await measuresOf(tx, [given.measureId])).get(given.measureId)
  const standing = of ? await readStanding(tx, of.poolId, given.period) : []
  const opened = await openLedger(tx, [measure, ...standing.map((entryId): Intent => ({ kind: 'reverse', entryId, reason: given.reason }))], today)
  if (standing.length === 0) return inWords(tx, opened.terms, measure, broken('actual_missing', { measure: of?.name ?? given.measureId, period: given.period }).refusal)
  const ids: string[] = []
  const idOf = (place: number): string => (ids[place] ??= newId())
  const restated = restate(opened.part.book, opened.terms, { recordedAt: opened.recordedAt, by: actor.accountId, reason: given.reason, ...(given.evidence === undefined ? {} : { evidence: given.evidence }), measureId: given.measureId, periodId: given.period, measurement: measurement.value, idOf })
  if (!restated.ok) return inWords(tx, opened.terms, measure, restated.refusal)
  const { book, entries, difference, toRenew } = restated.value
  await keepPosted(tx, actor, record, { ...opened, part: { ...opened.part, book } }, entries, await namesOf(tx, entries.map(({ by }) => by)))
  return ok({ difference, entryIds: entries.map(({ id }) => id), toRenew: toRenew.map(({ id }) => id) })
}
