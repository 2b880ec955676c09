import { numbersUntil, rowsBetween } from '../../../demand/index.ts'

/** Says which of two comes first: below 0, 0, above 0. */
export type Compare<T> = (a: T, b: T) => number

/** By the letters as they are written, those without any last. */
export function byLetters(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Those from `from` to `to` of some things in order, equals as they came. The others are never put in order. */
export const pageInOrder = <T>(all: readonly T[], from: number, to: number, compare: Compare<T>): readonly T[] =>
  Array.from(rowsBetween(numbersUntil(all.length), (a, b) => compare(all[a] as T, all[b] as T) || a - b, from, to), (place) => all[place] as T)

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
