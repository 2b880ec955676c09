import type { ImportDraft, ImportIssue, ImportRow as Row } from '@throughline/contract/demand'
import { columnLetters } from '@throughline/exchange/sheet'

export type ImportRow = Row
export type ImportColumn = ImportDraft['columns'][number]
export type Severity = ImportIssue['severity']

/** Whether a job is at work on it. */
export const isAtWork = ({ state }: Pick<ImportDraft, 'state'>): boolean => state === 'reading' || state === 'applying' || state === 'undoing'

/** Why the import cannot be applied yet, each with what to do; empty where it can. */
export function blockersOf({ columns, asOf, counts, short, scope }: ImportDraft): readonly string[] {
  const named = columns.some(({ field }) => field === 'name')
  return [
    ...(named ? [] : ['No column gives the names of the initiatives. Choose it under Columns.']),
    ...(asOf === null ? ['Nothing says at which date the position was taken. Give the date.'] : []),
    ...(named && counts.rows === 0 ? ['No row with a name was found. Look at the sheet and the columns.'] : []),
    ...(short && scope === null ? ['More than half of the current list would leave it. Say whether this file is the whole list.'] : []),
  ]
}

/** How the newest position stands to the publications that are there; null where there is none. */
export const standingOf = ({ positions }: Pick<ImportDraft, 'positions'>): ImportDraft['positions'][number]['standing'] | null => positions.at(-1)?.standing ?? null

/** Where a column stands in the file: its letters, or its row where the sheet lies on its side. */
export const columnName = ({ transposed }: Pick<ImportDraft, 'transposed'>, column: number): string => (transposed ? `Row ${column}` : columnLetters(column))

/** Where a row stands in the file: its number, or its column where the sheet lies on its side. */
export const rowName = ({ transposed }: Pick<ImportDraft, 'transposed'>, row: number): string => (transposed ? `column ${columnLetters(row)}` : `row ${row}`)

/** Columns that are read before those that are not, both in the order of the file. */
export const readFirst = (columns: readonly ImportColumn[]): readonly ImportColumn[] => [...columns.filter(({ field }) => field !== null), ...columns.filter(({ field }) => field === null)]

/** How many columns give no field. */
export const unreadCount = (columns: readonly ImportColumn[]): number => columns.filter(({ field }) => field === null).length

/** How many issues of a severity there are in all; every severity where none is given. */
export function issueCount({ counts, issuesInAll }: Pick<ImportDraft, 'counts' | 'issuesInAll'>, severity: Severity | undefined): number {
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

/** Whether everything the file says is in force already. */
export const saysNothingNew = ({ positions }: Pick<ImportDraft, 'positions'>): boolean => positions.length > 0 && positions.every(({ standing }) => standing === 'same')
