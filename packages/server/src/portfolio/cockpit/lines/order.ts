/** Says which of two comes first: below 0, 0, above 0. */
export type Compare<T> = (a: T, b: T) => number

/** By the letters as they are written, those without any last. */
export function byLetters(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

/** A first few are kept in order as they come; beyond these all are put in order. */
const few = 1000

/** Those from `from` to `to` of some things in order. Only the first are ever ordered, however many there are. */
export function pageInOrder<T>(all: readonly T[], from: number, to: number, compare: Compare<T>): readonly T[] {
  if (from >= all.length || to <= from) return []
  if (to > few) return all.toSorted(compare).slice(from, to)
  const first: T[] = []
  for (const one of all) {
    if (first.length === to && compare(one, first[to - 1] as T) >= 0) continue
    first.splice(placeOf(first, one, compare), 0, one)
    if (first.length > to) first.pop()
  }
  return first.slice(from)
}

/** Behind those that are its equals, which came before it. */
function placeOf<T>(ordered: readonly T[], one: T, compare: Compare<T>): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(ordered[middle] as T, one) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

/** A page of things that stand in groups, one group after another. */
export function pageOfGroups<T>(groups: readonly (readonly T[])[], from: number, limit: number, compare: Compare<T>): readonly T[] {
  const page: T[] = []
  let skipped = 0
  for (const group of groups) {
    page.push(...pageInOrder(group, Math.max(0, from - skipped), Math.min(group.length, from + limit - skipped), compare))
    skipped += group.length
  }
  return page
}
