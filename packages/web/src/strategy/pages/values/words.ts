import type { UnitStatement } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const valuesWords = {
  title: 'Values',
  note: 'What the organisation stands for, what units say they stand for, and which decisions served it.',
  emptyTitle: 'No value is written down',
  emptyWhy: 'A value has a name, what is meant by it, and behaviours by which anybody could see that it is lived. Units say what they stand for; each statement is mapped to a value or justified.',
  noUnits: 'No unit has a strategy of its own; those that have one say here what they stand for.',
  noTags: 'No decision was said to have served a value.',
} as const

export const standingLooks: Readonly<Record<UnitStatement['standing'], { readonly tone: Tone; readonly words: string }>> = {
  mapped: { tone: 'good', words: 'Mapped' }, own: { tone: 'good', words: 'The unit’s own' }, unmapped: { tone: 'warn', words: 'Diverges: mapped nowhere' }, lapsed: { tone: 'warn', words: 'Diverges: its value was retired' },
}
