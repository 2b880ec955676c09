import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Tx } from './tables.ts'

/** What is edited, in words and by id, and the version that the editor saw. */
export type Edited = { readonly room: string; readonly kind: string; readonly id: string; readonly version: number }

/**
 * The row that an edit is about, provided it exists and is still at the version that the editor saw.
 * Read the row `for update` before, so that it stays there until the act is done.
 */
export async function expectVersion<Row extends { readonly version: number }>(tx: Tx, row: Row | undefined, edited: Edited): Promise<Result<Row, Refusal<'not_found' | 'version_moved'>>> {
  const what = edited.kind.replaceAll('_', ' ')
  if (!row) return refuse({ code: 'not_found', values: { what, id: edited.id } })
  if (row.version === edited.version) return ok(row)
  const last = await tx
    .selectFrom('revision')
    .select('actor_name')
    .where('room', '=', edited.room)
    .where('kind', '=', edited.kind)
    .where('entity_id', '=', edited.id)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return refuse({ code: 'version_moved', values: { what, id: edited.id, by: last?.actor_name ?? 'someone', found: edited.version, expected: row.version } })
}
