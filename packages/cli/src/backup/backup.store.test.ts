import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, startEmbedded, type Db, type EmbeddedDatabase } from '@throughline/server/database'
import { run } from '../main.ts'

const scratch = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
// As root the database runs as somebody else, who must be able to pass through.
chmodSync(scratch, 0o711)
const [source, copy, place] = ['source', 'copy', 'place'].map((name) => join(scratch, name)) as [string, string, string]

async function typed(...argv: readonly string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const hear = (text: string): void => void (said += text)
  return { code: await run({ argv, env: { HOME: scratch, THROUGHLINE_DATA_DIR: source }, out: hear, err: hear }), said }
}

describe('backup and restore of the built-in database', () => {
  let database: EmbeddedDatabase
  let db: Db
  beforeAll(async () => {
    database = await startEmbedded(source)
    db = connect(database.owner)
    await sql`create table written (id int primary key, pair int not null)`.execute(db)
    writeFileSync(join(source, 'secret-key'), 'sealed')
  })
  afterAll(async () => {
    await db.destroy()
    await database.stop()
    rmSync(scratch, { recursive: true, force: true })
  })

  it('copies while others write, and brings back whole what was acknowledged before it began', { timeout: 600_000 }, async () => {
    let [id, writing] = [0, true]
    const writer = (async () => {
      // Two rows in one act: both or none.
      for (; writing; id += 2) await sql`insert into written values (${id}, ${id + 1}), (${id + 1}, ${id})`.execute(db)
    })()
    while (id < 50) await new Promise((resume) => setTimeout(resume, 5))
    const before = id
    const made = await typed('backup', copy)
    const after = id
    writing = false
    await writer
    expect(made).toEqual({ code: 0, said: expect.stringMatching(/^Backed up .* MB in \d+ files, as of /) })

    expect(await typed('restore', copy, '--data-dir', place)).toMatchObject({ code: 0, said: expect.stringContaining(`THROUGHLINE_DATA_DIR=${place} npm start`) })
    expect(readFileSync(join(place, 'secret-key'), 'utf8')).toBe('sealed')
    const restored = await startEmbedded(place)
    const there = connect(restored.owner)
    try {
      const { rows } = await sql<{ id: number; pair: number }>`select id, pair from written order by id`.execute(there)
      expect(rows.length).toBeGreaterThanOrEqual(before)
      expect(rows.length).toBeLessThanOrEqual(after + 2)
      expect(rows.map((row) => row.id)).toEqual(rows.map((_, at) => at))
      expect(rows.filter((row) => rows[row.pair]?.pair !== row.id)).toEqual([])
      await sql`insert into written values (-1, -1)`.execute(there)
    } finally {
      await there.destroy()
      await restored.stop()
    }
  })

  it('refuses a folder that is in use, one that is no backup, and one that is damaged', async () => {
    expect(await typed('backup', copy)).toEqual({ code: 73, said: expect.stringMatching(/folder to back up to is not empty[^]*expected: +a new folder/) })
    expect(await typed('restore', copy, '--data-dir', place)).toEqual({ code: 73, said: expect.stringMatching(/folder to restore to is not empty/) })
    mkdirSync(join(scratch, 'other'))
    writeFileSync(join(scratch, 'other', 'file'), '')
    const fresh = join(scratch, 'fresh')
    expect(await typed('restore', join(scratch, 'other'), '--data-dir', fresh)).toEqual({ code: 73, said: expect.stringMatching(/is no backup[^]*no backup\.json in it/) })
    const [wal = ''] = readdirSync(join(copy, 'pg18', 'pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
    appendFileSync(join(copy, 'pg18', 'pg_wal', wal), 'x')
    expect(await typed('restore', copy, '--data-dir', fresh)).toEqual({ code: 73, said: expect.stringMatching(new RegExp(`is damaged; nothing was restored[^]*1 of \\d+ files are missing or changed: pg18/pg_wal/${wal}`)) })
    expect(await typed('backup', join(scratch, 'third'), '--data-dir', join(scratch, 'nowhere'))).toEqual({ code: 73, said: expect.stringMatching(/There is no database in .*nowhere/) })
  })
})
