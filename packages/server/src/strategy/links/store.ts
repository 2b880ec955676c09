import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { CausalLinkTable } from '../versions/tables.ts'

type Row = Selectable<CausalLinkTable>

/** A link that is claimed, by its id or by what it joins. */
export const findLink = (tx: Tx, id: string): Promise<Row | undefined> => tx.selectFrom('causal_link').selectAll().where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
export const linkBetween = (tx: Tx, from: string, to: string): Promise<Row | undefined> => tx.selectFrom('causal_link').selectAll().where('from_id', '=', from).where('to_id', '=', to).where('removed_at', 'is', null).executeTakeFirst()
export const insertLink = (tx: Tx, row: Insertable<CausalLinkTable>) => tx.insertInto('causal_link').values(row).execute()
/** Changes a link and counts its version up. */
export const updateLink = (tx: Tx, id: string, change: Omit<Updateable<CausalLinkTable>, 'org_id' | 'id' | 'version'>) => tx.updateTable('causal_link').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
