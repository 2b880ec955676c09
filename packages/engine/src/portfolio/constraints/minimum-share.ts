import { budgetRow } from '../../solve/index.ts'
import type { MinimumShare } from './kinds.ts'
import { logicRule } from './rule.ts'
import type { ConstraintRule } from './rule.ts'

/** percent x all cost <= 100 x the department's cost. A plan that costs nothing keeps it. */
export const minimumShare: ConstraintRule<MinimumShare> = {
  ...logicRule<MinimumShare>({
    compile: ({ departmentId, leastPercent }, { candidates }) => ({
      rows: [budgetRow(candidates.map((each) => (leastPercent - (each.departmentId === departmentId ? 100 : 0)) * each.cost), 0)],
      fixed: [],
    }),
    words: ({ departmentId, leastPercent }) => `Department ${departmentId} gets at least ${leastPercent}% of the total cost`,
    names: () => [],
  }),
  amounts: ({ leastPercent }) => ({ leastPercent }),
  loosened: (constraint) => (constraint.leastPercent === 0 ? null : { ...constraint, leastPercent: constraint.leastPercent - 1 }),
}
