import { fieldKeys, fieldOf, type ColumnMapping, type DraftRow } from '@throughline/exchange/portfolio'
import { cellName, describeIssue, describeRefusal, textCell, type Cell, type Issue, type Sheet } from '@throughline/exchange/sheet'
import type { ImportDraft, ImportIssue, ImportResult } from '@throughline/contract/demand'
import type { StoredImport } from '../store/imports.ts'
import type { KnownNames } from '../store/publications.ts'
import { publishedAmount } from '../store/amounts.ts'
import { presentAmount } from '../present.ts'
import type { ReadImport } from './choices.ts'
import { planRows, type PlannedRow } from './plan.ts'
import { ratingField, storedAmount } from './report.ts'

/** Most rows and issues that a preview lists; the counts say how many there are, and all issues can be downloaded. */
export const previewLimit = 500
const samplesShown = 3

/** What an import would do, computed from its bytes and choices each time. */
export function previewOf(stored: Pick<StoredImport, 'id' | 'file_name' | 'state' | 'outcome'>, read: ReadImport, known: readonly KnownNames[]): ImportDraft {
  const { draft } = read
  const plan = planRows(draft, known)
  const issues = issuesOf(read, plan.issues)
  const names = new Map(known.map((one) => [one.id, one.names[0] ?? '']))
  const sheet = read.sheets.find(({ name }) => name === draft.sheetName)
  const severities = Map.groupBy(issues, ({ severity }) => severity)
  const count = (holds: (row: PlannedRow) => boolean): number => plan.rows.filter(holds).length
  return {
    id: stored.id, fileName: stored.file_name, format: read.format, state: stored.state, applied: (stored.outcome ?? null) as ImportResult | null, sheets: read.sheets.map(({ name, rows }) => ({ name, rows: rows.length })), sheet: draft.sheetName, transposed: draft.mapping.orientation === 'columns',
    title: read.title, asOf: draft.asOf ?? null, asOfBecause: draft.asOfProposal?.evidence ?? (draft.asOf === undefined ? '' : 'you gave it'), ratingScale: draft.ratingScale ?? null,
    columns: draft.mapping.columns.map((column) => presentColumn(column, sheet, draft.mapping)),
    fields: fieldKeys.map((key) => ({ key, label: fieldOf(key).label, kind: fieldOf(key).kind, required: key === 'name' })),
    counts: {
      rows: plan.rows.length, created: count(({ linkedBy }) => linkedBy === 'new'), updated: count(({ initiativeId }) => initiativeId !== null), refused: count(({ linkedBy }) => linkedBy === 'refused'),
      errors: severities.get('error')?.length ?? 0, warnings: severities.get('warning')?.length ?? 0, notes: severities.get('note')?.length ?? 0,
    },
    issues: issues.slice(0, previewLimit), issuesInAll: issues.length,
    rows: plan.rows.slice(0, previewLimit).map((planned) => presentPlanned(planned, read, names)),
  }
}

/** Every issue of an import, in the order of the file. */
export function issuesOf(read: ReadImport, planned: readonly Issue[]): readonly ImportIssue[] {
  const blocking: readonly ImportIssue[] = read.unreadable
    ? [{ code: read.unreadable.code, severity: 'error', place: { sheet: read.draft.sheetName, row: 0, column: 0, cell: '' }, found: 'no column with the names', expected: 'a column for the names', message: describeRefusal(read.unreadable) }]
    : []
  return [...blocking, ...[...read.issues, ...planned].map(presentIssue)]
}

const presentIssue = (issue: Issue): ImportIssue => ({
  code: issue.code, severity: issue.severity, found: issue.found, expected: issue.expected, message: describeIssue(issue),
  place: { sheet: issue.place.sheet, row: issue.place.row ?? 0, column: issue.place.column ?? 0, cell: cellName(issue.place), ...(issue.place.header === undefined ? {} : { header: issue.place.header }) },
})

function presentColumn({ column, header, field, confidence }: ColumnMapping, sheet: Sheet | undefined, { orientation, headerLine }: ReadImport['draft']['mapping']): ImportDraft['columns'][number] {
  const line: readonly Cell[] = orientation === 'rows' ? (sheet?.rows ?? []).map((row) => row[column - 1] ?? textCell('')) : (sheet?.rows[column - 1] ?? [])
  const samples = line.slice(headerLine).map(({ text }) => text.trim()).filter((text) => text !== '').slice(0, samplesShown)
  return { column, header, samples: samples.map((text) => text.slice(0, 200)), field: field ?? null, confidence }
}

function presentPlanned({ row, linkedBy, initiativeId }: PlannedRow, { draft }: ReadImport, names: ReadonlyMap<string, string>): ImportDraft['rows'][number] {
  const amount = (field: 'wholeLifeCost' | 'benefits') => presentAmount(publishedAmount(storedAmount(row.cells[field], draft.currency)))
  const rating = row.cells[ratingField(row)]
  return {
    row: (draft.mapping.orientation === 'columns' ? row.place.column : row.place.row) ?? row.number, name: row.name, match: linkedBy === 'chosen' ? 'id' : linkedBy, matchedName: initiativeId === null ? null : (names.get(initiativeId) ?? null), unit: unitOf(row),
    rating: rating?.status === 'value' && draft.ratingScale ? { scale: draft.ratingScale, level: rating.value } : null, cost: amount('wholeLifeCost'), benefits: amount('benefits'), startOn: dayOf(row, 'startOn'), endOn: dayOf(row, 'endOn'),
  }
}

const unitOf = ({ cells: { department } }: DraftRow): string | null => (department?.status === 'value' ? department.value.trim() : null)
function dayOf({ cells }: DraftRow, field: 'startOn' | 'endOn'): string | null {
  const reading = cells[field]
  return reading?.status === 'value' ? reading.value : null
}
