import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { UnitOfferTable } from './tables.ts'

export type Said = { readonly by: string; readonly at: string; readonly words: string }
type Kept = 'answer' | 'given' | 'returned' | 'withdrawn'
export type StoredOffer = Omit<Selectable<UnitOfferTable>, Kept> & { readonly [each in Kept]: Said | null }

/** Every offer, the newest first. */
export const readOffers = async (tx: Tx): Promise<readonly StoredOffer[]> => (await tx.selectFrom('unit_offer').selectAll().orderBy('offered_at', 'desc').orderBy('id', 'desc').execute()) as StoredOffer[]
/** One offer, held until the act ends. */
export const lockOffer = async (tx: Tx, id: string): Promise<StoredOffer | undefined> => (await tx.selectFrom('unit_offer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredOffer | undefined
export const insertOffer = (tx: Tx, row: Omit<Insertable<UnitOfferTable>, Kept | 'state'>) => tx.insertInto('unit_offer').values(row).execute()
/** Where an offer stands now, with what was said of it. */
export const updateOffer = (tx: Tx, id: string, { state, ...said }: { readonly state?: StoredOffer['state'] } & { readonly [each in Kept]?: Said }) =>
  tx.updateTable('unit_offer').set({ ...(state ? { state } : {}), ...Object.fromEntries(Object.entries(said).map(([name, words]) => [name, JSON.stringify(words)])) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Offers of a service, or about an initiative. */
export const offersOf = async (tx: Tx, column: 'service_id' | 'initiative_id', id: string): Promise<readonly string[]> => (await tx.selectFrom('unit_offer').select('id').where(column, '=', id).execute()).map((row) => row.id)

/** Services of the PMO that were accepted or delivered for some initiatives. */
export const servicesAtWork = async (tx: Tx, initiativeIds: readonly string[]): Promise<readonly { readonly initiative_id: string; readonly service_id: string; readonly state: 'accepted' | 'delivered' }[]> =>
  (await sql<{ initiative_id: string; service_id: string; state: 'accepted' | 'delivered' }>`select distinct on (initiative_id, service_id) initiative_id, service_id, state from service_request
    where state in ('accepted', 'delivered') and initiative_id = any(${initiativeIds}::uuid[]) order by initiative_id, service_id, state`.execute(tx)).rows
