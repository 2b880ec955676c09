import type { CellValue, Column } from './column.ts'
import type { ColumnFilter, GridView, SortKey } from './grid-view.ts'
import { showCell } from './show.ts'

/** One line of the grid: a row by its index in the data, or the head of a group. */
export type Line = { readonly kind: 'row'; readonly index: number } | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly rows: readonly number[]; readonly open: boolean }

/** The lines to show: filtered, sorted (keeping the order of equals), grouped. */
export function viewLines<Row>(rows: readonly Row[], columns: readonly Column<Row>[], state: GridView, locale: string): { readonly lines: readonly Line[]; readonly matching: number } {
  const kept = sortRows(filterRows(rows, columns, state, locale), rows, columns, state.sort, locale)
  const grouping = columns.find((column) => column.key === state.groups[0])
  if (!grouping) return { lines: kept.map((index) => ({ kind: 'row', index })), matching: kept.length }
  const lines = groupRows(kept, rows, grouping, locale).flatMap(({ key, label, members }): Line[] => {
    const open = !state.collapsed.includes(key)
    const head: Line = { kind: 'group', key, label, rows: members, open }
    return open ? [head, ...members.map((index): Line => ({ kind: 'row', index }))] : [head]
  })
  return { lines, matching: kept.length }
}

/** Indices of the rows that pass every column's filter and hold every word of the quick filter in some column. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], state: Pick<GridView, 'filters' | 'quick'>, locale: string): number[] {
  const words = state.quick.toLowerCase().split(/\s+/).filter(Boolean)
  const filtered = columns.flatMap((column) => {
    const filter = state.filters[column.key]
    return filter ? [{ column, filter }] : []
  })
  const all = rows.map((_, index) => index)
  if (words.length === 0 && filtered.length === 0) return all
  return all.filter((index) => {
    const row = rows[index]
    if (row === undefined) return false
    if (!filtered.every(({ column, filter }) => passes(filter, column, row, locale))) return false
    if (words.length === 0) return true
    const text = columns.map((column) => showCell(column, column.get(row), row, locale)).join('\u0000').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function passes<Row>(filter: ColumnFilter, column: Column<Row>, row: Row, locale: string): boolean {
  const value = column.get(row)
  switch (filter.kind) {
    case 'contains':
      return showCell(column, value, row, locale).toLowerCase().includes(filter.text.trim().toLowerCase())
    case 'set':
      return filter.values.includes(showCell(column, value, row, locale))
    case 'number':
      return value !== null && (filter.from === null || Number(value) >= filter.from) && (filter.to === null || Number(value) <= filter.to)
    case 'date':
      return value !== null && (filter.from === null || String(value) >= filter.from) && (filter.to === null || String(value) <= filter.to)
  }
}

/** Sorts indices by the keys in turn. What has no value stands last, whichever way the column is sorted. */
export function sortRows<Row>(indices: readonly number[], rows: readonly Row[], columns: readonly Column<Row>[], sort: readonly SortKey[], locale: string): number[] {
  const keys = sort.flatMap(({ key, descending }) => {
    const column = columns.find((candidate) => candidate.key === key)
    return column ? [{ values: rows.map((row) => column.get(row)), compare: comparer(column, locale), sign: descending ? -1 : 1 }] : []
  })
  if (keys.length === 0) return [...indices]
  return [...indices].sort((a, b) => {
    for (const { values, compare, sign } of keys) {
      const [left, right] = [values[a] ?? null, values[b] ?? null]
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1
        continue
      }
      const order = compare(left, right)
      if (order !== 0) return order * sign
    }
    return a - b
  })
}

type Compare = (a: NonNullable<CellValue>, b: NonNullable<CellValue>) => number
function comparer<Row>(column: Column<Row>, locale: string): Compare {
  if (column.kind === 'number') return (a, b) => compareNumbers(a, b)
  if (column.kind === 'date') return (a, b) => (a < b ? -1 : a > b ? 1 : 0)
  if (column.choices) {
    const place = new Map(column.choices.map((choice, index) => [choice.value, index]))
    return (a, b) => (place.get(String(a)) ?? place.size) - (place.get(String(b)) ?? place.size)
  }
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return (a, b) => collator.compare(String(a), String(b))
}
function compareNumbers(a: NonNullable<CellValue>, b: NonNullable<CellValue>): number {
  const [left, right] = [typeof a === 'string' ? Number(a) : a, typeof b === 'string' ? Number(b) : b]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Groups in the order of the column's choices, else as the rows come; rows keep their order within. */
function groupRows<Row>(indices: readonly number[], rows: readonly Row[], column: Column<Row>, locale: string): { key: string; label: string; members: number[] }[] {
  const groups = new Map<string, { key: string; label: string; members: number[]; value: CellValue }>()
  for (const index of indices) {
    const row = rows[index]
    if (row === undefined) continue
    const value = column.get(row)
    const key = value === null ? '' : String(value)
    const group = groups.get(key) ?? { key, label: showCell(column, value, row, locale) || `No ${column.label.toLowerCase()}`, members: [], value }
    group.members.push(index)
    groups.set(key, group)
  }
  const compare = comparer(column, locale)
  return [...groups.values()].sort((a, b) => (a.value === null || b.value === null ? (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0) : compare(a.value, b.value)))
}
