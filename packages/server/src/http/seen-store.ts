import { sql } from 'kysely'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, type Tx } from '../database/index.ts'

/** Tables of kinds that are not called as their kind. */
const tableOf: Readonly<Record<string, string>> = { view: 'list_view', pool: 'resource_pool', narrative: 'measure_narrative' }

/** Why a thing is not as it was seen: gone, or changed by somebody since. Acts of an organisation follow one another, so that it stays as it is until this one is done. */
export async function whyNotAsSeen(tx: Tx, seen: { readonly room: string; readonly kind: string; readonly id: string; readonly version: number }): Promise<Refusal | undefined> {
  const { rows } = await sql<{ version: number }>`select version from ${sql.table(tableOf[seen.kind] ?? seen.kind)} where id = ${seen.id}`.execute(tx)
  const found = await expectVersion(tx, rows[0], seen)
  return found.ok ? undefined : found.refusal
}
