import { filesNamedIn } from '@throughline/contract/value'
import type { Refusal } from '@throughline/contract/wire'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

type Named = { readonly on: string; readonly source?: string | undefined; readonly note?: string | undefined }

/** The first file that actuals name in their source or note and that is not there, or was withdrawn; asks nothing where none is named. */
export async function strangeFileOf(tx: Tx, actuals: readonly Named[]): Promise<Refusal<'actual_file_unknown'> | undefined> {
  const named = actuals.flatMap(({ on, source, note }) => filesNamedIn(source, note).map((file) => ({ on, file })))
  if (named.length === 0) return undefined
  const { rows } = await sql<{ id: string }>`select f.id from evidence_file f where f.org_id = current_org() and f.id = any(${[...new Set(named.map(({ file }) => file))]}::uuid[])
    and not exists (select from evidence_withdrawal w where w.org_id = current_org() and w.file_id = f.id)`.execute(tx)
  const standing = new Set(rows.map(({ id }) => id))
  const strange = named.find(({ file }) => !standing.has(file))
  return strange && { code: 'actual_file_unknown', values: { on: strange.on, file: strange.file } }
}
