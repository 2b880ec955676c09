/** Words of a text: characters `from` (inside) to `to` (outside), counted in UTF-16 code units as `String.slice` does. */
export type Span = { readonly from: number; readonly to: number }
/** Words that were read, and where they stand. */
export type PassageFacts = Span & { readonly quote: string }

/** Texts of sources as they are kept: one way to end a line, so that places count the same wherever a text was copied from. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Whether a passage stands in the text, word for word, where it says. */
export const standsIn = (text: string, { from, to, quote }: PassageFacts): boolean => from >= 0 && from < to && to <= text.length && quote.trim() !== '' && text.slice(from, to) === quote

/** Where words stand in a text, first to last, whatever white space parts them there; at most `most` places. */
export function placesOf(text: string, words: string, most = 100): readonly Span[] {
  const parts = words.trim().split(/\s+/).filter((part) => part !== '')
  if (parts.length === 0) return []
  const pattern = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'), 'gu')
  return [...text.matchAll(pattern)].slice(0, most).map((found) => ({ from: found.index, to: found.index + found[0].length }))
}

/**
 * Where a passage stands in a text whose length may have changed since: a name that was erased from it is longer or shorter than what took its
 * place. Of several places the one nearest to where it was read; undefined where the words are there no longer.
 */
export function placeNow(text: string, passage: PassageFacts): Span | undefined {
  if (standsIn(text, passage)) return { from: passage.from, to: passage.to }
  const places = placesOf(text, passage.quote)
  return places.toSorted((a, b) => Math.abs(a.from - passage.from) - Math.abs(b.from - passage.from))[0]
}

/** A stretch of a text with what marks it: where passages begin or end, another stretch begins. */
export type Stretch<P extends Span> = Span & { readonly marks: readonly P[] }

/** The text of so many characters cut where marks begin and end; together the stretches are the whole of it. */
export function stretches<P extends Span>(characters: number, marks: readonly P[]): readonly Stretch<P>[] {
  const cuts = [...new Set([0, characters, ...marks.flatMap(({ from, to }) => [from, to])])].filter((at) => at >= 0 && at <= characters).toSorted((a, b) => a - b)
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0
    return { from, to, marks: marks.filter((mark) => mark.from <= from && mark.to >= to) }
  })
}
