import { reasonOf, type Columns, type Sum } from '../columns/index.ts'
import { money, type UndefinedReason } from '@throughline/engine/kernel'
import type { ListGroup } from '@throughline/contract/demand'
import type { Value } from './values.ts'

/** A group of rows: its values by level, and which rows, in their order. */
export type Grouped = { readonly values: readonly (string | null)[]; readonly labels: readonly string[]; readonly rows: Uint32Array }

/** Some rows by the values of some fields, in the order of those; undefined where there are more groups than `most`. Without fields all rows are one group, also where there are none. */
export function grouped(rows: Uint32Array, levels: readonly Value[], most: number): readonly Grouped[] | undefined {
  if (levels.length === 0) return [{ values: [], labels: [], rows }]
  const numbers = new Uint32Array(rows.length)
  let firsts: number[] = [0]
  for (const level of levels) {
    const refined = refine(rows, numbers, level, most)
    if (!refined) return undefined
    firsts = refined
  }
  if (rows.length === 0) return []
  const sizes = new Uint32Array(firsts.length)
  for (const number of numbers) sizes[number]! += 1
  const members = Array.from(sizes, (size) => new Uint32Array(size))
  const filled = new Uint32Array(firsts.length)
  for (let index = 0; index < rows.length; index += 1) {
    const number = numbers[index] ?? 0
    const at = filled[number] ?? 0
    filled[number] = at + 1
    const group = members[number]
    if (group) group[at] = rows[index] ?? 0
  }
  const order = firsts.map((_, number) => number).sort((a, b) => compareGroups(levels, firsts[a] ?? 0, firsts[b] ?? 0))
  return order.map((number) => {
    const first = firsts[number] ?? 0
    return { values: levels.map(({ has, text }) => (has(first) ? text(first) : null)), labels: levels.map(({ has, text, label }) => (has(first) ? (label ?? text)(first) : '')), rows: members[number] ?? new Uint32Array(0) }
  })
}

/** Parts every group by one more field: gives each row the number of its group, and a row of each. */
function refine(rows: Uint32Array, numbers: Uint32Array, { has, same }: Value, most: number): number[] | undefined {
  const known = new Map<number, Map<number | bigint | null, number>>()
  const firsts: number[] = []
  for (let index = 0; index < rows.length; index += 1) {
    const [row, group] = [rows[index] ?? 0, numbers[index] ?? 0]
    let within = known.get(group)
    if (!within) known.set(group, (within = new Map()))
    const value = has(row) ? same(row) : null
    let number = within.get(value)
    if (number === undefined) {
      number = firsts.push(row) - 1
      within.set(value, number)
      if (number >= most) return undefined
    }
    numbers[index] = number
  }
  return firsts
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

/** Sum of those that have a figure, as `explainTotal` has it: nothing of nothing is zero, and where none has one it is undefined. */
export function totalOf({ minor, rows, known, because }: Sum, currency: Columns['currency']): ListGroup['cost'] {
  if (rows > 0 && known === 0) return { status: 'undefined', reason: commonReason(because, rows) ?? 'NOT_PUBLISHED' }
  return { status: 'ok', value: { ...money(0n, currency), minor: minor.toString() } }
}

/** The one reason why none of some rows has an amount. */
function commonReason(because: Uint32Array, rows: number): UndefinedReason | undefined {
  const all = because.indexOf(rows)
  return all < 0 ? undefined : reasonOf(all)
}
