import type { ReadingItem, ReadingStanding } from '@throughline/contract/strategy'
import type { Tone } from '../../../ui/tone.ts'

export const intakeWords = {
  title: 'Strategy intake',
  note: 'The documents that the strategy was read from, the words that mission, vision and each objective rest on, and whether its owner confirms the reading.',
  emptyTitle: 'No document is recorded',
  emptyWhy: 'Record the text of a strategy, a plan or a speech; then select the words that an objective rests on and cite them. The owner of the strategy confirms each reading or says what is unclear.',
  noObjectives: 'The strategy has no objective yet.',
  nothingUnclear: 'Nothing is unclear.',
  answerHint: 'It stays unclear until the owner of the strategy confirms the reading.',
  noPassage: 'No passage',
  /** Marks what the owner of the strategy has not confirmed. */
  watermark: 'PMO reading',
  watermarkWhy: 'How the strategy was understood; its owner has not confirmed it.',
  howToCite: 'Select words in the text, or type them here.',
  nowhere: 'These words do not stand in the text. White space does not matter, every other character does.',
  gone: 'These words do not stand in the text any more.',
} as const

export const standingLooks: Readonly<Record<ReadingStanding, { readonly tone: Tone; readonly words: string }>> = {
  uncited: { tone: 'warn', words: 'Uncited' }, cited: { tone: 'none', words: 'Cited, not reviewed' }, confirmed: { tone: 'good', words: 'Confirmed' }, questioned: { tone: 'bad', words: 'Questioned' }, changed: { tone: 'warn', words: 'Changed since' },
}

const changed: Readonly<Record<string, string>> = { words: 'says something else', passages: 'cites something else', 'words passages': 'says and cites something else' }

/** Why an objective stands as it does, in a sentence. */
export function standingReason({ standing, references, changes, review }: ReadingItem): string {
  const since = changed[changes.join(' ')] ?? ''
  switch (standing) {
    case 'uncited':
      return `It rests on no passage of a recorded document${references > 0 ? '; it names documents without quoting them' : ''}.${review ? ` What was ${review.verdict} before no longer holds.` : ''}`
    case 'cited':
      return 'It rests on the passages below. The owner of the strategy has not said yet whether it was read rightly.'
    case 'confirmed':
      return 'The owner of the strategy confirmed these words with these passages. It holds until either is another.'
    case 'questioned':
      return 'The owner of the strategy asks what is meant. Word it or cite it otherwise, or have it confirmed once the point is clear.'
    case 'changed':
      return `It ${since} than what was ${review?.verdict ?? 'reviewed'}, so that has lapsed and it has to be looked at again.`
  }
}
