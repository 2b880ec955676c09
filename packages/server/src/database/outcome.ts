import { AsyncLocalStorage } from 'node:async_hooks'
import { CompiledQuery, PostgresDialect, PostgresDriver, type PostgresDialectConfig } from 'kysely'

type Connection = Parameters<PostgresDriver['rollbackTransaction']>[0]

/** The connection was lost while a transaction was being committed: it is done whole or not at all, and nobody can say which. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown'
}

/** PostgreSQL, where a commit without an answer is told apart from one that was refused: of that alone may be said that nothing was changed. */
export class CommittingDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig
  readonly #isLost: (error: unknown) => boolean

  constructor(config: PostgresDialectConfig, isLost: (error: unknown) => boolean) {
    super(config)
    this.#config = config
    this.#isLost = isLost
  }

  override createDriver(): PostgresDriver {
    return new CommittingDriver(this.#config, this.#isLost)
  }
}

const openings = new AsyncLocalStorage<{ statement: string | undefined }>()

/** Runs something whose next transaction begins with a statement of its own, so that what it needs is set in the same message. */
export const beginningWith = <T>(statement: string, run: () => Promise<T>): Promise<T> => openings.run({ statement }, run)

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
  readonly #isLost: (error: unknown) => boolean
  readonly #unknown = new WeakMap<Connection, OutcomeUnknown>()
  readonly #reading = new WeakSet<Connection>()

  constructor(config: PostgresDialectConfig, isLost: (error: unknown) => boolean) {
    super(config)
    this.#isLost = isLost
  }

  override async beginTransaction(connection: Connection, settings: Parameters<PostgresDriver['beginTransaction']>[1]): Promise<void> {
    if (settings.accessMode === 'read only') this.#reading.add(connection)
    else this.#reading.delete(connection)
    const opening = openings.getStore()
    const statement = opening?.statement
    if (!opening || statement === undefined) return super.beginTransaction(connection, settings)
    // Of transactions within this one each begins as usual.
    opening.statement = undefined
    try {
      await connection.executeQuery(CompiledQuery.raw(statement))
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
      if (!this.#isLost(error)) throw error
      const unknown = new OutcomeUnknown('The connection was lost while a transaction was being committed', { cause: error })
      this.#unknown.set(connection, unknown)
      throw unknown
    }
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
