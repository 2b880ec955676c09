import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { importLimitBytes } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import type { FileUnreadable, ImportChoices } from '../imports/choices.ts'
import { choicesOf, summaryOf } from '../imports/prepare.ts'
import { receive, type Incoming, type Received } from '../imports/receive.ts'
import { compareAgain, stageImport } from '../imports/stage.ts'
import { holdImport, stateOf, type Busy, type Closed } from '../imports/state.ts'
import type { Watch } from '../imports/reading/index.ts'
import { allowLong, chunkBytes, clearImport, clearStaged, insertChunk, insertImport, lockImport, readBytes, updateImport } from '../store/imports.ts'

type Brought = Result<string, FileUnreadable | Refusal<'file_too_large'>>

/** Takes a file in and keeps it. A small one is read at once and refused if it cannot be; a large one is read as a job. */
export async function uploadImport(db: Db, actor: Actor, { incoming, fileName }: { readonly incoming: Incoming; readonly fileName: string }): Promise<Brought> {
  const received = await receive(incoming, fileName, importLimitBytes)
  if (!received.ok) return received
  try {
    return await writeAs<Brought>(db, actor, 'demand.upload-import', async (tx, record) => {
      const id = await keepFile(tx, actor, received.value, fileName)
      const { inMemory } = received.value
      if (inMemory) {
        const staged = await stageImport(tx, id, inMemory, {})
        if (!staged.ok) return staged
      } else await updateImport(tx, id, { job_id: await enqueue(tx, actor, { kind: 'demand.read-import', input: { id } }) })
      // Last, for a revision takes the organisation's place in the order of acts, and others would wait for the reading.
      await record({ room: 'demand', kind: 'import', id, before: null, after: { fileName, bytes: received.value.bytes } })
      return ok(id)
    })
  } finally {
    await received.value.discard()
  }
}

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

type ReadOutcome = Result<{ readonly importId: string }, FileUnreadable | Closed>

/** Reads an import that was kept: the work of a job, begun anew each time. Stopped or refused it leaves the file and nothing else. */
export function readKept(db: Db, actor: Actor, id: string, watch: Watch): Promise<ReadOutcome> {
  return writeAs<ReadOutcome>(db, actor, 'demand.read-import', async (tx, record) => {
    await allowLong(tx)
    const stored = await lockImport(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
    // The server died between the end of the work and the note of it.
    if (stored.state !== 'reading') return refuse({ code: 'import_closed', values: { state: stored.state, helps: 'nothing is left to read' } })
    const staged = await stageImport(tx, id, await readBytes(tx, stored), choicesOf(stored), watch, true)
    if (!staged.ok) return staged
    await record({ room: 'demand', kind: 'import', id, before: { state: 'reading' }, after: { state: 'preview', rows: staged.value.rows } })
    return ok({ importId: id })
  })
}

type Change = Result<string, FileUnreadable | Closed | Busy>

/**
 * Corrects sheet, columns, title, date or scope of an import; refused where the file cannot be read that way, and then all stays as
 * it was. What needs no new reading (title, scope, nothing) is compared with the portfolio again.
 */
export function changeImport(db: Db, actor: Actor, id: string, change: ImportChoices): Promise<Change> {
  return writeAs<Change>(db, actor, 'demand.change-import', async (tx, record) => {
    const open = await holdImport(tx, id, 'preview')
    if (!open.ok) return open
    const before = choicesOf(open.value)
    const summary = summaryOf(open.value)
    // Columns belong to a sheet: another sheet begins with a mapping of its own.
    const kept = change.sheet !== undefined && change.sheet !== (before.sheet ?? summary?.sheet) ? { ...before, fields: undefined } : before
    const after: ImportChoices = { ...kept, ...change, ...(change.fields === undefined ? {} : { fields: [...(kept.fields ?? []), ...change.fields] }) }
    const readAnew = summary === null || change.sheet !== undefined || change.asOf !== undefined || change.fields !== undefined || change.title !== undefined
    const large = readAnew && Number(open.value.bytes) > largeBytes
    await updateImport(tx, id, { choices: JSON.stringify(after) })
    if (large) {
      await clearStaged(tx, id)
      await updateImport(tx, id, { state: 'reading', job_id: await enqueue(tx, actor, { kind: 'demand.read-import', input: { id } }) })
    } else {
      const read = readAnew ? await stageImport(tx, id, await readBytes(tx, open.value), after) : ok(summary)
      if (!read.ok) return read
      if (!readAnew && summary) await compareAgain(tx, id, summary)
    }
    await record({ room: 'demand', kind: 'import', id, before, after })
    return ok(id)
  })
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
