import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { newId, clientConfig, type Db, type Login } from '../database/index.ts'
import type { JobKind } from './kind.ts'
import { perform, type Performance } from './perform.ts'
import { claimJobs, jobChannel, pruneJobs } from './store.ts'

export type WorkerOptions = {
  readonly db: Db
  /** Login of the connection that listens for new jobs; without it the worker looks every `pollMs` only. */
  readonly login?: Login
  readonly kinds: readonly JobKind[]
  readonly onError: (error: unknown, jobId?: string) => void
  /** Jobs at a time. */
  readonly places?: number
  readonly leaseSeconds?: number
  readonly pollMs?: number
  /** Days for which ended jobs are kept; left out, for ever. */
  readonly keepDays?: number
  /** What else is to be cleared away once an hour. */
  clearAway?(): Promise<unknown>
}

export type Worker = {
  /** Takes no more jobs, gives `graceMs` to those at work, then gives them back to the queue. */
  stop(graceMs?: number): Promise<void>
}

const hourMs = 3_600_000

/** Starts working through the queue of every organisation. */
export function startWorker({ db, login, kinds, onError, places = 2, leaseSeconds = 20, pollMs = 2_000, keepDays, clearAway }: WorkerOptions): Worker {
  const name = `${hostname()}:${process.pid}:${newId()}`
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]))
  const running = new Set<Performance>()
  const stopping = new AbortController()
  const bell = newBell()
  let claims = 0
  let pruneAt = 0

  const takeWork = async () => {
    const wanted = places - running.size
    if (wanted <= 0) return
    // A name of its own for every claim: a job that was lost and taken again is never mistaken for the former.
    const worker = `${name}:${(claims += 1)}`
    for (const job of await claimJobs(db, { worker, wanted, leaseSeconds, kinds: [...byName.keys()] })) {
      const kind = byName.get(job.kind)
      if (!kind) continue
      const performance = perform({ db, job, kind, worker, leaseSeconds, onError })
      running.add(performance)
      void performance.ended.then(() => {
        running.delete(performance)
        bell.ring()
      })
    }
  }

  const prune = async () => {
    if (keepDays === undefined || Date.now() < pruneAt) return
    pruneAt = Date.now() + hourMs
    await pruneJobs(db, keepDays)
    await clearAway?.()
  }

  const loop = async () => {
    while (!stopping.signal.aborted) {
      await prune().catch((error: unknown) => onError(error))
      await takeWork().catch((error: unknown) => onError(error))
      await bell.wait(pollMs)
    }
  }
  const looping = loop()
  const listening = login ? listen(login, bell.ring, stopping.signal) : Promise.resolve()

  return {
    stop: async (graceMs = 10_000) => {
      stopping.abort()
      bell.ring()
      await looping
      await listening
      const all = Promise.all([...running].map(({ ended }) => ended))
      const late = new AbortController()
      await Promise.race([all, wait(graceMs, undefined, { signal: late.signal }).catch(() => undefined)])
      late.abort()
      for (const performance of running) performance.giveBack()
      await all
    },
  }
}

/** Waits until rung or until the time is up; a ring while nobody waits is kept. */
function newBell() {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring: () => {
      rung = true
      wake?.()
    },
    wait: async (ms: number) => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      rung = false
      wake = undefined
    },
  }
}

/** Rings for every notification; connects again after a loss. The poll goes on meanwhile, so that nothing is missed. */
async function listen(login: Login, ring: () => void, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const client = new pg.Client(clientConfig(login, { applicationName: 'throughline jobs' }))
    try {
      const lost = new Promise<void>((resolve) => {
        // Not once: a connection that breaks may say so twice.
        client.on('error', () => resolve())
        client.once('end', () => resolve())
        stopping.addEventListener('abort', () => resolve(), { once: true })
      })
      await client.connect()
      client.on('notification', ring)
      await client.query(`listen ${jobChannel}`)
      ring()
      await lost
    } catch {
      await wait(1_000, undefined, { signal: stopping }).catch(() => undefined)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
