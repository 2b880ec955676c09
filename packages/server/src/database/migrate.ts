import { sql } from 'kysely'
import { Migrator, type Migration as KyselyMigration } from 'kysely/migration'
import { messageOf, StartProblem } from '../config/index.ts'
import type { Migration } from './migration.ts'
import type { Db } from './tables.ts'

/**
 * Brings the schema up to date; any number of servers may do so at once. Run as the owner.
 * Refuses a database that a newer version of the server has migrated, and changes nothing in it.
 */
export async function migrate(owner: Db, migrations: readonly Migration[]): Promise<readonly string[]> {
  await refuseNewer(owner, migrations)
  const position = new Map(migrations.map(({ name }, index) => [name, index]))
  const migrator = new Migrator({
    db: owner,
    provider: { getMigrations: async () => Object.fromEntries(migrations.map((migration) => [migration.name, runnable(migration)])) },
    migrationTableName: 'schema_migration',
    migrationLockTableName: 'schema_migration_lock',
    allowUnorderedMigrations: true,
    nameComparator: (one, other) => (position.get(one) ?? 0) - (position.get(other) ?? 0),
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find(({ status }) => status === 'Error')
  if (failed) throw new Error(`The schema step ${failed.migrationName} failed and was undone: ${messageOf(error)}`, { cause: error })
  if (error) throw error
  return results.map(({ migrationName }) => migrationName)
}

const runnable = ({ up }: Migration): KyselyMigration => ({
  up: (db) =>
    up(async (text) => {
      await sql.raw(text).execute(db)
    }),
})

async function refuseNewer(owner: Db, migrations: readonly Migration[]): Promise<void> {
  const { rows: tables } = await sql<{ there: boolean }>`select to_regclass('public.schema_migration') is not null as there`.execute(owner)
  if (!tables[0]?.there) return
  const { rows } = await sql<{ name: string }>`select name from schema_migration order by timestamp`.execute(owner)
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  if (unknown.length === 0) return
  throw new StartProblem('configuration', {
    what: 'The database belongs to a newer version of Throughline; nothing was changed in it.',
    found: `schema step ${unknown.join(', ')}, which this version does not know`,
    expected: `schema up to ${migrations.at(-1)?.name ?? 'nothing'} (${migrations.length} steps)`,
    helps: 'start the newer version again, or restore the backup made before it',
  })
}
