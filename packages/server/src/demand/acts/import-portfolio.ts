import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { importLimitBytes } from '@throughline/contract/demand'
import { applyMapping } from '@throughline/exchange/portfolio'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { fileUnreadable, type FileUnreadable, type ImportChoices } from '../imports/choices.ts'
import { choicesOf, summaryOf } from '../imports/prepare.ts'
import { receive, type Incoming, type Received } from '../imports/receive.ts'
import { compareAgain, stageImport } from '../imports/stage.ts'
import { holdImport, stateOf, type Busy, type Closed } from '../imports/state.ts'
import type { StagedSummary, Watch } from '../imports/reading/index.ts'
import { onWorkspace } from '../imports/workspace.ts'
import { allowLong, chunkBytes, clearImport, clearStaged, insertChunk, insertImport, lockImport, readBytes, updateImport } from '../store/imports.ts'

type Brought = Result<string, FileUnreadable | Refusal<'file_too_large'>>

/** Takes a file in and keeps it. A small one is read at once and refused if it cannot be; a large one is read as a job. */
export async function uploadImport(db: Db, actor: Actor, { incoming, fileName }: { readonly incoming: Incoming; readonly fileName: string }): Promise<Brought> {
  const received = await receive(incoming, fileName, importLimitBytes)
  if (!received.ok) return received
  try {
    const kept = await onWorkspace<Brought>(db, actor, async (tx) => {
      const id = await keepFile(tx, actor, received.value, fileName)
      const { inMemory } = received.value
      if (inMemory) {
        const staged = await stageImport(tx, id, inMemory, {})
        if (!staged.ok) return staged
      } else await updateImport(tx, id, { job_id: await enqueue(tx, actor, { kind: 'demand.read-import', input: { id } }) })
      return ok(id)
    })
    return kept.ok ? await noted(db, actor, 'demand.upload-import', kept.value, null, { fileName, bytes: received.value.bytes }) : kept
  } finally {
    await received.value.discard()
  }
}

/** Notes in the history what was done on the workspace. */
const noted = (db: Db, actor: Actor, act: string, id: string, before: object | null, after: object): Promise<Result<string, never>> =>
  writeAs<Result<string, never>>(db, actor, act, async (_, record) => {
    await record({ room: 'demand', kind: 'import', id, before, after })
    return ok(id)
  })

/** Keeps the bytes of a file, piece by piece, as an import that is to be read. */
export async function keepFile(tx: Tx, actor: Actor, file: Pick<Received, 'bytes' | 'sha256' | 'pieces'>, fileName: string): Promise<string> {
  const id = newId()
  await insertImport(tx, {
    org_id: actor.orgId, id, file_name: fileName, bytes: String(file.bytes), sha256: file.sha256, format: '', state: 'reading', job_id: null, choices: '{}', summary: null, plan: null, plan_stamp: null, created_by: actor.name,
    publication_id: null, outcome: null, applied_at: null, applied_by: null, undone: null, undone_at: null, undone_by: null,
  })
  let number = 0
  for await (const piece of file.pieces()) for (let at = 0; at < piece.length; at += chunkBytes) await insertChunk(tx, actor.orgId, id, number++, piece.subarray(at, at + chunkBytes))
  return id
}

type ReadOutcome = Result<StagedSummary, FileUnreadable | Closed>

