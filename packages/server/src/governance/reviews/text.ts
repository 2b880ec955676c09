import type { ReviewEvidence, ReviewReason } from '@throughline/contract/governance'

/** Evidence as it is kept, without blanks around it. */
export const evidenceOf = (given: readonly ReviewEvidence[]): ReviewEvidence[] => given.map(({ kind, words }) => ({ kind, words: words.trim() }))
export const reasonOf = ({ words, evidence }: ReviewReason): ReviewReason => ({ words: words.trim(), evidence: evidenceOf(evidence) })
