import type { ElementOutcome } from '@throughline/contract/governance'
import type { Tone } from '../../../ui/tone.ts'

export const conformanceWords = {
  title: 'Conformance',
  note: 'Whether initiatives do what the framework that they follow asks for, with what shows it. What deviates for an approved reason is counted apart.',
  emptyTitle: 'No running initiative follows a framework',
  emptyWhy: 'There is nothing to hold an initiative against. Publish a framework and have initiatives follow it; whoever may change an initiative then gives what shows that it was done.',
  noChecks: 'No check was made yet. A check keeps what was found on a day: everything of the full tier, and a sample of the low tier that a seed draws.',
  nothingFound: 'Nothing was missing or out of order.',
} as const

/** What became of an element. */
export const outcomeLooks: Readonly<Record<ElementOutcome, { readonly tone: Tone; readonly words: string }>> = {
  kept: { tone: 'good', words: 'Kept' }, out_of_order: { tone: 'warn', words: 'Out of order' }, missing: { tone: 'bad', words: 'Missing' }, deviation: { tone: 'done', words: 'Justified deviation' }, not_due: { tone: 'none', words: 'Not due yet' }, advice: { tone: 'none', words: 'Advice' },
}
export const tierWords = { full: 'Full: in every check', low: 'Low: by sample' } as const
