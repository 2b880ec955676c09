import { timingSafeEqual, createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { poolOf, type Db } from '../database/index.ts'
import type { Live } from '../live/index.ts'
import { countJobs } from './store.ts'

export type MetricsOptions = { readonly db: Db; readonly live?: Live | undefined; /** Who reads the figures sends it as a bearer; absent: nothing is served. */ readonly token?: string | undefined }

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Counts requests by route, and serves what is counted at GET /metrics in the text format of Prometheus. */
export function serveMetrics(app: FastifyInstance, { db, live, token }: MetricsOptions): void {
  if (token === undefined) return
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'throughline_' })
  const registers = [registry]
  const requests = new Counter({ name: 'throughline_http_requests_total', help: 'Requests answered, by route and status', labelNames: ['method', 'route', 'status'], registers })
  const latency = new Histogram({ name: 'throughline_http_request_seconds', help: 'Time from a request to the end of its answer', labelNames: ['method', 'route'], buckets: seconds, registers })
  gauges(registry, db, live)
  app.addHook('onResponse', async (request, reply) => {
    // The route as it is written, never the address as it was asked for: what strangers make up does not grow the memory.
    const route = request.routeOptions.url ?? 'unknown'
    requests.inc({ method: request.method, route, status: reply.statusCode })
    latency.observe({ method: request.method, route }, reply.elapsedTime / 1_000)
  })
  app.get('/metrics', async (request, reply) => {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!same(given, token)) return reply.code(401).header('www-authenticate', 'Bearer').send('')
    return reply.header('cache-control', 'no-store').type(registry.contentType).send(await registry.metrics())
  })
}

function gauges(registry: Registry, db: Db, live: Live | undefined): void {
  const registers = [registry]
  new Gauge({
    name: 'throughline_database_connections',
    help: 'Connections of this process to its database: open, idle among them, and requests that wait for one',
    labelNames: ['state'],
    registers,
    collect() {
      const pool = poolOf(db)
      for (const [state, count] of [['open', pool?.totalCount], ['idle', pool?.idleCount], ['waiting', pool?.waitingCount]] as const) this.set({ state }, count ?? 0)
    },
  })
  new Gauge({ name: 'throughline_live_streams', help: 'Open streams of live updates', registers, collect() { this.set(live?.count() ?? 0) } })
  const oldest = new Gauge({ name: 'throughline_job_oldest_waiting_seconds', help: 'How long the job that waits longest has been waiting', registers })
  new Gauge({
    name: 'throughline_jobs',
    help: 'Jobs of all organisations by state: waiting, at work, failed in the last day',
    labelNames: ['state'],
    registers,
    async collect() {
      // Where the database does not answer, the rest of the figures is still worth reading.
      const found = await countJobs(db).catch(() => undefined)
      if (!found) return this.reset()
      for (const state of ['queued', 'running', 'failed'] as const) this.set({ state }, found[state])
      oldest.set(found.oldestSeconds)
    },
  })
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
