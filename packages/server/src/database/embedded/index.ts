import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartProblem } from '../../config/index.ts'
import { ensureAppRole } from '../app-role.ts'
import { clientConfig, onConnection, type Login } from '../connect.ts'
import { findBinaries } from './binaries.ts'
import { foldersFor, makeFolders } from './folder.ts'
import { keepRunning } from './keep-running.ts'
import { clusterName, createCluster, ownerPassword, ownerRole, ping, startPostmaster, stopPostmaster } from './postmaster.ts'
import { postgresUser } from './system-user.ts'

export { watchSpace, type Space } from './space.ts'

export type EmbeddedDatabase = {
  readonly owner: Login
  readonly app: Login
  readonly version: string
  /** Gives the data folder back; stops PostgreSQL where a Throughline started it. */
  stop(): Promise<void>
}

const databaseName = 'throughline'
const serverLock = 7_238_412

/**
 * Starts the built-in PostgreSQL on the data folder, or takes over one that an earlier server left running there.
 * It listens on a unix socket only. One server at a time: a second one on the same folder is refused. Should it end by itself,
 * it is started again; `onLost` hears of that.
 */
export async function startEmbedded(dataFolder: string, postgresBin?: string, onLost: (error: Error) => void = () => undefined): Promise<EmbeddedDatabase> {
  if (process.platform === 'win32') throw onWindows()
  const user = postgresUser()
  // The folder must exist before programs can be copied into it.
  makeFolders(dataFolder, user)
  const binaries = findBinaries(postgresBin, user, dataFolder)
  const folders = foldersFor(dataFolder, binaries.major)
  const password = ownerPassword(folders)
  const maintenance: Login = { host: folders.run, port: 5432, database: 'postgres', user: ownerRole, password }
  createCluster(binaries, folders, user, password)
  const take = async (): Promise<pg.Client> => {
    if ((await ping(maintenance)) !== 'ready') await startPostmaster(binaries, folders, user, maintenance)
    return lockFolder(maintenance, dataFolder)
  }
  const hold = keepRunning(await take(), take, onLost)
  const owner = { ...maintenance, database: databaseName }
  await createDatabase(maintenance)
  return {
    owner,
    app: await ensureAppRole(owner),
    version: binaries.version,
    stop: async () => {
      const lock = await hold.release()
      const ours = await lock.query<{ cluster_name: string }>('show cluster_name').then(({ rows }) => rows[0]?.cluster_name === clusterName, () => false)
      await lock.end().catch(() => undefined)
      if (ours) await stopPostmaster(folders)
    },
  }
}

async function createDatabase(maintenance: Login): Promise<void> {
  await onConnection(maintenance, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName}`)
  })
}

/** A lock that the database holds for this connection: it ends with this process, however that ends. */
async function lockFolder(maintenance: Login, dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(maintenance, { applicationName: `throughline server, process ${process.pid}` }))
  client.on('error', () => undefined)
  await client.connect()
  // The database may need a moment to see that an earlier server is gone.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [serverLock])
    if (rows[0]?.got) return client
    await wait(100)
  }
  const holder = await client.query<{ application_name: string }>(`select a.application_name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and l.objid = $1`, [serverLock])
  await client.end()
  throw new StartProblem('cannotCreate', {
    what: `Another Throughline server is using the data folder ${dataFolder}.`,
    found: holder.rows[0]?.application_name ?? 'a server that is just ending',
    expected: 'one server for one data folder',
    helps: 'use that server, stop it first, or name another folder: THROUGHLINE_DATA_DIR=/path/to/folder; several servers share one PostgreSQL by DATABASE_URL',
  })
}

const onWindows = (): StartProblem =>
  new StartProblem('unavailable', {
    what: 'The built-in database does not run on Windows.',
    found: 'Windows without DATABASE_URL',
    expected: 'Linux or macOS (also the Windows Subsystem for Linux), or an own PostgreSQL',
    helps: 'DATABASE_URL=postgresql://user:password@host:5432/database',
  })
