import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { chmod, chown, copyFile, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { StartProblem } from '../../config/index.ts'
import { clientConfig, type Login } from '../connect.ts'
import { clusterFolder, ownerLogin } from './cluster.ts'
import { startEmbedded } from './index.ts'
import { ping } from './postmaster.ts'
import { postgresUser } from './system-user.ts'

/** What a backup holds: each file with its length and checksum, so that a restore can tell a damaged one. */
export type BackupList = { readonly made: 'throughline backup'; readonly version: 1; readonly at: string; readonly cluster: string; readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[] }

const listName = 'backup.json'
/** Beside the cluster: the owner's password, and the key that seals secrets, where there is one. */
const beside = ['owner.password', 'secret-key']
/** Belongs to the running server, or is made anew at its start (PostgreSQL, chapter “Making a base backup”). */
const leftOut = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/.|^postmaster\.(pid|opts)$|(^|\/)pgsql_tmp|(^|\/)pg_internal\.init/

/**
 * Copies the built-in database to a new folder while it is in use, or while no server runs. The copy is of the instant at which this
 * ends: every write that was acknowledged before it began is in it.
 */
export async function backUp(dataFolder: string, target: string, postgresBin?: string): Promise<BackupList> {
  await refuseFilled(target, 'back up to')
  const cluster = await clusterFolder(dataFolder)
  const login = await ownerLogin(dataFolder, cluster)
  const running = (await ping(login).catch(() => 'absent')) === 'ready'
  const started = running ? undefined : await startEmbedded(dataFolder, postgresBin)
  try {
    return await copyRunning(started ? { ...started.owner, database: 'postgres' } : login, dataFolder, cluster, target)
  } finally {
    await started?.stop()
  }
}

async function copyRunning(login: Login, dataFolder: string, cluster: string, target: string): Promise<BackupList> {
  const client = new pg.Client(clientConfig(login, { applicationName: 'throughline backup' }))
  client.on('error', () => undefined)
  await client.connect()
  try {
    const source = join(dataFolder, cluster)
    await mkdir(join(target, cluster), { recursive: true, mode: 0o700 })
    // Keeps the log that is written meanwhile from being put away; ends with this connection, however that ends.
    await client.query(`select pg_create_physical_replication_slot('throughline_backup_${process.pid}', true, true)`)
    await client.query(`select pg_backup_start('throughline', true)`)
    await copyTree(source, join(target, cluster))
    const { rows } = await client.query<{ label: string; last: string }>('select labelfile as label, pg_walfile_name(lsn) as last from pg_backup_stop(false)')
    const label = rows[0]?.label ?? ''
    await writeFile(join(target, cluster, 'backup_label'), label)
    const first = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? ''
    await mkdir(join(target, cluster, 'pg_wal'), { recursive: true, mode: 0o700 })
    for (const name of await readdir(join(source, 'pg_wal'))) if (/^[0-9A-F]{24}$/.test(name) && name >= first && name <= (rows[0]?.last ?? '')) await copyWhole(join(source, 'pg_wal', name), join(target, cluster, 'pg_wal', name))
    await copyBeside(dataFolder, target)
    return await writeList(target, cluster)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Copies a folder; a file that goes while we look is one that the log brings back. */
async function copyTree(source: string, target: string, below = ''): Promise<void> {
  for (const entry of await readdir(join(source, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (leftOut.test(path)) continue
    if (entry.isDirectory()) {
      await mkdir(join(target, path), { recursive: true, mode: 0o700 })
      await copyTree(source, target, path)
    } else
      await copyWhole(join(source, path), join(target, path)).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      })
  }
}

/** Copies a file and waits until the disk has it. */
async function copyWhole(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await copyFile(source, target)
  await chmod(target, 0o600)
  const file = await open(target, 'r+')
  await file.datasync().finally(() => file.close())
}

async function copyBeside(from: string, to: string): Promise<void> {
  for (const name of beside) if (existsSync(join(from, name))) await copyWhole(join(from, name), join(to, name))
}

async function writeList(target: string, cluster: string): Promise<BackupList> {
  const files = await Promise.all((await filesOf(target)).map(async (path) => ({ path, bytes: (await stat(join(target, path))).size, sha256: await sha256(join(target, path)) })))
  const list: BackupList = { made: 'throughline backup', version: 1, at: new Date().toISOString(), cluster, files }
  await writeFile(join(target, listName), JSON.stringify(list, null, 1), { mode: 0o600 })
  return list
}

/** Puts a backup into a new data folder, each file checked; the next start there goes on where it ended. */
export async function restoreBackup(backup: string, dataFolder: string): Promise<BackupList> {
  await refuseFilled(dataFolder, 'restore to')
  const list = await readList(backup)
  const damaged = (await Promise.all(list.files.map(async ({ path, sha256: expected }) => ((await sha256(join(backup, path)).catch(() => 'not there')) === expected ? undefined : path)))).filter((path) => path !== undefined)
  if (damaged.length > 0) throw problem(`The backup in ${backup} is damaged; nothing was restored.`, `${damaged.length} of ${list.files.length} files are missing or changed: ${damaged.slice(0, 5).join(', ')}`, 'every file as it was written', 'restore another backup')
  const { uid, gid } = postgresUser()
  await mkdir(dataFolder, { recursive: true, mode: uid === undefined ? 0o700 : 0o711 })
  await copyTree(join(backup, list.cluster), join(dataFolder, list.cluster))
  for (const { path } of list.files) if (path.startsWith(`${list.cluster}/pg_wal/`)) await copyWhole(join(backup, path), join(dataFolder, path))
  for (const folder of ['pg_wal', 'pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans']) await mkdir(join(dataFolder, list.cluster, folder), { recursive: true, mode: 0o700 })
  await copyBeside(backup, dataFolder)
  await chmod(join(dataFolder, list.cluster), 0o700)
  if (uid !== undefined) for (const path of ['', ...(await entriesOf(join(dataFolder, list.cluster)))]) await chown(join(dataFolder, list.cluster, path), uid, gid ?? uid)
  return list
}

async function readList(backup: string): Promise<BackupList> {
  const text = await readFile(join(backup, listName), 'utf8').catch(() => undefined)
  const list = text === undefined ? undefined : (JSON.parse(text) as BackupList)
  if (list?.made === 'throughline backup' && list.version === 1) return list
  throw problem(`${backup} is no backup that can be restored.`, text === undefined ? `no ${listName} in it` : `a ${listName} of another kind`, 'a folder that throughline backup has written to its end', 'name that folder')
}

async function refuseFilled(folder: string, what: string): Promise<void> {
  const found = await readdir(folder).catch(() => [])
  if (found.length > 0) throw problem(`The folder to ${what} is not empty.`, `${found.length} entries in ${folder}, among them ${found[0]}`, 'a new folder, or an empty one', 'name another folder')
}

const entriesOf = async (folder: string): Promise<readonly string[]> => readdir(folder, { recursive: true })
const filesOf = async (folder: string): Promise<readonly string[]> => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).toSorted()

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Buffer)
  return hash.digest('hex')
}

const problem = (what: string, found: string, expected: string, helps: string): StartProblem => new StartProblem('cannotCreate', { what, found, expected, helps })
