import { distinct, paired, type Numbered } from './numbering.ts'
import type { Value } from './values.ts'

/** A group of rows: its values by level, and which rows, in their order. */
export type Grouped = { readonly values: readonly (string | null)[]; readonly labels: readonly string[]; readonly rows: Uint32Array; /** What `Grouping.groupOf` has for its rows. */ readonly number: number }
/** Some rows in groups: the groups in their order, and the number of the group of each row. */
export type Grouping = { readonly rows: Uint32Array; readonly groupOf: Uint32Array; readonly groups: readonly Grouped[] }

/** Some rows by the values of some fields, in the order of those; undefined where there are more groups than `most`. Without fields all rows are one group, also where there are none. */
export function grouped(rows: Uint32Array, levels: readonly Value[], most: number): Grouping | undefined {
  if (levels.length === 0) return { rows, groupOf: new Uint32Array(rows.length), groups: [{ values: [], labels: [], rows, number: 0 }] }
  let found: Numbered | undefined
  for (const level of levels) {
    const next = distinct(rows, level, most)
    found = next && found ? paired(rows, found, next, most) : next
    if (!found) return undefined
  }
  const { numbers, firsts } = found ?? { numbers: new Uint32Array(0), firsts: [] }
  const members = laidTogether(rows, numbers, firsts.length)
  const order = firsts.map((_, number) => number).sort((a, b) => compareGroups(levels, firsts[a] ?? 0, firsts[b] ?? 0))
  const groups = order.map((number) => {
    const first = firsts[number] ?? 0
    return { values: levels.map(({ has, text }) => (has(first) ? text(first) : null)), labels: levels.map(({ has, text, label }) => (has(first) ? (label ?? text)(first) : '')), rows: members[number] ?? new Uint32Array(0), number }
  })
  return { rows, groupOf: numbers, groups }
}

/** The rows of each group, in their order. */
function laidTogether(rows: Uint32Array, numbers: Uint32Array, count: number): readonly Uint32Array[] {
  const ends = new Uint32Array(count + 1)
  for (let index = 0; index < numbers.length; index += 1) ends[(numbers[index] ?? 0) + 1]! += 1
  for (let number = 0; number < count; number += 1) ends[number + 1]! += ends[number] ?? 0
  const [starts, laid] = [ends.slice(0, count), new Uint32Array(rows.length)]
  for (let index = 0; index < rows.length; index += 1) {
    const number = numbers[index] ?? 0
    laid[ends[number] ?? 0] = rows[index] ?? 0
    ends[number]! += 1
  }
  return Array.from(starts, (start, number) => laid.subarray(start, ends[number]))
}

/** By the rows of two groups: level by level, the absent last. */
function compareGroups(levels: readonly Value[], a: number, b: number): number {
  for (const { has, keys, text } of levels) {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)]
      if (x !== y && !(Number.isNaN(x) && Number.isNaN(y))) return Number.isNaN(x) ? 1 : Number.isNaN(y) ? -1 : x - y
    }
    if (has(a) !== has(b)) return has(a) ? -1 : 1
    if (!has(a)) continue
    const [x, y] = [text(a), text(b)]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}
