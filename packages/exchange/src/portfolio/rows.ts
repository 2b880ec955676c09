import type { Currency } from '@throughline/engine/kernel'
import { isBlank, type Issue } from '../sheet/index.ts'
import type { DraftRow, Mapping } from './draft.ts'
import type { Table } from './mapping/table.ts'
import { cellReaders, readLine } from './read-row.ts'

/** The projects of a table. Lines that are no project (without a name, totals, notes below the table) are reported, not taken. */
export function readRows(table: Table, mapping: Mapping, currency: Currency): { readonly rows: readonly DraftRow[]; readonly issues: readonly Issue[] } {
  const readers = cellReaders(table, mapping.columns, currency)
  const nameColumn = mapping.columns.find((column) => column.field === 'name')?.column ?? 1
  const mapped = mapping.columns.filter((column) => column.field !== undefined).map((column) => column.column)
  const rows: DraftRow[] = []
  const issues: Issue[] = []
  for (const line of table.lines) {
    const name = table.at(line, nameColumn).text.replace(/\s+/g, ' ').trim()
    const filled = mapped.filter((column) => !isBlank(table.at(line, column)))
    const other = notAProject(name, filled.length, mapped.length)
    if (other) {
      const at = filled[0] ?? table.headings.findIndex((_, index) => !isBlank(table.at(line, index + 1))) + 1
      issues.push({ ...other, place: table.place(line, at), found: name || table.at(line, at).text })
      continue
    }
    const cells = readLine(readers, line)
    const publishedId = cells.id?.status === 'value' ? cells.id.value : undefined
    rows.push({ number: rows.length + 1, place: table.place(line, nameColumn), name, ...(publishedId === undefined ? {} : { publishedId }), cells })
  }
  return { rows, issues }
}

function notAProject(name: string, filled: number, mapped: number): Omit<Issue, 'place' | 'found'> | undefined {
  if (name === '' && filled > 1) return { code: 'ROW_WITHOUT_NAME', severity: 'warning', expected: 'the name of a project' }
  if (name === '' || (filled === 1 && mapped > 3 && name.length > 100)) return { code: 'FOOTNOTE', severity: 'note', expected: 'rows of projects' }
  if (/^(grand |sub-?)?totals?\b.{0,3}$/i.test(name)) return { code: 'TOTAL_ROW', severity: 'note', expected: 'rows of projects; totals are computed' }
  return undefined
}
