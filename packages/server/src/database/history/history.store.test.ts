import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { ok } from '@throughline/engine/kernel'
import { onEachDatabase } from '@throughline/testkit/database'
import { createOrganisation } from '../../people/index.ts'
import { connect, migrate, newId, tenantTable, withOrg, writeAs, type Actor, type Migration, type Tx } from '../index.ts'
import { migrationsOf, rooms } from '../../rooms.ts'
import { readKept } from './index.ts'

type Row = { readonly id: string; readonly name: string }

onEachDatabase('the past', (t) => {
  let actor: Actor
  let other: Actor
  const table: Migration = {
    name: 'tried-001-thing',
    up: async (run) => {
      await tenantTable(run, 'create table tried_thing (org_id uuid not null, id uuid not null, name text not null, primary key (org_id, id))')
      await tenantTable(run, 'create table tried_fact (org_id uuid not null, id uuid not null, name text not null, primary key (org_id, id))', { appendOnly: true })
    },
  }
  beforeAll(async () => {
    await migrate(t.owner, [...migrationsOf(rooms), table])
    const found = async (name: string) => {
      const outcome = await createOrganisation(t.db, { organisationName: name, currency: 'EUR', name, email: `${name}@example.org`, passwordHash: 'none' })
      if (!outcome.ok) throw new Error(outcome.refusal.code)
      return outcome.value.owner
    }
    ;[actor, other] = [await found('one'), await found('other')]
  })

  /** Performs an act and returns its instant. */
  const act = async (write: (tx: Tx) => Promise<unknown>, who: Actor = actor): Promise<string> => {
    const done = await writeAs(t.db, who, 'tried.write', async (tx, record) => {
      await write(tx)
      await record({ room: 'tried', kind: 'thing', id: newId(), before: null, after: {} })
      return ok((await sql<{ at: string }>`select act_time() as at`.execute(tx)).rows[0]?.at ?? '')
    })
    return done.value
  }
  const put = (tx: Tx, id: string, name: string, org = actor.orgId) => sql`insert into tried_thing (org_id, id, name) values (${org}, ${id}, ${name}) on conflict (org_id, id) do update set name = excluded.name`.execute(tx)
  const things = (knownAt?: string, who: Actor = actor) => withOrg(t.db, who, async (tx) => (await sql<Row>`select id, name from tried_thing order by id`.execute(tx)).rows, knownAt === undefined ? {} : { knownAt })

  describe('of every table', () => {
    it('is kept and shown, but of those that say why not', async () => {
      const kept = await t.owner.transaction().execute(readKept)
      const views = new Set((await sql<{ name: string }>`select viewname as name from pg_views where schemaname = 'as_of'`.execute(t.owner)).rows.map(({ name }) => name))
      const changing = kept.filter(({ none, appendOnly }) => none === null && !appendOnly)
      expect(changing.filter(({ pastColumns, columns }) => !columns.every(({ name }) => pastColumns?.some((past) => past.name === name))).map(({ name }) => name)).toEqual([])
      expect(kept.filter(({ name, none }) => none === null && !views.has(name)).map(({ name }) => name)).toEqual([])
      expect(changing.map(({ name }) => name)).toEqual(expect.arrayContaining(['initiative', 'publication', 'report', 'objective', 'measure', 'strategy', 'org_unit', 'organisation', 'membership', 'dependency', 'exclusion', 'scenario', 'measure_actual', 'contribution', 'custom_value']))
      expect(kept.filter(({ none }) => none !== null && none.length < 10)).toEqual([])
      expect(kept.filter(({ none, columns }) => none === null && columns.some(({ constant }) => constant === 'now()')).map(({ name }) => name)).toEqual([])
    })

    it('joins by itself with a table and a column that a room adds', async () => {
      const id = newId()
      await act((tx) => put(tx, id, 'first'))
      const late: Migration = { name: 'tried-002-colour', up: (run) => run(`alter table tried_thing add colour text not null default 'grey'`) }
      await migrate(t.owner, [...migrationsOf(rooms), table, late])
      const before = await act((tx) => sql`update tried_thing set colour = 'red' where id = ${id}`.execute(tx))
      await act((tx) => sql`update tried_thing set colour = 'blue' where id = ${id}`.execute(tx))
      const seen = await withOrg(t.db, actor, async (tx) => (await sql`select name, colour from tried_thing where id = ${id}`.execute(tx)).rows, { knownAt: before })
      expect(seen).toEqual([{ name: 'first', colour: 'red' }])
      const earlier = await sql<{ colour: string }>`select colour from tried_thing_past where id = ${id} order by past_no`.execute(t.owner)
      expect(earlier.rows.map(({ colour }) => colour)).toEqual(['grey', 'red'])
    })
  })

  it('shows at every past instant what was shown then, whatever was added, changed and removed', async () => {
    const ids = Array.from({ length: 5 }, () => newId())
    const shown: { at: string; rows: readonly Row[] }[] = []
    let model = new Map((await things()).map((row) => [row.id, row]))
    let seed = 7
    const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
    for (let step = 0; step < 60; step += 1) {
      const id = ids[draw(ids.length)] ?? ''
      const at = await act(async (tx) => {
        const what = draw(4)
        if (what === 0) {
          await sql`delete from tried_thing where id = ${id}`.execute(tx)
          model.delete(id)
        } else if (what === 1) {
          // Twice in one act: only the end of it was ever believed.
          await put(tx, id, 'passing')
          await put(tx, id, `step ${step}`)
          model.set(id, { id, name: `step ${step}` })
        } else if (what === 2) await sql`update tried_thing set name = name`.execute(tx)
        else {
          await put(tx, id, `step ${step}`)
          model.set(id, { id, name: `step ${step}` })
        }
      })
      model = new Map(model)
      shown.push({ at, rows: [...model.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) })
    }
    for (const { at, rows } of shown) expect([at, await things(at)]).toEqual([at, rows])
    expect(shown.map(({ at }) => at)).toEqual([...new Set(shown.map(({ at }) => at))].toSorted())
  })

  it('of what is only added is what was there', async () => {
    const add = (name: string) => act((tx) => sql`insert into tried_fact (org_id, id, name) values (${actor.orgId}, ${newId()}, ${name})`.execute(tx))
    const [first, second] = [await add('a'), await add('b')]
    const facts = (knownAt: string) => withOrg(t.db, actor, async (tx) => (await sql<Row>`select name from tried_fact order by name`.execute(tx)).rows.map(({ name }) => name), { knownAt })
    expect([await facts(first), await facts(second)]).toEqual([['a'], ['a', 'b']])
  })

  describe('is recorded in one order', () => {
    it('also by writers at once, each of whom sees the one before', async () => {
      const id = newId()
      await act((tx) => put(tx, id, ''))
      const nodes = [connect(t.login), connect(t.login)]
      const append = (node: typeof t.db, letter: string) => writeAs(node, actor, 'tried.write', async (tx, record) => {
        await sql`update tried_thing set name = name || ${letter} where id = ${id}`.execute(tx)
        await record({ room: 'tried', kind: 'thing', id, before: null, after: { letter } })
        return ok((await sql<{ at: string }>`select act_time() as at`.execute(tx)).rows[0]?.at ?? '')
      })
      const done = await Promise.all(Array.from({ length: 20 }, (_, n) => append(nodes[n % 2] ?? t.db, String.fromCodePoint(97 + n))))
      await Promise.all(nodes.map((node) => node.destroy()))
      const instants = done.flatMap((one) => (one.ok ? [one.value] : [])).toSorted()
      expect(new Set(instants).size).toBe(20)
      const names = await Promise.all(instants.map(async (at) => (await things(at)).find((row) => row.id === id)?.name ?? ''))
      names.forEach((name, index) => expect([name.length, name.startsWith(names[index - 1] ?? '')]).toEqual([index + 1, true]))
    })

    it('also where the clock of the machine runs backwards', async () => {
      const ahead = new Date(Date.now() + 3_600_000).toISOString()
      await sql`update act_clock set last = ${ahead} where org_id = ${other.orgId}`.execute(t.owner)
      const [first, second] = [await act((tx) => put(tx, newId(), 'x', other.orgId), other), await act((tx) => put(tx, newId(), 'y', other.orgId), other)]
      expect([first > ahead, second > first]).toEqual([true, true])
    })

    it('and a reading waits for an act at work that belongs to it, and is the same for ever', async () => {
      const id = newId()
      let go: () => void = () => undefined
      const held = new Promise<void>((resolve) => (go = resolve))
      let begun: () => void = () => undefined
      const began = new Promise<void>((resolve) => (begun = resolve))
      const writing = act(async (tx) => {
        begun()
        await held
        await put(tx, id, 'in flight')
      })
      await began
      const now = new Date().toISOString()
      const reading = things(now)
      go()
      const recorded = await writing
      expect(recorded <= now).toBe(true)
      expect((await reading).some((row) => row.id === id)).toBe(true)
      const after = await act((tx) => put(tx, id, 'later'))
      expect(after > now).toBe(true)
      expect(await things(now)).toEqual(await reading)
    })
  })

  it('cannot be changed by the server, nor dated back', async () => {
    const id = newId()
    await act((tx) => put(tx, id, 'before'))
    const at = await act((tx) => put(tx, id, 'after'))
    const wrong = [sql`update tried_thing_past set name = 'x'`, sql`delete from tried_thing_past`, sql`insert into tried_thing_past (org_id, id, name, believed_from, replaced_at) values (${actor.orgId}, ${newId()}, 'x', now(), now())`]
    for (const statement of wrong) await expect(act((tx) => statement.execute(tx))).rejects.toMatchObject({ code: '42501' })
    const dated = newId()
    const now = await act(async (tx) => {
      await sql`insert into tried_thing (org_id, id, name, believed_from) values (${actor.orgId}, ${dated}, 'back-dated', '2001-01-01')`.execute(tx)
      await sql`update tried_thing set believed_from = '2001-01-01' where id = ${id}`.execute(tx)
    })
    expect((await things(at)).some((row) => row.id === dated)).toBe(false)
    expect((await things(now)).some((row) => row.id === dated)).toBe(true)
  })

  it('belongs to its organisation', async () => {
    const id = newId()
    await act((tx) => put(tx, id, 'ours'))
    const at = await act((tx) => put(tx, id, 'ours still'))
    expect((await things(at, other)).some((row) => row.id === id)).toBe(false)
    const past = await withOrg(t.db, other, async (tx) => (await sql`select id from tried_thing_past where id = ${id}`.execute(tx)).rows)
    expect(past).toEqual([])
    const { rows } = await sql<{ name: string }>`select c.relname as name from pg_class c where c.relname like '%\_past' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`.execute(t.owner)
    expect(rows).toEqual([])
    const open = await sql<{ name: string }>`select c.relname as name from pg_class c where c.relnamespace = 'as_of'::regnamespace and not coalesce(c.reloptions @> array['security_invoker=true'], false)`.execute(t.owner)
    expect(open.rows).toEqual([])
  })
})
