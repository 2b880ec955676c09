import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createSocketServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { Type } from 'typebox'
import { afterEach, expect, it } from 'vitest'
import { ok } from '@throughline/engine/kernel'
import { route } from '@throughline/contract/wire'
import { describeOnce } from '@throughline/testkit/database'
import { readConfig, StartProblem } from './config/index.ts'
import { externalLogins, startEmbedded } from './database/index.ts'
import { roomServer } from './http/index.ts'
import { rooms } from './rooms.ts'
import { createServer, type RunningServer } from './server.ts'

const folders: string[] = []
const running: RunningServer[] = []
const newFolder = (): string => folders[folders.push(mkdtempSync(join(tmpdir(), 'throughline-server-'))) - 1]!
const start = async (dataFolder: string, environment: Record<string, string> = {}): Promise<RunningServer> => {
  const server = await createServer(readConfig({ PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_DATA_DIR: dataFolder, ...environment }))
  running.push(server)
  return server
}
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const problemOf = (start: Promise<unknown>): Promise<StartProblem> =>
  start.then(
    () => Promise.reject(new Error('it started')),
    (error: unknown) => (error instanceof StartProblem ? error : Promise.reject(error)),
  )
const postmasterIn = (folder: string): number => Number.parseInt(readFileSync(join(folder, 'pg18', 'postmaster.pid'), 'utf8'), 10)

describeOnce('a server', () => {
  it('is ready on a free port, refuses a second one on its folder and its port, and ends with its database', { timeout: 240_000 }, async () => {
    const folder = newFolder()
    const server = await start(folder)
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ status: 'ok' })

    const second = await problemOf(start(folder))
    expect(second.message).toMatch(/Another Throughline server is using the data folder[^]*found: +throughline server, process \d+[^]*helps: .*THROUGHLINE_DATA_DIR/)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)

    const onPort = await problemOf(start(newFolder(), { PORT: String(server.port) }))
    expect([onPort.exitCode, onPort.message]).toEqual([69, expect.stringMatching(new RegExp(`Port ${server.port} on 127.0.0.1 is in use[^]*helps: +PORT=`))])

    await running.splice(0)[0]?.stop()
    expect(existsSync(join(folder, 'pg18', 'postmaster.pid'))).toBe(false)
  })

  it('outlives its database: requests are refused, then answered again by the one it starts anew', { timeout: 240_000 }, async () => {
    let atWork = () => {}
    const between = new Promise<void>((resolve) => (atWork = resolve))
    let goOn = () => {}
    const room = roomServer({
      room: 'between',
      about: 'For tests',
      routes: { between: route({ method: 'POST', path: '/api/between', summary: 'Waits between two statements', access: 'public', reply: Type.Object({}) }) },
      problems: {},
      handlers: {
        between: ({ context }) =>
          context.db.transaction().execute(async (tx) => {
            await sql`select 1`.execute(tx)
            await new Promise<void>((resolve) => {
              goOn = resolve
              atWork()
            })
            await sql`select 1`.execute(tx)
            return ok({})
          }),
      },
      migrations: [],
    })
    const folder = newFolder()
    const server = await createServer({ ...readConfig({ PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_DATA_DIR: folder }), rooms: [...rooms, room] })
    running.push(server)
    const health = async () => (await fetch(`${server.url}/healthz`)).status
    const asked = fetch(`${server.url}/api/between`, { method: 'POST' })
    await between
    process.kill(postmasterIn(folder), 'SIGKILL')
    await expect.poll(health, { timeout: 120_000 }).toBe(503)
    goOn()
    expect(await (await asked).json()).toMatchObject({ status: 503, code: 'database_unavailable' })
    await expect.poll(health, { timeout: 120_000 }).toBe(200)
  })

  it('finishes what it has begun before it ends', { timeout: 240_000 }, async () => {
    let begun = () => {}
    const atWork = new Promise<void>((resolve) => (begun = resolve))
    const slow = roomServer({
      room: 'slow',
      about: 'For tests',
      routes: { wait: route({ method: 'POST', path: '/api/slow', summary: 'Waits', access: 'public', reply: Type.Object({ done: Type.Boolean() }) }) },
      problems: {},
      handlers: {
        wait: async () => {
          begun()
          await new Promise((resolve) => setTimeout(resolve, 300))
          return ok({ done: true })
        },
      },
      migrations: [],
    })
    const server = await createServer({ ...readConfig({ PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_DATA_DIR: newFolder() }), rooms: [...rooms, slow] })
    const asked = fetch(`${server.url}/api/slow`, { method: 'POST' })
    await atWork
    const stopped = server.stop()
    expect(await (await asked).json()).toEqual({ done: true })
    await stopped
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
  })

  it('takes over the database of one that was killed', { timeout: 240_000 }, async () => {
    const folder = newFolder()
    const main = fileURLToPath(new URL('./main.ts', import.meta.url))
    const first = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_DATA_DIR: folder, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve) => first.stdout.on('data', (text: Buffer) => text.toString().includes('Throughline is ready at http://127.0.0.1:') && resolve()))
    const postmaster = postmasterIn(folder)
    await new Promise((resolve) => first.on('exit', resolve).kill('SIGKILL'))
    const server = await start(folder)
    expect(postmasterIn(folder)).toBe(postmaster)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  it('ends by a signal with exit code 0', { timeout: 240_000 }, async () => {
    const folder = newFolder()
    const main = fileURLToPath(new URL('./main.ts', import.meta.url))
    const child = spawn(process.execPath, [main], { env: { ...process.env, PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_DATA_DIR: folder, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve) => child.stdout.on('data', (text: Buffer) => text.toString().includes('ready') && resolve()))
    expect(await new Promise((resolve) => child.on('exit', (code) => resolve(code)).kill('SIGTERM'))).toBe(0)
    expect(existsSync(join(folder, 'pg18', 'postmaster.pid'))).toBe(false)
  })
})

