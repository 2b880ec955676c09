import type { NewMethodItem } from '@throughline/contract/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { MethodItemTable, MethodRatingTable, MethodUseTable } from './tables.ts'

export type StoredItem = Omit<Selectable<MethodItemTable>, 'said'> & { readonly said: NewMethodItem }
/** An item without what only its sheet tells. */
export type ListedItem = Omit<StoredItem, 'said'> & { readonly said: Pick<NewMethodItem, 'name' | 'kind' | 'whenToUse' | 'whenNot' | 'themes' | 'elements'> }
export type StoredRating = Selectable<MethodRatingTable>
export type StoredUse = Selectable<MethodUseTable>
/** A use with what its initiative is called. */
export type NamedUse = StoredUse & { readonly initiative: string }

/** Every item by its name, retired ones among them. */
export const readItems = async (tx: Tx): Promise<readonly ListedItem[]> =>
  (await tx
    .selectFrom('method_item').select(['org_id', 'id', 'version', 'state', 'published_on', 'published_by', 'published_because', 'retired_on', 'retired_by', 'retired_because', 'successor_id']).select(sql<unknown>`said - 'guidance' - 'examples' - 'templates'`.as('said'))
    .orderBy(sql`lower(said->>'name')`).orderBy('id').execute()) as ListedItem[]
export const readItem = async (tx: Tx, id: string): Promise<StoredItem | undefined> => (await tx.selectFrom('method_item').selectAll().where('id', '=', id).executeTakeFirst()) as StoredItem | undefined
/** One item, held until the act ends. */
export const lockItem = async (tx: Tx, id: string): Promise<StoredItem | undefined> => (await tx.selectFrom('method_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredItem | undefined
export const insertItems = (tx: Tx, rows: readonly { readonly org_id: string; readonly id: string; readonly said: NewMethodItem }[]) => tx.insertInto('method_item').values(rows.map(({ said, ...row }) => ({ ...row, said: JSON.stringify(said) }))).execute()
export const updateItem = (tx: Tx, id: string, { said, ...set }: Omit<Updateable<MethodItemTable>, 'said'> & { readonly said?: NewMethodItem }) =>
  tx.updateTable('method_item').set({ ...set, ...(said ? { said: JSON.stringify(said) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** Items by what they are called now. */
export const namesOfItems = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => (await sql<{ id: string; name: string }>`select id, said->>'name' as name from method_item where id = any(${ids}::uuid[])`.execute(tx)).rows

/** Items that are offered by the elements that they help with: framework and code. */
export async function offeredForElements(tx: Tx): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>> {
  const { rows } = await sql<{ id: string; name: string; of: string }>`select i.id, i.said->>'name' as name, (e->>'frameworkId') || ' ' || (e->>'key') as of from method_item i, jsonb_array_elements(i.said->'elements') e where i.state = 'published' order by 2, 1`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ of }) => of)].map(([of, items]) => [of, items.map(({ id, name }) => ({ id, name }))]))
}

/** Ratings of one item, or of all, the newest first. */
export const readRatings = (tx: Tx, itemId?: string): Promise<readonly StoredRating[]> => tx.selectFrom('method_rating').selectAll().$if(itemId !== undefined, (query) => query.where('item_id', '=', itemId ?? '')).orderBy('rated_at', 'desc').orderBy('id', 'desc').execute()
export const lockRating = (tx: Tx, itemId: string, accountId: string): Promise<StoredRating | undefined> => tx.selectFrom('method_rating').selectAll().where('item_id', '=', itemId).where('account_id', '=', accountId).forUpdate().executeTakeFirst()
export const insertRating = (tx: Tx, row: Insertable<MethodRatingTable>) => tx.insertInto('method_rating').values(row).execute()
export const updateRating = (tx: Tx, id: string, set: Updateable<MethodRatingTable>) => tx.updateTable('method_rating').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const deleteRating = (tx: Tx, id: string) => tx.deleteFrom('method_rating').where('id', '=', id).execute()

/** Uses that stand of initiatives that were not removed, running ones first, then the newest; of one item or one initiative where that is asked for. */
export async function readUses(tx: Tx, of: { readonly itemId?: string; readonly initiativeId?: string } = {}): Promise<readonly NamedUse[]> {
  const { rows } = await sql<NamedUse>`
    select u.*, i.name as initiative from method_use u join initiative i on i.org_id = u.org_id and i.id = u.initiative_id
    where u.removed_at is null and i.removed_at is null and (${of.itemId ?? null}::uuid is null or u.item_id = ${of.itemId ?? null}::uuid) and (${of.initiativeId ?? null}::uuid is null or u.initiative_id = ${of.initiativeId ?? null}::uuid)
    order by u.ended_on is not null, u.begun_on desc, u.id desc`.execute(tx)
  return rows
}
export const lockUse = (tx: Tx, initiativeId: string, id: string): Promise<StoredUse | undefined> => tx.selectFrom('method_use').selectAll().where('id', '=', id).where('initiative_id', '=', initiativeId).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertUse = (tx: Tx, row: Insertable<MethodUseTable>) => tx.insertInto('method_use').values(row).execute()
export const updateUse = (tx: Tx, id: string, set: Updateable<MethodUseTable>) => tx.updateTable('method_use').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** Everything that was ever used of an item, or by an initiative. */
export const usesOf = async (tx: Tx, column: 'item_id' | 'initiative_id', id: string): Promise<readonly string[]> => (await tx.selectFrom('method_use').select('id').where(column, '=', id).execute()).map((row) => row.id)
export const ratingsOf = async (tx: Tx, itemId: string): Promise<readonly string[]> => (await tx.selectFrom('method_rating').select('id').where('item_id', '=', itemId).execute()).map((row) => row.id)
