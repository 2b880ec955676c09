import type { ServiceText, UseLevel } from '@throughline/contract/governance'
import type { ServiceClass } from '@throughline/engine/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { PmoServiceTable, RefusedPerformerTable, ServiceCapabilityTable, ServiceEditionTable, ServiceHoursTable, ServiceNeedTable, ServiceRequestTable, ServiceStepTable, ServiceTargetTable } from './tables.ts'

type Said = { readonly by: string; readonly at: string; readonly words: string }
export type StoredService = Omit<Selectable<PmoServiceTable>, 'said'> & { readonly said: ServiceText }
export type StoredEdition = Omit<Selectable<ServiceEditionTable>, 'said'> & { readonly said: ServiceText }
type Used = Said & { readonly level: UseLevel }
export type StoredRequest = Omit<Selectable<ServiceRequestTable>, 'answer' | 'outcome' | 'used'> & { readonly answer: Said | null; readonly outcome: Said | null; readonly used: Used | null }
export type StoredRefusal = Selectable<RefusedPerformerTable>
export type StoredHours = Selectable<ServiceHoursTable>
export type StoredCapability = Selectable<ServiceCapabilityTable>
export type StoredNeed = Selectable<ServiceNeedTable>
export type StoredStep = Omit<Selectable<ServiceStepTable>, 'dropped'> & { readonly dropped: Said | null }
export type StoredTarget = Selectable<ServiceTargetTable>

