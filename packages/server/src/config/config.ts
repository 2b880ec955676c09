import { homedir } from 'node:os'
import { isAbsolute, join, resolve } from 'node:path'
import { accountConfigOf, type AccountConfig } from './accounts.ts'
import { openIdOf, type OpenIdConfig } from './open-id.ts'
import type { SettingName } from './settings.ts'
import { countOf, flushOf, type Flush } from './limits.ts'
import { StartProblem } from './start-problem.ts'

/** Everything that can be set from outside, once read and checked. */
export type Config = {
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  readonly dataFolder: string
  /** The owner's connection to an own PostgreSQL; absent: the built-in one in the data folder. */
  readonly databaseUrl?: string
  /** The server's own login on that PostgreSQL, where the owner may not create roles. */
  readonly appDatabaseUrl?: string
  /** Folder with `postgres` and `initdb` for the built-in database. */
  readonly postgresBin?: string
  /** Addresses of reverse proxies whose X-Forwarded headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly logLevel: LogLevel
  /** What this process does: answer requests, work through the queue of jobs, or both. */
  readonly parts: readonly Part[]
  /** Mail, and what else surrounds accounts; left out, there is none of it. */
  readonly accounts?: AccountConfig
  /** What who reads the figures of operation has to show; absent: they are not served. */
  readonly metricsToken?: string
  /** Where identity providers may be. */
  readonly signOnNetwork: 'public' | 'any'
  /** The provider that the environment names. */
  readonly openId?: OpenIdConfig
  /** Whether the built-in database answers a write once it is on the disk (`always`), or up to a second before (`soon`). */
  readonly flush: Flush
  /** Memory for columns of initiatives, and for answers as they were sent. */
  readonly columnsBytes: number
  readonly answersBytes: number
  /** Free bytes on the disk of the built-in database below which nothing is written any more. */
  readonly leastFreeBytes: number
  /** Requests at work at a time before more are turned away, and milliseconds that the server may be behind. */
  readonly mostRequests: number
  readonly mostDelayMs: number
  /** Days for which ended jobs are kept. */
  readonly keepJobsDays: number
  /** Hours for which answers are kept for repeated requests. */
  readonly keepAnswersHours: number
  /** Days for which the files of imports are kept. */
  readonly keepImportsDays: number
  /** Days for which the log of webhooks is kept, and where they may go. */
  readonly keepDeliveriesDays: number
  /** Of the files of evidence of one organisation. */
  readonly evidenceBytes: number
  readonly webhookNetwork: 'public' | 'any'
}

const allParts = ['http', 'jobs'] as const
export type Part = (typeof allParts)[number]

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

type Environment = Readonly<Record<string, string | undefined>>

/** The configuration from environment variables; throws a `StartProblem` that names the variable at fault. */
export function readConfig(environment: Environment): Config {
  const given = (name: SettingName) => environment[name]?.trim() || undefined
  return {
    host: given('HOST') ?? '127.0.0.1',
    port: portOf(given('PORT')),
    dataFolder: dataFolderOf(given('THROUGHLINE_DATA_DIR'), given('XDG_DATA_HOME')),
    databaseUrl: databaseUrlOf('DATABASE_URL', given('DATABASE_URL')),
    appDatabaseUrl: databaseUrlOf('THROUGHLINE_APP_DATABASE_URL', given('THROUGHLINE_APP_DATABASE_URL')),
    postgresBin: given('THROUGHLINE_PG_BIN'),
    trustedProxies: (given('THROUGHLINE_TRUST_PROXY') ?? '').split(',').map((address) => address.trim()).filter(Boolean),
    logLevel: logLevelOf(given('THROUGHLINE_LOG')),
    metricsToken: metricsTokenOf(given('THROUGHLINE_METRICS_TOKEN')),
    signOnNetwork: networkOf('THROUGHLINE_SIGN_ON_NETWORK', given('THROUGHLINE_SIGN_ON_NETWORK'), 'identity providers'),
    openId: openIdOf(given, networkOf('THROUGHLINE_SIGN_ON_NETWORK', given('THROUGHLINE_SIGN_ON_NETWORK'), 'identity providers') === 'public'),
    flush: flushOf(given('THROUGHLINE_FLUSH')),
    columnsBytes: countOf('THROUGHLINE_COLUMNS_MB', given('THROUGHLINE_COLUMNS_MB'), 256, 1) * 1024 * 1024,
    answersBytes: countOf('THROUGHLINE_ANSWERS_MB', given('THROUGHLINE_ANSWERS_MB'), 64, 0) * 1024 * 1024,
    leastFreeBytes: countOf('THROUGHLINE_LEAST_FREE_MB', given('THROUGHLINE_LEAST_FREE_MB'), 128, 0) * 1024 * 1024,
    mostRequests: countOf('THROUGHLINE_MOST_REQUESTS', given('THROUGHLINE_MOST_REQUESTS'), 256, 1),
    mostDelayMs: countOf('THROUGHLINE_MOST_DELAY_MS', given('THROUGHLINE_MOST_DELAY_MS'), 2_000, 10),
    keepJobsDays: countOf('THROUGHLINE_KEEP_JOBS_DAYS', given('THROUGHLINE_KEEP_JOBS_DAYS'), 90, 1),
    keepAnswersHours: countOf('THROUGHLINE_KEEP_ANSWERS_HOURS', given('THROUGHLINE_KEEP_ANSWERS_HOURS'), 24, 1),
    keepImportsDays: countOf('THROUGHLINE_KEEP_IMPORTS_DAYS', given('THROUGHLINE_KEEP_IMPORTS_DAYS'), 365, 1),
    keepDeliveriesDays: countOf('THROUGHLINE_KEEP_DELIVERIES_DAYS', given('THROUGHLINE_KEEP_DELIVERIES_DAYS'), 30, 1),
    evidenceBytes: countOf('THROUGHLINE_EVIDENCE_MB', given('THROUGHLINE_EVIDENCE_MB'), 10_240, 0) * 1024 * 1024,
    webhookNetwork: networkOf('THROUGHLINE_WEBHOOK_NETWORK', given('THROUGHLINE_WEBHOOK_NETWORK'), 'receivers'),
    parts: partsOf(given('THROUGHLINE_PARTS'), given('DATABASE_URL') !== undefined),
    accounts: accountConfigOf(given),
  }
}

