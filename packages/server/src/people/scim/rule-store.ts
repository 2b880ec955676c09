import { sql } from 'kysely'
import type { Provisioning, Role } from '@throughline/contract/people'
import type { Tx } from '../../database/index.ts'

/** Which role provisioned people have. */
export type Rule = Pick<Provisioning, 'defaultRole' | 'roles' | 'version'>

/** What holds where the organisation has said nothing: everybody who is provisioned may look. */
const standardRule: Rule = { defaultRole: 'viewer', roles: [], version: 1 }

export async function readRule(tx: Tx): Promise<Rule> {
  const row = await tx.selectFrom('provisioning').selectAll().executeTakeFirst()
  return row ? { defaultRole: row.default_role as Role | null, roles: row.roles as Rule['roles'], version: row.version } : standardRule
}

/** The rule with its version moved on. */
export async function writeRule(tx: Tx, orgId: string, { defaultRole, roles, version }: Rule): Promise<void> {
  const values = { default_role: defaultRole, roles: JSON.stringify(roles), version: version + 1 }
  await tx.insertInto('provisioning').values({ org_id: orgId, ...values }).onConflict((conflict) => conflict.column('org_id').doUpdateSet(values)).execute()
}

/** How many people an identity provider keeps here, and how many in each of its groups. */
export type Kept = { readonly people: number; readonly active: number; readonly groups: readonly { readonly name: string; readonly people: number }[] }
export async function readKept(tx: Tx): Promise<Kept> {
  const { rows: people } = await sql<{ people: number; active: number }>`select count(*)::integer as people, (count(*) filter (where active))::integer as active from scim_user`.execute(tx)
  const { rows: groups } = await sql<{ name: string; people: number }>`
    select g.display_name as name, count(m.user_id)::integer as people from scim_group g left join scim_group_member m on m.group_id = g.id group by g.id, g.display_name order by g.display_name limit 200`.execute(tx)
  return { people: people[0]?.people ?? 0, active: people[0]?.active ?? 0, groups }
}
