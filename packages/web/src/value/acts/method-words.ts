import type { LedgerMeasure } from '@throughline/contract/value'
import type { Choice } from './form.ts'

export type CounterfactualWords = NonNullable<LedgerMeasure['counterfactual']>['method']
type AttributionWords = NonNullable<LedgerMeasure['attribution']>['method']

/** How the way without the initiatives is estimated. */
export const counterfactualWords: Readonly<Record<CounterfactualWords, string>> = { frozen_baseline: 'Frozen baseline', trend: 'Trend before it', comparison_group: 'Comparison group', seasonal: 'Same season, last year' }
/** How a movement is split, the best first. */
export const attributionWords: Readonly<Record<AttributionWords, string>> = { experiment: 'Experiment', did: 'Difference in differences', contract: 'Contract', shapley: 'Shapley', sequential: 'Sequential', proportional: 'Proportional', equal: 'Equal parts' }

const choices = (words: Readonly<Record<string, string>>): readonly Choice[] => Object.entries(words).map(([value, label]) => ({ value, label }))
export const counterfactualChoices = choices(counterfactualWords)
export const attributionChoices = choices(attributionWords)
