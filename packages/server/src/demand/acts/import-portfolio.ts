import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { ImportResult } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { newId, withOrg, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { applyPublication } from '../imports/apply.ts'
import { fileUnreadable, readImport, type ImportChoices } from '../imports/choices.ts'
import { choicesOf } from '../imports/stored.ts'
import { insertImport, lockImport, updateImport, type StoredImport } from '../store/imports.ts'

type Unreadable = Refusal<'file_unreadable'>
type Closed = Refusal<'import_closed' | 'not_found'>

/** Keeps an uploaded file that can be read; nothing is written to the portfolio yet. */
export async function uploadImport(db: Db, actor: Actor, file: { readonly bytes: Uint8Array; readonly fileName: string }): Promise<Result<string, Unreadable>> {
  const { currency } = await withOrg(db, actor, readOrganisation)
  const read = await readImport(file, {}, currency)
  if (!read.ok) return refuse(fileUnreadable(file.fileName, read.refusal))
  const id = newId()
  return writeAs<Result<string, Unreadable>>(db, actor, 'demand.upload-import', async (tx, record) => {
    await insertImport(tx, { org_id: actor.orgId, id, file_name: file.fileName, bytes: Buffer.from(file.bytes), format: read.value.format, state: 'preview', choices: '{}', created_by: actor.name, publication_id: null, outcome: null })
    await record({ room: 'demand', kind: 'import', id, before: null, after: { fileName: file.fileName, bytes: file.bytes.length } })
    return ok(id)
  })
}

/** Corrects sheet, columns, title or date of an import; refused where the file cannot be read that way. */
export function changeImport(db: Db, actor: Actor, id: string, change: ImportChoices): Promise<Result<string, Unreadable | Closed>> {
  return writeAs<Result<string, Unreadable | Closed>>(db, actor, 'demand.change-import', async (tx, record) => {
    const open = await openImport(tx, id)
    if (!open.ok) return open
    const before = choicesOf(open.value)
    // Columns belong to a sheet: another sheet begins with a mapping of its own.
    const kept = change.sheet !== undefined && change.sheet !== before.sheet ? { ...before, fields: undefined } : before
    const after: ImportChoices = { ...kept, ...change, ...(change.fields === undefined ? {} : { fields: [...(kept.fields ?? []), ...change.fields] }) }
    const { currency } = await readOrganisation(tx)
    const read = await readImport({ bytes: open.value.bytes, fileName: open.value.file_name }, after, currency)
    if (!read.ok) return refuse(fileUnreadable(open.value.file_name, read.refusal))
    await updateImport(tx, id, { choices: JSON.stringify(after) })
    await record({ room: 'demand', kind: 'import', id, before, after })
    return ok(id)
  })
}

/** Applies an import in one transaction: all that it says of the portfolio, or nothing. */
export function applyImport(db: Db, actor: Actor, id: string, now: Date): Promise<Result<ImportResult, Closed | Unreadable | Refusal<'import_incomplete'>>> {
  return writeAs<Result<ImportResult, Closed | Unreadable | Refusal<'import_incomplete'>>>(db, actor, 'demand.apply-import', async (tx, record) => {
    const open = await openImport(tx, id)
    if (!open.ok) return open
    const { currency } = await readOrganisation(tx)
    const stored = open.value
    const read = await readImport({ bytes: stored.bytes, fileName: stored.file_name }, choicesOf(stored), currency)
    if (!read.ok) return refuse(fileUnreadable(stored.file_name, read.refusal))
    const { draft, unreadable } = read.value
    if (unreadable) return refuse({ code: 'import_incomplete', values: { found: 'no column with the names', expected: 'a column for the names' } })
    if (draft.asOf === undefined) return refuse({ code: 'import_incomplete', values: { found: 'no date of the position', expected: 'the date at which the position was taken' } })
    if (draft.rows.length === 0) return refuse({ code: 'import_incomplete', values: { found: 'no row with a name', expected: 'at least one' } })
    const applied = await applyPublication({ tx, actor, act: 'demand.apply-import', record, at: now.toISOString() }, { read: read.value, asOf: draft.asOf, fileName: stored.file_name, sha256: sha256(stored.bytes) })
    await updateImport(tx, id, { state: 'applied', publication_id: applied.publicationId, outcome: JSON.stringify(applied) })
    return ok(applied)
  })
}

/** Discards an import that was not applied. */
export function discardImport(db: Db, actor: Actor, id: string): Promise<Result<object, Closed>> {
  return writeAs<Result<object, Closed>>(db, actor, 'demand.discard-import', async (tx, record) => {
    const open = await openImport(tx, id)
    if (!open.ok) return open
    await updateImport(tx, id, { state: 'discarded' })
    await record({ room: 'demand', kind: 'import', id, before: { state: 'preview' }, after: { state: 'discarded' } })
    return ok({})
  })
}

/** The fingerprint of a file, in hexadecimal. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function openImport(tx: Tx, id: string): Promise<Result<StoredImport, Closed>> {
  const stored = await lockImport(tx, id)
  if (!stored) return refuse({ code: 'not_found', values: { what: 'import', id } })
  return stored.state === 'preview' ? ok(stored) : refuse({ code: 'import_closed', values: { state: stored.state } })
}
