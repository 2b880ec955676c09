import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { describe, expect, inject, it } from 'vitest'
import { connect, migrate, onConnection, type Login } from '@throughline/server/database'
import { createApp } from '@throughline/server/http'
import { migrationsOf, rooms } from '@throughline/server/rooms'

/** What pg_dump wrote of a small organisation by each earlier version, made with the code of that version. */
const folder = join(import.meta.dirname, 'fixtures')
const releases = readdirSync(folder).filter((name) => name.endsWith('.sql'))

/** Runs the statements of a dump. Settings that this server does not know, and the search path, which pg_dump empties, are left out; what the owner of then owned belongs to the owner of now. */
async function load(owner: Login, dump: string): Promise<void> {
  const statements = dump.split('\n').filter((line) => !/^(\\|SET (transaction_timeout|idle_in_transaction_session_timeout)|SELECT pg_catalog\.set_config\('search_path'|CREATE SCHEMA public|COMMENT ON SCHEMA public)/.test(line)).join('\n')
  await onConnection(owner, (client) => client.query(statements.replaceAll('throughline_owner', `"${owner.user}"`)))
}

describe.each(inject('clusters'))('an upgrade on $name', ({ owner, app: appLogin }) => {
  it.each(releases)('from %s brings everything along: it is signed in to, read, read as of before, and written', { timeout: 900_000 }, async (release) => {
    const database = `throughline_upgrade_${randomBytes(6).toString('hex')}`
    await onConnection(owner, (client) => client.query(`create database ${database}`))
    const [ownerDb, db] = [connect({ ...owner, database }, { max: 2 }), connect({ ...appLogin, database })]
    try {
      await load({ ...owner, database }, readFileSync(join(folder, release), 'utf8'))
      const steps = await migrate(ownerDb, migrationsOf(rooms))
      expect(steps.length).toBeGreaterThan(0)
      expect(await migrate(ownerDb, migrationsOf(rooms))).toEqual([])
      const app = await createApp({ db, rooms, logger: pino({ level: 'silent' }) })
      const signedIn = await app.inject({ method: 'POST', url: '/api/people/session', payload: { email: 'anna@example.org', password: 'correct horse battery' } })
      expect(signedIn.statusCode, signedIn.body).toBe(201)
      const headers = { cookie: String(signedIn.headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': signedIn.json<{ csrf: string }>().csrf }
      const read = async <T>(url: string): Promise<T> => {
        const answer = await app.inject({ url, headers })
        expect([url, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([url, 200, ''])
        return answer.json<T>()
      }
      const { rows } = await read<{ rows: { id: string; name: string; version: number }[] }>('/api/demand/initiatives')
      expect(rows.map(({ name }) => name).toSorted()).toEqual(['Bridge at the mill', 'Dam', 'Lock 7', 'Quay', 'Weir at Ulm'])
      const bridge = rows.find(({ name }) => name === 'Bridge at the mill')
      expect(await read(`/api/demand/initiatives/${bridge?.id}`)).toMatchObject({ row: { version: 2 } })
      for (const url of ['/api/strategy', '/api/value', '/api/portfolio/cockpit', '/api/demand/ties', '/api/demand/publications', '/api/demand/imports']) await read(url)
      const { rows: acts } = await sql<{ at: string }>`select at from revision order by at desc limit 1`.execute(ownerDb)
      expect(await read<{ rows: unknown[] }>(`/api/demand/initiatives?asOf=${encodeURIComponent(new Date(Date.parse(acts[0]?.at ?? '') + 1).toISOString())}`)).toMatchObject({ rows: { length: rows.length } })
      const changed = await app.inject({ method: 'PATCH', url: `/api/demand/initiatives/${bridge?.id}`, headers, payload: { version: 2, name: 'Bridge' } })
      expect(changed.json()).toMatchObject({ name: 'Bridge', version: 3 })
      await app.close()
    } finally {
      await Promise.all([db.destroy(), ownerDb.destroy()])
      await onConnection(owner, (client) => client.query(`drop database ${database}`))
    }
  })

  it('is tried from at least one version', () => {
    expect(releases).toContain('0.1.0.sql')
  })
})
