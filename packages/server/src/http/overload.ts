import { finished } from 'node:stream'
import { eventsPath } from '@throughline/contract/governance'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'
import { limits } from './serve-route.ts'

/** From where on a server turns requests away, so that those it has taken are answered and its memory stays as it is. */
export type LoadLimits = {
  /** Requests at work at a time; streams of events are not counted. */
  readonly mostRequests: number
  /** By how many milliseconds the server may be behind with its own work while many requests are there. */
  readonly mostDelayMs: number
  /** Bytes of bodies at a time, as they were announced. */
  readonly mostBytes: number
}

export const usualLoad: LoadLimits = { mostRequests: 256, mostDelayMs: 2_000, mostBytes: 512 * 1024 * 1024 }

/** So few are never what makes a server slow: then it is the machine. */
const few = 16
const sampleMs = 100
/** Asked by those who watch the server: answered always. */
const probes: readonly string[] = ['/healthz', '/livez', '/readyz', '/metrics']

/**
 * Turns away, with 503 and Retry-After and before anything is read or asked of the database, what is more than the server can take;
 * and everything that would write while the disk of the database is all but full. Whether it is healthy can always be asked.
 */
export function guardLoad(app: FastifyInstance, { mostRequests, mostDelayMs, mostBytes }: LoadLimits, isStorageLow: () => boolean): void {
  const delay = watchDelay()
  let requests = 0
  let bytes = 0
  app.addHook('onClose', async () => delay.stop())
  shareAmongAccounts(app, Math.ceil(mostRequests / 2))
  app.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    if (probes.includes(path) || path === eventsPath) return
    const announced = announcedBytes(request)
    if (requests >= mostRequests || bytes + announced > mostBytes || (requests >= few && delay.ms() > mostDelayMs)) return sendProblem(request, reply, { code: 'overloaded' })
    if (isStorageLow() && request.method !== 'GET' && request.method !== 'HEAD') return sendProblem(request, reply, { code: 'storage_full' })
    requests += 1
    bytes += announced
    finished(reply.raw, () => {
      requests -= 1
      bytes -= announced
    })
  })
}

/**
 * One account, by however many sessions and tokens, has at most half the places: a program that asks without end leaves room for everybody
 * else. Known once the caller is, and before a body is read.
 */
function shareAmongAccounts(app: FastifyInstance, most: number): void {
  const held = new Map<string, number>()
  app.addHook('preParsing', async (request, reply) => {
    const account = request.actor?.accountId
    if (account === undefined || request.url.split('?')[0] === eventsPath) return
    const before = held.get(account) ?? 0
    if (before >= most) return sendProblem(request, reply, { code: 'overloaded' })
    held.set(account, before + 1)
    finished(reply.raw, () => {
      const left = (held.get(account) ?? 1) - 1
      if (left > 0) held.set(account, left)
      else held.delete(account)
    })
  })
}

/** A body of unknown length counts as the largest JSON; a file that is read in pieces as the largest that is read whole. */
function announcedBytes({ headers }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return limits.jsonBytes
  const length = Number(headers['content-length'] ?? 0)
  return Number.isFinite(length) && length > 0 ? Math.min(length, limits.fileBytes) : 0
}

/** How late a timer rings: what everything else in this process waits as well. */
function watchDelay(): { ms(): number; stop(): void } {
  let due = performance.now() + sampleMs
  let late = 0
  const timer = setInterval(() => {
    const now = performance.now()
    late = Math.max(0, now - due)
    due = now + sampleMs
  }, sampleMs)
  timer.unref()
  return { ms: () => Math.max(late, performance.now() - due), stop: () => clearInterval(timer) }
}
