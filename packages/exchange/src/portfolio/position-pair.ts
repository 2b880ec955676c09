import type { ColumnMapping, DraftCells } from './draft.ts'
import type { Table } from './mapping/table.ts'
import { ownDate } from './positions.ts'
import { cellReaders, readLine, type Units } from './read-row.ts'

/**
 * Reads a line as what it tells of: one position as a rule, two where the file gives its first and its latest figures side by side.
 * The first is read where it is dated, gives a figure, and was published before the latest; what stands in other columns holds for both.
 */
export function positionReader(table: Table, columns: readonly ColumnMapping[], units: Units): (line: number) => readonly DraftCells[] {
  const of = (position: 'original' | 'latest') => cellReaders(table, columns.filter((column) => column.position === undefined || column.position === position), units)
  const latest = of('latest')
  const figures = columns.filter((column) => column.position === 'original' && column.field !== undefined && column.field !== 'snapshotOn')
  if (figures.length === 0) return (line) => [readLine(latest, line)]
  const original = of('original')
  return (line) => {
    const [first, last] = [readLine(original, line), readLine(latest, line)]
    const [before, now] = [ownDate({ cells: first }), ownDate({ cells: last })]
    const given = figures.some((column) => table.at(line, column.column).text.trim() !== '')
    return given && before !== undefined && (now === undefined || before < now) ? [first, last] : [last]
  }
}
