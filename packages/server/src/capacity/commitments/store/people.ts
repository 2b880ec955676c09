import type { StaffingRequest } from '@throughline/contract/capacity'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import type { CommittedLine } from '../../../starts/index.ts'
import type { StaffingRequestTable } from '../tables.ts'

export type StoredStaffing = Omit<Selectable<StaffingRequestTable>, 'answer'> & { readonly answer: StaffingRequest['answer'] }

/** Requests that wait, oldest first, then the others, newest first; and how many there are in all. */
export async function readStaffing(tx: Tx, most: number): Promise<{ readonly rows: readonly StoredStaffing[]; readonly total: number }> {
  const rows = await tx.selectFrom('staffing_request').selectAll().orderBy(sql`state <> 'waiting'`).orderBy(sql`case when state = 'waiting' then asked_at end`).orderBy('asked_at', 'desc').orderBy('id').limit(most).execute()
  const { count } = await tx.selectFrom('staffing_request').select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return { rows: rows as StoredStaffing[], total: Number(count) }
}
/** One request, held until the act ends. */
export const lockStaffing = async (tx: Tx, id: string): Promise<StoredStaffing | undefined> => (await tx.selectFrom('staffing_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredStaffing | undefined
export const insertStaffing = (tx: Tx, row: Omit<Insertable<StaffingRequestTable>, 'answer'>) => tx.insertInto('staffing_request').values(row).execute()
export const updateStaffing = (tx: Tx, id: string, { answer, ...set }: Omit<Updateable<StaffingRequestTable>, 'answer'> & { readonly answer: StaffingRequest['answer'] }) =>
  tx.updateTable('staffing_request').set({ ...set, answer: JSON.stringify(answer) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** All commitments of people, or those of one pool. */
export async function readCommittedPeople(tx: Tx, poolId?: string): Promise<readonly CommittedLine[]> {
  const rows = await tx.selectFrom('staffing_request').select(['pool_id', 'initiative_id', 'from_on', 'to_on', 'committed_hundredths']).where('state', '=', 'committed').$if(poolId !== undefined, (query) => query.where('pool_id', '=', poolId ?? '')).orderBy('from_on').orderBy('id').execute()
  return rows.map(({ pool_id, initiative_id, from_on, to_on, committed_hundredths }) => ({ poolId: pool_id, initiativeId: initiative_id, from: from_on, to: to_on, amount: BigInt(committed_hundredths ?? '0') }))
}

/** Names of initiatives that wait for people of a pool, hold some, or have a minimum crew of it, by name. */
export async function initiativesStaffedBy(tx: Tx, poolId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select i.name from initiative i where i.removed_at is null and (
    exists (select from staffing_request r where r.org_id = i.org_id and r.initiative_id = i.id and r.pool_id = ${poolId} and r.state in ('waiting', 'committed'))
    or exists (select from minimum_crew c where c.org_id = i.org_id and c.initiative_id = i.id and c.lines @> ${JSON.stringify([{ poolId }])}::jsonb)) order by i.name`.execute(tx)
  return rows.map(({ name }) => name)
}
