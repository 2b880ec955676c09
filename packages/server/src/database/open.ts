import type { Config } from '../config/index.ts'
import { connect, type Login } from './connect.ts'
import { startEmbedded, watchSpace } from './embedded/index.ts'
import { externalLogins } from './external.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migration.ts'
import type { Db } from './tables.ts'

export type OpenDatabase = {
  readonly db: Db
  /** The server's login, for connections outside the pool (LISTEN). */
  readonly login: Login
  readonly place: string
  readonly migrated: readonly string[]
  /** Whether the disk of the built-in database has too little room to write. */
  isStorageLow(): boolean
  close(): Promise<void>
}

type Where = Pick<Config, 'databaseUrl' | 'appDatabaseUrl' | 'dataFolder' | 'postgresBin' | 'flush' | 'leastFreeBytes'>

/** Opens the database named by the configuration, or the built-in one, and brings its schema up to date. */
export async function openDatabase(where: Where, migrations: readonly Migration[], onIdleError: (error: Error) => void): Promise<OpenDatabase> {
  const place = await reach(where, onIdleError)
  try {
    const migrated = await migrateAs(place.owner, migrations)
    const db = connect(place.app, { onIdleError, statementTimeoutMs: 60_000, waitForDisk: where.databaseUrl !== undefined || where.flush === 'always' })
    return {
      db,
      login: place.app,
      place: place.words,
      migrated,
      isStorageLow: place.isStorageLow,
      close: async () => {
        await db.destroy()
        await place.stop()
      },
    }
  } catch (error) {
    await place.stop()
    throw error
  }
}

async function reach({ databaseUrl, appDatabaseUrl, dataFolder, postgresBin, leastFreeBytes }: Where, onLost: (error: Error) => void) {
  if (databaseUrl) {
    const { owner, app } = await externalLogins(databaseUrl, appDatabaseUrl)
    return { owner, app, words: `PostgreSQL at ${owner.host}:${owner.port}/${owner.database}`, isStorageLow: () => false, stop: async () => undefined }
  }
  const { owner, app, version, stop } = await startEmbedded(dataFolder, postgresBin, onLost)
  const space = await watchSpace(dataFolder, leastFreeBytes)
  return {
    owner,
    app,
    words: `built-in PostgreSQL ${version} in ${dataFolder}`,
    isStorageLow: space.low,
    stop: async () => {
      space.stop()
      await stop()
    },
  }
}

/** Migrates as the owner of the tables; at least two connections, one of which holds the lock. */
async function migrateAs(owner: Login, migrations: readonly Migration[]): Promise<readonly string[]> {
  const db = connect(owner, { max: 2 })
  try {
    return await migrate(db, migrations)
  } finally {
    await db.destroy()
  }
}
