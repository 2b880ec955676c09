import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { planFigures, readFieldValue, rebase, refKey, settleRebase, type FieldRef, type PlanChange, type Rebase, type RebaseResolution } from '@throughline/engine/portfolio'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { WireRefusal } from '@throughline/contract/wire'
import { expectVersion, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readFields } from '../../../demand/index.ts'
import { changeOf } from '../change.ts'
import { instantOf, readPlanAt, scenarioPlan, seenHash, type DatedPlan } from '../plan.ts'
import { closedRefusal } from '../policy.ts'
import { summaryOf } from '../present.ts'
import { lockScenario, readChanges, readScenario, updateScenario, writeChanges, type KeptChange } from '../store.ts'
import { conflictWords, count, refName } from '../words.ts'

/** How a scenario stands to the plan of now, both read at instants that do not change any more. */
export type Rebasing = { readonly basis: DatedPlan; readonly now: DatedPlan; readonly at: string; readonly changes: readonly KeptChange[]; readonly result: Rebase; readonly seen: string }

/** Reads both plans and puts every change of the scenario in its place; undefined where there is no such scenario. */
export async function openRebase(db: Db, actor: Actor, id: string): Promise<Rebasing | undefined> {
  const found = await withOrg(db, actor, async (tx) => ({ row: await readScenario(tx, id), changes: await readChanges(tx, id) }))
  if (!found.row) return undefined
  const at = await instantOf(db, actor)
  const [basis, now] = [await readPlanAt(db, actor, found.row.base_at), await readPlanAt(db, actor, at)]
  const result = rebase(basis, now, found.changes)
  return { basis, now, at, changes: found.changes, result, seen: seenHash([result.clean.map(contentOf), result.already.map(contentOf), result.conflicts.map(({ change, reason, plan }) => [contentOf(change), reason, plan])]) }
}
const contentOf = (change: PlanChange) => [refKey(change), change.base, change.value]

export type RebaseWanted = { readonly version: number; readonly seen: string; readonly resolutions: readonly (FieldRef & RebaseResolution)[] }
type Refused = ScenarioRefusal | WireRefusal

/** Bases a scenario on the plan of now: what carries over carries over, each conflict is settled as the person says. */
export async function rebaseScenario(db: Db, actor: Actor, id: string, { version, seen, resolutions }: RebaseWanted): Promise<Result<string, Refused>> {
  const opened = await openRebase(db, actor, id)
  if (!opened) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.rebase-scenario', async (tx, record) => {
    const found = await expectVersion(tx, await lockScenario(tx, id), { room: 'portfolio', kind: 'scenario', id, version })
    if (!found.ok) return found
    const closed = closedRefusal(found.value)
    if (closed) return closed
    if (opened.seen !== seen) return refuse({ code: 'preview_outdated' })
    const forms = new Map((await readFields(tx)).map((field) => [field.id, field]))
    const { changes, open } = settleRebase(opened.result, new Map(resolutions.flatMap((one) => {
      const read = one.value === undefined ? undefined : readFieldValue(one, one.value, forms)
      return read && !read.ok ? [] : [[refKey(one), { take: one.take, ...(read ? { value: read.value } : {}) }]]
    })))
    const { basis, now } = opened
    if (open.length > 0) return refuse({ code: 'conflicts_open', values: { count: count(open.length, 'conflict', 'conflicts'), conflicts: open.slice(0, 20).map((one) => conflictWords(one, refName(one.change, now, basis))).join(' ') } })
    await writeChanges(tx, actor, id, opened.changes, changes)
    await updateScenario(tx, id, { state: 'draft', base_at: opened.at, changes: changes.length, figures: summaryOf(planFigures(scenarioPlan(now, changes, found.value))) })
    await record(await changeOf(tx, id, { before: { baseAt: found.value.base_at, changes: opened.changes.length }, after: { baseAt: opened.at, changes: changes.length, settled: opened.result.conflicts.length } }))
    return ok(id)
  })
}
