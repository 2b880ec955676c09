import { amountInWords } from '../frame.ts'
import type { TotalBudget } from './kinds.ts'
import { limitRule, onePercent } from './rule.ts'

/** Cost of everything chosen against one amount for all years. */
export const totalBudget = limitRule<TotalBudget>({
  words: ({ limit }, { currency }) => `The total cost is at most ${amountInWords(limit, currency)}`,
  names: () => [],
  amounts: ({ limit }) => ({ limit }),
  measure: ({ limit }, { candidates }) => ({ amounts: candidates.map((each) => each.cost), limit, sense: 'most' }),
  loosened: (constraint) => ({ ...constraint, limit: constraint.limit + onePercent(constraint.limit) }),
})
