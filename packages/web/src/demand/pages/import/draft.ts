import type { ImportDraft, ImportIssue } from '@throughline/contract/demand'
import { columnLetters } from '@throughline/exchange/sheet'
import type { Publication } from './acts.ts'

export type ImportRow = ImportDraft['rows'][number]
export type ImportColumn = ImportDraft['columns'][number]
export type Severity = ImportIssue['severity']

/** Why the import cannot be applied yet, each with what to do; empty where it can. */
export function blockersOf({ columns, asOf, counts }: ImportDraft): readonly string[] {
  const named = columns.some(({ field }) => field === 'name')
  return [
    ...(named ? [] : ['No column gives the names of the initiatives. Choose it under Columns.']),
    ...(asOf === null ? ['Nothing says at which date the position was taken. Give the date.'] : []),
    ...(named && counts.rows === 0 ? ['No row with a name was found. Look at the sheet and the columns.'] : []),
  ]
}

/** What applying means beside the publications that are there: taking the place of one, or telling of an earlier position. */
export function standingOf(draft: Pick<ImportDraft, 'title' | 'asOf'>, publications: readonly Publication[]): 'first' | 'again' | 'earlier' | 'newest' {
  const { title, asOf } = draft
  if (asOf === null || publications.length === 0) return 'first'
  if (publications.some((known) => known.title === title && known.asOf === asOf)) return 'again'
  return publications.some((known) => known.asOf > asOf) ? 'earlier' : 'newest'
}

/** Where a column stands in the file: its letters, or its row where the sheet lies on its side. */
export const columnName = ({ transposed }: Pick<ImportDraft, 'transposed'>, column: number): string => (transposed ? `Row ${column}` : columnLetters(column))

/** Where a row stands in the file: its number, or its column where the sheet lies on its side. */
export const rowName = ({ transposed }: Pick<ImportDraft, 'transposed'>, row: number): string => (transposed ? `column ${columnLetters(row)}` : `row ${row}`)

/** Columns that are read before those that are not, both in the order of the file. */
export const readFirst = (columns: readonly ImportColumn[]): readonly ImportColumn[] => [...columns.filter(({ field }) => field !== null), ...columns.filter(({ field }) => field === null)]

/** How many columns give no field. */
export const unreadCount = (columns: readonly ImportColumn[]): number => columns.filter(({ field }) => field === null).length

/** The issues of one row among those listed. */
export const issuesOfRow = ({ transposed, sheet, issues }: ImportDraft, { row }: ImportRow): readonly ImportIssue[] =>
  issues.filter(({ place }) => place.sheet === sheet && (transposed ? place.column : place.row) === row)

/** How many issues of a severity there are in all, listed or not; every severity where none is given. */
export function issueCount({ counts, issuesInAll }: ImportDraft, severity: Severity | undefined): number {
  switch (severity) {
    case undefined:
      return issuesInAll
    case 'error':
      return counts.errors
    case 'warning':
      return counts.warnings
    case 'note':
      return counts.notes
  }
}

/** How sure the reading of a heading is, from its confidence of 0 to 1: below 0.6 a person should look. */
export const sureness = (confidence: number): 'sure' | 'likely' | 'doubtful' => (confidence >= 0.9 ? 'sure' : confidence >= 0.6 ? 'likely' : 'doubtful')
