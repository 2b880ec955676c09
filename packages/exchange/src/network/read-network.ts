import type { CivilDate } from '@throughline/engine/kernel'
import { dayOrder, readOneWay } from '../portfolio/index.ts'
import { findHead, firstRowSaid, isBlank, placesIn, plainNumber, type Cell, type Sheet } from '../sheet/index.ts'

/** A line of a list of nodes and edges as a file gives it; what a node leads to is named, separated by semicolons or lines. */
export type GivenNode = { readonly line: number; readonly kind: string; readonly name: string; readonly owner: string | null; readonly note: string; readonly startsOn: CivilDate | null; readonly dueOn: CivilDate | null; readonly state: GivenState | null; readonly leadsTo: readonly string[]; readonly share: number | null; readonly lagMonths: number | null }
/** How far a node is, as a list says it. */
const givenStates = ['planned', 'under_way', 'done', 'retired'] as const
type GivenState = (typeof givenStates)[number]
/** What could not be read, with its line, what stands there, and what would have been read. */
export type NodeIssue = { readonly line: number | null; readonly found: string; readonly expected: string }
export type GivenNetwork = { readonly rows: readonly GivenNode[]; readonly issues: readonly NodeIssue[] }

const headings = { kind: /^(kind|type|node type)$/i, name: /^(name|node|title|from)$/i, owner: /^(owner|owned by|responsible)$/i, note: /^(note|notes|description|evidence)$/i, starts: /^(start|starts|starts on|start date|from date)$/i, due: /^(due|due on|due date|end|ends|end date|by)$/i, state: /^(state|status)$/i, leadsTo: /^(leads? to|to|enables|contributes to|next)$/i, share: /^(share|contribution|share %|contribution %|share \(%\)|contribution \(%\))$/i, lag: /^(lag|lag months|lag \(months\)|months)$/i } as const
type Columns = { readonly [K in keyof typeof headings]: number }
const longest = { text: 200, note: 4000 } as const

/** Nodes and edges of a sheet with the headings Kind and Name, and of Owner, Start, Due, State, Leads to, Share, Lag and Note those that there are. A cell that cannot be read is named, and its line left out. */
export function readNetwork(sheet: Sheet): GivenNetwork {
  const head = findHead(sheet, columnsIn)
  if (head) return readRows(sheet, head.at, head.columns)
  return { rows: [], issues: [{ line: 1, found: firstRowSaid(sheet), expected: 'the headings Kind, Name and Leads to' }] }
}

function columnsIn(row: readonly Cell[]): Columns | undefined {
  const columns = placesIn(row, headings)
  return columns.kind >= 0 && columns.name >= 0 ? columns : undefined
}

function readRows(sheet: Sheet, headAt: number, columns: Columns): GivenNetwork {
  const body = sheet.rows.slice(headAt + 1)
  const order = dayOrder(body.flatMap((row) => [row[columns.starts]?.text ?? '', row[columns.due]?.text ?? '']))
  const read = body.flatMap((row, at) => (row.every(isBlank) ? [] : [readRow(row, headAt + at + 2, columns, order)]))
  return { rows: read.flatMap((one) => ('issue' in one ? [] : [one.row])), issues: read.flatMap((one) => ('issue' in one ? [one.issue] : [])) }
}

type Read = { readonly row: GivenNode } | { readonly issue: NodeIssue }

function readRow(row: readonly Cell[], line: number, columns: Columns, order: 'dmy' | 'mdy' | undefined): Read {
  const cell = (column: number): Cell => row[column] ?? { text: '' }
  const text = (column: number): string => cell(column).text.trim()
  const wrong = (column: number, expected: string): Read => ({ issue: { line, found: text(column).slice(0, 120), expected } })
  const [starts, due] = [dayOf(cell(columns.starts), order, 'from'), dayOf(cell(columns.due), order, 'to')]
  const [share, lag] = [wholeOf(cell(columns.share)), wholeOf(cell(columns.lag))]
  if (starts === undefined) return wrong(columns.starts, 'a date that reads one way, such as 2027-03-31')
  if (due === undefined) return wrong(columns.due, 'a date that reads one way, such as 2027-03-31')
  if (share === undefined || (share !== null && (share < 1 || share > 100))) return wrong(columns.share, 'a whole percentage from 1 to 100')
  if (lag === undefined || (lag !== null && (lag < 0 || lag > 120))) return wrong(columns.lag, 'whole months from 0 to 120')
  const state = stateOf(text(columns.state))
  if (state === undefined) return wrong(columns.state, 'planned, under way, done or retired')
  const leadsTo = text(columns.leadsTo).split(/[;\n]/).map((name) => name.trim()).filter((name) => name !== '')
  const long = [text(columns.name), text(columns.owner), ...leadsTo].find((name) => name.length > longest.text)
  if (long !== undefined) return { issue: { line, found: `${long.slice(0, 60)}…`, expected: `at most ${longest.text} characters` } }
  return { row: { line, kind: text(columns.kind).slice(0, 60), name: text(columns.name), owner: text(columns.owner) || null, note: text(columns.note).slice(0, longest.note), startsOn: starts, dueOn: due, state, leadsTo: leadsTo.slice(0, 100), share, lagMonths: lag } }
}

/** How far it is, null where nothing is said, undefined where it is said in another word. */
const stateOf = (text: string): GivenState | null | undefined => (text === '' ? null : givenStates.find((state) => state === text.toLowerCase().replaceAll(/[ -]/g, '_')))

/** A day, of a month or a quarter its first or its last; null where there is none, undefined where it cannot be read or reads two ways. */
function dayOf(cell: Cell, order: 'dmy' | 'mdy' | undefined, end: 'from' | 'to'): CivilDate | null | undefined {
  if (cell.date !== undefined) return cell.date
  const text = cell.text.trim()
  if (text === '') return null
  return readOneWay(text, order)?.[end]
}

/** A whole number, of a percentage in percent; null where there is none. */
function wholeOf(cell: Cell): number | null | undefined {
  const text = cell.text.trim()
  if (text === '') return null
  const plain = (cell.number !== undefined && !text.endsWith('%') ? plainNumber(cell.number) : text.replace(/\s*%$/, '')).trim()
  return /^\d{1,3}(\.0+)?$/.test(plain) ? Number(plain) : undefined
}
