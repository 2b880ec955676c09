import type { Rating, RatingLevel, RatingScale } from '../../demand/index.ts'
import { known, missing, textFigure, type Explanation } from '../../kernel/index.ts'
import type { ReviewArea } from './question.ts'

/** Levels of each scale, the best first. A level of one scale is never turned into one of the other: nobody published how. */
export const confidenceLevels: Readonly<Record<RatingScale, readonly RatingLevel[]>> = { five_point: ['green', 'amber_green', 'amber', 'amber_red', 'red'], three_point: ['green', 'amber', 'red'] }
/** Whether a scale knows a level. */
export const isOnScale = ({ scale, level }: Rating): boolean => confidenceLevels[scale].includes(level)

/** What each level says, after the five-level scale of the NZ Treasury; a three-point scale knows the first, the middle and the last of them. */
export const confidenceMeaning: Readonly<Record<RatingLevel, string>> = {
  green: 'Success is highly likely; nothing major stands in its way.', amber_green: 'Success is probable; it takes constant attention.', amber: 'Success is feasible; significant issues need attention, and can be resolved.',
  amber_red: 'Success is in doubt; major risks or issues need action at once.', red: 'Success appears out of reach; it may need a new baseline, or its viability to be asked about.',
}

/** On what a judgement rests: something read, seen, said by somebody, or told by figures. */
export const evidenceKinds = ['document', 'observation', 'interview', 'figures'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]
export type ReviewEvidence = { readonly kind: EvidenceKind; readonly words: string }
/** What the reviewers found in an area, or why they are as confident as they are: with at least one piece of evidence. */
export type ReviewReason = { readonly words: string; readonly evidence: readonly ReviewEvidence[] }
export type AreaJudgement = ReviewReason & { readonly area: ReviewArea; readonly level: RatingLevel }

/** How often each level of the scale was given, the best first, and which areas nobody has judged. Levels are counted and never averaged. */
export type AreaProfile = { readonly counts: readonly { readonly level: RatingLevel; readonly areas: number }[]; readonly unjudged: readonly ReviewArea[] }
export const areaProfile = (scale: RatingScale, areas: readonly ReviewArea[], judged: readonly Pick<AreaJudgement, 'area' | 'level'>[]): AreaProfile => ({
  counts: confidenceLevels[scale].map((level) => ({ level, areas: judged.filter((one) => one.level === level).length })),
  unjudged: areas.filter((area) => !judged.some((one) => one.area === area)),
})

/** What a report of a health check says: the level that its reviewers gave, why, and what they found in each area. */
export type Confidence = { readonly scale: RatingScale; readonly given: { readonly level: RatingLevel; readonly by: string; readonly reasons: readonly ReviewReason[] } | null; readonly judged: readonly AreaJudgement[] }

/** Delivery confidence (delivery-confidence): what the reviewers judged, with its reasons. There is none before they did, whatever the areas are like: it is never computed. */
export const deliveryConfidence = ({ scale, given, judged }: Confidence): Explanation => ({
  term: 'Delivery confidence', figure: given ? known(textFigure(levelWords[given.level])) : missing('judgement of the reviewers'), formula: 'delivery-confidence',
  note: `${given ? `Judged by ${given.by} on` : 'To be judged on'} the ${scaleWords[scale]} scale; never computed from the areas`,
  terms: [...(given?.reasons ?? []).map((one) => resting(one, 'Because')), ...judged.map((one) => resting(one, `${areaWords[one.area]}: ${levelWords[one.level]}`))],
})

const resting = ({ words, evidence }: ReviewReason, term: string): Explanation => ({ term, figure: known(textFigure(words)), terms: evidence.map(({ kind, words: said }) => ({ term: evidenceWords[kind], figure: known(textFigure(said)) })) })
export const levelWords: Readonly<Record<RatingLevel, string>> = { green: 'Green', amber_green: 'Amber/Green', amber: 'Amber', amber_red: 'Amber/Red', red: 'Red' }
export const scaleWords: Readonly<Record<RatingScale, string>> = { five_point: 'five-point', three_point: 'three-point' }
export const evidenceWords: Readonly<Record<EvidenceKind, string>> = { document: 'Document', observation: 'Seen', interview: 'Interview', figures: 'Figures' }
export const areaWords: Readonly<Record<ReviewArea, string>> = { strategy: 'Strategy and case', benefits: 'Benefits', money: 'Money', schedule: 'Dates', work: 'Scope and work', risk: 'Risks and dependencies', people: 'People', governance: 'Governance' }
