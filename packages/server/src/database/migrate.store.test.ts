import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import { StartProblem } from '../config/index.ts'
import { onEachDatabase } from '@throughline/testkit/database'
import { migrationsOf, rooms } from '../rooms.ts'
import { connect, migrate, tenantTable, type Migration } from './index.ts'

onEachDatabase('migrations', (t) => {
  const all = migrationsOf(rooms)
  const later: Migration = { name: 'later-001-thing', up: (run) => tenantTable(run, 'create table later_thing (org_id uuid not null, id uuid not null, primary key (org_id, id))') }
  afterEach(() => sql.raw(`drop table if exists later_thing, later_thing_past cascade; drop function if exists keep_later_thing; delete from schema_migration where name like 'later-%'`).execute(t.owner))

  it('have names of their own', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })

  it('do nothing to a schema that is up to date', async () => {
    expect(await migrate(t.owner, all)).toEqual([])
  })

  it('are done once by servers that start together', async () => {
    const nodes = [1, 2, 3].map(() => connect(t.ownerLogin, { max: 2 }))
    const done = await Promise.all(nodes.map((node) => migrate(node, [...all, later])))
    await Promise.all(nodes.map((node) => node.destroy()))
    expect(done.flat()).toEqual(['later-001-thing'])
  })

  it('are done in the order of the list, whatever their names', async () => {
    const done: string[] = []
    const noted = (name: string): Migration => ({ name, up: async () => void done.push(name) })
    expect(await migrate(t.owner, [...all, noted('later-9'), noted('later-10'), noted('later-1')])).toEqual(['later-9', 'later-10', 'later-1'])
    expect(done).toEqual(['later-9', 'later-10', 'later-1'])
  })

  it('may be added to an earlier room later', async () => {
    expect(await migrate(t.owner, [all[0]!, later, ...all.slice(1)])).toEqual(['later-001-thing'])
  })

  it('refuse a database of a newer version and say which step is unknown', async () => {
    await migrate(t.owner, [...all, later])
    const refused = migrate(t.owner, all)
    await expect(refused).rejects.toBeInstanceOf(StartProblem)
    await expect(refused).rejects.toThrow(new RegExp(`newer version[^]*later-001-thing[^]*${all.at(-1)?.name}`))
  })

  it('change nothing where a step fails, and name it', async () => {
    const broken: Migration = {
      name: 'later-002-broken',
      up: async (run) => {
        await later.up(run)
        await run('select nonsense')
      },
    }
    await expect(migrate(t.owner, [...all, broken])).rejects.toThrow(/later-002-broken[^]*nonsense/)
    const { rows } = await sql<{ there: boolean }>`select to_regclass('later_thing') is not null as there`.execute(t.owner)
    expect(rows).toEqual([{ there: false }])
  })

  it('name the setting where the database has no room for their locks, and change nothing', async () => {
    // The words of PostgreSQL itself: to fill its table of locks would take the room from all others on it.
    const crowded: Migration = { name: 'later-003-crowded', up: async (run) => {
      await later.up(run)
      await run(`do $$ begin raise exception using errcode = '53200', message = 'out of shared memory', hint = 'You might need to increase "max_locks_per_transaction".'; end $$`)
    } }
    const refused = migrate(t.owner, [...all, crowded])
    await expect(refused).rejects.toBeInstanceOf(StartProblem)
    await expect(refused).rejects.toThrow(/max_connections = \d+, max_locks_per_transaction = \d+[^]*256 or more[^]*restart PostgreSQL/)
    const { rows } = await sql<{ there: boolean }>`select to_regclass('later_thing') is not null as there`.execute(t.owner)
    expect(rows).toEqual([{ there: false }])
  })
})
