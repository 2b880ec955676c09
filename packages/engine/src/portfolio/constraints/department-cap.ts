import { amountInWords } from '../frame.ts'
import type { DepartmentCap } from './kinds.ts'
import { limitRule, onePercent } from './rule.ts'

/** Cost of one department's choices against its share of the money. */
export const departmentCap = limitRule<DepartmentCap>({
  words: ({ departmentId, limit }, { currency }) => `Department ${departmentId} costs at most ${amountInWords(limit, currency)}`,
  names: () => [],
  amounts: ({ limit }) => ({ limit }),
  measure: ({ departmentId, limit }, { candidates }) => ({
    amounts: candidates.map((each) => (each.departmentId === departmentId ? each.cost : 0)),
    limit,
    sense: 'most',
  }),
  loosened: (constraint) => ({ ...constraint, limit: constraint.limit + onePercent(constraint.limit) }),
})
