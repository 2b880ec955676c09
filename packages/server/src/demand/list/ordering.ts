import type { Value } from './values.ts'

/** Which of two rows comes first: below 0, 0, above 0. A total order, so that there is one answer. */
export type CompareRows = (a: number, b: number) => number

/** The whole numbers from 0 to below `count`. */
export function numbersUntil(count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  for (let number = 0; number < count; number += 1) numbers[number] = number
  return numbers
}

/** The rows from place `from` until `until` of an order, in order. The others are never put in order: on average it takes as long as to look at all of them a few times. Moves the rows about. */
export function rowsBetween(rows: Uint32Array, compare: CompareRows, from: number, until: number): Uint32Array {
  const [first, last] = [Math.max(0, from), Math.min(rows.length, until)]
  if (first >= last) return new Uint32Array(0)
  if (first > 0) partition(rows, compare, 0, rows.length - 1, first)
  if (last < rows.length) partition(rows, compare, first, rows.length - 1, last)
  return rows.subarray(first, last).sort(compare)
}

/** Moves rows between two places so that the one at `place` is the one that belongs there, those before it come before, and those after it after (quickselect, Hoare 1961). */
function partition(rows: Uint32Array, compare: CompareRows, from: number, to: number, place: number): void {
  let [low, high] = [from, to]
  while (low < high) {
    const pivot = middleOf(rows, compare, low, high)
    let [left, right] = [low, high]
    while (left <= right) {
      while (compare(rows[left] ?? 0, pivot) < 0) left += 1
      while (compare(rows[right] ?? 0, pivot) > 0) right -= 1
      if (left > right) break
      const moved = rows[left] ?? 0
      rows[left] = rows[right] ?? 0
      rows[right] = moved
      left += 1
      right -= 1
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else return
  }
}

/** The middle one of the first, the last and the one between: rows that are in order already are parted in halves. */
function middleOf(rows: Uint32Array, compare: CompareRows, low: number, high: number): number {
  const [a, b, c] = [rows[low] ?? 0, rows[(low + high) >>> 1] ?? 0, rows[high] ?? 0]
  if (compare(a, b) < 0) return compare(b, c) < 0 ? b : compare(a, c) < 0 ? c : a
  return compare(a, c) < 0 ? a : compare(b, c) < 0 ? c : b
}

export type Sorted = { readonly value: Value; readonly descending: boolean }

/** How rows are put in order by the sorts, one after another, those that have no value last whichever way; then by `places`. The order that is given holds for some rows, until it is asked for others. */
export function ordering(sorts: readonly Sorted[], places: Uint32Array): (rows: Uint32Array) => CompareRows {
  const [first, ...others] = sorts.flatMap(({ value, descending }) => value.keys.map((key) => (descending ? (row: number) => -key(row) : key)))
  if (!first) return () => (a, b) => (places[a] ?? 0) - (places[b] ?? 0)
  // What is compared most often is worked out once for each row.
  const most = new Float64Array(places.length)
  const compare: CompareRows = (a, b) => {
    const [x, y] = [most[a] ?? 0, most[b] ?? 0]
    if (x !== y) return x < y ? -1 : 1
    for (const key of others) {
      const [p, q] = [key(a), key(b)]
      if (p < q) return -1
      if (p > q) return 1
      if (Number.isNaN(p) !== Number.isNaN(q)) return Number.isNaN(p) ? 1 : -1
    }
    return (places[a] ?? 0) - (places[b] ?? 0)
  }
  return (rows) => {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0
      const key = first(row)
      most[row] = Number.isNaN(key) ? Number.POSITIVE_INFINITY : key
    }
    return compare
  }
}
