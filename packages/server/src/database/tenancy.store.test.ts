import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { onEachDatabase } from '@throughline/testkit/database'
import { appRole, newId, withOrg, type Actor } from './index.ts'
import { createOrganisation } from '../people/index.ts'

/** Tables of no organisation, each with the reason. */
const ofNobody = {
  account: 'a person, who may be a member of several organisations; guarded by a policy of its own',
  sign_in_attempt: 'counted before anyone is known; holds hashes alone',
  app_factor: 'how an account signs in; shown to that account alone, by a policy of its own',
  passkey: 'how an account signs in; shown to that account alone, by a policy of its own',
  recovery_code: 'how an account signs in; shown to that account alone, by a policy of its own',
  known_device: 'browsers an account was signed in to from; shown to that account alone, by a policy of its own',
  password_reset: 'hashes of links to a new password; shown to the account alone, by a policy of its own',
  passkey_challenge: 'numbers given out before anyone is known, for five minutes',
  schema_migration: 'the schema of the installation',
  chain_rule: 'how rows of each table are read into the chain of acts, for the whole installation',
  history_rule: 'how the past of each table is kept, for the whole installation',
}

type Table = { name: string; owner: string; rls: boolean; forced: boolean; has_org: boolean; key: string[] | null; policies: number; app_bypasses: boolean }

onEachDatabase('tenancy', (t) => {
  describe('the catalogue', () => {
    let tables: Table[]
    beforeAll(async () => {
      const found = await sql<Table>`
        select c.relname as name, r.rolname as owner, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
          exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') as has_org,
          (select array_agg(a.attname::text order by k.position) from pg_index i, unnest(i.indkey) with ordinality k(column_number, position), pg_attribute a
           where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.column_number) as key,
          (select count(*)::integer from pg_policy p where p.polrelid = c.oid) as policies,
          (select rolsuper or rolbypassrls from pg_roles where rolname = ${appRole}) as app_bypasses
        from pg_class c join pg_roles r on r.oid = c.relowner
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`.execute(t.owner)
      tables = found.rows
    })

    it('has no table but those of an organisation and those named here', () => {
      expect(tables.filter(({ has_org }) => !has_org).map(({ name }) => name).toSorted()).toEqual(Object.keys(ofNobody).toSorted())
    })

    it('leads every key with the organisation and guards every table, also against its owner', () => {
      const wrong = tables.filter(({ has_org, key, rls, forced, policies }) => has_org && !(key?.[0] === 'org_id' && rls && forced && policies > 0))
      expect(wrong).toEqual([])
      expect(tables.filter(({ has_org }) => has_org).length).toBeGreaterThan(5)
    })

    it('gives the server no table, no way past row-level security', () => {
      expect(tables.filter(({ owner }) => owner === appRole)).toEqual([])
      expect(tables[0]?.app_bypasses).toBe(false)
    })

    it('lets functions that act as the owner be called by the server alone', async () => {
      const { rows } = await sql<{ name: string }>`
        select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
          and (has_function_privilege('public', p.oid, 'execute') or coalesce(array_to_string(p.proconfig, ','), '') not like '%search_path%')`.execute(t.owner)
      expect(rows).toEqual([])
    })
  })

  describe('as the server', () => {
    let one: Actor
    let other: Actor
    beforeAll(async () => {
      const found = async (name: string) => {
        const outcome = await createOrganisation(t.db, { organisationName: name, currency: 'EUR', name, email: `${name}@example.org`, passwordHash: 'none' })
        if (!outcome.ok) throw new Error(outcome.refusal.code)
        return outcome.value.owner
      }
      one = await found('one')
      other = await found('other')
    })

    it('sees nothing where no organisation is named', async () => {
      expect(await t.db.selectFrom('organisation').selectAll().execute()).toEqual([])
      expect(await t.db.selectFrom('membership').selectAll().execute()).toEqual([])
      expect(await t.db.selectFrom('account').selectAll().execute()).toEqual([])
      expect(await t.db.selectFrom('revision').selectAll().execute()).toEqual([])
    })

    it('reads its own organisation and no other', async () => {
      const seen = await withOrg(t.db, one, (tx) => tx.selectFrom('organisation').select('org_id').execute())
      expect(seen).toEqual([{ org_id: one.orgId }])
      const accounts = await withOrg(t.db, one, (tx) => tx.selectFrom('account').select('id').execute())
      expect(accounts).toEqual([{ id: one.accountId }])
    })

    it('can neither write into another organisation nor change it', async () => {
      const inOne = (write: (tx: Parameters<Parameters<typeof withOrg>[2]>[0]) => Promise<unknown>) =>
        t.db.transaction().execute(async (tx) => {
          await sql`select set_config('app.org_id', ${one.orgId}, true)`.execute(tx)
          return write(tx)
        })
      await expect(inOne((tx) => tx.insertInto('org_unit').values({ org_id: other.orgId, id: newId(), code: 'X', name: 'X', parent_id: null, kind: 'team' }).execute())).rejects.toMatchObject({ code: '42501' })
      await inOne((tx) => tx.updateTable('organisation').set({ name: 'taken over' }).execute())
      await inOne((tx) => tx.deleteFrom('membership').where('org_id', '=', other.orgId).execute())
      const after = await withOrg(t.db, other, async (tx) => ({ name: (await tx.selectFrom('organisation').select('name').executeTakeFirst())?.name, members: (await tx.selectFrom('membership').select('account_id').execute()).length }))
      expect(after).toEqual({ name: 'other', members: 1 })
    })

    it('forgets the organisation at the end of the transaction', async () => {
      await withOrg(t.db, one, (tx) => tx.selectFrom('organisation').selectAll().execute())
      expect(await Promise.all(Array.from({ length: 12 }, () => t.db.selectFrom('organisation').selectAll().execute()))).toEqual(Array.from({ length: 12 }, () => []))
    })

    it('cannot write while it reads', async () => {
      await expect(withOrg(t.db, one, (tx) => tx.updateTable('organisation').set({ name: 'x' }).execute())).rejects.toMatchObject({ code: '25006' })
    })
  })
})