describeOnce('a start that cannot be', () => {
  it('names a data folder that cannot be written, and what helps', async () => {
    const file = join(newFolder(), 'a file')
    writeFileSync(file, '')
    const problem = await problemOf(start(join(file, 'data')))
    expect([problem.exitCode, problem.message]).toEqual([73, expect.stringMatching(/data folder .*a file\/data cannot be used[^]*found: +E(NOTDIR|EXIST)[^]*expected:[^]*helps: .*THROUGHLINE_DATA_DIR/)])
  })

  it('names a database that does not answer, what was tried and no password', async () => {
    const problem = await problemOf(externalLogins('postgresql://someone:hidden-word@127.0.0.1:1/planning', undefined, { attempts: 2, pauseMs: 1 }))
    expect(problem.exitCode).toBe(69)
    expect(problem.message).toMatch(/DATABASE_URL does not answer[^]*ECONNREFUSED[^]*127\.0\.0\.1:1, database planning, as someone; tried 2 times[^]*PostgreSQL 15 to 18/)
    expect(problem.message).not.toContain('hidden-word')
  })

  it('names a login that is not accepted', { timeout: 240_000 }, async () => {
    const folder = newFolder()
    const { owner, stop } = await startEmbedded(folder)
    const url = `postgresql://${owner.user}:wrong@localhost/${owner.database}?host=${encodeURIComponent(owner.host)}`
    const problem = await problemOf(externalLogins(url, undefined)).finally(stop)
    expect(problem.message).toMatch(/does not let us in[^]*password authentication failed[^]*tried once/)
  })

  it('does not begin an empty database beside one of another version', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'pg14'))
    writeFileSync(join(folder, 'pg14', 'PG_VERSION'), '14')
    const problem = await problemOf(startEmbedded(folder))
    expect(problem.message).toMatch(/another version of PostgreSQL[^]*found: +pg14[^]*expected: +programs of PostgreSQL 14/)
  })

  it('names programs that are not there', async () => {
    const problem = await problemOf(startEmbedded(newFolder(), '/nowhere/bin'))
    expect(problem.message).toMatch(/no PostgreSQL to run[^]*\/nowhere\/bin[^]*DATABASE_URL=/)
  })

  it('leaves a port that is taken by another program', { timeout: 240_000 }, async () => {
    const taken = createSocketServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const folder = newFolder()
    const problem = await problemOf(start(folder, { PORT: String((taken.address() as AddressInfo).port) })).finally(() => taken.close())
    expect(problem.message).toMatch(/is in use/)
    expect(existsSync(join(folder, 'pg18', 'postmaster.pid'))).toBe(false)
  })
})
