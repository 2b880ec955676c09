import { sql, type RawBuilder } from 'kysely'
import type { Role } from '@throughline/contract/people'
import type { Tx } from '../../database/index.ts'
import type { Held } from './filter/filter-store.ts'
import type { KeptUser, User } from './resources/user.ts'

/** What filters may ask of users. */
export const heldOfUsers: Held = {
  id: { kind: 'exact', column: sql`u.id::text` },
  externalid: { kind: 'exact', column: sql`u.external_id` },
  username: { kind: 'text', column: sql`u.user_name` },
  displayname: { kind: 'text', column: sql`u.display_name` },
  'name.formatted': { kind: 'text', column: sql`u.formatted_name` },
  'name.givenname': { kind: 'text', column: sql`u.given_name` },
  'name.familyname': { kind: 'text', column: sql`u.family_name` },
  active: { kind: 'flag', column: sql`u.active` },
  'meta.created': { kind: 'instant', column: sql`u.created_at` },
  'meta.lastmodified': { kind: 'instant', column: sql`u.updated_at` },
  emails: { kind: 'list', held: { value: { kind: 'text', column: sql`u.email` }, type: { kind: 'text', column: sql`'work'::text` }, primary: { kind: 'flag', column: sql`true` } }, exists: (condition) => sql<boolean>`(${condition})` },
  groups: {
    kind: 'list',
    held: { value: { kind: 'exact', column: sql`fg.id::text` }, display: { kind: 'text', column: sql`fg.display_name` } },
    exists: (condition) => sql<boolean>`exists (select from scim_group_member fm join scim_group fg on fg.id = fm.group_id where fm.user_id = u.id and ${condition})`,
  },
}

type Row = { id: string; accountId: string; userName: string; externalId: string | null; email: string; displayName: string | null; formattedName: string | null; givenName: string | null; familyName: string | null; active: boolean; version: number; createdAt: string; updatedAt: string; groups: readonly { readonly id: string; readonly name: string }[] }

const columns = sql`u.id, u.account_id as "accountId", u.user_name as "userName", u.external_id as "externalId", u.email, u.display_name as "displayName", u.formatted_name as "formattedName", u.given_name as "givenName",
  u.family_name as "familyName", u.active, u.version, u.created_at as "createdAt", u.updated_at as "updatedAt", coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.display_name) order by g.display_name, g.id)
    from scim_group_member m join scim_group g on g.id = m.group_id where m.user_id = u.id), '[]'::jsonb) as groups`

export type Page = { readonly offset: number; readonly limit: number }

/** Users that a condition fits, in the order in which they came, and how many there are. */
export async function listUsers(tx: Tx, condition: RawBuilder<boolean>, { offset, limit }: Page): Promise<{ readonly total: number; readonly users: readonly KeptUser[] }> {
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total from scim_user u where ${condition}`.execute(tx)
  if (limit === 0) return { total: counted[0]?.total ?? 0, users: [] }
  const { rows } = await sql<Row>`select ${columns} from scim_user u where ${condition} order by u.created_at, u.id limit ${limit} offset ${offset}`.execute(tx)
  return { total: counted[0]?.total ?? 0, users: rows }
}

export async function findUser(tx: Tx, id: string): Promise<KeptUser | undefined> {
  return (await sql<Row>`select ${columns} from scim_user u where u.id = ${id}::uuid`.execute(tx)).rows[0]
}

/** Whether another user has the name that identity providers know people by. */
export async function userNameTaken(tx: Tx, userName: string, exceptId: string | null): Promise<boolean> {
  return (await sql`select from scim_user u where lower(u.user_name) = lower(${userName}) and u.id is distinct from ${exceptId}::uuid`.execute(tx)).rows.length > 0
}

export async function userOfAccount(tx: Tx, accountId: string): Promise<string | undefined> {
  return (await tx.selectFrom('scim_user').select('id').where('account_id', '=', accountId).executeTakeFirst())?.id
}

const values = ({ userName, externalId, email, displayName, formattedName, givenName, familyName, active }: User) => ({ user_name: userName, external_id: externalId, email, display_name: displayName, formatted_name: formattedName, given_name: givenName, family_name: familyName, active })
const actTime = sql<string>`act_time()`

export const insertUser = (tx: Tx, { orgId, id, accountId, user }: { readonly orgId: string; readonly id: string; readonly accountId: string; readonly user: User }) =>
  tx.insertInto('scim_user').values({ org_id: orgId, id, account_id: accountId, ...values(user), created_at: actTime, updated_at: actTime }).execute()

export const updateUser = (tx: Tx, id: string, user: User) =>
  tx
    .updateTable('scim_user')
    .set((row) => ({ ...values(user), updated_at: actTime, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const deleteUser = (tx: Tx, id: string) => tx.deleteFrom('scim_user').where('id', '=', id).execute()

/** What is kept of a person for the identity provider goes, with the places in groups. */
export const forgetProvisioned = (tx: Tx, accountId: string) => tx.deleteFrom('scim_user').where('account_id', '=', accountId).execute()

/** Keeps name and address of an account; false where it is not for an identity provider to say, or the address is another's. */
export async function provisionAccount(tx: Tx, accountId: string, name: string, email: string): Promise<boolean> {
  return (await sql<{ done: boolean }>`select provision_account(${accountId}, ${name}, ${email}) as done`.execute(tx)).rows[0]?.done === true
}

/** Accounts with an address: one that is nowhere, and any. */
export async function accountsAt(tx: Tx, email: string): Promise<{ readonly nowhere: string | undefined; readonly any: string | undefined }> {
  const { rows } = await sql<{ nowhere: string | null; any: string | null }>`select account_nowhere(${email}) as nowhere, account_with_email(${email}) as any`.execute(tx)
  return { nowhere: rows[0]?.nowhere ?? undefined, any: rows[0]?.any ?? undefined }
}

/** How many people are owners; a service that is one signs in nowhere and could not make another. */
export async function countOwningPeople(tx: Tx): Promise<number> {
  return (await sql<{ owners: number }>`select count(*)::integer as owners from membership where role = 'owner' and not service`.execute(tx)).rows[0]?.owners ?? 0
}

/** Where a person stands: what the provider says, the groups they are in, and what they are here by now. */
export type Standing = { readonly id: string; readonly accountId: string; readonly email: string; readonly name: string; readonly active: boolean; readonly groups: readonly string[]; readonly role: Role | null }

/** How users stand: some of them, or all. */
export async function standingsOf(tx: Tx, ids?: readonly string[]): Promise<readonly Standing[]> {
  const { rows } = await sql<Standing>`
    select u.id, u.account_id as "accountId", u.email, coalesce(u.display_name, u.formatted_name, u.user_name) as name, u.active, m.role,
      coalesce((select array_agg(distinct one) from scim_group_member gm join scim_group g on g.id = gm.group_id cross join lateral unnest(array[g.display_name, g.external_id]) one where gm.user_id = u.id and one is not null), '{}') as groups
    from scim_user u left join membership m on m.account_id = u.account_id
    where ${ids === undefined ? sql<boolean>`true` : sql<boolean>`u.id = any(${ids}::uuid[])`} order by u.id`.execute(tx)
  return rows
}
