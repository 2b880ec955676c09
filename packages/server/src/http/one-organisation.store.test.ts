import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { random } from '@throughline/engine/kernel'
import { onConnection } from '@throughline/server/database'
import { pathOf } from '@throughline/contract/wire'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { drawnActs } from '@throughline/testkit/random'
import { datedReads } from './testing/dated-reads.ts'
import { hearStatements, readsOf, type Statement } from './testing/statements.ts'

/** Of people, who may belong to several organisations: on every machine, were organisations to lie on several (docs/operations.md). */
const ofAccounts = ['account', 'app_factor', 'passkey', 'recovery_code']

const heardWhile = hearStatements()

onEachDatabase('the statements of every room', (t) => {
  const app = testApp(t)

  /** Acts of every kind, and every dated read of what they left, now and as of before. */
  async function live(): Promise<readonly Statement[]> {
    const written = await heardWhile(async () => {
      for (const [name, act] of Object.entries(drawnActs(app, random(31)))) {
        const answer = await act()
        expect([name, (answer?.status ?? 500) < 300 ? '' : answer]).toEqual([name, ''])
      }
    })
    const { last } = await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()
    const { rows: ids } = await sql<{ id: string }>`(select id from initiative limit 2) union all (select id from scenario limit 2) union all (select id from decision limit 2)`.execute(t.owner)
    const read = await heardWhile(async () => {
      for (const { route } of datedReads)
        for (const id of route.path.includes(':id') ? ids.map((row) => row.id) : [''])
          for (const moment of [{}, { asOf: last }]) await app.app.inject({ url: pathOf(route, { id }, moment), headers: { cookie: app.owner.cookie } })
    })
    return [...written, ...read]
  }

  it('each read rows of one organisation alone, as the database plans them; what belongs to none is known', async () => {
    const statements = await live()
    const outside = new Set<string>()
    const wide: unknown[] = []
    let limited = 0
    await onConnection(t.login, async (client) => {
      const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)`)
      const distributed = new Set(rows.map(({ name }) => name))
      await client.query(`set plan_cache_mode = force_generic_plan`)
      for (const { text, organisation, past } of statements) {
        await client.query('begin')
        await client.query(`select set_config('app.org_id', $1, true), set_config('app.account_id', $2, true)`, [organisation ? app.owner.actor.orgId : '', app.owner.actor.accountId])
        if (past && !/\b(insert into|update|delete from)\b/i.test(text)) await client.query(`select set_config('app.known_at', now()::text, true), set_config('search_path', 'as_of, public', true)`)
        await client.query(`prepare heard as ${text}`)
        const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))
        const { rows: [plan] } = await client.query<{ 'QUERY PLAN': readonly [{ Plan: Parameters<typeof readsOf>[0] }] }>(`explain (verbose, format json, costs off) execute heard${count ? `(${Array.from({ length: count }, () => 'null').join(', ')})` : ''}`)
        for (const read of plan ? readsOf(plan['QUERY PLAN'][0].Plan) : []) {
          if (!organisation || !distributed.has(read.table)) outside.add(read.table)
          else if (read.limited) limited += 1
          else wide.push({ ...read, text })
        }
        await client.query('rollback; deallocate all')
      }
    })
    expect(wide).toEqual([])
    expect(limited).toBeGreaterThan(200)
    expect([...outside].filter((table) => !table.startsWith('pg_')).toSorted()).toEqual(ofAccounts)
  }, 400_000)
})
