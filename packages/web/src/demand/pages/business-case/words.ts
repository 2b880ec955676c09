import type { CaseElement } from '@throughline/contract/demand'
import type { Tone } from '../../../ui/tone.ts'

export const caseWords = {
  note: 'What the options cost and bring, how far that holds, and what is missing before the gate',
  emptyTitle: 'There is no business case',
  emptyWhy: 'Whoever may change the initiative begins a draft. It starts with doing nothing, and with the cost and benefits by year that were given of the initiative; then options are compared, and the five cases are written.',
  noOptions: 'Add doing nothing first: every other option is measured against it.',
  ranked: 'Ranked by net present value against doing nothing, never by ratio or rate of return: of options of which one can be chosen, a small one with a high ratio may give less than a large one.',
  withheld: 'Amounts are withheld from you; what is written is shown.',
  /** Who may decide on a version that waits; of many, the first. */
  waits: (deciders: readonly string[]) => `Waits for ${deciders.slice(0, 3).join(' or ')}${deciders.length > 3 ? ` or one of ${deciders.length - 3} more` : ''}`,
  switching: 'The switching value is where the option is worth no more than doing nothing.',
} as const

export const standingLooks: Readonly<Record<CaseElement['standing'], { readonly words: string; readonly tone: Tone }>> = { given: { words: 'There', tone: 'good' }, missing: { words: 'Missing', tone: 'bad' }, not_asked: { words: 'Not asked yet', tone: 'none' } }
