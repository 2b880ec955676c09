import { invariant } from '@throughline/engine/kernel'
import { newId, type Actor, type Record as Recorder, type Tx } from '../../database/index.ts'
import { closeContribution, insertContributions, lockStrategy, updateObjective } from '../write-store.ts'

/** What becomes of objectives, and of how initiatives serve them; null takes a link away. */
export type PlannedStrategy = {
  readonly objectives: readonly { readonly id: string; readonly statement?: string; readonly weight?: number; readonly deadline?: string | null }[]
  readonly contributions: readonly { readonly initiativeId: string; readonly objectiveId: string; readonly contribution: number | null }[]
}

/** Writes what was decided of the strategy, within an act of another room. The caller has checked that it is sound. */
export async function applyStrategyPlan({ tx, actor, record, now, why }: { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly now: Date; readonly why: string }, { objectives, contributions }: PlannedStrategy): Promise<void> {
  if (objectives.length + contributions.length === 0) return
  const stored = await lockStrategy(tx, actor.orgId)
  const at = now.toISOString()
  for (const { id, ...change } of objectives) {
    const row = stored.objectives.find((one) => one.id === id)
    invariant(row, 'an objective that a plan changes is there')
    const { weight, ...plain } = change
    await updateObjective(tx, id, { ...plain, ...(weight === undefined ? {} : { weight: String(weight) }), ...(change.statement === undefined ? {} : { origin: 'entered' }) })
    const before = { statement: row.statement, weight: Number(row.weight), deadline: row.deadline }
    await record({ room: 'strategy', kind: 'objective', id, before: Object.fromEntries(Object.entries(before).filter(([field]) => field in change)), after: change, why })
  }
  const written = []
  for (const pair of contributions) {
    const earlier = await closeContribution(tx, pair, at)
    const { initiativeId, objectiveId, contribution } = pair
    const rationale = earlier?.rationale ?? why
    if (contribution !== null) written.push({ org_id: actor.orgId, id: newId(), initiative_id: initiativeId, objective_id: objectiveId, contribution: String(contribution), rationale, origin: 'entered' as const, recorded_at: at, recorded_by: actor.name })
    await record({ room: 'strategy', kind: 'contribution', id: initiativeId, before: earlier ? { objectiveId, contribution: Number(earlier.contribution) } : null, after: contribution === null ? null : { objectiveId, contribution, rationale }, why })
  }
  await insertContributions(tx, written)
}
