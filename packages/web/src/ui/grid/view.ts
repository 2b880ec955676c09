import type { Column } from './column.ts'
import type { ColumnFilter, GridView } from './grid-view.ts'
import { layLines } from './lines.ts'
import type { Lines, Section } from './lines.ts'
import { groupRows, sortRows } from './order.ts'
import { textReader } from './show.ts'
import type { RowSource } from './source.ts'

/** The rows as the view orders them: place to index, and the lines they stand on. */
export type Laid = { readonly order: Uint32Array | undefined; readonly lines: Lines }

/** All rows filtered, sorted (keeping the order of equals) and grouped. */
export function layRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: GridView, locale: string): Laid {
  const sorted = sortRows(filterRows(rows, columns, view, locale), rows, columns, view.sort, locale)
  const { order, sections } = groupRows(sorted, rows, columns, view, locale)
  return { order, lines: layLines(order.length, sections, view.collapsed) }
}

/** The rows of a source on their lines; its owner has filtered, sorted and grouped them. */
export function laySource<Row>({ count, groups = [] }: RowSource<Row>, collapsed: readonly string[]): Laid {
  let from = 0
  const sections = groups.map(({ key, label, count }): Section => {
    const section = { key, label, level: 0, from, count }
    from += count
    return section
  })
  return { order: undefined, lines: layLines(count, sections, collapsed) }
}

/** Indices of the rows that pass every column's filter and hold every word of the quick filter in some column. */
export function filterRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], view: Pick<GridView, 'filters' | 'quick'>, locale: string): Uint32Array {
  const tests = columns.flatMap((column) => {
    const filter = view.filters[column.key]
    return filter ? [passing(filter, column, locale)] : []
  })
  const words = view.quick.toLowerCase().split(/\s+/).filter(Boolean)
  tests.push(...words.map((word) => holding(word, columns, locale)))
  const kept = new Uint32Array(rows.length)
  let count = 0
  if (tests.length === 0) {
    for (let index = 0; index < kept.length; index++) kept[index] = index
    return kept
  }
  rows.forEach((row, index) => {
    if (tests.every((passes) => passes(row))) kept[count++] = index
  })
  return kept.subarray(0, count)
}

function passing<Row>(filter: ColumnFilter, column: Column<Row>, locale: string): (row: Row) => boolean {
  const text = textReader(column, locale)
  switch (filter.kind) {
    case 'contains': {
      const sought = filter.text.trim().toLowerCase()
      return (row) => text(row).toLowerCase().includes(sought)
    }
    case 'set': {
      const values = new Set(filter.values)
      return (row) => values.has(text(row))
    }
    case 'number':
    case 'date':
      return (row) => {
        const value = column.get(row)
        if (value === null) return false
        const figure = filter.kind === 'number' ? Number(value) : String(value)
        return (filter.from === null || figure >= filter.from) && (filter.to === null || figure <= filter.to)
      }
  }
}

/** Whether some column holds the word. A word without a digit is not looked for among plain numbers, which take longest to write. */
function holding<Row>(word: string, columns: readonly Column<Row>[], locale: string): (row: Row) => boolean {
  const digits = /[\p{N}\p{P}\p{S}]/u.test(word)
  const readers = columns.filter((column) => digits || column.kind !== 'number' || column.format !== undefined).map((column) => textReader(column, locale))
  return (row) => readers.some((text) => text(row).toLowerCase().includes(word))
}
