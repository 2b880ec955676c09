import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { Held } from './filter/filter-store.ts'
import type { Group, KeptGroup } from './resources/group.ts'
import type { Page } from './user-store.ts'

/** What filters may ask of groups. */
export const heldOfGroups: Held = {
  id: { kind: 'exact', column: sql`g.id::text` },
  externalid: { kind: 'exact', column: sql`g.external_id` },
  displayname: { kind: 'text', column: sql`g.display_name` },
  'meta.created': { kind: 'instant', column: sql`g.created_at` },
  'meta.lastmodified': { kind: 'instant', column: sql`g.updated_at` },
  members: { kind: 'list', held: { value: { kind: 'exact', column: sql`fm.user_id::text` }, type: { kind: 'text', column: sql`'User'::text` } }, exists: (condition) => sql<boolean>`exists (select from scim_group_member fm where fm.group_id = g.id and ${condition})` },
}

type Row = Omit<KeptGroup, 'members'> & { readonly members: readonly { readonly id: string; readonly name: string }[] }

/** Members are read where they are wanted alone: a group may have many. */
const columns = (withMembers: boolean) => sql`g.id, g.external_id as "externalId", g.display_name as "displayName", g.version, g.created_at as "createdAt", g.updated_at as "updatedAt", ${
  withMembers ? sql`coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'name', coalesce(u.display_name, u.user_name)) order by u.user_name, u.id) from scim_group_member m join scim_user u on u.id = m.user_id where m.group_id = g.id), '[]'::jsonb)` : sql`'[]'::jsonb`
} as members`

/** Groups that a condition fits, in the order in which they came, and how many there are. */
export async function listGroups(tx: Tx, condition: RawBuilder<boolean>, { offset, limit }: Page, withMembers: boolean): Promise<{ readonly total: number; readonly groups: readonly KeptGroup[] }> {
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total from scim_group g where ${condition}`.execute(tx)
  if (limit === 0) return { total: counted[0]?.total ?? 0, groups: [] }
  const { rows } = await sql<Row>`select ${columns(withMembers)} from scim_group g where ${condition} order by g.created_at, g.id limit ${limit} offset ${offset}`.execute(tx)
  return { total: counted[0]?.total ?? 0, groups: rows }
}

export async function findGroup(tx: Tx, id: string, withMembers = true): Promise<KeptGroup | undefined> {
  return (await sql<Row>`select ${columns(withMembers)} from scim_group g where g.id = ${id}::uuid`.execute(tx)).rows[0]
}

export async function groupNameTaken(tx: Tx, name: string, exceptId: string | null): Promise<boolean> {
  return (await sql`select from scim_group g where lower(g.display_name) = lower(${name}) and g.id is distinct from ${exceptId}::uuid`.execute(tx)).rows.length > 0
}

/** Of these ids, those that are no user here. */
export async function unknownUsers(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select wanted.id from unnest(${ids}::text[]) wanted(id) where not exists (select from scim_user u where u.id::text = wanted.id)`.execute(tx)
  return rows.map(({ id }) => id)
}

const actTime = sql<string>`act_time()`

export const insertGroup = (tx: Tx, { orgId, id, group: { displayName, externalId } }: { readonly orgId: string; readonly id: string; readonly group: Group }) =>
  tx.insertInto('scim_group').values({ org_id: orgId, id, display_name: displayName, external_id: externalId, created_at: actTime, updated_at: actTime }).execute()

export const updateGroup = (tx: Tx, id: string, { displayName, externalId }: Group) =>
  tx
    .updateTable('scim_group')
    .set((row) => ({ display_name: displayName, external_id: externalId, updated_at: actTime, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const deleteGroup = (tx: Tx, id: string) => tx.deleteFrom('scim_group').where('id', '=', id).execute()

export const addToGroup = (tx: Tx, orgId: string, groupId: string, ids: readonly string[]) => sql`insert into scim_group_member (org_id, group_id, user_id) select ${orgId}::uuid, ${groupId}::uuid, one from unnest(${ids}::uuid[]) one on conflict do nothing`.execute(tx)

export const takeFromGroup = (tx: Tx, groupId: string, ids: readonly string[]) => sql`delete from scim_group_member where group_id = ${groupId}::uuid and user_id = any(${ids}::uuid[])`.execute(tx)
