import type { StoryFigure, SuccessStory } from '@throughline/contract/value'
import type { Tone } from '../../../ui/tone.ts'

export const storyWords = {
  title: 'Success stories',
  note: 'What was achieved, told by figures of the value ledger: verified, or marked as unverified.',
  emptyTitle: 'No success story is told yet',
  emptyWhy: 'A story takes its figures from the value ledger by reference, so that a later correction shows in it, and names who had a part once they agree. Begin with a benefit that is verified.',
  typed: 'Numbers that somebody typed are marked as unverified: nobody checked them against the ledger.',
  marks: 'A figure stands in the text as [1], [2] and so on. Any other number that you type is shown as unverified.',
  consent: 'They are asked, and nobody but those who write stories reads their name until they agree.',
  asked: 'You are asked whether you may be named in this story.',
} as const

export const stateLooks: Readonly<Record<SuccessStory['state'], { readonly tone: Tone; readonly words: string }>> = {
  draft: { tone: 'none', words: 'Draft' }, published: { tone: 'good', words: 'Published' }, taken_back: { tone: 'warn', words: 'Taken back' },
}
export const standingLooks: Readonly<Record<StoryFigure['standing'], { readonly tone: Tone; readonly words: string }>> = {
  stands: { tone: 'good', words: 'As the ledger has it' }, corrected: { tone: 'warn', words: 'Corrected since' }, verified: { tone: 'good', words: 'Verified since' }, withdrawn: { tone: 'bad', words: 'No longer in the ledger' },
}
export const answerLooks: Readonly<Record<SuccessStory['contributors'][number]['answer'], { readonly tone: Tone; readonly words: string }>> = {
  asked: { tone: 'none', words: 'Asked' }, agreed: { tone: 'good', words: 'Agreed' }, declined: { tone: 'warn', words: 'Declined' },
}
