import type { View } from '@throughline/contract/demand'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { ListViewTable } from './tables.ts'

export type ViewRecord = Selectable<ListViewTable>

/** What an account may see: its own views and those that are shared. Row-level security says the same. */
const seenBy = (tx: Tx, accountId: string) => tx.selectFrom('list_view').selectAll().where('removed_at', 'is', null).where(({ or, eb }) => or([eb('account_id', '=', accountId), eb('sharing', '=', 'shared')]))

/** Views of a list that an account may see, by name. */
export const readViews = (tx: Tx, list: ViewRecord['list'], accountId: string): Promise<ViewRecord[]> =>
  seenBy(tx, accountId).where('list', '=', list).orderBy(sql`lower(name)`).orderBy('id').execute()

export const readView = (tx: Tx, id: string, accountId: string): Promise<ViewRecord | undefined> => seenBy(tx, accountId).where('id', '=', id).executeTakeFirst()

/** The view, locked until the act ends. */
export const lockView = (tx: Tx, id: string, accountId: string): Promise<ViewRecord | undefined> => seenBy(tx, accountId).where('id', '=', id).forUpdate().executeTakeFirst()

/** The view of an account that has a name, whatever its case. */
export const viewNamed = (tx: Tx, { list, accountId, name }: { readonly list: string; readonly accountId: string; readonly name: string }): Promise<ViewRecord | undefined> =>
  seenBy(tx, accountId).where('account_id', '=', accountId).where('list', '=', list as ViewRecord['list']).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()

export const insertView = async (tx: Tx, row: Insertable<ListViewTable>): Promise<void> => {
  await tx.insertInto('list_view').values(row).execute()
}

/** Changes a view and counts its version up. */
export async function updateView(tx: Tx, id: string, change: { readonly name?: string; readonly look?: string; readonly sharing?: View['sharing']; readonly removed_at?: string }): Promise<void> {
  await tx.updateTable('list_view').set(change).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}

/** A view as it travels, for the account that asks. */
export const presentView = ({ id, list, name, look, sharing, owner_name, account_id, version }: ViewRecord, accountId: string): View => ({ id, list, name, look: look as View['look'], sharing, owner: owner_name, mine: account_id === accountId, version })
