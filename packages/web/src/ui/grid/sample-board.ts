import type { Board } from './board.ts'
import type { CellValue, Column } from './column.ts'
import { layLines } from './lines.ts'
import type { Section } from './lines.ts'

/** A row of a small grid for tests: its cells by column. */
export type SampleRow = { readonly key: string; readonly cells: Readonly<Record<string, CellValue>> }

/** A column for tests that may be edited, with what differs from that. */
export const sampleColumn = (key: string, kind: Column<SampleRow>['kind'], more: Partial<Column<SampleRow>> = {}): Column<SampleRow> => ({ key, label: key, kind, width: 80, editable: true, get: ({ cells }) => cells[key] ?? null, ...more })

/** A grid of a table of values without a screen: rows are called r0, r1 and so on. */
export function sampleBoard(columns: readonly Column<SampleRow>[], values: readonly (readonly CellValue[])[], sections: readonly Section[] = [], locale = 'en-GB'): Board<SampleRow> {
  const rows = values.map((row, index): SampleRow => ({ key: `r${index}`, cells: Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])) }))
  return {
    shown: columns,
    lines: layLines(rows.length, sections, []),
    locale,
    keyOf: ({ key }) => key,
    valueIn: (row, column) => column.get(row),
    rows: { at: (place) => rows[place], read: async (places) => places.map((place) => rows[place]), of: (key) => rows.find((row) => row.key === key), placeOf: (key) => rows.findIndex((row) => row.key === key), note: () => undefined },
  }
}