function portOf(text = '4280'): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new StartProblem('configuration', { what: 'PORT is not a port.', found: text, expected: 'a whole number from 0 (any free port) to 65535', helps: 'PORT=4280, or leave it out' })
}

/** By default a folder of the user; for root one below /var/lib, which the database's own user can reach. */
function dataFolderOf(given: string | undefined, xdgDataHome: string | undefined): string {
  if (given) return resolve(given)
  if (process.getuid?.() === 0) return '/var/lib/throughline'
  return join(xdgDataHome && isAbsolute(xdgDataHome) ? xdgDataHome : join(homedir(), '.local', 'share'), 'throughline')
}

function databaseUrlOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text
  const found = url ? `${url.protocol}//${url.host}${url.pathname}` : 'text that is not a URL'
  throw new StartProblem('configuration', { what: `${name} is not the address of a PostgreSQL database.`, found, expected: 'postgresql://user:password@host:5432/database', helps: `correct ${name}; without DATABASE_URL the built-in database is used` })
}

function logLevelOf(text = 'info'): LogLevel {
  const level = logLevels.find((known) => known === text)
  if (level) return level
  throw new StartProblem('configuration', { what: 'THROUGHLINE_LOG is not a log level.', found: text, expected: logLevels.join(', '), helps: 'THROUGHLINE_LOG=info, or leave it out' })
}

function metricsTokenOf(text: string | undefined): string | undefined {
  if (text === undefined || /^[\x21-\x7e]{16,}$/.test(text)) return text
  throw new StartProblem('configuration', { what: 'THROUGHLINE_METRICS_TOKEN is no token.', found: `a text of ${text.length} characters`, expected: 'at least 16 characters without a space', helps: 'openssl rand -hex 32' })
}

function networkOf(name: SettingName, text: string | undefined = 'public', whose: string): 'public' | 'any' {
  if (text === 'public' || text === 'any') return text
  throw new StartProblem('configuration', { what: `${name} is not known.`, found: text, expected: 'public or any', helps: `any, where ${whose} are inside this network; or leave it out` })
}

/** A process of one part needs others beside it, which the built-in database does not admit. */
function partsOf(text: string | undefined, manyProcesses: boolean): readonly Part[] {
  const named = (text ?? allParts.join(',')).split(',').map((part) => part.trim())
  const parts = allParts.filter((part) => named.includes(part))
  if (named.every((part) => (allParts as readonly string[]).includes(part)) && (parts.length === allParts.length || manyProcesses)) return parts
  throw new StartProblem('configuration', { what: 'THROUGHLINE_PARTS names no parts of a server that can run.', found: text ?? '', expected: manyProcesses ? 'http, jobs, or both with a comma' : 'http,jobs: the built-in database belongs to one process, which does both', helps: 'leave THROUGHLINE_PARTS out; DATABASE_URL lets several processes share one PostgreSQL' })
}
