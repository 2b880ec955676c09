/** A match of a query in a label: higher scores first; `at` are the matched positions, for marking them. */
export type Match = { readonly score: number; readonly at: readonly number[] }

/**
 * Finds the letters of `query` in `label` in order, without regard to case or accents.
 * Whole prefix > starts of words > runs of letters > letters apart. Undefined where a letter is not there.
 */
export function fuzzyMatch(query: string, label: string): Match | undefined {
  const wanted = [...fold(query)].filter((letter) => letter.trim() !== '')
  const letters = [...label].map((letter) => fold(letter)[0] ?? letter)
  if (wanted.length === 0) return { score: 0, at: [] }
  const starts = letters.flatMap((_, index) => (letters[index] === wanted[0] ? [index] : []))
  const tries = starts.flatMap((start) => follow(wanted, letters, start, nextPlace) ?? follow(wanted, letters, start, firstPlace) ?? [])
  return tries.sort((a, b) => b.score - a.score)[0]
}

/** Takes each further letter next in the run, else where `place` finds it. Jumping to starts of words may run past a letter; the first place never does. */
function follow(wanted: readonly string[], letters: readonly string[], start: number, place: typeof nextPlace): Match | undefined {
  const at = [start]
  let score = pointsAt(letters, start) - start * 0.05
  for (const letter of wanted.slice(1)) {
    const last = at[at.length - 1] ?? start
    const next = letters[last + 1] === letter ? last + 1 : place(letter, letters, last + 1)
    if (next < 0) return undefined
    score += next === last + 1 ? 6 : pointsAt(letters, next) - Math.min(3, (next - last) * 0.1)
    at.push(next)
  }
  return { score: score - letters.length * 0.01, at }
}

function nextPlace(letter: string, letters: readonly string[], from: number): number {
  const atWord = letters.findIndex((other, index) => index >= from && other === letter && startsWord(letters, index))
  return atWord >= 0 ? atWord : letters.indexOf(letter, from)
}

const firstPlace: typeof nextPlace = (letter, letters, from) => letters.indexOf(letter, from)

const pointsAt = (letters: readonly string[], index: number): number => (index === 0 ? 10 : startsWord(letters, index) ? 8 : 1)
const startsWord = (letters: readonly string[], index: number): boolean => index === 0 || !/[\p{L}\p{N}]/u.test(letters[index - 1] ?? ' ')
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
