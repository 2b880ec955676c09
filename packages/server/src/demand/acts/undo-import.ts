import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { lockOrganisation } from '../../people/index.ts'
import type { Watch } from '../imports/reading/index.ts'
import { summaryOf } from '../imports/prepare.ts'
import { holdImport, type Busy, type Closed } from '../imports/state.ts'
import { tellUndone } from '../imports/tell.ts'
import { undoStaged } from '../imports/undo.ts'
import { findLater } from '../store/import-changes.ts'
import { allowLong, lockImport, reopenImport, updateImport, type FoundImport } from '../store/imports.ts'
import { jobRows } from './apply-import.ts'

type BuiltUpon = Refusal<'import_built_upon'>
type Undone = Result<string, Closed | Busy | BuiltUpon>

/**
 * Takes an applied import back in one transaction: what it changed and nobody has changed since is as it was before; what somebody
 * has changed is kept and listed. Refused while a later import stands upon it. A large one is taken back by a job.
 */
export function undoImport(db: Db, actor: Actor, id: string): Promise<Undone> {
  return writeAs<Undone>(db, actor, 'demand.undo-import', async (tx, record) => {
    await lockOrganisation(tx)
    const open = await holdImport(tx, id, 'applied')
    if (!open.ok) return open
    const summary = summaryOf(open.value)
    if (!summary || open.value.applied_at === null) return refuse({ code: 'import_closed', values: { state: 'applied by an earlier version, which kept no way back', helps: 'change what is wrong, or import a corrected file' } })
    const later = await builtUpon(tx, id)
    if (later) return later
    if (summary.rows <= jobRows) return ok(await undoNow({ tx, actor, record, watch: {} }, open.value, false))
    await updateImport(tx, id, { state: 'undoing', job_id: await enqueue(tx, actor, { kind: 'demand.undo-import', input: { id } }) })
    await record({ room: 'demand', kind: 'import', id, before: { state: 'applied' }, after: { state: 'undoing' } })
    return ok(id)
  })
}

/** Does what `undoImport` has begun: the work of a job. Stopped it leaves everything as it was. */
export function undoBegun(db: Db, actor: Actor, id: string, watch: Watch): Promise<Undone> {
  return writeAs<Undone>(db, actor, 'demand.undo-import', async (tx, record) => {
    await allowLong(tx)
    await lockOrganisation(tx)
    const stored = await lockImport(tx, id)
    if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
    if (stored.state !== 'undoing') return refuse({ code: 'import_closed', values: { state: stored.state, helps: 'nothing is left to undo' } })
    return (await builtUpon(tx, id)) ?? ok(await undoNow({ tx, actor, record, watch }, stored, true))
  })
}

async function builtUpon(tx: Tx, id: string): Promise<Result<never, BuiltUpon> | undefined> {
  const later = await findLater(tx, id)
  return later && refuse({ code: 'import_built_upon', values: { later: later.fileName, laterId: later.id, by: later.by, on: later.at.slice(0, 10), shared: later.shared } })
}

async function undoNow({ tx, actor, record, watch }: { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly watch: Watch }, stored: FoundImport, byJob: boolean): Promise<string> {
  const undone = await undoStaged({ tx, actor, act: 'demand.undo-import', record, watch }, stored)
  await reopenImport(tx, stored.id, { undone, by: actor.name })
  await record({ room: 'demand', kind: 'import', id: stored.id, before: { state: 'applied' }, after: { state: 'undone', fileName: stored.file_name, ...undone, conflicts: undone.conflictsInAll } })
  await tellUndone(tx, actor, stored, byJob)
  return stored.id
}
