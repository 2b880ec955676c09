import { sql } from 'kysely'
import { permissionsOfRole, type Member, type Organisation, type Role, type Token, type Unit } from '@throughline/contract/people'
import type { Permission } from '@throughline/contract/wire'
import type { Tx } from '../database/index.ts'
import type { MembershipTable, OrganisationTable } from './tables.ts'

/** The organisation of the transaction. */
export async function readOrganisation(tx: Tx): Promise<Organisation> {
  const row = await tx.selectFrom('organisation').selectAll().executeTakeFirstOrThrow()
  return {
    id: row.org_id,
    name: row.name,
    currency: row.currency,
    calendar: { startMonth: row.fiscal_start_month, startDay: row.fiscal_start_day, label: row.fiscal_label },
    version: row.version,
  }
}

/** When the organisation was founded; undefined as of a moment before that. */
export async function readFounding(tx: Tx): Promise<string | undefined> {
  return (await tx.selectFrom('organisation').select('created_at').executeTakeFirst())?.created_at
}

/** Holds the organisation's row until the transaction ends, so that one at a time decides what concerns it as a whole. */
export async function lockOrganisation(tx: Tx): Promise<Organisation> {
  await tx.selectFrom('organisation').select('org_id').forUpdate().execute()
  return readOrganisation(tx)
}

export async function insertOrganisation(tx: Tx, row: Pick<OrganisationTable, 'org_id' | 'name' | 'currency'>): Promise<Organisation> {
  await tx.insertInto('organisation').values(row).execute()
  return readOrganisation(tx)
}

export async function updateOrganisation(tx: Tx, { name, currency, calendar }: Organisation): Promise<Organisation> {
  await tx
    .updateTable('organisation')
    .set((row) => ({ name, currency, fiscal_start_month: calendar.startMonth, fiscal_start_day: calendar.startDay, fiscal_label: calendar.label, version: row('version', '+', 1) }))
    .execute()
  return readOrganisation(tx)
}

const memberRows = (tx: Tx) =>
  tx
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.name', 'account.email', 'membership.role', 'membership.service', 'membership.created_at as createdAt', 'membership.version'])

export const listMembers = (tx: Tx): Promise<Member[]> => memberRows(tx).orderBy('account.name').orderBy('account.id').execute()

export const findMember = (tx: Tx, id: string): Promise<Member | undefined> => memberRows(tx).where('account.id', '=', id).executeTakeFirst()

export async function countOwners(tx: Tx): Promise<number> {
  const { owners } = await tx.selectFrom('membership').select(sql<number>`count(*)::integer`.as('owners')).where('role', '=', 'owner').executeTakeFirstOrThrow()
  return owners
}

/** The account with an email, of whatever organisation. */
export async function accountWithEmail(tx: Tx, email: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`select account_with_email(${email}) as id`.execute(tx)
  return rows[0]?.id ?? undefined
}

/** Gives an account that nobody can sign in to its password; one that has a password keeps it. */
export const giveFirstPassword = (tx: Tx, id: string, passwordHash: string) => sql`select give_first_password(${id}, ${passwordHash})`.execute(tx)

export type NewAccount = { readonly id: string; readonly email: string; readonly name: string; readonly passwordHash: string }

/** Adds an account; false where the email has one already. */
export async function insertAccount(tx: Tx, { id, email, name, passwordHash }: NewAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values({ id, email, name, password_hash: passwordHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Adds a membership; false where there is one already. */
export async function insertMembership(tx: Tx, row: Pick<MembershipTable, 'org_id' | 'account_id' | 'role'> & { readonly service?: boolean }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('membership')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const updateRole = (tx: Tx, id: string, role: Role) =>
  tx
    .updateTable('membership')
    .set((row) => ({ role, version: row('version', '+', 1) }))
    .where('account_id', '=', id)
    .execute()

/** Takes the membership away, and with it the sessions and tokens that stand on it. */
export const deleteMembership = (tx: Tx, id: string) => tx.deleteFrom('membership').where('account_id', '=', id).execute()

const tokenRows = (tx: Tx) =>
  tx
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .innerJoin('membership', 'membership.account_id', 'api_token.account_id')
    .select(['api_token.id', 'api_token.name', 'api_token.role', 'api_token.may', 'api_token.created_at as createdAt', 'api_token.expires_at as expiresAt', 'api_token.last_used_at as lastUsedAt'])
    .select(['api_token.account_id', 'account.name as owner', 'membership.service'])

type TokenRow = Awaited<ReturnType<ReturnType<typeof tokenRows>['executeTakeFirstOrThrow']>>
const token = ({ account_id, owner, service, may, ...row }: TokenRow): Token => ({ ...row, may: [...(row.role === null ? (may ?? []) : permissionsOfRole[row.role])], owner: { id: account_id, name: owner, service } })

/** The tokens of one account or, without one, of everybody. */
export async function listTokens(tx: Tx, accountId?: string): Promise<Token[]> {
  const all = tokenRows(tx).orderBy('api_token.created_at').orderBy('api_token.id')
  return (await (accountId === undefined ? all : all.where('api_token.account_id', '=', accountId)).execute()).map(token)
}

export async function findToken(tx: Tx, id: string): Promise<Token | undefined> {
  const row = await tokenRows(tx).where('api_token.id', '=', id).executeTakeFirst()
  return row && token(row)
}

export type NewTokenRow = { readonly orgId: string; readonly id: string; readonly accountId: string; readonly name: string; readonly role: Role | null; readonly may: readonly Permission[] | null; readonly secretHash: Buffer; readonly createdAt: string; readonly expiresAt: string | null }

export const insertToken = (tx: Tx, { orgId, id, accountId, name, role, may, secretHash, createdAt, expiresAt }: NewTokenRow) =>
  tx.insertInto('api_token').values({ org_id: orgId, id, account_id: accountId, name, role, may: may === null ? null : [...may], secret_hash: secretHash, created_at: createdAt, expires_at: expiresAt }).execute()

export const deleteToken = (tx: Tx, id: string) => tx.deleteFrom('api_token').where('id', '=', id).execute()

const unitRows = (tx: Tx) => tx.selectFrom('org_unit').select(['id', 'code', 'name', 'parent_id as parentId', 'kind', 'version'])

export const listUnits = (tx: Tx): Promise<Unit[]> => unitRows(tx).orderBy('code').execute()

export const findUnit = (tx: Tx, id: string): Promise<Unit | undefined> => unitRows(tx).where('id', '=', id).executeTakeFirst()

export const findUnitByCode = (tx: Tx, code: string): Promise<Unit | undefined> =>
  unitRows(tx)
    .where(sql`lower(code)`, '=', code.toLowerCase())
    .executeTakeFirst()

export const insertUnit = (tx: Tx, orgId: string, { parentId, ...unit }: Omit<Unit, 'version'>) =>
  tx
    .insertInto('org_unit')
    .values({ ...unit, org_id: orgId, parent_id: parentId })
    .execute()

export const updateUnit = (tx: Tx, { id, code, name, parentId }: Unit) =>
  tx
    .updateTable('org_unit')
    .set((row) => ({ code, name, parent_id: parentId, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Removes a unit that nothing stands below any more. */
export const deleteUnit = (tx: Tx, id: string) => tx.deleteFrom('org_unit').where('id', '=', id).execute()
