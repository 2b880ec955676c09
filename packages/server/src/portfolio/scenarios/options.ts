import type { DecisionOption } from '@throughline/contract/governance'
import { planFigures } from '@throughline/engine/portfolio'
import type { Tx } from '../../database/index.ts'
import type { Approving } from './approval.ts'
import type { DatedPlan } from './plan.ts'
import { summaryOf } from './present.ts'
import { readScenario, type ScenarioRow } from './store.ts'

/** What a decision is between. `chosen` is the scenario where it was approved, the plan as it was where it was rejected. */
export type Deciding = { readonly now: DatedPlan; readonly approving: Pick<Approving, 'after'>; readonly scenario: Pick<ScenarioRow, 'id' | 'name'>; readonly others: readonly string[]; readonly chosen: 'plan' | 'scenario' }

/** What was chosen between: the plan as it was, the scenario, and the other scenarios that were compared. */
export async function optionsOf(tx: Tx, { now, approving, scenario, others, chosen }: Deciding): Promise<readonly DecisionOption[]> {
  const rows = await Promise.all(others.filter((id) => id !== scenario.id).map((id) => readScenario(tx, id)))
  return [
    { id: 'plan', name: chosen === 'plan' ? 'The plan as it is' : 'The plan as it was', chosen: chosen === 'plan', figures: summaryOf(planFigures(now)) },
    { id: scenario.id, name: scenario.name, chosen: chosen === 'scenario', figures: summaryOf(planFigures(approving.after)) },
    ...rows.flatMap((row) => (row?.figures ? [{ id: row.id, name: row.name, chosen: false, figures: row.figures as DecisionOption['figures'] }] : [])),
  ]
}
