import { amountInWords } from '../frame.ts'
import type { YearlyBudget } from './kinds.ts'
import { limitRule, onePercent } from './rule.ts'

/** Cost in one fiscal year against that year's amount; a candidate without cost in the year uses none. */
export const yearlyBudget = limitRule<YearlyBudget>({
  words: ({ year, limit }, { currency }) => `The cost in ${year} is at most ${amountInWords(limit, currency)}`,
  names: () => [],
  amounts: ({ limit }) => ({ limit }),
  measure: ({ year, limit }, { candidates }) => ({ amounts: candidates.map((each) => each.costByYear?.[String(year)] ?? 0), limit, sense: 'most' }),
  loosened: (constraint) => ({ ...constraint, limit: constraint.limit + onePercent(constraint.limit) }),
})
