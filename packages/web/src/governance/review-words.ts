import type { HealthCheck, Recommendation, RecommendationClass, ReviewArea, ReviewEvidence, ReviewPhase, ReviewTier } from '@throughline/contract/governance'
import type { Tone } from '../ui/tone.ts'

/** What a health check looks at. */
export const areaWords: Readonly<Record<ReviewArea, string>> = { strategy: 'Strategy and case', benefits: 'Benefits', money: 'Money', schedule: 'Dates', work: 'Scope and work', risk: 'Risks and dependencies', people: 'People', governance: 'Governance' }
export const tierWords: Readonly<Record<ReviewTier, string>> = { light: 'Light', standard: 'Standard', full: 'Full' }
export const phaseWords: Readonly<Record<ReviewPhase, string>> = { before: 'before approval', under_way: 'under way', ending: 'ending' }
export const evidenceWords: Readonly<Record<ReviewEvidence['kind'], string>> = { document: 'Document', observation: 'Seen', interview: 'Interview', figures: 'Figures' }
export const recommendationWords: Readonly<Record<RecommendationClass, string>> = { do_now: 'Do now', do_by: 'Do by', consider: 'Consider' }

/** How far a health check has come. */
export const checkLooks: Readonly<Record<HealthCheck['state'], { readonly tone: Tone; readonly words: string }>> = { booked: { tone: 'warn', words: 'Booked' }, reported: { tone: 'done', words: 'Reported' }, called_off: { tone: 'none', words: 'Called off' } }
/** What became of a recommendation. */
export const recommendationLooks: Readonly<Record<Recommendation['state'], { readonly tone: Tone; readonly words: string }>> = { open: { tone: 'warn', words: 'Open' }, done: { tone: 'none', words: 'Done, to be looked at again' }, confirmed: { tone: 'done', words: 'Confirmed' }, withdrawn: { tone: 'none', words: 'Withdrawn' } }
/** Against the report before. */
export const moveWords: Readonly<Record<NonNullable<HealthCheck['move']>, string>> = { better: 'Better than before', same: 'As before', worse: 'Worse than before', not_comparable: 'Not comparable: another scale before' }

export const healthWords = {
  title: 'Health checks',
  note: 'Independent reviewers judge whether an initiative will deliver, on evidence, and what they recommend is followed until somebody has looked again.',
  emptyTitle: 'No health check is booked',
  emptyWhy: 'Whoever runs assurance books one for an initiative and names its reviewers, who are outside the team and its line of reporting. They find the questions of its tier beside what the records say, judge each area with evidence, and recommend.',
  emptyReader: 'Somebody who may change the strategy books the first.',
  independence: 'Reviewers are not of the initiative’s team, not in the line that the team reports to, and report to nobody of it within two levels.',
  never: 'It is what you judge, and comes from no average of the areas.',
} as const
