import type { Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Actor, Db } from '../database/index.ts'
import type { JobKind, Progress } from './kind.ts'
import { beat, finish, type ClaimedJob, type Held, type Outcome } from './store.ts'
import { runInThread } from './run-in-thread.ts'

/** One job at work. */
export type Performance = {
  /** Settles when its end has been written, or its lease was lost; never rejects. */
  readonly ended: Promise<void>
  /** Stops it and gives it back to the queue for another worker. */
  giveBack(): void
}

type Assignment = { readonly db: Db; readonly job: ClaimedJob; readonly kind: JobKind; readonly worker: string; readonly leaseSeconds: number; readonly onError: (error: unknown, jobId?: string) => void }

const beatMs = 500

/** Runs a claimed job to its end, renewing its lease in time, and writes the outcome if the job is still ours. */
export function perform({ db, job, kind, worker, leaseSeconds, onError }: Assignment): Performance {
  const actor: Actor = { orgId: job.org_id, accountId: job.account_id, name: job.actor_name, role: job.actor_role }
  const held: Held = { actor, id: job.id, worker }
  const stop = new AbortController()
  let stopped: 'cancelled' | 'lost' | 'given back' | undefined
  let latest: Progress | undefined
  const stopAs = (reason: typeof stopped) => {
    stopped ??= reason
    stop.abort()
  }
  if (job.cancel_requested) stopAs('cancelled')

  const renew = async () => {
    const answer = await beat(db, held, leaseSeconds, latest)
    if (answer === 'cancel') stopAs('cancelled')
    if (answer === 'lost') stopAs('lost')
  }
  // A beat that fails is followed by the next; the lease outlasts three of them. By a beat progress is seen and a wish to cancel heard.
  const timer = setInterval(() => void renew().catch((error: unknown) => onError(error, job.id)), Math.min(beatMs, (leaseSeconds * 1_000) / 4))

  const work = async () => {
    const outcome = await attempt(() => {
      if (stop.signal.aborted) return Promise.resolve(null)
      const context = { jobId: job.id, actor, db, signal: stop.signal, cancelled: () => stop.signal.aborted, progress: (progress: Progress) => void (latest = progress) }
      return 'thread' in kind ? runInThread(kind.thread, job.input, context) : kind.run(job.input as never, context)
    })
    clearInterval(timer)
    if ('error' in outcome && !stopped) onError(outcome.error, job.id)
    if (stopped !== 'lost') await finish(db, held, ended(outcome, stopped), latest)
  }
  return { ended: work().catch((error: unknown) => onError(error, job.id)), giveBack: () => stopAs('given back') }
}

type Attempt = { readonly result: Result<unknown, Refusal> | null } | { readonly error: unknown }

async function attempt(run: () => Promise<Result<unknown, Refusal> | null>): Promise<Attempt> {
  try {
    return { result: await run() }
  } catch (error) {
    return { error }
  }
}

/** A job that finished although it was asked to stop has finished. */
function ended(outcome: Attempt, stopped: 'cancelled' | 'given back' | 'lost' | undefined): Outcome {
  if ('result' in outcome && outcome.result?.ok) return { state: 'succeeded', result: outcome.result.value }
  if (stopped === 'given back') return { state: 'queued' }
  if (stopped) return { state: 'cancelled' }
  if ('result' in outcome && outcome.result && !outcome.result.ok) return { state: 'failed', problem: outcome.result.refusal }
  return { state: 'failed', problem: { code: 'fault' } }
}
