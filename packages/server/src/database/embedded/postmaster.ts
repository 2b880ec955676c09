import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartProblem } from '../../config/index.ts'
import { clientConfig, type Login } from '../connect.ts'
import type { Binaries } from './binaries.ts'
import type { Folders } from './folder.ts'
import type { SystemUser } from './system-user.ts'

export const ownerRole = 'throughline_owner'

/** Shown by `show cluster_name`: whether a running database was started by us, and may be stopped by us. */
export const clusterName = 'throughline'

/** The owner's password, made once and readable by us alone. */
export function ownerPassword({ passwordFile }: Folders): string {
  try {
    writeFileSync(passwordFile, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(passwordFile, 'utf8').trim()
}

/** Creates the cluster beside its place and moves it there whole, so that a half-made one is never mistaken for it. */
export function createCluster({ bin }: Binaries, folders: Folders, { uid, gid }: SystemUser, password: string): void {
  if (existsSync(join(folders.cluster, 'PG_VERSION'))) return
  const unfinished = `${folders.cluster}.${process.pid}`
  const passwordCopy = join(folders.run, `password.${process.pid}`)
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordCopy, password, { mode: 0o600 })
  if (uid !== undefined) for (const path of [unfinished, passwordCopy]) chownSync(path, uid, gid ?? uid)
  const locale = Number(bin.match(/\/(1[5-6])\/bin$/)?.[1] ?? 18) >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']
  const options = ['-D', unfinished, '-U', ownerRole, '--pwfile', passwordCopy, '--auth=scram-sha-256', '-E', 'UTF8', ...locale, '--data-checksums']
  const { status, stderr, error } = spawnSync(join(bin, 'initdb'), options, { uid, gid, cwd: '/', encoding: 'utf8' })
  rmSync(passwordCopy, { force: true })
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true })
    throw notStarted(folders, `initdb ended with ${status ?? error?.message}: ${(stderr ?? '').trim().split('\n').slice(-4).join(' | ')}`)
  }
  try {
    renameSync(unfinished, folders.cluster)
  } catch (failure) {
    // Another server was quicker; its cluster is as good as ours.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(join(folders.cluster, 'PG_VERSION'))) throw failure
  }
}

type Answer = 'ready' | 'starting' | 'absent'

/** Whether a database answers on the socket; any other error rises. */
export async function ping(owner: Login): Promise<Answer> {
  const client = new pg.Client({ ...clientConfig(owner), connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return 'ready'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    // On a machine that is very busy, or short of memory, an answer may take longer than we wait: somebody is there all the same.
    if (code === '57P03' || (error instanceof Error && /timeout expired|Connection terminated/.test(error.message))) return 'starting'
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent'
    throw error
  }
}

/** Starts PostgreSQL on the cluster, detached from us, and waits until it answers. A second one is refused by PostgreSQL itself. */
export async function startPostmaster({ bin }: Binaries, folders: Folders, { uid, gid }: SystemUser, owner: Login): Promise<void> {
  const settings = ['listen_addresses=', `unix_socket_directories=${folders.run}`, 'unix_socket_permissions=0700', `cluster_name=${clusterName}`, 'max_connections=60', 'max_locks_per_transaction=256', 'jit=off', 'log_min_messages=warning']
  if (existsSync(folders.log) && statSync(folders.log).size > 10_000_000) truncateSync(folders.log)
  const log = openSync(folders.log, 'a', 0o600)
  const child = spawn(join(bin, 'postgres'), ['-D', folders.cluster, ...settings.flatMap((setting) => ['-c', setting])], { uid, gid, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  let ended: string | undefined
  child.on('error', (error) => (ended = error.message))
  child.on('exit', (code, signal) => (ended = `postgres ended with ${code ?? signal}`))
  child.unref()
  // Recovery after a power cut replays the log first and may take minutes.
  for (const deadline = Date.now() + 300_000; Date.now() < deadline; await wait(40)) {
    const answer = await ping(owner)
    if (answer === 'ready') return
    if (ended && answer === 'absent') throw notStarted(folders, `${ended}: ${lastLines(folders.log)}`)
  }
  throw notStarted(folders, 'it does not answer after five minutes')
}

/** Asks PostgreSQL for a fast shutdown (SIGINT) and waits for its end; the file with its process id is its own to remove. */
export async function stopPostmaster(folders: Folders): Promise<void> {
  const pid = postmasterPid(folders)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && isAlive(pid); await wait(20));
}

function postmasterPid({ cluster }: Folders): number | undefined {
  const file = join(cluster, 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined : undefined
}

/** Only "no such process" means dead: a process of another user answers EPERM and lives. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

const lastLines = (file: string): string => readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' | ')

const notStarted = ({ root, log }: Folders, found: string): StartProblem =>
  new StartProblem('unavailable', {
    what: `The built-in database in ${root} could not be started.`,
    found,
    expected: 'a folder on a local disk with free space, written by no other program',
    helps: `read ${log}; name another folder by THROUGHLINE_DATA_DIR, or your own PostgreSQL by DATABASE_URL`,
  })