/** Reads an import that was kept: the work of a job, begun anew each time. Stopped or refused it leaves the file and nothing else. */
export async function readKept(db: Db, actor: Actor, id: string, watch: Watch): Promise<Result<{ readonly importId: string }, FileUnreadable | Closed>> {
  const staged = await onWorkspace<ReadOutcome>(db, actor, async (tx) => {
    await allowLong(tx)
    const stored = await lockImport(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
    // The server died between the end of the work and the note of it.
    if (stored.state !== 'reading') return refuse({ code: 'import_closed', values: { state: stored.state, helps: 'nothing is left to read' } })
    return stageImport(tx, id, await readBytes(tx, stored), choicesOf(stored), watch, true)
  })
  if (!staged.ok) return staged
  await noted(db, actor, 'demand.read-import', id, { state: 'reading' }, { state: 'preview', rows: staged.value.rows })
  return ok({ importId: id })
}

type Change = Result<string, FileUnreadable | Closed | Busy>
type Changed = Result<{ readonly before: ImportChoices; readonly after: ImportChoices }, FileUnreadable | Closed | Busy>

/**
 * Corrects sheet, columns, title, date or scope of an import; refused where the file cannot be read that way, and then all stays as
 * it was. What needs no new reading (scope, nothing) is compared with the portfolio again.
 */
export async function changeImport(db: Db, actor: Actor, id: string, change: ImportChoices): Promise<Change> {
  const changed = await onWorkspace<Changed>(db, actor, async (tx) => {
    const open = await holdImport(tx, id, 'preview')
    if (!open.ok) return open
    const before = choicesOf(open.value)
    const summary = summaryOf(open.value)
    // Columns belong to a sheet: another sheet begins with a mapping of its own.
    const kept = change.sheet !== undefined && change.sheet !== (before.sheet ?? summary?.sheet) ? { ...before, fields: undefined } : before
    const wrong = summary && refusedAtOnce(open.value.file_name, summary, change)
    if (wrong) return refuse(wrong)
    const after: ImportChoices = { ...kept, ...change, ...(change.fields === undefined ? {} : { fields: [...(kept.fields ?? []), ...change.fields] }) }
    await updateImport(tx, id, { choices: JSON.stringify(after) })
    const readAnew = summary === null || change.sheet !== undefined || change.asOf !== undefined || change.fields !== undefined || change.title !== undefined
    if (!readAnew) await compareAgain(tx, id, summary)
    else if (Number(open.value.bytes) > largeBytes) {
      await clearStaged(tx, id)
      await updateImport(tx, id, { state: 'reading', job_id: await enqueue(tx, actor, { kind: 'demand.read-import', input: { id } }) })
    } else {
      const read = await stageImport(tx, id, await readBytes(tx, open.value), after)
      if (!read.ok) return read
    }
    return ok({ before, after })
  })
  return changed.ok ? noted(db, actor, 'demand.change-import', id, changed.value.before, changed.value.after) : changed
}

/** What the file that was read has not, a sheet or a column or the field it is to be: refused before a job begins that would end the import. */
function refusedAtOnce(fileName: string, { sheets, sheet, mapping }: StagedSummary, change: ImportChoices): FileUnreadable | undefined {
  if (change.sheet !== undefined && !sheets.some(({ name }) => name === change.sheet)) return fileUnreadable(fileName, { code: 'SHEET_NOT_FOUND', sheetName: change.sheet, sheets: sheets.map(({ name }) => name) })
  if (change.fields === undefined || (change.sheet ?? sheet) !== sheet) return undefined
  const corrected = applyMapping(mapping, change.fields, sheet)
  return corrected.ok ? undefined : fileUnreadable(fileName, corrected.refusal)
}

/** Files of more bytes are read as a job when they are corrected; the correction shows when the job is done. */
const largeBytes = 8 * 1024 * 1024

/** Discards an import that was not applied: its rows and bytes go, the record that there was one stays. */
export function discardImport(db: Db, actor: Actor, id: string): Promise<Result<object, Closed | Busy>> {
  return writeAs<Result<object, Closed | Busy>>(db, actor, 'demand.discard-import', async (tx, record) => {
    const stored = await lockImport(tx, id)
    const state = stored && stateOf(stored)
    if (state !== 'refused' && state !== 'cancelled') {
      const open = await holdImport(tx, id, 'preview')
      if (!open.ok) return open
    }
    await clearImport(tx, id)
    await updateImport(tx, id, { state: 'discarded' })
    await record({ room: 'demand', kind: 'import', id, before: { state: state ?? 'preview' }, after: { state: 'discarded' } })
    return ok({})
  })
}
