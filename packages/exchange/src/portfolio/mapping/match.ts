import { fieldKeys, fieldOf, type FieldKey } from '../fields.ts'
import { fit, type ColumnProfile } from './profile.ts'
import { boundOf, headingWords, isCommentary, shortHeading, similarity, turnsAside } from './words.ts'

export type Match = {
  readonly field: FieldKey
  readonly confidence: number
  /** Position of the phrase that matched among the field's headings: of equals the more usual heading wins. */
  readonly rank: number
  readonly bound?: 'low' | 'high'
}

/** Below this a heading and a field have too little in common to be matched. */
export const threshold = 0.6

/** Characters of a heading that are looked at: definitions in brackets come later. */
export const headingLengthLimit = 600

/** Fields that a heading's words may mean, best first, before the cells below it are looked at. */
export function matchWords(whole: string): readonly Match[] {
  const heading = whole.slice(0, headingLengthLimit)
  const forms = [headingWords(shortHeading(heading)), headingWords(heading)]
  return fieldKeys
    .map((field): Match => {
      const [short = none, whole = none] = forms.map((words) => bestPhrase(field, words))
      return { field, ...(whole.confidence * 0.95 > short.confidence ? { ...whole, confidence: whole.confidence * 0.95 } : short) }
    })
    .filter((match) => match.confidence > 0)
    .sort((a, b) => b.confidence - a.confidence)
}

/** Fields that a column may be, by the words of its heading and by what its cells look like. */
export function matchColumn(heading: string, profile: ColumnProfile): readonly Match[] {
  return matchWords(heading)
    .map(({ field, confidence, rank }): Match => {
      const { kind } = fieldOf(field)
      const bound = kind === 'money' || kind === 'date' ? boundOf(heading) : undefined
      return { field, rank, confidence: round(confidence * fit(profile, kind, heading) * (field === 'id' ? 0.8 + 0.2 * profile.distinct : 1)), ...(bound ? { bound } : {}) }
    })
    .filter((match) => match.confidence >= 0.3)
    .sort((a, b) => b.confidence - a.confidence)
}

/**
 * One field a column and one column a field, the surest pairs first. Among equals the column with fewer ways out
 * goes first, so that the order of columns in the file does not matter.
 */
export function assign(columns: readonly (readonly Match[])[]): readonly (Match | undefined)[] {
  const pairs = columns.flatMap((matches, index) => {
    const sure = matches.filter((match) => match.confidence >= threshold)
    return sure.map((match) => ({ index, match, waysOut: sure.filter((other) => other.confidence >= match.confidence - 0.1).length }))
  })
  pairs.sort((a, b) => b.match.confidence - a.match.confidence || a.waysOut - b.waysOut || a.match.rank - b.match.rank || fieldKeys.indexOf(a.match.field) - fieldKeys.indexOf(b.match.field))
  const chosen: (Match | undefined)[] = columns.map(() => undefined)
  const taken = new Set<string>()
  for (const { index, match } of pairs) {
    if (chosen[index] !== undefined || taken.has(slot(match))) continue
    chosen[index] = match
    taken.add(slot(match))
  }
  return chosen
}

const slot = (match: Match): string => `${match.field} ${match.bound ?? ''}`

type Phrase = Pick<Match, 'confidence' | 'rank'>
const none: Phrase = { confidence: 0, rank: 0 }

function bestPhrase(field: FieldKey, words: ReadonlySet<string>): Phrase {
  return (phrases.get(field) ?? []).reduce((best: Phrase, phrase, rank) => {
    const confidence = words.size > 0 && isCommentary(phrase) === isCommentary(words) ? similarity(words, phrase) * (turnsAside(words, phrase) ? 0.6 : 1) : 0
    return confidence > best.confidence ? { confidence, rank } : best
  }, none)
}

const phrases: ReadonlyMap<FieldKey, readonly ReadonlySet<string>[]> = new Map(fieldKeys.map((field) => [field, fieldOf(field).headings.map(headingWords)]))

const round = (value: number): number => Math.round(value * 100) / 100
