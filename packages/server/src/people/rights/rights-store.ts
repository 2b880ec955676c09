import { sql } from 'kysely'
import type { Role, RoleAssignment } from '@throughline/contract/people'
import type { Db, Standing, Tx } from '../../database/index.ts'

/** What a member stands on now; undefined for who is no member. Names the organisation for the rest of the transaction. */
export async function readStanding(tx: Db | Tx, { orgId, accountId }: { readonly orgId: string; readonly accountId: string }, now: Date): Promise<Standing | undefined> {
  const { rows } = await sql<{ standing: Standing | null }>`select standing_of(${orgId}::uuid, ${accountId}::uuid, ${dayOf(now)}::date) as standing`.execute(tx)
  return rows[0]?.standing ?? undefined
}

/** The civil date in UTC, by which last days are told. */
export const dayOf = (now: Date): string => now.toISOString().slice(0, 10)

/** A role that was given, as it stands by a day. */
export type FoundAssignment = Omit<RoleAssignment, 'may'>

/** Whether who delegated a role has it still, as `standing_of` of the database decides it. */
const stillDelegated = (now: Date) => sql<boolean>`r.delegated_by is null
  or exists (select from membership d where d.account_id = r.delegated_by and d.role = r.role)
  or exists (select from role_assignment own where own.account_id = r.delegated_by and own.delegated_by is null and own.role = r.role and (own.last_on is null or own.last_on >= ${dayOf(now)}::date)
    and (own.scope = 'organisation' or (own.unit_id is not distinct from r.unit_id and own.initiative_id is not distinct from r.initiative_id)))`

const rows = (tx: Tx, now: Date) =>
  tx
    .selectFrom('role_assignment as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .leftJoin('account as d', 'd.id', 'r.delegated_by')
    .leftJoin('org_unit as u', 'u.id', 'r.unit_id')
    .select(['r.id', 'r.account_id', 'a.name', 'r.role', 'r.scope', 'r.unit_id', 'r.initiative_id', 'u.name as unit', 'r.last_on', 'r.delegated_by', 'd.name as delegator', 'r.note', 'r.given_by', 'r.given_at'])
    .select(sql<FoundAssignment['standing']>`case when r.last_on < ${dayOf(now)}::date then 'over' when ${stillDelegated(now)} then 'in_force' else 'lapsed' end`.as('standing'))

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const found = (row: Row): FoundAssignment => ({
  id: row.id,
  member: { id: row.account_id, name: row.name },
  role: row.role,
  scope: { kind: row.scope, id: row.unit_id ?? row.initiative_id, name: row.unit },
  lastOn: row.last_on,
  delegatedBy: row.delegated_by === null ? null : { id: row.delegated_by, name: row.delegator ?? '' },
  note: row.note,
  givenBy: row.given_by,
  givenAt: row.given_at,
  standing: row.standing,
})

export const listAssignments = async (tx: Tx, now: Date): Promise<readonly FoundAssignment[]> => (await rows(tx, now).orderBy('a.name').orderBy('r.given_at').orderBy('r.id').execute()).map(found)

export async function findAssignment(tx: Tx, id: string, now: Date): Promise<FoundAssignment | undefined> {
  const row = await rows(tx, now).where('r.id', '=', id).executeTakeFirst()
  return row && found(row)
}

export type NewAssignment = { readonly orgId: string; readonly id: string; readonly accountId: string; readonly role: Role; readonly unitId: string | null; readonly initiativeId: string | null; readonly lastOn: string | null; readonly delegatedBy: string | null; readonly note: string; readonly givenBy: string }

export const insertAssignment = (tx: Tx, { orgId, id, accountId, role, unitId, initiativeId, lastOn, delegatedBy, note, givenBy }: NewAssignment) =>
  tx
    .insertInto('role_assignment')
    .values({ org_id: orgId, id, account_id: accountId, role, scope: unitId ? 'unit' : initiativeId ? 'initiative' : 'organisation', unit_id: unitId, initiative_id: initiativeId, last_on: lastOn, delegated_by: delegatedBy, note, given_by: givenBy, given_at: sql<string>`act_time()` })
    .execute()

export const deleteAssignment = (tx: Tx, id: string) => tx.deleteFrom('role_assignment').where('id', '=', id).execute()
