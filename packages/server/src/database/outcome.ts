import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, PostgresDialect, PostgresDriver, type PostgresDialectConfig } from 'kysely'
import type { Db } from './tables.ts'

type Connection = Parameters<PostgresDriver['rollbackTransaction']>[0]

/** The connection was lost while a transaction was being committed: it is done whole or not at all, and nobody can say which. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

/** Which errors say that the connection was lost, and whether a commit is answered only when it is on the disk. */
type Committing = { readonly isLost: (error: unknown) => boolean; readonly waitsForDisk: boolean }

/** PostgreSQL, where a commit without an answer is told apart from one that was refused: of that alone may be said that nothing was changed. */
export class CommittingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  readonly #committing: Committing

  constructor(config: PostgresDialectConfig, committing: Committing) {
    super(config)
    this.#config = config
    this.#committing = committing
  }

  override createDriver(): PostgresDriver {
    return new CommittingDriver(this.#config, this.#committing)
  }
}

const openings = new AsyncLocalStorage<{ statement: string | undefined; readonly givesWay: boolean }>()

/**
 * Runs something whose next transaction begins with a statement of its own, so that what it needs is set in the same message. One that
 * gives way holds up nobody while the disk writes: its locks go as it commits, and it is answered once it is on the disk, with all that it
 * has seen (docs/decisions/0029).
 */
export const beginningWith = <T>(statement: string, run: () => Promise<T>, { givesWay = false } = {}): Promise<T> => openings.run({ statement, givesWay }, run)

const giveWay = 'set local synchronous_commit to off'
/** Writes a word into the log, and is answered when the disk has the log up to it. */
const waitForDisk = CompiledQuery.raw(`select pg_logical_emit_message(true, 'throughline', '')`)

/** Waits until all that is committed by now is on the disk: before somebody is told of an act that gave way to this reading. */
export const onDisk = async (db: Db): Promise<void> => void (await db.executeQuery(waitForDisk))

const acts = new AsyncLocalStorage<{ committed: boolean }>()

/** Runs something that may write, and remembers of it alone whether it has committed. */
export const rememberingCommits = (run: () => void): void => acts.run({ committed: false }, run)

/** Whether what runs here has written for good already: where the database is lost after that, it is not so that nothing was changed. */
export const hasCommitted = (): boolean => acts.getStore()?.committed ?? false

/** What the next transaction would set as it begins, for who begins it within another; nobody else does then. */
export function takeOpeningSettings(): string | undefined {
  const opening = openings.getStore()
  const statement = opening?.statement
  if (!opening || statement === undefined) return undefined
  opening.statement = undefined
  return statement.slice(statement.indexOf(';') + 1)
}

class CommittingDriver extends PostgresDriver {
  readonly #committing: Committing
  readonly #unknown = new WeakMap<Connection, OutcomeUnknown>()
  readonly #reading = new WeakSet<Connection>()
  readonly #givingWay = new WeakSet<Connection>()

  constructor(config: PostgresDialectConfig, committing: Committing) {
    super(config)
    this.#committing = committing
  }

  override async beginTransaction(connection: Connection, settings: Parameters<PostgresDriver['beginTransaction']>[1]): Promise<void> {
    if (settings.accessMode === 'read only') this.#reading.add(connection)
    else this.#reading.delete(connection)
    this.#givingWay.delete(connection)
    const opening = openings.getStore()
    const statement = opening?.statement
    if (!opening || statement === undefined) return super.beginTransaction(connection, settings)
    // Of transactions within this one each begins as usual.
    opening.statement = undefined
    const givesWay = opening.givesWay && this.#committing.waitsForDisk
    try {
      await connection.executeQuery(CompiledQuery.raw(givesWay ? `${statement}; ${giveWay}` : statement))
      if (givesWay) this.#givingWay.add(connection)
    } catch (error) {
      // It may have begun before it failed, and nobody else ends it.
      await super.rollbackTransaction(connection).catch(() => undefined)
      throw error
    }
  }

  override async commitTransaction(connection: Connection): Promise<void> {
    try {
      await super.commitTransaction(connection)
      const act = acts.getStore()
      if (act && !this.#reading.has(connection)) act.committed = true
    } catch (error) {
      if (!this.#committing.isLost(error)) throw error
      throw this.#openOutcome(connection, error)
    }
    if (!this.#givingWay.delete(connection)) return
    // It is done, and may still be lost with the machine: nobody is told that it was, nor that it was not.
    await connection.executeQuery(waitForDisk).catch((error: unknown) => {
      throw this.#openOutcome(connection, error)
    })
  }

  #openOutcome(connection: Connection, cause: unknown): OutcomeUnknown {
    const unknown = new OutcomeUnknown('The connection was lost while a transaction was being committed', { cause })
    this.#unknown.set(connection, unknown)
    return unknown
  }

  /** After a lost commit a rollback is lost as well; its error would hide the one that matters. */
  override async rollbackTransaction(connection: Connection): Promise<void> {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      throw this.#unknown.get(connection) ?? error
    }
  }
}
