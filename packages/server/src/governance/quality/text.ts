import type { QualityCriterion } from '@throughline/contract/governance'

/** Criteria as they are kept, without blanks around them. */
export const criteriaOf = (given: readonly QualityCriterion[]): QualityCriterion[] => given.map(({ code, says, measuredBy, threshold }) => ({ code: code.trim(), says: says.trim(), measuredBy: measuredBy.trim(), threshold: threshold.trim() }))
