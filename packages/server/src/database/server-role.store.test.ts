import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp, type People } from '@throughline/testkit/database'
import { appRole, enterOrg, type Tx } from './index.ts'

type Table = { readonly name: string; readonly appendOnly: boolean }

/** What the server may do with tables of no organisation, and nothing more. */
const ofNobody: Readonly<Record<string, readonly string[]>> = { history_rule: [], schema_migration: [] }

onEachDatabase('the database role of the server', (t) => {
  const app = testApp(t)
  let theirs: People
  let tables: readonly Table[]
  let all: readonly string[]

  beforeAll(async () => {
    theirs = await app.secondOrganisation()
    for (const { owner, editor } of [app, theirs]) {
      const unit = await owner.read(peopleRoutes.createUnit, { body: { code: 'U', name: 'Unit', kind: 'division' } })
      const initiative = await owner.read(demandRoutes.createInitiative, { body: { name: 'Bridge', unitId: unit.id, costMinor: '100' } })
      await owner.read(demandRoutes.changeInitiative, { params: { id: initiative.id }, body: { version: 1, name: 'Dam' } })
      await owner.read(valueRoutes.recordEntry, { body: { initiativeId: initiative.id, kind: 'realised', year: 2025, amountMinor: '5', cashClass: 'na', evidence: 'Counted' } })
      await owner.read(peopleRoutes.giveRole, { body: { memberId: editor.actor.accountId, role: 'finance', unitId: unit.id } })
    }
    const found = await sql<Table & { hasOrg: boolean }>`
      select c.relname as name, has_table_privilege(${appRole}, c.oid, 'select') and not has_table_privilege(${appRole}, c.oid, 'update') and not has_table_privilege(${appRole}, c.oid, 'delete') as "appendOnly",
        exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') as "hasOrg"
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`.execute(t.owner)
    tables = found.rows.filter(({ hasOrg }) => hasOrg)
    all = found.rows.map(({ name }) => name)
  })

  /** Runs as the server inside our organisation; whatever it wrote is taken back. */
  async function inOurs<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    let result: { readonly value: T } | undefined
    const rollback = new Error('taken back')
    await t.db
      .transaction()
      .execute(async (tx) => {
        await enterOrg(tx, app.owner.actor)
        result = { value: await run(tx) }
        throw rollback
      })
      .catch((error: unknown) => {
        if (error !== rollback) throw error
      })
    if (!result) throw new Error('nothing ran')
    return result.value
  }

  /** The SQLSTATE with which a statement is refused; undefined where it was not. */
  const refusedAs = (text: string): Promise<string | undefined> =>
    inOurs((tx) => sql.raw(text).execute(tx)).then(() => undefined, (error: unknown) => (error as { code?: string }).code ?? String(error))

  const their = () => theirs.owner.actor.orgId

  it('reads no row of another organisation in any table, nor any row where no organisation is named', async () => {
    for (const { name } of tables) {
      const seen = await inOurs((tx) => sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(name)} where org_id = ${their()}`.execute(tx))
      const unnamed = await sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(name)}`.execute(t.db)
      expect([name, seen.rows[0]?.rows, unnamed.rows[0]?.rows]).toEqual([name, 0, 0])
    }
  })

  it('changes and removes no row of another organisation in any table', async () => {
    for (const { name, appendOnly } of tables) {
      for (const statement of [`update ${name} set org_id = org_id where org_id = '${their()}'`, `delete from ${name} where org_id = '${their()}'`]) {
        const outcome = await inOurs((tx) => sql.raw(statement).execute(tx)).then(({ numAffectedRows }) => Number(numAffectedRows ?? 0n), (error: unknown) => (error as { code?: string }).code)
        expect([statement, appendOnly ? outcome === '42501' : outcome === 0 || outcome === '42501']).toEqual([statement, true])
      }
    }
  })

  it('moves none of its rows into another organisation, and writes none there', async () => {
    const moved: string[] = []
    for (const { name, appendOnly } of tables.filter(({ name: table }) => !table.endsWith('_past'))) {
      const code = await refusedAs(`update ${name} set org_id = '${their()}'`)
      const held = (await inOurs((tx) => sql<{ rows: number }>`select count(*)::integer as rows from ${sql.table(name)}`.execute(tx))).rows[0]?.rows ?? 0
      if (code === undefined && (held > 0 || appendOnly)) moved.push(name)
      const written = await refusedAs(`insert into ${name} (org_id) values ('${their()}')`)
      if (written === undefined) moved.push(`${name}, by insert`)
    }
    expect(moved).toEqual([])
  })

  it('rewrites nothing that is only ever added to, nor the past of anything', async () => {
    const fixed = tables.filter(({ name }) => name.endsWith('_past') || ['revision', 'value_entry', 'position_line', 'decision'].includes(name))
    expect(fixed.length).toBeGreaterThan(8)
    for (const { name } of fixed) {
      for (const statement of [`update ${name} set org_id = org_id`, `delete from ${name}`, `truncate ${name}`]) expect([statement, await refusedAs(statement)]).toEqual([statement, '42501'])
      if (name.endsWith('_past')) expect([name, await refusedAs(`insert into ${name} (org_id) values ('${app.owner.actor.orgId}')`)]).toEqual([name, '42501'])
    }
  })

  it('empties no table, and takes off no guard', async () => {
    for (const name of all) {
      for (const statement of [`truncate ${name}`, `alter table ${name} disable row level security`, `alter table ${name} disable trigger all`, `drop table ${name}`, `create policy all_of_it on ${name} using (true)`]) expect([statement, await refusedAs(statement)]).toEqual([statement, '42501'])
    }
    for (const [name, allowed] of Object.entries(ofNobody)) expect([name, allowed.length === 0 && (await refusedAs(`delete from ${name}`))]).toEqual([name, '42501'])
  })

  describe('becomes nobody else', () => {
    it.each([
      ['owner of the tables', async () => refusedAs(`set local role "${(await sql<{ name: string }>`select current_user as name`.execute(t.owner)).rows[0]?.name}"`)],
      ['superuser', async () => refusedAs(`alter role ${appRole} superuser`)],
      ['one who passes by row-level security', async () => refusedAs(`alter role ${appRole} bypassrls`)],
      ['maker of roles', async () => refusedAs(`create role intruder`)],
      ['maker of functions that act as the owner', async () => refusedAs(`create function intruder() returns integer language sql security definer as 'select 1'`)],
      ['replacer of the organisation that a policy asks for', async () => refusedAs(`create or replace function current_org() returns uuid language sql stable return '${their()}'::uuid`)],
    ])('%s', async (_, attempt) => expect(await attempt()).toMatch(/^(42501|0LP01)$/))

    it('one that row-level security is off for: it says no instead of showing everything', async () => {
      const seen = await inOurs(async (tx) => {
        await sql`set local row_security = off`.execute(tx)
        return sql`select 1 from initiative where org_id = ${their()}`.execute(tx)
      }).catch((error: unknown) => (error as { code?: string }).code)
      expect(seen).toBe('42501')
    })
  })

  it('sees the people of another organisation by no view of the past', async () => {
    const views = await sql<{ name: string }>`select c.relname as name from pg_class c where c.relnamespace = 'as_of'::regnamespace and c.relkind = 'v'`.execute(t.owner)
    for (const { name } of views.rows) {
      const { rows } = await inOurs((tx) => sql<{ rows: number }>`select count(*)::integer as rows from as_of.${sql.ref(name)} where org_id = ${their()}`.execute(tx))
      expect([name, rows[0]?.rows]).toEqual([name, 0])
    }
    expect(views.rows.length).toBeGreaterThan(5)
  })
})
