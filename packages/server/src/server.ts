import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { keyInFolder, messageOf, newSealer, StartProblem, type Config } from './config/index.ts'
import { openDatabase } from './database/index.ts'
import { holdColumns, putAwayImports } from './demand/index.ts'
import { pruneDeliveries, startDeliverer, type Deliverer } from './governance/index.ts'
import { createApp, pruneKeptAnswers, usualLoad, type RoomServer } from './http/index.ts'
import { startWorker } from './jobs/index.ts'
import { startLive, type Live } from './live/index.ts'
import type { SignOnSettings } from './people/index.ts'
import { forgetEnded, openAccountServices } from './people/index.ts'
import { holdAnswers } from './rollups/index.ts'
import { migrationsOf, rooms as allRooms } from './rooms.ts'

export type ServerOptions = Config & { readonly rooms?: readonly RoomServer[]; readonly now?: () => Date }

/** A server that is ready. */
export type RunningServer = {
  readonly url: string
  readonly port: number
  /** Where the database is, in words. */
  readonly database: string
  /** Takes no more requests, lets those at work finish within ten seconds, gives jobs back, closes the database. */
  stop(): Promise<void>
}

const graceMs = 10_000

/** Starts the whole server: database, schema, jobs, HTTP. Throws a `StartProblem` where it cannot. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const { rooms = allRooms } = options
  const logger = pino({ level: options.logLevel, base: { service: 'throughline' }, redact: ['req.headers.authorization', 'req.headers.cookie'] })
  const database = await openDatabase(options, migrationsOf(rooms), (error) => logger.warn({ error: error.message }, 'a connection to the database was lost'))
  if (database.migrated.length > 0) logger.info({ migrated: database.migrated }, 'schema brought up to date')
  const onError = (error: unknown, jobId?: string) => logger.error({ err: error, jobId }, 'job')
  let worker: ReturnType<typeof startWorker> | undefined
  let deliverer: Deliverer | undefined
  let live: Live | undefined
  let accounts: Awaited<ReturnType<typeof openAccountServices>> | undefined
  const answers = options.parts.includes('http')
  holdColumns(options.columnsBytes)
  holdAnswers(options.answersBytes)
  try {
    if (answers) live = startLive({ db: database.db, login: database.login, now: options.now, onError: (error) => logger.warn({ error: messageOf(error) }, 'live updates') })
    accounts = await openAccountServices({ config: options.accounts, ...(options.databaseUrl === undefined ? { keyFolder: options.dataFolder } : {}), onFailure: (what, error) => logger.warn({ error: messageOf(error) }, what) })
    // A process for jobs alone answers whether it is healthy, and nothing else.
    const app = await createApp({ db: database.db, rooms: answers ? rooms : [], logger, now: options.now, trustedProxies: options.trustedProxies, live, accounts, signOn: signOnOf(options), load: { ...usualLoad, mostRequests: options.mostRequests, mostDelayMs: options.mostDelayMs }, isStorageLow: database.isStorageLow, evidenceBytes: options.evidenceBytes, metricsToken: options.metricsToken })
    await listen(app, options)
    if (options.parts.includes('jobs')) worker = startWorker({ db: database.db, login: database.login, kinds: rooms.flatMap(({ jobs = [] }) => jobs), onError, keepDays: options.keepJobsDays, clearAway: () => Promise.all([forgetEnded(database.db, new Date()), pruneKeptAnswers(database.db, options.keepAnswersHours), pruneDeliveries(database.db, options.keepDeliveriesDays), putAwayImports(database.db, options.keepImportsDays)]) })
    if (options.parts.includes('jobs')) deliverer = startDeliverer({ db: database.db, seal: accounts.seal, network: options.webhookNetwork, onError })
    const { port } = app.server.address() as AddressInfo
    return {
      url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
      port,
      database: database.place,
      stop: async () => {
        const late = setTimeout(() => app.server.closeAllConnections(), graceMs)
        await Promise.all([app.close(), worker?.stop(graceMs), deliverer?.stop(), live?.stop()])
        await accounts?.close()
        clearTimeout(late)
        await database.close()
      },
    }
  } catch (error) {
    await worker?.stop(0)
    await deliverer?.stop()
    await live?.stop()
    await accounts?.close()
    await database.close()
    throw error
  }
}

/** With the built-in database the key of secrets lies beside the data; several servers on one PostgreSQL are given theirs. */
function signOnOf({ accounts, databaseUrl, dataFolder, signOnNetwork, openId }: Config): SignOnSettings {
  const key = accounts?.secretKey ?? (databaseUrl === undefined ? keyInFolder(dataFolder) : undefined)
  return { ...(key ? { sealer: newSealer([key]) } : {}), network: signOnNetwork, publicUrl: accounts?.publicUrl, environment: openId }
}

async function listen(app: Awaited<ReturnType<typeof createApp>>, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    throw new StartProblem('unavailable', {
      what: code === 'EADDRINUSE' ? `Port ${port} on ${host} is in use.` : `The server cannot listen on port ${port} of ${host}.`,
      found: messageOf(error),
      expected: code === 'EACCES' ? 'a port from 1024 on, or the right to use a lower one' : 'a free port on an address of this machine',
      helps: `PORT=${port === 65_535 ? 4281 : port + 1} npm start, or PORT=0 for any free port`,
    })
  }
}
