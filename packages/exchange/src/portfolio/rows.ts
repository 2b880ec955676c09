import { isBlank, type Issue } from '../sheet/index.ts'
import type { DraftCells, DraftRow, Mapping } from './draft.ts'
import { furtherReader } from './further.ts'
import type { Table } from './mapping/table.ts'
import { organisationOf } from './organisation.ts'
import { positionReader } from './position-pair.ts'
import { dayOrderOf, type Units } from './read-row.ts'

/** Characters that a name may have. A longer one is refused: the row keeps the first so many, marked as cut. */
export const nameLimit = 300

/** The projects of a table. Lines that are no project (without a name, totals, notes below the table) are reported, not taken. */
export function readRows(table: Table, mapping: Mapping, units: Units): { readonly rows: readonly DraftRow[]; readonly issues: readonly Issue[] } {
  const readers = positionReader(table, mapping.columns, units)
  const further = furtherReader(table, mapping.columns, units, (column) => dayOrderOf(table, column))
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
    const place = table.place(line, nameColumn)
    for (const cells of readers(line)) {
      const named = namedWithin(name, cells)
      if (named.nameCut) issues.push({ code: 'NAME_TOO_LONG', severity: 'warning', place, found: `${name.length} characters: ${name}`, expected: `a name of at most ${nameLimit} characters`, hint: `The row goes by the first ${nameLimit} of them until you give it a name` })
      const publishedId = cells.id?.status === 'value' ? cells.id.value : undefined
      rows.push({ number: rows.length + 1, place, ...named, ...(publishedId === undefined ? {} : { publishedId }), asOf: undefined, organisation: organisationOf(cells), ...further(line) })
    }
  }
  return { rows, issues }
}

/** A name beyond the limit is not a name: its cell gives nothing, the row is marked. */
function namedWithin(name: string, cells: DraftCells): Pick<DraftRow, 'name' | 'nameCut' | 'cells'> {
  if (name.length <= nameLimit || cells.name === undefined) return { name, cells }
  const { asPublished, place } = cells.name
  return { name: name.slice(0, nameLimit).toWellFormed().trim(), nameCut: true, cells: { ...cells, name: { asPublished, place, status: 'unreadable', suspect: 'NAME_TOO_LONG' } } }
}

function notAProject(name: string, filled: number, mapped: number): Omit<Issue, 'place' | 'found'> | undefined {
  if (name === '' && filled > 1) return { code: 'ROW_WITHOUT_NAME', severity: 'warning', expected: 'the name of a project' }
  if (name === '' || (filled === 1 && mapped > 3 && name.length > 100)) return { code: 'FOOTNOTE', severity: 'note', expected: 'rows of projects' }
  if (/^(grand |sub-?)?totals?\b.{0,3}$/i.test(name)) return { code: 'TOTAL_ROW', severity: 'note', expected: 'rows of projects; totals are computed' }
  return undefined
}
