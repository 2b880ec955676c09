import { ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import { capIssues, sheetName, shorten, type Issue, type Refusal, type Sheet } from '../sheet/index.ts'
import { proposeAsOf } from './as-of.ts'
import { datePositions } from './positions.ts'
import { ratingScaleOf } from './cells/rating.ts'
import { unreadableCells } from './checks/cells.ts'
import { columnIssues } from './checks/columns.ts'
import { markDoubts } from './checks/doubt.ts'
import { markDuplicates } from './checks/duplicates.ts'
import type { AsOfProposal, Mapping, PortfolioDraft, ReadPortfolioOptions } from './draft.ts'
import { portfolioLikeness, proposeMapping } from './mapping/propose.ts'
import { columnCells, tableOf, type Table } from './mapping/table.ts'
import { readRows } from './rows.ts'
import { isTarget, targetsNamed } from './target.ts'

/**
 * The one way from sheets to a portfolio: choose the sheet, find how it lies, match its columns, read its cells, check.
 * Mapping, date and sheet are proposed where the caller does not give them. Good rows are never held back by bad ones.
 */
export function readPortfolio(sheets: readonly Sheet[], options: ReadPortfolioOptions): Result<PortfolioDraft, Refusal> {
  const chosen = chooseSheet(sheets, options.sheetName)
  if (!chosen.ok) return chosen
  const sheet = chosen.value
  const mapping = options.mapping ?? proposeMapping(sheet, options.memory)
  const table = tableOf(sheet, mapping.orientation, mapping.headerLine, mapping.headerLines)
  const refusal = fits(mapping, table)
  if (refusal) return refuse(refusal)
  const { rows: read, issues: rowIssues } = readRows(table, mapping, options)
  const asOfProposal = options.asOf === undefined ? proposeAsOf(options.fileName, sheet, mapping) : undefined
  const dated = datePositions(read, options.asOf ?? asOfProposal?.date, sheetName(options.fileName))
  const doubted = markDoubts(dated.rows)
  const { rows, issues: duplicates } = markDuplicates(doubted.rows)
  const ratings = rows.flatMap((row) => [row.cells.ratingIpa, row.cells.ratingSro]).flatMap((rating) => (rating?.status === 'value' ? [rating.value] : []))
  const scale = ratingScaleOf(mapping.columns.filter((column) => column.field?.startsWith('rating')).map((column) => column.header), ratings)
  const unread = mapping.columns.filter((column) => column.field === undefined && columnCells(table, column.column).some((cell) => cell.text.trim() !== ''))
  return ok({
    positions: dated.positions, asOf: dated.positions.at(-1)?.asOf ?? options.asOf ?? asOfProposal?.date, asOfProposal, ratingScale: scale?.scale, currency: options.currency, rows, mapping, sheetName: sheet.name,
    unreadColumns: unread.map(({ column, header }) => ({ column, header })),
    issues: capIssues([
      ...otherSheets(sheets, sheet), ...asOfIssues(sheet, options.asOf, asOfProposal), ...scaleIssues(sheet, scale?.named),
      ...columnIssues(table, mapping, options), ...rowIssues, ...dated.issues, ...unreadableCells(rows), ...doubted.issues, ...duplicates,
    ]),
  })
}

/** The sheet asked for, else the one that looks most like a portfolio. */
function chooseSheet(sheets: readonly Sheet[], name: string | undefined): Result<Sheet, Refusal> {
  const names = sheets.map((sheet) => sheet.name)
  if (name !== undefined) {
    const asked = sheets.find((sheet) => sheet.name === name)
    return asked ? ok(asked) : refuse({ code: 'SHEET_NOT_FOUND', sheetName: name, sheets: names })
  }
  const filled = sheets.filter((sheet) => sheet.rows.filter((row) => row.some((cell) => cell.text.trim() !== '')).length >= 2)
  const [first, ...others] = filled
  if (!first) return refuse({ code: 'NO_TABLE', sheets: names })
  return ok(others.reduce((best, next) => (portfolioLikeness(next) > portfolioLikeness(best) ? next : best), first))
}

function fits(mapping: Mapping, table: Table): Refusal | undefined {
  const outside = mapping.columns.find((column) => column.column < 1 || column.column > table.headings.length)
  if (outside) return { code: 'MAPPING_DOES_NOT_FIT', sheet: table.sheet.name, column: outside.column, columns: table.headings.length }
  const odd = mapping.columns.find(({ field }) => field !== undefined && !isTarget(field))
  if (odd) return { code: 'UNKNOWN_FIELD', field: String(odd.field), column: odd.column, header: odd.header, fields: targetsNamed }
  if (mapping.columns.some((column) => column.field === 'name')) return undefined
  return { code: 'NO_NAME_COLUMN', sheet: table.sheet.name, headers: table.headings.filter((heading) => heading !== '').map((heading) => shorten(heading, 40)) }
}

function otherSheets(sheets: readonly Sheet[], chosen: Sheet): readonly Issue[] {
  return sheets.filter((sheet) => sheet !== chosen).map((sheet) => ({
    code: 'OTHER_SHEET', severity: 'note', place: { sheet: sheet.name }, found: `${sheet.rows.length} rows`, expected: `one sheet; '${chosen.name}' was read`, hint: 'Choose this sheet instead if it holds the portfolio',
  }))
}

function asOfIssues(sheet: Sheet, given: CivilDate | undefined, proposal: AsOfProposal | undefined): readonly Issue[] {
  if (given !== undefined) return []
  const place = { sheet: sheet.name }
  if (!proposal) return [{ code: 'AS_OF_UNKNOWN', severity: 'error', place, found: '', expected: 'the date of the position', hint: 'Say at which date the position was taken' }]
  return proposal.confidence === 1 ? [] : [{ code: 'AS_OF_PROPOSED', severity: 'note', place, found: `${proposal.date}: ${proposal.evidence}`, expected: 'your confirmation' }]
}

function scaleIssues(sheet: Sheet, named: boolean | undefined): readonly Issue[] {
  if (named !== false) return []
  return [{ code: 'RATING_SCALE_UNKNOWN', severity: 'note', place: { sheet: sheet.name }, found: 'only green, amber and red', expected: 'a heading that names the scale', hint: 'It is taken for a three-point scale' }]
}
