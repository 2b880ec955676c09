import { numbersUntil, rowsBetween } from '../../../demand/index.ts'

/** Says which of two comes first: below 0, 0, above 0. */
export type Compare<T> = (a: T, b: T) => number

/** Things that are made when they are looked at: many are counted, and few are shown. */
export type Listed<T> = { readonly length: number; at(place: number): T }

/** By the letters as they are written, those without any last. */
export function byLetters(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Pages that end before this place are found by going through all of the list once. */
const mostKept = 1024

/** Those from `from` to `to` of some things in order, equals as they came. The others are never put in order. */
export function pageInOrder<T>(list: Listed<T>, from: number, to: number, compare: Compare<T>): readonly T[] {
  if (from >= Math.min(to, list.length)) return []
  if (to <= mostKept) return firstOf(list, to, compare).slice(from)
  const all = Array.from({ length: list.length }, (_, place) => list.at(place))
  return Array.from(rowsBetween(numbersUntil(all.length), (a, b) => compare(all[a] as T, all[b] as T) || a - b, from, to), (place) => all[place] as T)
}

/** The first `most` of some things in order. Nearly all of them are compared once, with the last that is kept. */
function firstOf<T>(list: Listed<T>, most: number, compare: Compare<T>): readonly T[] {
  const kept: T[] = []
  for (let place = 0; place < list.length; place += 1) {
    const one = list.at(place)
    if (kept.length === most && compare(one, kept[most - 1] as T) >= 0) continue
    let [low, high] = [0, kept.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (compare(kept[middle] as T, one) <= 0) low = middle + 1
      else high = middle
    }
    if (kept.length === most) kept.pop()
    kept.splice(low, 0, one)
  }
  return kept
}

/** A page of things that stand in groups, one group after another. */
export function pageOfGroups<T>(groups: readonly Listed<T>[], from: number, limit: number, compare: Compare<T>): readonly T[] {
  const page: T[] = []
  let skipped = 0
  for (const group of groups) {
    page.push(...pageInOrder(group, Math.max(0, from - skipped), Math.min(group.length, from + limit - skipped), compare))
    skipped += group.length
  }
  return page
}
