import { Kysely } from 'kysely'
import pg from 'pg'
import { CommittingDialect, OutcomeUnknown } from './outcome.ts'
import { keepPlans } from './planned.ts'
import type { Db, Tables } from './tables.ts'

/** Where and as whom to log in. `host` is a folder for a unix socket. */
export type Login = { readonly host: string; readonly port: number; readonly database: string; readonly user: string; readonly password?: string; readonly ssl?: pg.ClientConfig['ssl'] }

const asText = (value: string) => value
const parserOf = pg.types.getTypeParser as (id: number, format?: 'text' | 'binary') => (value: string) => unknown
const textArray = parserOf(1009)
const asDate = parserOf(1184)

/** Instants become ISO 8601 in UTC, as they travel on the wire. */
function asInstant(value: string): string {
  const parsed: unknown = asDate(value)
  return parsed instanceof Date ? parsed.toISOString() : value
}

/** Type ids of PostgreSQL: date, int8 and numeric stay text, so that neither a day nor a digit is lost. */
const parsers = new Map<number, (value: string) => unknown>([
  [20, asText],
  [1082, asText],
  [1700, asText],
  [1184, asInstant],
  [1016, textArray],
  [1182, textArray],
  [1231, textArray],
])

const types = { getTypeParser: (id: number, format?: 'text' | 'binary') => (format === 'binary' ? undefined : parsers.get(id)) ?? parserOf(id, format) } as pg.CustomTypesConfig

export type ConnectionOptions = { readonly max?: number; readonly applicationName?: string; readonly statementTimeoutMs?: number; /** False: a commit is answered before it is on the disk. */ readonly waitForDisk?: boolean; readonly onIdleError?: (error: Error) => void }

/**
 * The settings of a single connection, as for LISTEN. Queries are not compiled: a server that would compile those of the rollups
 * spends seconds on what runs in milliseconds, as their estimates are high and their answers short.
 */
export function clientConfig(login: Login, { applicationName = 'throughline', statementTimeoutMs = 0, waitForDisk = true }: ConnectionOptions = {}): pg.ClientConfig {
  return { ...login, types, application_name: applicationName, connectionTimeoutMillis: 10_000, keepAlive: true, options: `-c timezone=UTC -c jit=off -c statement_timeout=${statementTimeoutMs}${waitForDisk ? '' : ' -c synchronous_commit=off'}` }
}

/** Opens a pool; nothing connects before the first query. Close it with `destroy()`. */
export function connect(login: Login, options: ConnectionOptions = {}): Db {
  const pool = new pg.Pool({ ...clientConfig(login, options), max: options.max ?? 10, idleTimeoutMillis: 30_000 })
  pool.on('error', options.onIdleError ?? (() => undefined))
  // A connection at work is heard here alone: between two statements of a transaction its loss would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    keepPlans(client)
  })
  const db: Db = new Kysely<Tables>({ dialect: new CommittingDialect({ pool }, { isLost: isUnavailable, waitsForDisk: options.waitForDisk ?? true }) })
  pools.set(db, pool)
  return db
}

const pools = new WeakMap<Db, pg.Pool>()

/** The pool behind a database, to be counted. */
export const poolOf = (db: Db): Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'> | undefined => pools.get(db)

/** Runs a few statements on a connection of their own. */
export async function onConnection<T>(login: Login, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...clientConfig(login), connectionTimeoutMillis: 20_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** A PostgreSQL URL as a login; unix sockets by `?host=/folder`. */
export function loginOf(text: string): Login {
  const url = new URL(text)
  const sslMode = url.searchParams.get('sslmode')
  const password = decodeURIComponent(url.password)
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    ...(password ? { password } : {}),
    ...(sslMode && sslMode !== 'disable' ? { ssl: { rejectUnauthorized: sslMode.startsWith('verify') } } : {}),
  }
}

/** Whether an error says that the database cannot be reached or has closed the connection, rather than refused a statement. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  if (error instanceof OutcomeUnknown) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(08...|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/.test(code) || /Connection terminated|is not queryable|timeout exceeded when trying to connect|connection timeout/i.test(error.message)
}
