import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { peopleRoutes } from '@throughline/contract/people'
import { readConfig } from '../../config/index.ts'
import { createServer, type RunningServer } from '../../server.ts'

/** A disk of 256 MB in memory, which only root on Linux can make; undefined elsewhere. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const disk = mkdtempSync(join(tmpdir(), 'throughline-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m,mode=0755', 'tmpfs', disk], { stdio: 'ignore' })
    return disk
  } catch {
    rmSync(disk, { recursive: true, force: true })
    return undefined
  }
}

const disk = smallDisk()
const mb = 1024 * 1024

describe.skipIf(disk === undefined)('a disk that is full (needs root on Linux, to make a small one)', () => {
  const at = disk ?? ''
  const ballast = join(at, 'ballast')
  let server: RunningServer
  let headers: Record<string, string> = {}
  const free = () => {
    const { bavail, bsize } = statfsSync(at)
    return bavail * bsize
  }
  const leave = (bytes: number) => writeFileSync(ballast, new Uint8Array(Math.max(0, free() - bytes)))
  const post = (path: string, body: object) => fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  const add = async (name: string) => {
    const reply = await post(demandRoutes.createInitiative.path, { name })
    return { status: reply.status, retryAfter: reply.headers.get('retry-after'), ...((await reply.json()) as { id?: string; code?: string }) }
  }
  const names = async (): Promise<readonly string[]> => {
    const reply = await fetch(server.url + demandRoutes.listInitiatives.path, { headers })
    return reply.ok ? ((await reply.json()) as { rows: { name: string }[] }).rows.map(({ name }) => name) : []
  }
  beforeAll(async () => {
    mkdirSync(join(at, 'data'))
    chmodSync(at, 0o755)
    server = await createServer(readConfig({ PORT: '0', THROUGHLINE_LOG: 'silent', THROUGHLINE_DATA_DIR: join(at, 'data'), THROUGHLINE_LEAST_FREE_MB: '64' }))
    const reply = await post(peopleRoutes.setUp.path, { organisationName: 'Full', name: 'Olga Owner', email: 'owner@example.org', password: 'correct horse battery', currency: 'EUR' })
    headers = { cookie: reply.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '), 'x-csrf-token': ((await reply.json()) as { csrf: string }).csrf }
  })
  afterAll(async () => {
    await server?.stop()
    execFileSync('umount', [at])
    rmSync(at, { recursive: true, force: true })
  })

  it('takes no writes and goes on to be read, while there is still room for the database itself; and takes them again by itself', { timeout: 300_000 }, async () => {
    expect(await add('Before')).toMatchObject({ status: 201 })
    leave(32 * mb)
    await expect.poll(() => add('Never'), { timeout: 120_000 }).toMatchObject({ status: 503, code: 'storage_full', retryAfter: '5' })
    const known = await names()
    expect(known.filter((name) => name !== 'Never')).toEqual(['Before'])
    rmSync(ballast)
    await expect.poll(() => add('After'), { timeout: 120_000 }).toMatchObject({ status: 201 })
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })
})
