import { cellAt, type Cell, type Sheet } from '../../sheet/index.ts'
import type { Mapping } from '../draft.ts'

/** The headings along the header line, '' where there is none. Where they take two lines, the group above goes before the heading: 'Cost (£m)' over 'Baseline' → 'Cost (£m) Baseline'. */
export function headingsOf(sheet: Sheet, orientation: Mapping['orientation'], headerLine: number, headerLines: number, most = Number.POSITIVE_INFINITY): readonly string[] {
  const upright = orientation === 'rows'
  const count = Math.min(most, upright ? sheet.rows.reduce((width, row) => Math.max(width, row.length), 0) : sheet.rows.length)
  const at = (line: number, column: number): Cell => (upright ? cellAt(sheet, line, column) : cellAt(sheet, column, line))
  const own = Array.from({ length: count }, (_, index) => at(headerLine, index + 1).text.trim())
  if (headerLines < 2 || headerLine < 2) return own
  const groups = groupsOf(sheet, headerLine - 1, count)
  return own.map((heading, index) => [groups[index] ?? '', heading].filter((text, part, parts) => text !== '' && (part === 0 || text !== parts[0])).join(' '))
}

/** The group over each column: what a merged cell says for all its columns, or, where nothing is merged, what stands to the left until the next. */
function groupsOf(sheet: Sheet, line: number, count: number): readonly string[] {
  const merges = (sheet.merges ?? []).filter((merge) => merge.row <= line && line < merge.row + merge.rows)
  let left = ''
  return Array.from({ length: count }, (_, index) => {
    const own = cellAt(sheet, line, index + 1).text.trim()
    const merge = merges.find((one) => one.column <= index + 1 && index + 1 < one.column + one.columns)
    if (merge) return cellAt(sheet, merge.row, merge.column).text.trim()
    if (own !== '') left = own
    return own !== '' || (sheet.merges ?? []).length > 0 ? own : left
  })
}
