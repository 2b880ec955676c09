import { CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type ControlledTransaction, type DatabaseConnection, type Dialect, type Driver, type TransactionSettings } from 'kysely'
import { beginningWith, takeOpeningSettings, type Db, type Tables, type Tx } from '../../database/index.ts'
import { beginWithin, endWithin } from './store.ts'

type Whole = ControlledTransaction<Tables>

/** All that is written by one request as one transaction. */
export type OneTransaction = {
  /** The database for the request: it reads as ever; what it writes, and reads after that, happens in the one transaction. */
  readonly db: Db
  /** The transaction, begun by now at the latest. */
  whole(): Promise<Tx>
  commit(): Promise<void>
  /** Undoes everything; nothing where nothing was begun. */
  rollback(): Promise<void>
}

/**
 * The writes of a request in one transaction, each of them, refused or not, between a point to return to and its end. It begins with the
 * first of them, so that what takes long before it holds nothing; `begun` is called in it first of all.
 */
export function oneTransaction(base: Db, begun: (tx: Tx) => Promise<void>): OneTransaction {
  let whole: Whole | undefined
  const turns = newTurns()
  const begin = async (): Promise<Whole> => {
    whole ??= await beginningWith('begin', () => base.startTransaction().execute(), { givesWay: true })
    await begun(whole)
    return whole
  }
  const once = newOnce(begin)
  const driver = driverOf(base, { whole: () => whole, begin: once, turns })
  const dialect: Dialect = { createDriver: () => driver, createAdapter: () => new PostgresAdapter(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() }
  return {
    db: new Kysely<Tables>({ dialect }),
    whole: once,
    commit: async () => void (await whole?.commit().execute()),
    // Where the connection is lost, the database has undone it by itself.
    rollback: async () => void (whole && !whole.isCommitted && !whole.isRolledBack && (await whole.rollback().execute().catch(() => undefined))),
  }
}

/** One connection as a request sees it: statements go to the pool, to a reading of its own, or into the one transaction. */
type Line = DatabaseConnection & { own?: Whole; within?: Whole; reads?: boolean; done?: () => void }
type Shared = { whole(): Whole | undefined; begin(): Promise<Whole>; readonly turns: Turns }

function driverOf(base: Db, { whole, begin, turns }: Shared): Driver {
  const executor = (line: Line) => (line.own ?? line.within ?? base).getExecutor()
  const end = async (line: Line, undo: boolean) => {
    const { own, within, reads, done } = line
    delete line.own
    delete line.within
    delete line.done
    if (own) return void (await (undo ? own.rollback() : own.commit()).execute())
    try {
      if (within) await endWithin(within, undo || reads === true)
    } finally {
      done?.()
    }
  }
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const line: Line = {
        executeQuery: <R>(query: CompiledQuery) => executor(line).executeQuery<R>(query as CompiledQuery<R>),
        streamQuery: <R>(query: CompiledQuery, size: number) => executor(line).stream<R>(query as CompiledQuery<R>, size),
      }
      return line
    },
    beginTransaction: async (connection: Line, settings: TransactionSettings) => {
      connection.reads = settings.accessMode === 'read only'
      if (connection.reads && !whole()) {
        const { isolationLevel, accessMode = 'read only' } = settings
        const start = base.startTransaction().setAccessMode(accessMode)
        connection.own = await (isolationLevel ? start.setIsolationLevel(isolationLevel) : start).execute()
        return
      }
      const opening = takeOpeningSettings()
      const done = await turns.take()
      try {
        const within = await begin()
        await beginWithin(within, connection.reads)
        if (opening !== undefined) await within.executeQuery(CompiledQuery.raw(opening))
        connection.within = within
        connection.done = done
      } catch (error) {
        done()
        throw error
      }
    },
    commitTransaction: (connection: Line) => end(connection, false),
    rollbackTransaction: (connection: Line) => end(connection, true),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
}

type Turns = { take(): Promise<() => void> }

/** One after another: a transaction has one point to return to at a time. */
function newTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    take: async () => {
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      await before
      return resolve
    },
  }
}

/** What is begun once, however often it is asked for. */
function newOnce<T>(begin: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined
  return () => (begun ??= begin())
}
