import { sql, type Transaction } from 'kysely'
import { messageOf, StartProblem } from '../config/index.ts'
import { keepEvidence, noteWrong, watchTouched } from './evidence/index.ts'
import { clearViews, keepHistory } from './history/index.ts'
import type { Migration } from './migration.ts'
import type { Db, Tables } from './tables.ts'

/**
 * Brings the schema up to date in one transaction, all steps or none, in the order of the list; returns the steps done.
 * Any number of servers may do so at once: one goes on, the others wait and then find nothing to do. Run as the owner.
 * Then the past of every table is kept, and shown, as the schema is now (history/), and what the steps changed joins the chain (evidence/).
 * Refuses a database that a newer version of the server has migrated.
 */
export function migrate(owner: Db, migrations: readonly Migration[]): Promise<readonly string[]> {
  return withLocks(owner, async (tx) => {
    await sql`select pg_advisory_xact_lock(7238411)`.execute(tx)
    await sql`create table if not exists schema_migration (name text primary key, timestamp text not null)`.execute(tx)
    const { rows } = await sql<{ name: string }>`select name from schema_migration order by timestamp, name`.execute(tx)
    const applied = new Set(rows.map(({ name }) => name))
    refuseNewer(applied, migrations)
    const pending = migrations.filter(({ name }) => !applied.has(name))
    const last = pending.at(-1)
    if (last) await keepEvidence(tx, last.name, await stepsOf(tx, pending))
    else await keepHistory(tx)
    return pending.map(({ name }) => name)
  })
}

/**
 * One transaction that touches every table and index of the schema holds a lock on each of them until its end. A server whose table of
 * locks is too small for that says so in words that name no cause; ours name the setting.
 */
async function withLocks<T>(owner: Db, perform: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  try {
    return await owner.transaction().execute(perform)
  } catch (error) {
    if (!ranOutOfLocks(error)) throw error
    const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings where name in ('max_connections', 'max_locks_per_transaction') order by name`.execute(owner)
    throw new StartProblem('configuration', {
      what: 'The database has too little room for the locks of bringing the schema up to date; nothing was changed in it.',
      found: rows.map(({ name, setting }) => `${name} = ${setting}`).join(', '),
      expected: 'max_locks_per_transaction = 256 or more',
      helps: 'set it in postgresql.conf, or among the settings of the service that runs it, and restart PostgreSQL',
    })
  }
}

/** Whether PostgreSQL had no place left in its table of locks; a failed step hands it on as its cause. */
const ranOutOfLocks = (error: unknown): boolean => error instanceof Error && (('code' in error && error.code === '53200' && 'hint' in error && /max_locks_per_transaction/.test(String(error.hint))) || ranOutOfLocks(error.cause))

/**
 * Does steps and returns the tables that they touched. What was wrong in those has to be noted before; so steps that touch what the chain
 * answers for are taken back, and done again once it is. Of tables that no step touches, which may be large, nothing is looked at.
 */
async function stepsOf(tx: Transaction<Tables>, steps: readonly Migration[]): Promise<ReadonlySet<string>> {
  for (let noted: readonly string[] = []; ; ) {
    await sql`savepoint schema_steps`.execute(tx)
    await noteWrong(tx, noted)
    const touched = await watchTouched(tx)
    await clearViews(tx)
    for (const each of steps) await step(tx, each)
    await keepHistory(tx)
    const { known, now } = await touched()
    const unnoted = known.filter((name) => !noted.includes(name))
    if (unnoted.length === 0) return now
    await sql`rollback to savepoint schema_steps`.execute(tx)
    noted = [...noted, ...unnoted]
  }
}

async function step(tx: Transaction<Tables>, { name, up }: Migration): Promise<void> {
  try {
    await up(async (text) => void (await sql.raw(text).execute(tx)))
  } catch (error) {
    throw new Error(`The schema step ${name} failed and nothing was changed: ${messageOf(error)}`, { cause: error })
  }
  await sql`insert into schema_migration (name, timestamp) values (${name}, ${new Date().toISOString()})`.execute(tx)
}

function refuseNewer(applied: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied].filter((name) => !known.has(name))
  if (unknown.length === 0) return
  throw new StartProblem('configuration', {
    what: 'The database belongs to a newer version of Throughline; nothing was changed in it.',
    found: `schema step ${unknown.join(', ')}, which this version does not know`,
    expected: `schema up to ${migrations.at(-1)?.name ?? 'nothing'} (${migrations.length} steps)`,
    helps: 'start the newer version again, or restore the backup made before it',
  })
}
