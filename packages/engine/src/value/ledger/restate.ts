import { ok } from '../../kernel/index.ts'
import type { Act, ActOf } from './act.ts'
import { record, viewOf, type Book } from './book.ts'
import type { Entry } from './entry.ts'
import type { Checked } from './guards.ts'
import { post, postTo } from './post.ts'
import { broken } from './refusal.ts'
import type { LedgerTerms } from './terms.ts'

export type Restatement = Pick<ActOf<'measure'>, 'recordedAt' | 'by' | 'measureId' | 'periodId' | 'measurement'> & {
  readonly reason: string
  /** What shows that the actual was restated: it stands with the new measurement. */
  readonly evidence?: string
  /** Ids of its entries, one after the other; the first is also that of the whole act. */
  readonly idOf: (place: number) => string
}

export type Restated = {
  readonly book: Book
  readonly entries: readonly Entry[]
  /** New movement less the one before: the prior-period adjustment where the period is closed. */
  readonly difference: bigint
  /** Verifications, bankings and conversions that were reversed and have to be done again by people. */
  readonly toRenew: readonly Entry[]
}

/**
 * V-17: an actual was restated. What depends on the measurement is reversed newest first, then the measurement; the new one is
 * posted and each claim made again up to its cap under the same attribution. All of it or nothing, as entries of one act.
 */
export function restate(book: Book, terms: LedgerTerms, restatement: Restatement): Checked<Restated> {
  const { recordedAt, by, reason, evidence, idOf, measureId, periodId, measurement } = restatement
  const of = terms.measures.get(measureId)
  if (!of) return broken('measure_unknown', { measure: measureId })
  const before = viewOf(book).measured(of.poolId, periodId)
  if (!before) return broken('actual_missing', { measure: of.name, period: periodId })
  const dependents = standingOn(book, of.poolId, periodId)
  const doing = { recordedAt, by, reason, matchId: idOf(0), adjusts: true }
  const acts: readonly Act[] = [
    ...dependents.map(({ id }, place): Act => ({ ...doing, id: idOf(place), kind: 'reverse', entryId: id })),
    { ...doing, id: idOf(dependents.length), kind: 'measure', measureId, periodId, measurement, ...(evidence === undefined ? {} : { evidence }) },
  ]
  let at = book
  for (const act of acts) {
    const next = postTo(at, terms, act)
    if (!next.ok) return next
    at = next.value
  }
  const claims = dependents.flatMap(({ claim, kind, by: claimant }) => (kind === 'realise' && claim ? [{ claim, claimant }] : [])).toReversed()
  for (const { claim, claimant } of claims) {
    const again = post(viewOf(at), terms, { ...doing, by: claimant, id: idOf(at.entries.length - book.entries.length), kind: 'realise', ...claim, upToCap: true })
    if (again.ok) at = record(at, [again.value])
  }
  const entries = at.entries.slice(book.entries.length)
  return ok({ book: at, entries, difference: movedOf(at, of.poolId, of.unit, periodId) - movedOf(book, of.poolId, of.unit, periodId), toRenew: dependents.filter(({ kind }) => kind === 'verify' || kind === 'bank' || kind === 'convert') })
}

const movedOf = (book: Book, poolId: string, unit: string, periodId: string): bigint => -viewOf(book).balance({ code: 'S20', unit, periodId, poolId })

/** Live entries that touch a pool in a period, newest first: claims and what follows from them, adjustments, at last the measurement. */
function standingOn(book: Book, poolId: string, periodId: string): readonly Entry[] {
  const touches = ({ measured, postings }: Entry): boolean =>
    (measured?.poolId === poolId && measured.periodId === periodId) || postings.some(({ account }) => account.poolId === poolId && account.periodId === periodId)
  const gone = (entry: Entry): boolean => entry.kind === 'reverse' || entry.kind === 'close' || book.reversed.has(entry.id)
  return book.entries.filter((entry) => !gone(entry) && touches(entry)).toReversed()
}
