import { execFileSync } from 'node:child_process'
import { appendFileSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { pathOf } from '@throughline/contract/wire'
import { loginOf, onConnection } from '@throughline/server/database'
import { serverPrograms, serverProcess } from './index.ts'
import { signUp } from './sign-up.ts'

const bin = serverPrograms()

/** What docs/guide/what-is-kept.md tells of a restore to a point in time, done once. */
describe.skipIf(bin === undefined)('a restore to a point in time (needs a PostgreSQL below /usr/lib/postgresql)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-point-'))
  const at = (...names: string[]): string => join(folder, ...names)
  const ids = process.getuid?.() === 0 ? ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))) : []
  const [uid, gid] = ids
  const run = (program: string, ...args: string[]): string => execFileSync(join(bin ?? '', program), args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...(uid && gid ? { uid, gid } : {}) })
  const start = (cluster: string): string => run('pg_ctl', '-D', at(cluster), '-l', at(`${cluster}.log`), '-w', '-t', '120', '-o', `-k ${folder} -p 5432 -c listen_addresses=`, 'start')
  const url = `postgresql://owner:unasked@localhost:5432/postgres?host=${encodeURIComponent(folder)}`
  const running = new Set<string>()
  const stop = (cluster: string): void => {
    if (running.delete(cluster)) run('pg_ctl', '-D', at(cluster), '-m', 'immediate', '-w', 'stop')
  }
  afterAll(() => {
    for (const cluster of running) stop(cluster)
    rmSync(folder, { recursive: true, force: true })
  })

  it('brings back what was acknowledged before that point, and nothing after it', { timeout: 600_000 }, async () => {
    mkdirSync(at('archive'))
    if (uid && gid) for (const path of [folder, at('archive')]) chownSync(path, uid, gid)
    run('initdb', '-D', at('cluster'), '-U', 'owner', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8')
    appendFileSync(at('cluster', 'postgresql.conf'), `archive_mode = on\narchive_command = 'test ! -f ${at('archive')}/%f && cp %p ${at('archive')}/%f'\n`)
    start('cluster')
    running.add('cluster')
    const server = await serverProcess({ DATABASE_URL: url })
    await server.begin()
    const headers = await signUp(server.url)
    const ask = async (method: string, path: string, body?: object) => {
      const answer = await fetch(server.url + path, { method, headers: { ...headers, 'content-type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) })
      return { status: answer.status, body: (await answer.json()) as { rows?: { name: string }[]; jobId?: string } }
    }
    const add = async (name: string) => (await ask('POST', demandRoutes.createInitiative.path, { name })).status
    const names = async () => (await ask('GET', demandRoutes.listInitiatives.path)).body.rows?.map(({ name }) => name).toSorted()

    expect(await add('Before the base')).toBe(201)
    run('pg_basebackup', '-h', folder, '-U', 'owner', '-D', at('restored'), '-X', 'fetch', '-c', 'fast')
    expect(await add('Before the mistake')).toBe(201)
    const point = await onConnection(loginOf(url), async (client) => (await client.query<{ now: string }>('select clock_timestamp()::text as now')).rows[0]?.now)
    expect(await add('The mistake')).toBe(201)
    expect(await names()).toEqual(['Before the base', 'Before the mistake', 'The mistake'])
    // The log that holds the mistake is complete, whatever the server writes meanwhile.
    const log = await onConnection(loginOf(url), async (client) => (await client.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file')).rows[0]?.file)
    await expect.poll(() => onConnection(loginOf(url), async (client) => (await client.query<{ done: boolean }>('select last_archived_wal >= $1 and failed_count = 0 as done from pg_stat_archiver', [log])).rows[0]?.done)).toBe(true)
    stop('cluster')
    rmSync(at('cluster'), { recursive: true })

    appendFileSync(at('restored', 'postgresql.conf'), `restore_command = 'cp ${at('archive')}/%f %p'\nrecovery_target_time = '${point}'\nrecovery_target_action = 'promote'\n`)
    writeFileSync(at('restored', 'recovery.signal'), '')
    if (uid && gid) chownSync(at('restored', 'recovery.signal'), uid, gid)
    start('restored')
    running.add('restored')
    // The same server process goes on: it finds its database again by itself.
    await expect.poll(async () => (await ask('GET', demandRoutes.listInitiatives.path)).status, { timeout: 120_000 }).toBe(200)
    expect(await names()).toEqual(['Before the base', 'Before the mistake'])
    await expect.poll(() => add('After the restore')).toBe(201)
    const { jobId = '' } = (await ask('POST', governanceRoutes.verifyEvidence.path, {})).body
    await expect.poll(async () => (await ask('GET', pathOf(governanceRoutes.readJob, { id: jobId }))).body, { timeout: 120_000 }).toMatchObject({ state: 'done', result: { holds: true } })
    await server.end()
  })
})
