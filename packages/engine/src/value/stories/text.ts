/** A part of a story’s text: words, a figure of the ledger by its number, or a number that somebody typed, which nobody verified. */
export type StoryPart = { readonly kind: 'words' | 'typed'; readonly text: string } | { readonly kind: 'figure'; readonly no: number }

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
/** What names a time or a thing and states no amount: a date, a year, a quarter, an ordinal, a name such as A4. */
const naming = [`\\d{4}-\\d{2}(?:-\\d{2})?`, `\\d{1,2}(?:st|nd|rd|th)?\\s${months}\\b`, `${months}\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d.,]*\\d)`, `(?<![\\p{L}\\d.,])(?:19|20)\\d{2}(?![\\d.,]*\\d|\\p{L}|\\s?%)`, `(?:\\d+(?:st|nd|rd|th)\\b)`, `(?<!\\p{L})\\p{L}\\d{1,2}(?![\\d.,]*\\d|\\p{L})`]
const number = `(?:\\p{Sc}\\s?)?\\d(?:[\\d.,’'\\u00a0\\u202f]*\\d)?(?:\\s?%|\\p{L}+)?`
const tokens = new RegExp(`\\[(\\d{1,2})\\]|(${naming.join('|')})|(${number})`, 'gu')

/** A text in its parts (story-figure): `[1]` stands for the first figure, and every number that was typed stands apart, so that it can be shown as unverified. */
export function storyParts(text: string): readonly StoryPart[] {
  const parts: StoryPart[] = []
  const say = (words: string): void => {
    const last = parts.at(-1)
    if (words === '') return
    if (last?.kind === 'words') parts[parts.length - 1] = { kind: 'words', text: last.text + words }
    else parts.push({ kind: 'words', text: words })
  }
  let from = 0
  for (const { index, 0: whole, 1: no, 2: name } of text.matchAll(tokens)) {
    say(text.slice(from, index))
    if (no !== undefined) parts.push({ kind: 'figure', no: Number(no) })
    else if (name !== undefined) say(whole)
    else parts.push({ kind: 'typed', text: whole })
    from = index + whole.length
  }
  say(text.slice(from))
  return parts
}

/** The first figure that a text speaks of and that is not among so many of them. */
export const figureMissing = (text: string, figures: number): number | undefined => storyParts(text).find((part): part is Extract<StoryPart, { kind: 'figure' }> => part.kind === 'figure' && (part.no < 1 || part.no > figures))?.no

/** The first number that somebody typed into a text. */
export const typedNumber = (text: string): string | undefined => storyParts(text).find((part): part is Extract<StoryPart, { kind: 'typed' | 'words' }> => part.kind === 'typed')?.text
