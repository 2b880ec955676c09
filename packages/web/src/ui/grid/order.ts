import type { CellValue, Column } from './column.ts'
import type { GridView, SortKey } from './grid-view.ts'
import type { Section } from './lines.ts'
import { textReader } from './show.ts'

/** Sorts indices by the keys in turn, keeping the order of equals. What has no value stands last, whichever way the column is sorted. */
export function sortRows<Row>(indices: Uint32Array, rows: readonly Row[], columns: readonly Column<Row>[], sort: readonly SortKey[], locale: string): Uint32Array {
  const keys = sort.flatMap(({ key, descending }) => {
    const column = columns.find((candidate) => candidate.key === key)
    return column ? [{ ranks: ranksOf(rows, column, locale), sign: descending ? -1 : 1 }] : []
  })
  if (keys.length === 0) return indices
  return indices.slice().sort((a, b) => {
    for (const { ranks, sign } of keys) {
      const [left, right] = [ranks[a] ?? Number.NaN, ranks[b] ?? Number.NaN]
      if (left === right) continue
      const [none, noneRight] = [Number.isNaN(left), Number.isNaN(right)]
      if (none && noneRight) continue
      if (none || noneRight) return none ? 1 : -1
      return left < right ? -sign : sign
    }
    return a - b
  })
}

/** A number for each row that sorts as its value does, NaN for none. Each distinct value is compared once, not each row. */
function ranksOf<Row>(rows: readonly Row[], column: Column<Row>, locale: string): Float64Array {
  const values = rows.map((row) => column.get(row))
  if (column.kind === 'number' && values.every((value) => typeof value === 'number' || value === null)) return Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)))
  const compare = comparer(column, locale)
  const distinct = [...new Set(values)].filter((value) => value !== null).sort(compare)
  const ranks = new Map<CellValue, number>()
  let rank = 0
  distinct.forEach((value, index) => {
    const before = distinct[index - 1]
    if (before !== undefined && compare(before, value) !== 0) rank++
    ranks.set(value, rank)
  })
  return Float64Array.from(values, (value) => ranks.get(value) ?? Number.NaN)
}

type Compare = (a: NonNullable<CellValue>, b: NonNullable<CellValue>) => number
function comparer<Row>(column: Column<Row>, locale: string): Compare {
  if (column.kind === 'number' || column.kind === 'yesNo') return compareNumbers
  if (column.kind === 'date') return (a, b) => (a < b ? -1 : a > b ? 1 : 0)
  if (column.choices) {
    const place = new Map(column.choices.map((choice, index) => [choice.value, index]))
    return (a, b) => (place.get(String(a)) ?? place.size) - (place.get(String(b)) ?? place.size)
  }
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return (a, b) => collator.compare(String(a), String(b))
}
function compareNumbers(a: NonNullable<CellValue>, b: NonNullable<CellValue>): number {
  const [left, right] = [typeof a === 'bigint' ? a : Number(a), typeof b === 'bigint' ? b : Number(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Rows gathered under the columns they are grouped by, the outermost first; rows keep their order within. */
export function groupRows<Row>(indices: Uint32Array, rows: readonly Row[], columns: readonly Column<Row>[], view: Pick<GridView, 'groups' | 'sort'>, locale: string): { readonly order: Uint32Array; readonly sections: readonly Section[] } {
  const by = view.groups.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  if (by.length === 0) return { order: indices, sections: [] }
  const order = new Uint32Array(indices.length)
  const sections: Section[] = []
  let from = 0
  const lay = (members: Iterable<number>, level: number, path: string): void => {
    const column = by[level]
    if (!column) {
      for (const index of members) order[from++] = index
      return
    }
    const falling = view.sort.some((sort) => sort.key === column.key && sort.descending)
    for (const group of gather(members, rows, column, locale, falling)) {
      const key = path + group.key
      sections.push({ key, label: group.label, level, from, count: group.members.length })
      lay(group.members, level + 1, `${key}\u001f`)
    }
  }
  lay(indices, 0, '')
  return { order, sections }
}

type Gathered = { readonly key: string; readonly label: string; readonly value: CellValue; readonly members: number[] }

/** Groups in the order of the column's values, what has no value last. */
function gather<Row>(members: Iterable<number>, rows: readonly Row[], column: Column<Row>, locale: string, falling: boolean): readonly Gathered[] {
  const groups = new Map<string, Gathered>()
  const text = textReader(column, locale)
  for (const index of members) {
    const row = rows[index]
    if (row === undefined) continue
    const value = column.get(row)
    const key = value === null ? '' : String(value)
    const group = groups.get(key)
    if (group) group.members.push(index)
    else groups.set(key, { key, label: text(row) || `No ${column.label.toLowerCase()}`, value, members: [index] })
  }
  const compare = comparer(column, locale)
  return [...groups.values()].sort((a, b) => (a.value === null || b.value === null ? (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0) : compare(a.value, b.value) * (falling ? -1 : 1)))
}
