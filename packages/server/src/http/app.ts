import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { constants } from 'node:zlib'
import { answers, rememberingCommits, type Db, type Tx } from '../database/index.ts'
import { serveEvents, type Live } from '../live/index.ts'
import { serveMetrics } from '../metrics/index.ts'
import { serveScim, serveSignOn, signOnServing, type SignOnSettings } from '../people/index.ts'
import { answer, handleErrors } from './errors.ts'
import { admitAsking } from './identify.ts'
import { closedHeaders, tellBrowsers } from './headers.ts'
import { logRequests } from './log.ts'
import { guardLoad, usualLoad, type LoadLimits } from './overload.ts'
import { servePages } from './pages/index.ts'
import type { Held, Places, RoomServer } from './room.ts'
import { limits, serveRoom } from './serve-route.ts'
import { plainServices, type AccountServices } from '../people/index.ts'
import { findWeb, serveWeb } from './web.ts'

export type AppOptions = {
  readonly db: Db
  readonly rooms: readonly RoomServer[]
  readonly logger: FastifyBaseLogger
  readonly now?: () => Date
  /** Addresses of reverse proxies whose X-Forwarded headers are believed; by default none. */
  readonly trustedProxies?: readonly string[]
  /** Folder of the built web app; by default that of the package web. */
  readonly webFolder?: string
  /** What happens, for those who listen; without it there is no stream of events. */
  readonly live?: Live
  /** Mail and the like; left out, none of it. */
  readonly accounts?: AccountServices
  /** What single sign-on needs; without it, providers without a secret on the open internet can be used. */
  readonly signOn?: SignOnSettings
  /** When requests are turned away. */
  readonly load?: LoadLimits
  /** Whether the disk of the database is all but full, so that nothing should be written. */
  readonly isStorageLow?: () => boolean
  /** The most bytes of files of evidence that one organisation keeps; without it 10 GB. */
  readonly evidenceBytes?: number
  /** Who reads the figures of operation sends it as a bearer; without it they are not served. */
  readonly metricsToken?: string | undefined
}

/** The whole HTTP side over an open database, ready to listen or to be called by `inject`. */
export async function createApp({ db, rooms, logger, now = () => new Date(), trustedProxies = [], webFolder, live, accounts = plainServices, signOn: settings = { network: 'public' }, load = usualLoad, isStorageLow = () => false, evidenceBytes = 10 * 1024 ** 3, metricsToken }: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    genReqId: () => randomUUID(),
    frameworkErrors: (error, request, reply) => void answer(error, request, reply.headers(closedHeaders)),
    bodyLimit: limits.jsonBytes,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true },
  })
  app.decorateRequest('actor', undefined)
  app.decorateRequest('room', undefined)
  const web = findWeb(webFolder)
  app.addHook('onRequest', (_request, _reply, done) => rememberingCommits(done))
  await tellBrowsers(app)
  handleErrors(app, web?.startPage)
  logRequests(app)
  guardLoad(app, load, isStorageLow)
  await app.register(cookie)
  await app.register(compress, { threshold: 1_024, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  readBodies(app)
  const holds = (what: Held, tx: Tx) => holdsIn(rooms, what, tx)
  const amountFields = async (tx: Tx) => (await Promise.all(rooms.map((room) => room.amountFields?.(tx) ?? []))).flat()
  const places = Object.assign({}, ...rooms.map((room) => room.places)) as Places
  serveMetrics(app, { db, live, token: metricsToken })
  const signOn = signOnServing(settings)
  for (const room of rooms) serveRoom(app, room, { db, now, holds, places, amountFields, accounts, signOn, evidenceBytes })
  if (rooms.some(({ room }) => room === 'people')) {
    serveSignOn(app, { db, now, signOn })
    serveScim(app, { db, publicUrl: accounts.publicUrl, admit: (request, access) => admitAsking(request, access, db, now) })
  }
  serveProbes(app, db)
  app.get('/healthz', async (_, reply) => {
    await answers(db)
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
  if (live) serveEvents(app, live, { db, now })
  servePages(app, rooms)
  await serveWeb(app, web)
  await app.ready()
  return app
}

/** Whether the process runs (`/livez`), and whether requests are to be sent to it (`/readyz`): not while its database is away, and not while it stops. */
function serveProbes(app: FastifyInstance, db: Db): void {
  let stopping = false
  app.addHook('preClose', async () => void (stopping = true))
  app.get('/livez', async (_, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }))
  app.get('/readyz', async (_, reply) => {
    if (!stopping) await answers(db)
    return reply.code(stopping ? 503 : 200).header('cache-control', 'no-store').send({ status: stopping ? 'stopping' : 'ok' })
  })
}

/** JSON, and files as plain bytes; nothing else is read. An empty JSON body counts as none. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => (text === '' ? done(null, undefined) : parse(request, text as string, done)))
  app.addContentTypeParser('application/octet-stream', (request, payload, done) => (request.routeOptions.config.streamed ? done(null, payload) : collect(request, payload, done)))
}

/** The whole of a file in memory, up to the limit of its route. */
function collect(request: FastifyRequest, payload: IncomingMessage, done: (error: Error | null, body?: unknown) => void): void {
  const limit = request.routeOptions.bodyLimit
  const tooLarge = () => Object.assign(new Error('Request body is too large'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 })
  const parts: Buffer[] = []
  let bytes = 0
  payload.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes <= limit) parts.push(part)
  })
  payload.once('end', () => (bytes > limit ? done(tooLarge()) : done(null, Buffer.concat(parts))))
  payload.once('error', (error) => done(error))
}

async function holdsIn(rooms: readonly RoomServer[], what: Held, tx: Tx): Promise<boolean> {
  for (const { holds } of rooms) if (await holds?.[what]?.(tx)) return true
  return false
}
