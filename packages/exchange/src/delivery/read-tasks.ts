import type { TaskKind, TaskRow, TaskState } from '@throughline/engine/delivery'
import { dayOrder } from '../portfolio/index.ts'
import { findHead, firstRowSaid, isBlank, plainNumber, type Cell, type Sheet } from '../sheet/index.ts'
import { cellOf, dayOf, dayText, type DayOrder } from './days.ts'
import { columnsIn, fieldWords, type Columns, type Field } from './headings.ts'
import { flagOf, kindOf, stateOf, stateOfShare } from './words.ts'

/** What could not be read, with its line, what stands there, and what would have been read. */
export type TaskReadIssue = { readonly line: number | null; readonly found: string; readonly expected: string }
/** A list of work as a file gives it. `fields`: as what each heading was read, null where it was not. */
export type GivenTasks = { readonly rows: readonly TaskRow[]; readonly fields: readonly { readonly heading: string; readonly field: string | null }[]; readonly issues: readonly TaskReadIssue[] }

const longest: Partial<Readonly<Record<Field, number>>> = { key: 120, name: 300, wbs: 260, parent: 260, owner: 200, link: 1010, enables: 300 }

/**
 * Work of a sheet with a heading for the key and one for the name, the state or the WBS code, as issue trackers and planning tools
 * export it. What the sheet has no column for is left out of the rows; an empty cell takes back. A cell that cannot be read is named, and its line left out.
 */
export function readTasks(sheet: Sheet): GivenTasks {
  const head = findHead(sheet, columnsIn)
  if (head) return readRows(sheet, head.at, head.columns)
  return { rows: [], fields: [], issues: [{ line: 1, found: firstRowSaid(sheet), expected: 'headings such as Key, Name, WBS, State, Start and Finish; Key and one of the first three are needed' }] }
}

function readRows(sheet: Sheet, headAt: number, columns: Columns): GivenTasks {
  const body = sheet.rows.slice(headAt + 1)
  // Dates of one file are written in one order: what decides in one column decides in all.
  const order = dayOrder(body.flatMap((row) => (['startOn', 'finishOn', 'finishedOn'] as const).map((field) => dayText(cellOf(row, columns[field])))))
  const read = body.flatMap((row, at) => (row.every(isBlank) ? [] : [readRow(row, headAt + at + 2, columns, order)]))
  const places = new Map(Object.entries(columns).map(([field, at]) => [at, fieldWords[field as Field]]))
  const fields = (sheet.rows[headAt] ?? []).flatMap(({ text }, at) => (text.trim() === '' ? [] : [{ heading: text.trim().slice(0, 200), field: places.get(at) ?? null }]))
  return { fields, rows: read.flatMap((one) => ('issue' in one ? [] : [one.row])), issues: read.flatMap((one) => ('issue' in one ? [one.issue] : [])) }
}


type Read = { readonly row: TaskRow } | { readonly issue: TaskReadIssue }

function readRow(row: readonly Cell[], line: number, columns: Columns, order: DayOrder): Read {
  const text = (field: Field): string => textOf(cellOf(row, columns[field]))
  const wrong = (field: Field, expected: string): Read => ({ issue: { line, found: text(field).slice(0, 120) || 'nothing', expected } })
  const given = <T>(field: Field, value: T): T | undefined => (columns[field] === undefined ? undefined : value)
  if (text('key') === '') return wrong('key', 'the key that the task has where it comes from')
  const long = (Object.entries(longest) as [Field, number][]).find(([field, most]) => text(field).length > most)
  if (long) return { issue: { line, found: `${text(long[0]).slice(0, 60)}…`, expected: `a ${fieldWords[long[0]]} of at most ${long[1]} characters` } }
  const days = { startOn: dayOf(cellOf(row, columns.startOn), order, 'from'), finishOn: dayOf(cellOf(row, columns.finishOn), order, 'to'), finishedOn: dayOf(cellOf(row, columns.finishedOn), order, 'to') }
  const unread = (['startOn', 'finishOn', 'finishedOn'] as const).find((field) => days[field] === undefined)
  if (unread) return wrong(unread, 'a date that reads one way, such as 2027-03-31')
  const kind = kindIn(text)
  if (kind === null) return wrong(text('kind') !== '' && kindOf(text('kind')) === undefined ? 'kind' : 'isMilestone', 'summary, work package, planning package, task or milestone (or yes and no, where a column asks whether it is one)')
  const state = stateIn(text)
  if (state === null) return wrong(text('state') !== '' ? 'state' : 'complete', 'not started, in progress, done or cancelled')
  return {
    row: {
      line, key: text('key'), name: text('name') === '' ? undefined : text('name'), wbs: given('wbs', text('wbs').replace(/\.$/, '') || null), kind, parent: given('parent', text('parent') || null), owner: given('owner', text('owner') || null), state,
      startOn: given('startOn', days.startOn), finishOn: given('finishOn', days.finishOn), finishedOn: given('finishedOn', days.finishedOn), link: given('link', text('link') || null), enables: given('enables', text('enables') || null),
    },
  }
}

/** Numbers without an exponent or a point for nothing; what a planning tool writes where there is nothing is nothing. */
function textOf(cell: Cell): string {
  const text = (cell.number !== undefined && !cell.text.trim().endsWith('%') ? plainNumber(cell.number) : cell.text).trim()
  return text === 'NA' || text === 'N/A' ? '' : text
}

/** The kind by its word or by the flags of a planning tool; undefined where nothing says it, null where it says something else. */
function kindIn(text: (field: Field) => string): TaskKind | undefined | null {
  if (text('kind') !== '' && kindOf(text('kind')) === undefined) return null
  const [milestone, summary] = [flagOf(text('isMilestone')), flagOf(text('isSummary'))]
  if (milestone === undefined || summary === undefined) return null
  return milestone ? 'milestone' : summary ? 'summary' : text('kind') === '' ? undefined : kindOf(text('kind'))
}

/** The state by its word, else by how much is complete; undefined where nothing says it, null where it says something else. */
function stateIn(text: (field: Field) => string): TaskState | undefined | null {
  if (text('state') !== '') return stateOf(text('state')) ?? null
  return text('complete') === '' ? undefined : (stateOfShare(text('complete')) ?? null)
}
