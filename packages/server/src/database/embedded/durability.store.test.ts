import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, onDisk, startEmbedded, type Db, type EmbeddedDatabase } from '../index.ts'
import { beginningWith } from '../outcome.ts'

describe('the built-in database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-durable-'))
  let database: EmbeddedDatabase
  beforeAll(async () => {
    database = await startEmbedded(folder)
  })
  afterAll(async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const setting = async (db: Db, name: string): Promise<string | undefined> => (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(db)).rows[0]?.value
  const onOne = async <T>(waitForDisk: boolean, run: (db: Db) => Promise<T>): Promise<T> => {
    const db = connect(database.owner, { max: 1, waitForDisk })
    return run(db).finally(() => db.destroy())
  }
  /** How often processes that serve a connection asked the disk to have the log for good. */
  const syncs = async (db: Db): Promise<number> => {
    await sql`select pg_stat_force_next_flush()`.execute(db)
    await sql`select 1`.execute(db)
    return (await sql<{ n: number }>`select sum(fsyncs)::int as n from pg_stat_io where object = 'wal' and backend_type = 'client backend'`.execute(db)).rows[0]?.n ?? 0
  }
  const commits = 20

  it('is set to survive a power cut: flushed at each commit, no page torn, each with its checksum', async () => {
    await onOne(true, async (db) => {
      const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'zero_damaged_pages', 'ignore_checksum_failure']
      expect(Object.fromEntries(await Promise.all(names.map(async (name) => [name, await setting(db, name)])))).toEqual({ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on', zero_damaged_pages: 'off', ignore_checksum_failure: 'off' })
      expect(await setting(db, 'wal_sync_method')).toMatch(/^(fdatasync|fsync|fsync_writethrough|open_datasync|open_sync)$/)
    })
  })

  it('asks the disk once for each commit that follows another', async () => {
    const more = await onOne(true, async (db) => {
      await sql`create table written (id int)`.execute(db)
      const before = await syncs(db)
      for (let id = 0; id < commits; id += 1) await sql`insert into written values (${id})`.execute(db)
      return (await syncs(db)) - before
    })
    expect(more).toBeGreaterThanOrEqual(commits)
  })

  it('answers an act that gives way only once it is on the disk', async () => {
    const more = await onOne(true, async (db) => {
      const before = await syncs(db)
      for (let id = 0; id < commits; id += 1) await beginningWith('begin', () => db.transaction().execute((tx) => sql`insert into written values (${id})`.execute(tx)), { givesWay: true })
      return (await syncs(db)) - before
    })
    expect(more).toBeGreaterThanOrEqual(commits)
  })

  it('has all on the disk that was read, once that is asked for', async () => {
    const more = await onOne(true, async (db) => {
      const before = await syncs(db)
      for (let id = 0; id < commits; id += 1) {
        await db.transaction().execute(async (tx) => {
          await sql`set local synchronous_commit to off`.execute(tx)
          await sql`insert into written values (${id})`.execute(tx)
        })
        await onDisk(db)
      }
      return (await syncs(db)) - before
    })
    expect(more).toBeGreaterThanOrEqual(commits)
  })

  it('answers sooner where it is told to, and then leaves it to the writer of the log', async () => {
    const [more, mode] = await onOne(false, async (db) => {
      const before = await syncs(db)
      for (let id = 0; id < commits; id += 1) await sql`insert into written values (${id})`.execute(db)
      return [(await syncs(db)) - before, await setting(db, 'synchronous_commit')]
    })
    expect(mode).toBe('off')
    expect(more).toBeLessThan(commits)
  })
})
