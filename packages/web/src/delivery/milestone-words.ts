import type { Contributor, StrategicMilestone } from '@throughline/contract/delivery'
import type { Tone } from '../ui/tone.ts'

export const milestoneWords = {
  title: 'Strategic milestones',
  note: 'What objectives are to have reached by a day, and how surely the initiatives behind them get there',
  emptyTitle: 'No objective has a milestone yet',
  emptyWhy: 'Whoever changes the strategy names what is to be reached by a day, and the initiatives that it depends on. Their ends are then held against the day, each with its range.',
  noObjective: 'A milestone belongs to an objective: the strategy has none yet.',
  noContributors: 'No initiative is named, so nothing can be forecast. Add those that it cannot be reached without.',
} as const

export const standingLooks: Readonly<Record<StrategicMilestone['standing'], { readonly tone: Tone; readonly word: string }>> = {
  reached: { tone: 'done', word: 'Reached' }, reached_late: { tone: 'done', word: 'Reached late' }, on_course: { tone: 'good', word: 'On course' }, at_risk: { tone: 'warn', word: 'At risk' }, off_course: { tone: 'bad', word: 'Off course' }, unknown: { tone: 'none', word: 'No forecast' },
}
export const roleWords: Readonly<Record<Contributor['role'], string>> = { required: 'Required', helpful: 'Helpful' }