/** Every service by its PMO and name, retired ones among them. */
export const readServices = async (tx: Tx): Promise<readonly StoredService[]> => (await tx.selectFrom('pmo_service').selectAll().orderBy(sql`said->>'pmo'`).orderBy(sql`said->>'name'`).orderBy('id').execute()) as StoredService[]
/** One service, held until the act ends. */
export const lockService = async (tx: Tx, id: string): Promise<StoredService | undefined> => (await tx.selectFrom('pmo_service').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredService | undefined
export const insertService = (tx: Tx, { said, ...row }: Omit<Insertable<PmoServiceTable>, 'said'> & { readonly said: ServiceText }) => tx.insertInto('pmo_service').values({ ...row, said: JSON.stringify(said) }).execute()
export const updateService = (tx: Tx, id: string, { said, ...set }: Omit<Updateable<PmoServiceTable>, 'said'> & { readonly said?: ServiceText }) =>
  tx.updateTable('pmo_service').set({ ...set, ...(said ? { said: JSON.stringify(said) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Editions of every service, or of one, the newest first. */
export const readEditions = async (tx: Tx, serviceId?: string): Promise<readonly StoredEdition[]> =>
  (await tx.selectFrom('service_edition').selectAll().$if(serviceId !== undefined, (query) => query.where('service_id', '=', serviceId ?? '')).orderBy('no', 'desc').execute()) as StoredEdition[]
export const insertEdition = (tx: Tx, { said, ...row }: Omit<Insertable<ServiceEditionTable>, 'said'> & { readonly said: ServiceText }) => tx.insertInto('service_edition').values({ ...row, said: JSON.stringify(said) }).execute()

const isOpen = sql<boolean>`state in ('waiting', 'accepted')`
/** Requests that are not over, oldest first, then the others, newest first. */
export const readRequests = async (tx: Tx, most: number): Promise<readonly StoredRequest[]> =>
  (await tx.selectFrom('service_request').selectAll().orderBy(isOpen, 'desc').orderBy(sql`case when ${isOpen} then asked_at end`).orderBy('asked_at', 'desc').orderBy('id').limit(most).execute()) as StoredRequest[]
/** Requests for a service, or about an initiative. */
export const requestsOf = async (tx: Tx, column: 'service_id' | 'initiative_id', id: string): Promise<readonly string[]> => (await tx.selectFrom('service_request').select('id').where(column, '=', id).execute()).map((row) => row.id)
/** How many requests there are, and how many of each service are not over. */
export async function countRequests(tx: Tx): Promise<{ readonly all: number; readonly open: ReadonlyMap<string, number> }> {
  const rows = await tx.selectFrom('service_request').select(['service_id', sql<number>`count(*)::int`.as('all'), sql<number>`count(*) filter (where ${isOpen})::int`.as('open')]).groupBy('service_id').execute()
  return { all: rows.reduce((sum, { all }) => sum + all, 0), open: new Map(rows.map(({ service_id, open }) => [service_id, open])) }
}
export const lockRequest = async (tx: Tx, id: string): Promise<StoredRequest | undefined> => (await tx.selectFrom('service_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredRequest | undefined
export const insertRequest = (tx: Tx, row: Omit<Insertable<ServiceRequestTable>, 'answer' | 'outcome' | 'used'>) => tx.insertInto('service_request').values(row).execute()
export const updateRequest = (tx: Tx, id: string, { answer, outcome, used, ...set }: Omit<Updateable<ServiceRequestTable>, 'answer' | 'outcome' | 'used'> & { readonly answer?: Said; readonly outcome?: Said; readonly used?: Used }) =>
  tx.updateTable('service_request').set({ ...set, ...(answer ? { answer: JSON.stringify(answer) } : {}), ...(outcome ? { outcome: JSON.stringify(outcome) } : {}), ...(used ? { used: JSON.stringify(used) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Who was refused as performer of some requests, the latest first. */
export const readRefusals = (tx: Tx, requestIds: readonly string[]): Promise<readonly StoredRefusal[]> => tx.selectFrom('refused_performer').selectAll().where('request_id', '=', sql<string>`any(${requestIds}::uuid[])`).orderBy('refused_at', 'desc').orderBy('id', 'desc').execute()
export const insertRefusal = (tx: Tx, row: Insertable<RefusedPerformerTable>) => tx.insertInto('refused_performer').values(row).execute()

/** All hours that stand, by day, the newest first. */
export const readHours = (tx: Tx): Promise<readonly StoredHours[]> => tx.selectFrom('service_hours').selectAll().where('removed_at', 'is', null).orderBy('worked_on', 'desc').orderBy('recorded_at', 'desc').orderBy('id', 'desc').execute()
/** Hundredths of hours that stand for some requests, by request. */
export async function hoursByRequest(tx: Tx, requestIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; sum: number }>`select request_id as id, sum(hundredths)::int as sum from service_hours where removed_at is null and request_id = any(${requestIds}::uuid[]) group by request_id`.execute(tx)
  return new Map(rows.map(({ id, sum }) => [id, sum]))
}
export const lockHours = (tx: Tx, id: string): Promise<StoredHours | undefined> => tx.selectFrom('service_hours').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertHours = (tx: Tx, row: Insertable<ServiceHoursTable>) => tx.insertInto('service_hours').values(row).execute()
export const takeHoursAway = (tx: Tx, id: string, at: string) => tx.updateTable('service_hours').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

export type StoredUse = { readonly on: string; readonly class: ServiceClass; readonly level: UseLevel | null; readonly asker: string; readonly owner: string; readonly performer: string | null }
/** What requests that were delivered were worth to those who asked, with the day and the class of the work, and whose hands it went through. */
export const readUses = async (tx: Tx): Promise<readonly StoredUse[]> =>
  (await sql<StoredUse>`select h.worked_on as on, h.class, r.used->>'level' as level, r.asked_by_id as asker, s.owner_id as owner, r.performer_id as performer from service_request r join pmo_service s on s.org_id = r.org_id and s.id = r.service_id
    join service_hours h on h.org_id = r.org_id and h.request_id = r.id and h.removed_at is null where r.state = 'delivered'`.execute(tx)).rows

/** Targets in the order in which they were set. */
export const readTargets = (tx: Tx): Promise<readonly StoredTarget[]> => tx.selectFrom('service_target').selectAll().orderBy('set_at').orderBy('id').execute()
export const insertTarget = (tx: Tx, row: Insertable<ServiceTargetTable>) => tx.insertInto('service_target').values(row).execute()

/** The newest level of each service in each area, and of each objective. */
export const readCapabilities = (tx: Tx): Promise<readonly StoredCapability[]> => tx.selectFrom('service_capability').distinctOn(['service_id', 'area']).selectAll().orderBy('service_id').orderBy('area').orderBy('given_at', 'desc').orderBy('id', 'desc').execute()
export const readNeeds = (tx: Tx): Promise<readonly StoredNeed[]> => tx.selectFrom('service_need').distinctOn(['objective_id', 'area']).selectAll().orderBy('objective_id').orderBy('area').orderBy('given_at', 'desc').orderBy('id', 'desc').execute()
export const insertCapability = (tx: Tx, row: Insertable<ServiceCapabilityTable>) => tx.insertInto('service_capability').values(row).execute()
export const insertNeed = (tx: Tx, row: Insertable<ServiceNeedTable>) => tx.insertInto('service_need').values(row).execute()

/** Steps by their day, those that were given up last. */
export const readSteps = async (tx: Tx): Promise<readonly StoredStep[]> => (await tx.selectFrom('service_step').selectAll().orderBy(sql`dropped is not null`).orderBy('due_on').orderBy('id').execute()) as StoredStep[]
/** Steps of a service, or of an initiative that delivers them. */
export const stepsOf = async (tx: Tx, column: 'service_id' | 'initiative_id', id: string): Promise<readonly string[]> => (await tx.selectFrom('service_step').select('id').where(column, '=', id).execute()).map((row) => row.id)
export const lockStep = async (tx: Tx, id: string): Promise<StoredStep | undefined> => (await tx.selectFrom('service_step').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredStep | undefined
export const insertStep = (tx: Tx, row: Omit<Insertable<ServiceStepTable>, 'dropped'>) => tx.insertInto('service_step').values(row).execute()
export const updateStep = (tx: Tx, id: string, { dropped, ...set }: Omit<Updateable<ServiceStepTable>, 'dropped'> & { readonly dropped?: Said }) =>
  tx.updateTable('service_step').set({ ...set, ...(dropped ? { dropped: JSON.stringify(dropped) } : {}) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** What some initiatives are called, those that were removed among them unless only those that stand are asked for. */
export async function initiativeNames(tx: Tx, ids: readonly string[], standing = false): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from initiative where id = any(${ids}::uuid[]) and (removed_at is null or not ${standing}::boolean)`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export type NamedService = { readonly id: string; readonly name: string; /** Whether it can be asked for. */ readonly offered: boolean }
/** Some services by what they are called now. */
export const namesOfServices = async (tx: Tx, ids: readonly string[]): Promise<readonly NamedService[]> =>
  (await sql<NamedService>`select id, said->>'name' as name, retired_at is null and exists (select from service_edition e where e.org_id = s.org_id and e.service_id = s.id) as offered from pmo_service s where id = any(${ids}::uuid[])`.execute(tx)).rows

/** Services that were not retired, as they stand in writing. */
export const standingServices = async (tx: Tx): Promise<readonly { readonly id: string; readonly name: string; readonly about: string }[]> =>
  (await sql<{ id: string; name: string; about: string }>`select id, said->>'name' as name, said->>'scope' as about from pmo_service where retired_at is null order by 2, 1`.execute(tx)).rows
