import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { CommonLinkTable } from './tables.ts'

export type StoredCommonLink = Selectable<CommonLinkTable>

/** Everything that was said of links between units and holds. */
export const readCommonLinks = (tx: Tx): Promise<StoredCommonLink[]> => tx.selectFrom('common_link').selectAll().where('removed_at', 'is', null).orderBy('decided_at', 'desc').orderBy('id').execute()
export const findCommonLink = (tx: Tx, id: string): Promise<StoredCommonLink | undefined> => tx.selectFrom('common_link').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
export const insertCommonLink = (tx: Tx, row: Insertable<CommonLinkTable>) => tx.insertInto('common_link').values(row).execute()
/** Takes it back; the history keeps it. */
export const closeCommonLink = (tx: Tx, id: string) => sql`update common_link set removed_at = act_time(), version = version + 1 where id = ${id}::uuid`.execute(tx)
