import type { Tone } from '../tone.ts'
import { toneLetters } from '../tone.ts'

export type Rating = {
  /** When: `Q3 2026`. */
  readonly period: string
  /** Undefined where there was no rating; `word` then says so. */
  readonly tone: Tone
  readonly word: string
  /** Printed in the mark; the tone's letter unless given. */
  readonly letter?: string
  readonly derived?: boolean
}

/** Ratings over time, one mark each with its letter: an ordinal sequence, never averaged. */
export function RatingStrip({ label, ratings }: { readonly label: string; readonly ratings: readonly Rating[] }) {
  if (ratings.length === 0) return <span className="quiet">No rating yet</span>
  return (
    <ol className="ratings" aria-label={label}>
      {ratings.map((rating, index) => (
        <li key={index} data-tone={rating.tone} data-derived={rating.derived || undefined} title={`${rating.period}: ${rating.word}${rating.derived ? ' (derived)' : ''}`}>
          <span aria-hidden="true">{rating.letter ?? toneLetters[rating.tone]}</span>
          <span className="visually-hidden">{`${rating.period}: ${rating.word}${rating.derived ? ', derived' : ''}`}</span>
        </li>
      ))}
    </ol>
  )
}
