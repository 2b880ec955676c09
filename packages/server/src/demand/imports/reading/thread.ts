import { parentPort } from 'node:worker_threads'
import { invariant } from '@throughline/engine/kernel'
import { memoryOf, type Mapping } from '@throughline/exchange/portfolio'
import { cellName, describeIssue, describeRefusal, textCell, type Cell, type Issue, type Sheet } from '@throughline/exchange/sheet'
import { fileUnreadable, readImport, type FileUnreadable, type ReadImport } from '../choices.ts'
import { linkRows, type KnownNames } from '../link.ts'
import { indexPiece, packedIndex, packedRows, pieceRows } from '../packed.ts'
import { indexOfRows, linkRowsOf, type RowIndex } from '../row-index.ts'
import { stagedRow } from '../staged.ts'
import type { Answer, FromReader, Outcome, StagedIssue, StagedSummary, Task } from './protocol.ts'

invariant(parentPort, 'files are read in a thread of their own')
const port = parentPort
const batchIssues = 500
const samplesShown = 3

/** One task at a time: hands over rows and issues batch by batch, then the outcome. */
port.on('message', (task: Task | Answer) => {
  if (typeof task === 'object' && 'task' in task) void work(task).then((outcome) => send({ outcome }), (error: unknown) => send({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
})

const send = (message: FromReader): void => port.postMessage(message)

/** Says something and waits for the answer. */
const ask = (message: Extract<FromReader, { batch: unknown } | { asks: unknown }>): Promise<Answer> =>
  new Promise((resume) => {
    port.once('message', resume)
    send(message)
  })

async function whatIsKnown(): Promise<readonly KnownNames[]> {
  const answer = await ask({ asks: 'known' })
  return typeof answer === 'object' ? answer.known : []
}

async function work(task: Task): Promise<Outcome> {
  if (task.task === 'link') return { links: linkRows(task.rows, task.known) }
  const handed = await handOver(task)
  if ('refusal' in handed) return handed
  // What the file holds is given up by now: linking needs what is known beside the index alone.
  return { summary: handed.summary, links: linkRows(linkRowsOf(handed.index), await whatIsKnown()) }
}

/** Reads a file and hands over its rows, the index of them and its issues. */
async function handOver(task: Extract<Task, { task: 'read' }>): Promise<{ readonly refusal: FileUnreadable } | { readonly summary: StagedSummary; readonly index: RowIndex }> {
  const read = await readImport(task)
  if (!read.ok) return { refusal: fileUnreadable(task.fileName, read.refusal) }
  const { draft } = read.value
  const issues = issuesOf(read.value)
  // What is to be said of the sheets is said before the rows are handed over: nothing holds them any longer.
  const summary = summaryOf(read.value, issues.length)
  const { add, index } = indexOfRows()
  const total = draft.rows.length + issues.length
  for (let at = 0; at < draft.rows.length; at += pieceRows) {
    const rows = draft.rows.slice(at, at + pieceRows).map((row) => stagedRow(row, draft))
    rows.forEach(add)
    await ask({ batch: { piece: 1 + at / pieceRows, bytes: packedRows(rows) }, done: at, total })
  }
  await ask({ batch: { piece: indexPiece, bytes: packedIndex(index()) }, done: draft.rows.length, total })
  for (let at = 0; at < issues.length; at += batchIssues) await ask({ batch: { issues: JSON.stringify(issues.slice(at, at + batchIssues)) }, done: draft.rows.length + at, total })
  return { summary, index: index() }
}

function summaryOf({ draft, title, sheets, format, unreadable }: ReadImport, issues: number): StagedSummary {
  const sheet = sheets.find(({ name }) => name === draft.sheetName)
  const several = draft.positions.length > 1
  const taught = { ...draft.mapping, columns: draft.mapping.columns.filter(({ because }) => because === 'person') }
  return {
    format, sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })), sheet: draft.sheetName, title, asOf: draft.asOf ?? null,
    asOfBecause: draft.asOfProposal?.evidence ?? (draft.asOf === undefined ? '' : 'you gave it'), ratingScale: draft.ratingScale ?? null,
    positions: draft.positions.map((position) => ({ ...position, title: several ? `${title} ${position.asOf}` : title })), mapping: draft.mapping, samples: draft.mapping.columns.map(({ column }) => samplesOf(column, sheet, draft.mapping)),
    taught: memoryOf(taught), rows: draft.rows.length, issues, unreadable: unreadable !== null,
  }
}

function samplesOf(column: number, sheet: Sheet | undefined, { orientation, headerLine }: Mapping): readonly string[] {
  const at = (row: readonly Cell[]): Cell => row[column - 1] ?? textCell('')
  const line = orientation === 'rows' ? (sheet?.rows ?? []) : []
  const samples: string[] = []
  const cells = orientation === 'rows' ? line.slice(headerLine, headerLine + 500).map(at) : (sheet?.rows[column - 1] ?? []).slice(headerLine)
  for (const { text } of cells) {
    if (samples.length === samplesShown) break
    if (text.trim() !== '') samples.push(text.trim().slice(0, 200).toWellFormed())
  }
  return samples
}

/** Every issue of a file, in its order, with the row it belongs to. */
function issuesOf(read: ReadImport): readonly StagedIssue[] {
  const { draft } = read
  const across = draft.mapping.orientation === 'columns'
  const numbers = new Map(draft.rows.map(({ place, number }) => [across ? place.column : place.row, number]))
  const blocking = read.unreadable
    ? [{ severity: 'error' as const, code: read.unreadable.code, row_number: null, found: 'no column with the names', expected: 'a column for the names', message: describeRefusal(read.unreadable), place: { sheet: draft.sheetName, row: 0, column: 0, cell: '' } }]
    : []
  const stage = (issue: Issue): Omit<StagedIssue, 'number'> => ({
    severity: issue.severity, code: issue.code, found: issue.found.slice(0, issueTextLimit).toWellFormed(), expected: issue.expected.slice(0, issueTextLimit).toWellFormed(), message: describeIssue(issue).toWellFormed(),
    row_number: issue.place.sheet === draft.sheetName ? (numbers.get(across ? issue.place.column : issue.place.row) ?? null) : null,
    place: { sheet: issue.place.sheet, row: issue.place.row ?? 0, column: issue.place.column ?? 0, cell: cellName(issue.place), ...(issue.place.header === undefined ? {} : { header: issue.place.header.slice(0, issueTextLimit).toWellFormed() }) },
  })
  return [...blocking, ...read.issues.map(stage)].map((issue, at) => ({ ...issue, number: at }))
}

/** Longest text of a cell that an issue repeats. */
const issueTextLimit = 2_000
