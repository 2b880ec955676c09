import { spreadCost } from '../../demand/index.ts'
import { fiscalYearOf, money, type CivilDate } from '../../kernel/index.ts'
import { alignment } from '../../strategy/index.ts'
import { prepareCase, type SelectionCase, type ValueChoice } from '../case.ts'
import { amountIn } from './figures.ts'
import type { Plan } from './plan.ts'
import { knownYearsOf } from './years.ts'

/** The selection that a plan gives: its current initiatives as candidates, budgets from the fiscal year after `asOf`. */
export function caseOfPlan(plan: Plan, value: ValueChoice, asOf: CivilDate): SelectionCase {
  const links = Map.groupBy(plan.contributions, ({ initiativeId }) => initiativeId)
  const zero = money(0n, plan.currency)
  const facts = plan.initiatives.filter(({ current }) => current).map((one) => ({
    id: one.id, key: one.key, name: one.name, unitId: one.unitId, unitName: one.unitName, mandatory: one.mandatory, cost: amountIn(one, 'cost', zero), benefits: amountIn(one, 'benefits', zero),
    alignment: alignment(plan.objectives, links.get(one.id) ?? []).metric,
    costByYear: one.cost.status === 'ok' ? spreadCost({ total: one.cost.value, startOn: one.startOn, endOn: one.endOn, known: knownYearsOf(plan, one.id, 'cost') }, plan.calendar).lines : [],
  }))
  return prepareCase(facts, plan.ties, value, plan.currency, fiscalYearOf(plan.calendar, asOf) + 1)
}
