/** A part of a story’s text: words, a figure of the ledger by its number, or a number that somebody typed, which nobody verified. */
export type StoryPart = { readonly kind: 'words' | 'typed'; readonly text: string } | { readonly kind: 'figure'; readonly no: number }

const months = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
/**
 * A year stands where only a year can stand, and before nothing that it could count: “in 2026.”, “March 2026 we”. “2000 hours”, “in 2000 cases” and
 * “to 2000” are amounts: what could be either counts as one, so that no amount passes for a year.
 */
const fourDigits = '(?:19|20)\\d{2}'
const beforeYear = `\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter|[Yy]ear|(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Qq]uarter|[Hh]alf|Q[1-4])\\sof|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|Q[1-4]|${months}|${months}\\s\\d{1,2}(?:st|nd|rd|th)?,?)\\s|\\b${fourDigits}\u2013`
const afterYear = `\\s*$|[.,;:!?)](?!\\d)|\u2013(?=${fourDigits}(?!\\d))|\\s(?:a|as|at|but|has|have|in|is|it|on|that|the|they|this|until|was|we|were|when|which|with)\\b`
const year = `^${fourDigits}(?=:)|(?<=${beforeYear})${fourDigits}(?=${afterYear})`
/** What names a time or a thing and states no amount: a date, a year, a quarter, an ordinal, a name such as A4. */
const naming = [`\\d{4}-(?:Q[1-4]|H[12])\\b`, `\\d{4}-\\d{2}(?:-\\d{2})?(?!\\d)`, `\\d{1,2}(?:st|nd|rd|th)?\\s${months}\\b`, `${months}\\s\\d{1,2}(?:st|nd|rd|th)?(?![\\d.,]*\\d)`, year, `(?:\\d+(?:st|nd|rd|th)\\b)`, `(?<!\\p{L})\\p{L}\\d{1,2}(?![\\d.,]*\\d|\\p{L})`]
/** A number in the digits of any script. */
const number = `(?:\\p{Sc}\\s?)?\\p{Nd}(?:[\\p{Nd}.,’'\\u00a0\\u202f]*\\p{Nd})?(?:\\s?%|\\p{L}+)?`
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

/** A text that stands in a story without figures of its own, such as what somebody did for it: each number that was typed says that nobody verified it. */
export const labelledText = (text: string): string => storyParts(text).map((part) => (part.kind === 'figure' ? `[${part.no}]` : part.kind === 'typed' ? `${part.text} (unverified)` : part.text)).join('')
