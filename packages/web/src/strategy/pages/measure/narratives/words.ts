import type { Narrative } from '@throughline/contract/strategy'
import type { Tone } from '../../../../ui/tone.ts'

export const narrativeWords = {
  title: 'What people say of it',
  note: 'Fact, judgement and forecast stand apart, and no figure is worked out from words.',
  none: 'Nobody has said anything yet. Say what happened, what it means, or what is to come, and of which figures.',
} as const
export const partWords = { fact: 'What happened', judgement: 'What it means', forecast: 'What is to come' } as const
export const confidenceWords: Readonly<Record<Narrative['confidence'], string>> = { low: 'not sure', medium: 'fairly sure', high: 'sure' }
export const standingLooks: Readonly<Record<Narrative['standing'], { readonly tone: Tone; readonly words: string }>> = {
  anchored: { tone: 'good', words: 'Its figures are as they were' }, unanchored: { tone: 'none', words: 'Unanchored: it explains no figure' }, stale: { tone: 'warn', words: 'Stale: its figures changed since' },
}
