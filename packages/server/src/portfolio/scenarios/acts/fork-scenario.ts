import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { planFigures } from '@throughline/engine/portfolio'
import type { ScenarioRefusal } from '@throughline/contract/portfolio'
import type { Refusal } from '@throughline/contract/wire'
import { newId, withOrg, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { changeOf } from '../change.ts'
import { instantOf, readPlanAt } from '../plan.ts'
import { summaryOf } from '../present.ts'
import { addScenario, readChanges, readScenario, scenarioNamed, updateFigures, writeChanges } from '../store.ts'

export type ForkWanted = { readonly name: string; readonly note: string; readonly from: string | null; readonly sharing: 'private' | 'everyone' }
type Refused = ScenarioRefusal | Refusal<'not_found'>

/** Begins a scenario: from the plan of record as it is now, or from another scenario with its base, its changes and its selection. */
export async function forkScenario(db: Db, actor: Actor, wanted: ForkWanted): Promise<Result<string, Refused>> {
  const { from } = wanted
  if (from === null) return forkPlan(db, actor, wanted)
  const source = await withOrg(db, actor, async (tx) => ({ row: await readScenario(tx, from), changes: await readChanges(tx, from) }))
  const { row, changes } = source
  if (!row) return refuse({ code: 'not_found', values: { what: 'scenario', id: from } })
  const id = newId()
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.fork-scenario', async (tx, record) => {
    if (await scenarioNamed(tx, wanted.name)) return taken(wanted.name)
    const { id: _, name, note: __, state: ___, version: ____, created_at: _____, changed_at: ______, removed_at: _______, figures, outcome: ________, constraints, chosen, certificate, ...kept } = row
    await addScenario(tx, {
      ...kept, ...authored(actor, id, wanted), fork_of: row.id, fork_name: name, proposed_by: null, proposed_name: null, decision_id: null, remark: '', selected_at: row.selected_at ?? row.created_at,
      ...(row.value_choice === null ? {} : { constraints: constraints as object[], chosen: chosen as string[], certificate: certificate as object }),
    })
    await writeChanges(tx, actor, id, [], changes)
    if (figures) await updateFigures(tx, id, figures as Parameters<typeof updateFigures>[2])
    await record(await changeOf(tx, id, { before: null, after: { name: wanted.name, forkOf: name, changes: changes.length } }))
    return ok(id)
  })
}

async function forkPlan(db: Db, actor: Actor, wanted: ForkWanted): Promise<Result<string, Refused>> {
  const at = await instantOf(db, actor)
  const plan = await readPlanAt(db, actor, at)
  const id = newId()
  return writeAs<Result<string, Refused>>(db, actor, 'portfolio.fork-scenario', async (tx, record) => {
    if (await scenarioNamed(tx, wanted.name)) return taken(wanted.name)
    await addScenario(tx, { ...authored(actor, id, wanted), base_at: at })
    await updateFigures(tx, id, summaryOf(planFigures(plan)))
    await record(await changeOf(tx, id, { before: null, after: { name: wanted.name, forkOf: 'the plan of record' } }))
    return ok(id)
  })
}

const authored = (actor: Actor, id: string, { name, note, sharing }: ForkWanted) => ({ org_id: actor.orgId, id, name, note, sharing, author_id: actor.accountId, created_by: actor.name })
const taken = (name: string): { readonly ok: false; readonly refusal: ScenarioRefusal } => refuse({ code: 'scenario_name_taken', values: { name } })
