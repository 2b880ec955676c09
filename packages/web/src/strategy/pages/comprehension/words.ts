import type { BriefGroup } from '@throughline/contract/strategy'

export const comprehensionWords = {
  title: 'Understanding',
  note: 'Whether the strategy in force arrived: whom the brief was meant for, who opened and answered it, and what was understood, by unit.',
  withheld: 'too few people',
  noTalk: 'No unit of which something may be told needs one.',
} as const

export const reasonWords: Readonly<Record<NonNullable<BriefGroup['conversation']>[number], string>> = { not_opened: 'Fewer than half have opened it', not_understood: 'Less than two thirds is right' }
