import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded, type Login } from '@throughline/server/database'
import { childrenOf, killNow, serverProcess, type ServerProcess } from './process.ts'

/** A database and the processes on it, each of which can be killed. */
export type Place = {
  readonly name: string
  /** Where the callers go. */
  readonly url: string
  readonly servers: Readonly<Record<string, ServerProcess>>
  /** The postmaster of now. */
  postmaster(): number
  /** The owner's login, to look behind the scenes. */
  owner(): Login
  remove(): Promise<void>
}

const temporary = (): string => mkdtempSync(join(tmpdir(), 'throughline-faults-'))

/** One server with the built-in database in its own folder. */
export async function builtIn(): Promise<Place> {
  const folder = temporary()
  const server = await serverProcess({ THROUGHLINE_DATA_DIR: folder })
  await server.begin()
  const owner: Login = { host: socketOf(folder), port: 5432, database: 'throughline', user: 'throughline_owner', password: readFileSync(join(folder, 'owner.password'), 'utf8').trim() }
  return {
    name: 'the built-in database', url: server.url, servers: { server },
    postmaster: () => postmasterIn(folder),
    owner: () => owner,
    remove: async () => {
      await server.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A PostgreSQL of the machine's own with two processes on it: one answers, one works through the jobs. */
export async function postgresServer(bin: string): Promise<Place> {
  const folder = temporary()
  // Started, and started again where it was killed, as an operator's own supervisor would.
  const { owner, version, stop } = await startEmbedded(folder, bin)
  const url = `postgresql://${owner.user}:${owner.password}@localhost:${owner.port}/${owner.database}?host=${encodeURIComponent(owner.host)}`
  const [server, worker] = await Promise.all([serverProcess({ DATABASE_URL: url, THROUGHLINE_PARTS: 'http' }), serverProcess({ DATABASE_URL: url, THROUGHLINE_PARTS: 'jobs' })])
  await Promise.all([server.begin(), worker.begin()])
  return {
    name: `PostgreSQL ${version}`, url: server.url, servers: { server, worker },
    postmaster: () => postmasterIn(folder),
    owner: () => owner,
    remove: async () => {
      await Promise.all([server.end(), worker.end()])
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The newest PostgreSQL that the machine itself has, or undefined. */
export function serverPrograms(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  const majors = readdirSync(root).filter((major) => Number(major) >= 15 && Number(major) <= 18 && existsSync(join(root, major, 'bin', 'initdb')))
  const newest = majors.toSorted((one, other) => Number(other) - Number(one))[0]
  return newest === undefined ? undefined : join(root, newest, 'bin')
}

const clusterIn = (folder: string): string => join(folder, readdirSync(folder).find((name) => /^pg\d+$/.test(name)) ?? 'pg18')
const postmasterIn = (folder: string): number => Number.parseInt(readFileSync(join(clusterIn(folder), 'postmaster.pid'), 'utf8'), 10)
/** The folder of the socket, as the postmaster has noted it. */
const socketOf = (folder: string): string => readFileSync(join(clusterIn(folder), 'postmaster.pid'), 'utf8').split('\n')[4] ?? ''

/** Kills of the database: all of it at once, its head alone, or one of the processes that serve a connection. */
export const databaseKills: Readonly<Record<'PostgreSQL, all of it' | 'PostgreSQL, its head alone' | 'one process of PostgreSQL', (postmaster: number, chosen: number) => void>> = {
  'PostgreSQL, all of it': (postmaster: number) => {
    const children = childrenOf(postmaster)
    for (const pid of [postmaster, ...children]) killNow(pid)
  },
  'PostgreSQL, its head alone': (postmaster: number) => killNow(postmaster),
  'one process of PostgreSQL': (postmaster: number, chosen: number) => {
    const children = childrenOf(postmaster)
    const pid = children[chosen % Math.max(1, children.length)]
    if (pid !== undefined) killNow(pid)
  },
}
