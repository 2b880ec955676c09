import type { Refusal } from '@throughline/contract/wire'
import { refuse, type Result } from '@throughline/engine/kernel'
import type { Plan } from '@throughline/engine/portfolio'
import { withOrg, type Actor, type Db, type Tx } from '../../database/index.ts'
import { readPlan, readPlanAt, scenarioPlan } from '../scenarios/plan.ts'
import { isAfter, planChangedAt, readChanges, readScenario } from '../scenarios/store.ts'

/** Answers from the plan that a scenario makes of its base; refused where there is none that the person may see. */
export async function scenarioStand<T, R extends Refusal>(db: Db, actor: Actor, id: string, answer: (tx: Tx, scenario: { readonly name: string; readonly plan: Plan }) => Promise<Result<T, R>>): Promise<Result<T, R | Refusal<'not_found'>>> {
  const read = await withOrg(db, actor, async (tx) => {
    const row = await readScenario(tx, id)
    return row && { row, changes: await readChanges(tx, id), moved: isAfter(await planChangedAt(tx), row.base_at) }
  })
  if (!read) return refuse({ code: 'not_found', values: { what: 'scenario', id } })
  const { row, changes, moved } = read
  const basis = moved ? await readPlanAt(db, actor, row.base_at) : await withOrg(db, actor, readPlan)
  return withOrg(db, actor, (tx) => answer(tx, { name: row.name, plan: scenarioPlan(basis, changes, row) }))
}
