/** Of what the strategy is read: an objective, its mission or its vision. */
export const readingSubjects = ['vision', 'mission', 'objective'] as const
export type ReadingSubject = (typeof readingSubjects)[number]

/** What somebody reads an objective, the mission or the vision to mean: its words, and the passages that it rests on, by id. */
export type CitedReading = { readonly statement: string; readonly description: string; readonly passages: readonly string[] }
/** What was said of a reading, by somebody who may: that the strategy means it, or what about it is unclear. */
export type ReviewFacts = CitedReading & { readonly id: string; readonly verdict: 'confirmed' | 'questioned'; readonly at: string }

/**
 * `uncited`: it rests on no passage. `cited`: nobody reviewed it yet. `confirmed` and `questioned`: what was said last of this very reading.
 * `changed`: what was reviewed says or cites something else by now, so that it has to be looked at again.
 */
export type ReadingStanding = 'uncited' | 'cited' | 'confirmed' | 'questioned' | 'changed'
/** What of a reading is another than it was reviewed as. */
export type ReadingChange = 'words' | 'passages'
/** `review` is the last that speaks of this reading, or else of the one before it changed. */
export type StoodReading<R extends ReviewFacts> = { readonly standing: ReadingStanding; readonly review: R | null; readonly changes: readonly ReadingChange[] }

/**
 * How an objective stands. A review is one of a reading: it holds for it in every version of the strategy that says and cites the same, and for
 * no other. Without a passage nothing is confirmed, whatever was said before.
 */
export function readingStanding<R extends ReviewFacts>(reading: CitedReading, reviews: readonly R[]): StoodReading<R> {
  const newest = newestFirst(reviews)
  const same = newest.find((review) => changesSince(review, reading).length === 0)
  const review = same ?? newest[0] ?? null
  const changes = review === null ? [] : changesSince(review, reading)
  if (reading.passages.length === 0 && same?.verdict !== 'questioned') return { standing: 'uncited', review, changes }
  if (same) return { standing: same.verdict, review, changes }
  return { standing: review === null ? 'cited' : 'changed', review, changes }
}

/** What was questioned and not confirmed since, oldest first. */
export function unclearPoints<R extends ReviewFacts>(reviews: readonly R[]): readonly R[] {
  const newest = newestFirst(reviews)
  const settled = newest.findIndex(({ verdict }) => verdict === 'confirmed')
  return (settled === -1 ? newest : newest.slice(0, settled)).toReversed()
}

/** What was questioned and confirmed since, the newest first: it is clear, and what was answered stays to be read. */
export function settledPoints<R extends ReviewFacts>(reviews: readonly R[]): readonly R[] {
  const open = new Set(unclearPoints(reviews).map(({ id }) => id))
  return newestFirst(reviews).filter(({ id, verdict }) => verdict === 'questioned' && !open.has(id))
}

/** What of a reading is another than the reviewed one; white space, which no reader sees, is not. */
export function changesSince(review: CitedReading, reading: CitedReading): readonly ReadingChange[] {
  const words = bare(review.statement) === bare(reading.statement) && bare(review.description) === bare(reading.description)
  const passages = [...review.passages].sort().join() === [...reading.passages].sort().join()
  return [...(words ? [] : ['words' as const]), ...(passages ? [] : ['passages' as const])]
}

/** A reading in one line: another wherever anything of it is another. */
export const readingText = ({ statement, description, passages }: CitedReading): string => JSON.stringify([bare(statement), bare(description), [...passages].sort()])

const newestFirst = <R extends ReviewFacts>(reviews: readonly R[]): readonly R[] => reviews.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
const bare = (words: string): string => words.trim().replace(/\s+/g, ' ')
