import type { StartException } from '@throughline/contract/capacity'
import type { InitiativeState } from '@throughline/engine/demand'
import { sql, type Insertable } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import type { StoredCrew, StoredException, StoredGate } from '../../../starts/index.ts'
import type { StartExceptionTable } from '../tables.ts'

/** Says whether starts are gated and counts the version up. */
export async function writeGate(tx: Tx, { is_on, reason, said_by, said_at, version }: StoredGate): Promise<void> {
  await sql`insert into start_gate (org_id, is_on, reason, said_by, said_at, version) values (current_org(), ${is_on}, ${reason}, ${said_by}, ${said_at}, ${version + 1})
    on conflict (org_id) do update set is_on = excluded.is_on, reason = excluded.reason, said_by = excluded.said_by, said_at = excluded.said_at, version = excluded.version`.execute(tx)
}

/** Gives the crew of an initiative as a whole. */
export async function writeCrew(tx: Tx, { initiative_id, lines, version }: StoredCrew): Promise<void> {
  await sql`insert into minimum_crew (org_id, initiative_id, lines, version) values (current_org(), ${initiative_id}, ${JSON.stringify(lines)}::jsonb, ${version + 1})
    on conflict (org_id, initiative_id) do update set lines = excluded.lines, version = excluded.version`.execute(tx)
}

/** One exception, held until the act ends. */
export const lockException = async (tx: Tx, id: string): Promise<StoredException | undefined> => (await tx.selectFrom('start_exception').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredException | undefined
export const insertException = (tx: Tx, row: Omit<Insertable<StartExceptionTable>, 'ended'>) => tx.insertInto('start_exception').values(row).execute()
export const endExceptionRow = (tx: Tx, id: string, ended: StartException['ended']) => tx.updateTable('start_exception').set({ ended: JSON.stringify(ended) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** An initiative as it is named here; one that was removed has its id and nothing else. */
export type NamedHolder = { readonly id: string; readonly name: string; readonly state: InitiativeState; readonly gone: boolean }
export async function readHolders(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, NamedHolder>> {
  const rows = await tx.selectFrom('initiative').select(['id', 'name', 'state', 'removed_at']).where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`).execute()
  return new Map(rows.map(({ id, name, state, removed_at }) => [id, { id, name, state, gone: removed_at !== null }]))
}

/** Requests by the initiative that they are for; `gone` where that was removed. */
export async function namesOfRequests(tx: Tx, table: 'funding_request' | 'staffing_request', ids: readonly string[]): Promise<readonly { readonly id: string; readonly initiative: string; readonly gone: boolean }[]> {
  const rows = await tx.selectFrom(table).innerJoin('initiative as i', (join) => join.onRef('i.org_id', '=', `${table}.org_id`).onRef('i.id', '=', `${table}.initiative_id`)).select([`${table}.id as id`, 'i.name', 'i.removed_at']).where(`${table}.id`, '=', sql<string>`any(${[...ids]}::uuid[])`).execute()
  return rows.map(({ id, name, removed_at }) => ({ id, initiative: name, gone: removed_at !== null }))
}

/** Ids of what is recorded for an initiative here. */
export async function recordedFor(tx: Tx, initiativeId: string): Promise<Readonly<Record<'funding_request' | 'staffing_request' | 'start_exception' | 'budget_entry', readonly string[]>>> {
  const idsIn = async (table: 'funding_request' | 'staffing_request' | 'start_exception' | 'budget_entry') => (await tx.selectFrom(table).select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)
  return { funding_request: await idsIn('funding_request'), staffing_request: await idsIn('staffing_request'), start_exception: await idsIn('start_exception'), budget_entry: await idsIn('budget_entry') }
}
