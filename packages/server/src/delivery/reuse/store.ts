import type { TaskState } from '@throughline/engine/delivery'
import type { InitiativeState } from '@throughline/engine/demand'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { FoundDeliverable } from './deliverable-source.ts'
import type { ReuseComponentTable, ReuseOfferTable, ReuseSavingTable } from './tables.ts'

export type Said = { readonly by: string; readonly on: string; readonly words: string }
export type StoredComponent = Omit<Selectable<ReuseComponentTable>, 'skills' | 'withdrawn'> & { readonly skills: readonly string[]; readonly withdrawn: Said | null }
/** A component with what its initiative is called, and the work that makes it where that still stands. */
export type NamedComponent = StoredComponent & { readonly initiative: string; readonly task: string | null; readonly task_state: TaskState | null }
/** A component as everybody sees it: with the deliverable that it is, where one is named and stands. */
export type ShownComponent = NamedComponent & { readonly deliverable: FoundDeliverable | null }
export type StoredOffer = Omit<Selectable<ReuseOfferTable>, 'answer'> & { readonly answer: Said | null }
/** An offer with both initiatives by name, and what it saved where that was confirmed. */
export type NamedOffer = StoredOffer & { readonly from_id: string; readonly from_name: string; readonly to_name: string; readonly saving: Pick<Selectable<ReuseSavingTable>, 'hours' | 'saved_on' | 'words' | 'link' | 'confirmed_by'> | null }
export type StandingInitiative = { readonly id: string; readonly name: string; readonly state: InitiativeState; readonly description: string }

/** Components of initiatives that were not removed, by name. */
export async function readComponents(tx: Tx): Promise<readonly NamedComponent[]> {
  const { rows } = await sql<NamedComponent>`
    select c.*, i.name as initiative, t.name as task, t.state as task_state from reuse_component c join initiative i on i.org_id = c.org_id and i.id = c.initiative_id
    left join task t on t.org_id = c.org_id and t.id = c.task_id and t.removed_at is null
    where i.removed_at is null order by lower(c.name), c.id`.execute(tx)
  return rows
}
/** One component of an initiative, held until the act ends. */
export const lockComponent = async (tx: Tx, initiativeId: string, id: string): Promise<StoredComponent | undefined> => (await tx.selectFrom('reuse_component').selectAll().where('id', '=', id).where('initiative_id', '=', initiativeId).forUpdate().executeTakeFirst()) as StoredComponent | undefined
export const componentNamed = async (tx: Tx, initiativeId: string, name: string): Promise<{ readonly id: string; readonly name: string } | undefined> => tx.selectFrom('reuse_component').select(['id', 'name']).where('initiative_id', '=', initiativeId).where('withdrawn', 'is', null).where(sql<boolean>`lower(name) = lower(${name})`).executeTakeFirst()
export const insertComponent = (tx: Tx, { skills, ...row }: Omit<Insertable<ReuseComponentTable>, 'skills' | 'withdrawn'> & { readonly skills: readonly string[] }) => tx.insertInto('reuse_component').values({ ...row, skills: JSON.stringify(skills) }).execute()
export const updateComponent = (tx: Tx, id: string, { skills, withdrawn, ...set }: Omit<Updateable<ReuseComponentTable>, 'skills' | 'withdrawn'> & { readonly skills?: readonly string[]; readonly withdrawn?: Said }) =>
  tx.updateTable('reuse_component').set({ ...set, ...(skills ? { skills: JSON.stringify(skills) } : {}), ...(withdrawn ? { withdrawn: JSON.stringify(withdrawn) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** The name of a piece of work that stands in an initiative. */
export const taskOf = async (tx: Tx, initiativeId: string, id: string): Promise<string | undefined> => (await tx.selectFrom('task').select('name').where('id', '=', id).where('initiative_id', '=', initiativeId).where('removed_at', 'is', null).executeTakeFirst())?.name

/** Offers between initiatives that were not removed: those that wait first, then the newest. */
export async function readOffers(tx: Tx): Promise<readonly NamedOffer[]> {
  const { rows } = await sql<NamedOffer>`
    select o.*, g.id as from_id, g.name as from_name, r.name as to_name, case when s.id is not null then jsonb_build_object('hours', s.hours, 'saved_on', s.saved_on, 'words', s.words, 'link', s.link, 'confirmed_by', s.confirmed_by) end as saving
    from reuse_offer o join reuse_component c on c.org_id = o.org_id and c.id = o.component_id join initiative g on g.org_id = c.org_id and g.id = c.initiative_id join initiative r on r.org_id = o.org_id and r.id = o.to_initiative_id
    left join reuse_saving s on s.org_id = o.org_id and s.offer_id = o.id
    where g.removed_at is null and r.removed_at is null order by o.state <> 'offered', o.offered_on desc, o.id desc`.execute(tx)
  return rows
}
export const lockOffer = async (tx: Tx, id: string): Promise<StoredOffer | undefined> => (await tx.selectFrom('reuse_offer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredOffer | undefined
export const insertOffer = (tx: Tx, row: Omit<Insertable<ReuseOfferTable>, 'answer'>) => tx.insertInto('reuse_offer').values(row).execute()
export const updateOffer = (tx: Tx, id: string, { answer, ...set }: Omit<Updateable<ReuseOfferTable>, 'answer'> & { readonly answer: Said }) => tx.updateTable('reuse_offer').set({ ...set, answer: JSON.stringify(answer) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const insertSaving = (tx: Tx, row: Insertable<ReuseSavingTable>) => tx.insertInto('reuse_saving').values(row).execute()

/** Initiatives that were not removed, by name. */
export const readStanding = async (tx: Tx): Promise<readonly StandingInitiative[]> => tx.selectFrom('initiative').select(['id', 'name', 'state', 'description']).where('removed_at', 'is', null).orderBy('name').orderBy('id').execute()
export const readStandingOne = (tx: Tx, id: string): Promise<(StandingInitiative & { readonly unit_id: string | null }) | undefined> => tx.selectFrom('initiative').select(['id', 'name', 'state', 'description', 'unit_id']).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()

/** What was ever made, offered or received by an initiative, by the kind of its revisions. */
export async function reuseIdsOf(tx: Tx, initiativeId: string): Promise<readonly { readonly kind: string; readonly ids: readonly string[] }[]> {
  const components = (await tx.selectFrom('reuse_component').select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)
  const offers = (await tx.selectFrom('reuse_offer').select('id').where((where) => where.or([where('to_initiative_id', '=', initiativeId), where('component_id', '=', sql<string>`any(${components}::uuid[])`)])).execute()).map(({ id }) => id)
  return [{ kind: 'reuse_component', ids: components }, { kind: 'reuse_offer', ids: offers }]
}
