import type { Signal } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const exchangeWords = {
  title: 'Strategy exchange',
  note: 'What goes down is read and acknowledged; what comes up is answered. Both directions are counted alike.',
  emptyTitle: 'No unit has a strategy of its own',
  emptyWhy: 'Once units and functions have objectives that serve those of the organisation, each can acknowledge a new version, and tell those above what it meets.',
  noSignals: 'No unit has told anything upwards yet.',
} as const

export const kindWords: Readonly<Record<Signal['kind'], string>> = { constraint: 'Constraint', opportunity: 'Opportunity', evidence: 'Local evidence', question: 'Question' }
export const answerWords: Readonly<Record<NonNullable<Signal['answer']>['kind'], string>> = { taken_up: 'Taken up', declined: 'Declined', noted: 'Noted' }
export const standingLooks: Readonly<Record<Signal['standing'], { readonly tone: Tone; readonly words: string }>> = { overdue: { tone: 'bad', words: 'Overdue' }, open: { tone: 'warn', words: 'Open' }, answered: { tone: 'good', words: 'Answered' } }
