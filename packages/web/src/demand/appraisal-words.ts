import type { AppraisalKey, BiasCategory } from '@throughline/engine/demand'

/** What the figures of a business case are called. */
export const appraisalWords: Readonly<Record<AppraisalKey, string>> = {
  net_present_value: 'Net present value', discounted_ratio: 'Benefit-cost ratio, discounted', internal_rate: 'Internal rate of return', dated_rate: 'Rate of return by days (XIRR)', modified_rate: 'Modified rate of return',
  payback: 'Payback', discounted_payback: 'Payback, discounted', equivalent_annual: 'Equivalent annual value', optimism_bias: 'Optimism bias of cost',
}

/** Kinds of work whose optimism bias is on record. */
export const biasWords: Readonly<Record<BiasCategory, string>> = {
  non_standard_building: 'Building, non-standard', standard_building: 'Building, standard', non_standard_civil: 'Civil engineering, non-standard', standard_civil: 'Civil engineering, standard', equipment: 'Equipment and development', outsourcing: 'Outsourcing',
}

/** Schedules of discount rates, and a rate of one’s own. */
export const rateWords = {
  'green-book-2026 standard': 'Green Book 2026, standard', 'green-book-2026 health': 'Green Book 2026, health', 'green-book-2026 sensitivity': 'Green Book 2026, sensitivity', 'green-book-2022 standard': 'Green Book 2022, standard', 'green-book-2022 health': 'Green Book 2022, health',
  real: 'A real rate of our own', nominal: 'A nominal rate of our own',
} as const
export type RateWord = keyof typeof rateWords
