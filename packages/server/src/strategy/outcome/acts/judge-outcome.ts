import type { NewJudgement, NewJudgements } from '@throughline/contract/strategy'
import type { Refusal } from '@throughline/contract/wire'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Change, type Db, type Tx } from '../../../database/index.ts'
import type { InitiativeSource } from '../../initiative-source.ts'
import { keepOutcome, lockOutcomes, type StoredOutcome } from '../store.ts'

type Refused = Refusal<'not_found' | 'version_moved' | 'initiative_not_closed' | 'judge_not_independent'>
type Row = NewJudgements['rows'][number]

/** Judges one closed initiative. */
export const judgeOutcome = (db: Db, actor: Actor, initiativeId: string, given: NewJudgement, now: Date, source: InitiativeSource): Promise<Result<object, Refused>> =>
  judgeAll(db, actor, 'strategy.judge-outcome', [{ initiativeId, ...given }], now, source)

/** Judges many closed initiatives: all of them, or none. */
export const judgeOutcomes = (db: Db, actor: Actor, { rows }: NewJudgements, now: Date, source: InitiativeSource): Promise<Result<object, Refused>> => judgeAll(db, actor, 'strategy.judge-outcomes', rows, now, source)

function judgeAll(db: Db, actor: Actor, act: string, rows: readonly Row[], now: Date, { readInitiativesOf }: InitiativeSource): Promise<Result<object, Refused>> {
  return writeAs<Result<object, Refused>>(db, actor, act, async (tx, record) => {
    const ids = [...new Set(rows.map(({ initiativeId }) => initiativeId))]
    const found = new Map((await readInitiativesOf(tx, ids)).map((one) => [one.id, one]))
    const kept = new Map(await lockOutcomes(tx, ids))
    const changes: Change[] = []
    for (const row of rows) {
      const [initiative, earlier] = [found.get(row.initiativeId), kept.get(row.initiativeId)]
      const refused = await refusalOf(tx, row, initiative, earlier, actor)
      if (refused) return refused
      const outcome = outcomeOf(row, earlier, actor, now)
      await keepOutcome(tx, outcome)
      kept.set(row.initiativeId, { ...outcome, version: (earlier?.version ?? 0) + 1 })
      changes.push({ room: 'strategy', kind: 'outcome', id: row.initiativeId, before: earlier ? told(earlier) : null, after: told(outcome) })
    }
    await record(...changes)
    return ok({})
  })
}

type Outcome = Omit<StoredOutcome, 'version'>
const outcomeOf = ({ initiativeId: id, intent, goal, judge, stated }: Row, earlier: StoredOutcome | undefined, { orgId, name }: Actor, now: Date): Outcome => ({
  org_id: orgId, id, intent: intent.verdict, intent_reason: intent.reason.trim(), goal: goal.verdict, goal_reason: goal.reason.trim(), judge: judge?.trim() ?? name,
  stated: stated === undefined ? (earlier?.stated ?? null) : stated === null ? null : String(stated.score), stated_source: stated === undefined ? (earlier?.stated_source ?? '') : (stated?.source.trim() ?? ''), recorded_at: now.toISOString(), recorded_by: name,
})
const told = ({ intent, intent_reason: intentReason, goal, goal_reason: goalReason, judge, stated, stated_source: statedSource }: Outcome) => ({ intent, intentReason, goal, goalReason, judge, stated, statedSource })

type No = { readonly ok: false; readonly refusal: Refused }
/** Guards in order: there is such an initiative, it is closed, nobody judged it since it was looked at, and whoever judges did not answer for it. */
async function refusalOf(tx: Tx, { initiativeId: id, seen, judge }: Row, initiative: InitiativeFacts | undefined, earlier: StoredOutcome | undefined, { name }: Actor): Promise<No | undefined> {
  if (!initiative) return refuse({ code: 'not_found', values: { what: 'initiative', id } } as const)
  if (initiative.state !== 'closed') return refuse({ code: 'initiative_not_closed', values: { name: initiative.name, state: initiative.state.replaceAll('_', ' ') } } as const)
  if (seen !== undefined && seen !== (earlier?.version ?? null)) {
    const moved = await expectVersion(tx, { version: earlier?.version ?? 0 }, { room: 'strategy', kind: 'outcome', id, version: seen ?? 0 })
    if (!moved.ok) return moved
  }
  const judging = judge ?? name
  if (initiative.sponsor !== null && alike(initiative.sponsor, judging)) return refuse({ code: 'judge_not_independent', values: { judge: judging.trim(), name: initiative.name } } as const)
  return undefined
}
/** A name is the same however it is spaced and whatever its case. */
const alike = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
