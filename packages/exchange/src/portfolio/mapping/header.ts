import type { Mapping } from '../draft.ts'
import type { FieldKey } from '../fields.ts'
import type { Sheet } from '../../sheet/index.ts'
import { matchWords } from './match.ts'
import { headingsOf } from './headings.ts'

/** Which way a sheet lies, where its headings stand and how sure that is: the sum of confidence of the fields that they name. */
export type Header = Pick<Mapping, 'orientation' | 'headerLine' | 'headerLines'> & { readonly score: number }

/** Lines that are looked at for headings: the first of each direction. */
const [rowsTried, columnsTried] = [20, 5]

/** The row among the first 20, or the column among the first 5, whose texts name most fields; two rows where the upper one names groups; the first filled row if none does. */
export function findHeader(sheet: Sheet): Header {
  const width = sheet.rows.slice(0, 200).reduce((most, row) => Math.max(most, row.length), 0)
  const lines: readonly Omit<Header, 'score'>[] = [
    ...Array.from({ length: Math.min(rowsTried, sheet.rows.length) }, (_, index) => ({ orientation: 'rows' as const, headerLine: index + 1 })),
    ...Array.from({ length: Math.min(columnsTried, width) }, (_, index) => ({ orientation: 'columns' as const, headerLine: index + 1 })),
  ]
  const first = Math.max(0, sheet.rows.findIndex((row) => row.filter((cell) => cell.text.trim() !== '').length >= 2))
  const start: Header = { orientation: 'rows', headerLine: first + 1, score: 0 }
  const best = lines.reduce((found: Header, line) => {
    const score = headerScore(sheet, line)
    return score > found.score ? { ...line, score } : found
  }, start)
  return best.orientation === 'rows' ? withGroups(sheet, best) : best
}

/** The same header with the line of groups above it (or, where that named more, the line below it), if that names at least as much. */
function withGroups(sheet: Sheet, header: Header): Header {
  const double = [header.headerLine, header.headerLine + 1].filter((line) => groupsAbove(sheet, line)).map((headerLine): Header => {
    const line = { orientation: 'rows' as const, headerLine, headerLines: 2 }
    return { ...line, score: headerScore(sheet, line) }
  })
  return double.reduce((best, next) => (next.score >= best.score ? next : best), header)
}

/** Whether the row above holds names of groups: at least two, one of which stands over several headings. */
function groupsAbove(sheet: Sheet, line: number): boolean {
  const [upper, lower] = [sheet.rows[line - 2] ?? [], sheet.rows[line - 1] ?? []]
  const filled = upper.flatMap((cell, at) => (cell.text.trim() === '' ? [] : [at]))
  if (line < 2 || filled.length < 2 || filled.some((at) => (upper[at]?.text.length ?? 0) > 80)) return false
  if (sheet.merges?.some((merge) => merge.row === line - 1 && merge.columns > 1)) return true
  const isText = lower.filter((cell) => cell.text.trim() !== '').every((cell) => cell.number === undefined && cell.date === undefined && !/^[-£$€(]?\d[\d.,]*%?\)?$/.test(cell.text.trim()))
  return isText && filled.some((at) => (upper[at + 1]?.text ?? '').trim() === '' && (lower[at]?.text ?? '').trim() !== '' && (lower[at + 1]?.text ?? '').trim() !== '')
}

function headerScore(sheet: Sheet, line: Omit<Header, 'score'>): number {
  const best = new Map<FieldKey, number>()
  for (const text of headingsOf(sheet, line.orientation, line.headerLine, line.headerLines ?? 1, 300)) {
    const [match] = text === '' || text.length > 500 ? [] : matchWords(text)
    if (match && match.confidence >= 0.75) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.confidence))
  }
  return best.size < 2 ? 0 : [...best.values()].reduce((sum, confidence) => sum + confidence, 0)
}
