import type { GoalCheck } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const goalWords = {
  title: 'Goals',
  note: 'Whether each objective says who, how much and by when, and how far its key results are. What is missing is said, so that it can be mended.',
  emptyTitle: 'There are no objectives yet',
  mix: 'What objectives are measured by',
  moved: 'Targets that moved',
  noneMoved: 'No target is another than the one that was first agreed. A leeway, on the page of a measure, says how far one may move before a reason is needed.',
  noReason: 'No reason given',
  noResults: 'No measure is a key result. Whoever works with objectives and key results marks measures as such on their pages.',
} as const

export const bandLooks: Readonly<Record<NonNullable<GoalCheck['band']>, { readonly tone: Tone; readonly words: string }>> = {
  low: { tone: 'bad', words: 'Below 0.4' }, middle: { tone: 'warn', words: '0.4 to 0.7' }, high: { tone: 'good', words: 'From 0.7' },
}
export const kindWords: Readonly<Record<'committed' | 'aspirational', string>> = { committed: 'Committed', aspirational: 'Aspirational' }
