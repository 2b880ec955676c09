import type { ApprovalPreview, Conflict, RebasePreview } from '@throughline/contract/portfolio'
import { planFigures, type RebaseConflict } from '@throughline/engine/portfolio'
import type { Static } from 'typebox'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { readMembers } from '../../people/index.ts'
import { approvalOf, changeList } from './approval.ts'
import { openRebase } from './acts/rebase-scenario.ts'
import { readPlan, readPlanAt } from './plan.ts'
import { overlayOf, selectionToKeep, summaryOf } from './present.ts'
import { mayOf } from './read.ts'
import { withReadyStarts } from './starts.ts'
import { readChanges, readScenario, type KeptChange } from './store.ts'
import { conflictWords, refName } from './words.ts'

/** How a scenario would come to stand on the plan of now; undefined where there is no such scenario. */
export async function previewRebase(db: Db, actor: Actor, id: string): Promise<RebasePreview | undefined> {
  const opened = await openRebase(db, actor, id)
  if (!opened) return undefined
  const { basis, now, at, changes, result, seen } = opened
  const kept = new Map(changes.map((change) => [`${change.kind} ${change.id} ${change.field}`, change]))
  const keptOf = (list: readonly { readonly kind: string; readonly id: string; readonly field: string }[]): readonly KeptChange[] => list.flatMap((one) => kept.get(`${one.kind} ${one.id} ${one.field}`) ?? [])
  const conflictOf = (conflict: RebaseConflict): Conflict => {
    const { change, reason, base, plan, scenario, takes } = conflict
    const name = refName(change, now, basis)
    return { kind: change.kind, id: change.id, field: change.field, name, reason, base, plan, scenario, takes: [...takes], words: conflictWords(conflict, name) }
  }
  return { baseAt: at, seen, clean: overlayOf(keptOf(result.clean), now, basis), already: overlayOf(keptOf(result.already), now, basis), conflicts: result.conflicts.map(conflictOf), planMoves: changeList(basis, now) }
}

/** Exactly what approving a scenario changes in the plan of record, and what keeps it from being approved. */
export async function previewApproval(db: Db, actor: Actor, id: string, at: Date): Promise<Static<typeof ApprovalPreview> | undefined> {
  const read = await withOrg(db, actor, async (tx) => {
    const row = await readScenario(tx, id)
    return row && { row, changes: await readChanges(tx, id), now: await readPlan(tx), members: await readMembers(tx) }
  })
  if (!read) return undefined
  const { row, changes, now, members } = read
  const approving = approvalOf(await readPlanAt(db, actor, row.base_at), now, { changes, selection: selectionToKeep(row) }, at.toISOString().slice(0, 10))
  const { after, list, problems, seen } = await withOrg(db, actor, (tx) => withReadyStarts(tx, actor, now, approving, at))
  const may = mayOf(row, actor, members)
  return { seen, before: summaryOf(planFigures(now)), after: summaryOf(planFigures(after)), changes: list, problems: [...problems], may: may.decide && problems.length === 0, whyNot: may.decide ? null : (may.whyNotDecide ?? `It is ${row.state}, not proposed.`) }
}
