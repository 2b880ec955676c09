import { sql } from 'kysely'
import { toWire, type Refusal } from '@throughline/contract/wire'
import { newId, withOrg, enterOrg, type Actor, type Db, type Tx } from '../database/index.ts'
import type { Progress } from './kind.ts'
import type { JobState } from './tables.ts'

/** The channel on which a waiting worker hears that there is work. */
export const jobChannel = 'throughline_job'

export type Enqueued = { readonly kind: string; readonly input: object; readonly dedupeKey?: string; readonly priority?: number; readonly maxAttempts?: number; /** Not before then; at once unless said. */ readonly after?: Date }

/**
 * Puts a job into the queue in the caller's own transaction: it exists if, and only if, that is committed.
 * With a dedupe key that a waiting or running job of the kind has already, that job's id is returned.
 */
export async function enqueue(tx: Tx, actor: Actor, { kind, input, dedupeKey, priority = 0, maxAttempts = 3, after }: Enqueued): Promise<string> {
  const id = newId()
  const added = await tx
    .insertInto('job')
    .values({
      org_id: actor.orgId,
      id,
      kind,
      input: JSON.stringify(toWire(input)),
      account_id: actor.accountId,
      actor_name: actor.name,
      actor_role: actor.role,
      dedupe_key: dedupeKey ?? null,
      priority,
      max_attempts: maxAttempts,
      ...(after ? { run_at: after.toISOString() } : {}),
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'kind', 'dedupe_key']).where('state', 'in', sql<JobState[]>`('queued', 'running')` as never).doNothing())
    .returning('id')
    .executeTakeFirst()
  await sql`select pg_notify(${jobChannel}, '')`.execute(tx)
  if (added) return added.id
  const other = await tx
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('dedupe_key', '=', dedupeKey ?? null)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow()
  return other.id
}

export type Job = {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  readonly progress: Progress | null
  readonly result: unknown
  readonly problem: Refusal | null
  readonly attempt: number
  readonly cancelRequested: boolean
  readonly createdAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
}

/** A job of the actor's organisation as it stands, or undefined. */
export async function readJob(db: Db, actor: Actor, id: string): Promise<Job | undefined> {
  const row = await withOrg(db, actor, (tx) => tx.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirst())
  if (!row) return undefined
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    progress: row.progress as Progress | null,
    result: row.result,
    problem: row.problem as Refusal | null,
    attempt: row.attempt,
    cancelRequested: row.cancel_requested,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }
}

/** The job of a kind and dedupe key that waits or is at work; undefined where there is none. */
export const findAtWork = (tx: Tx, kind: string, dedupeKey: string): Promise<{ id: string; input: unknown } | undefined> =>
  tx.selectFrom('job').select(['id', 'input']).where('kind', '=', kind).where('dedupe_key', '=', dedupeKey).where('state', 'in', ['queued', 'running']).executeTakeFirst()

/** Cancels a waiting job at once and asks a running one to end; a finished one stays as it is. Undefined where there is none. */
export async function cancelJob(db: Db, actor: Actor, id: string): Promise<Job | undefined> {
  await inOrg(db, actor, (tx) =>
    sql`update job set cancel_requested = true,
          state = case state when 'queued' then 'cancelled' else state end,
          finished_at = case state when 'queued' then now() else finished_at end
        where id = ${id} and state in ('queued', 'running')`.execute(tx),
  )
  return readJob(db, actor, id)
}

export type ClaimedJob = { readonly org_id: string; readonly id: string; readonly kind: string; readonly input: unknown; readonly account_id: string; readonly actor_name: string; readonly actor_role: Actor['role']; readonly cancel_requested: boolean }

/** Takes up to `wanted` jobs for a worker: waiting ones, and those whose worker has let its lease run out. */
export async function claimJobs(db: Db, claim: { worker: string; wanted: number; leaseSeconds: number; kinds: readonly string[] }): Promise<readonly ClaimedJob[]> {
  const { rows } = await sql<ClaimedJob>`select * from claim_jobs(${claim.worker}, ${claim.wanted}, ${claim.leaseSeconds}, ${claim.kinds})`.execute(db)
  return rows
}

/** Removes jobs that ended so many days ago, of every organisation; tells how many. */
export async function pruneJobs(db: Db, days: number): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select prune_jobs(${days}) as gone`.execute(db)
  return rows[0]?.gone ?? 0
}

export type Held = { readonly actor: Actor; readonly id: string; readonly worker: string }

/** Renews the lease and stores the progress; tells whether the job is still ours and whether it is to be cancelled. */
export async function beat(db: Db, { actor, id, worker }: Held, leaseSeconds: number, progress: Progress | undefined): Promise<'ours' | 'cancel' | 'lost'> {
  const { rows } = await inOrg(db, actor, (tx) =>
    sql<{ cancel_requested: boolean }>`
      update job set lease_until = now() + make_interval(secs => ${leaseSeconds}), progress = coalesce(${progress ? JSON.stringify(progress) : null}::jsonb, progress)
      where id = ${id} and worker = ${worker} and state = 'running' returning cancel_requested`.execute(tx),
  )
  if (!rows[0]) return 'lost'
  return rows[0].cancel_requested ? 'cancel' : 'ours'
}

export type Outcome = { readonly state: 'succeeded'; readonly result: unknown } | { readonly state: 'failed'; readonly problem: Refusal } | { readonly state: 'cancelled' } | { readonly state: 'queued' }

/** Ends a job, or gives it back ('queued'); false where another worker has it by now, and the outcome is dropped. */
export async function finish(db: Db, { actor, id, worker }: Held, outcome: Outcome, progress: Progress | undefined): Promise<boolean> {
  const result = outcome.state === 'succeeded' ? JSON.stringify(toWire(outcome.result ?? null)) : null
  const problem = outcome.state === 'failed' ? JSON.stringify(toWire(outcome.problem)) : null
  const { numAffectedRows } = await inOrg(db, actor, (tx) =>
    sql`update job set state = ${outcome.state}, lease_until = null, worker = null, result = ${result}::jsonb, problem = ${problem}::jsonb,
          progress = coalesce(${progress ? JSON.stringify(progress) : null}::jsonb, progress),
          attempt = attempt - ${outcome.state === 'queued' ? 1 : 0}::integer,
          finished_at = case when ${outcome.state} = 'queued' then null else now() end
        where id = ${id} and worker = ${worker} and state = 'running'`.execute(tx),
  )
  return numAffectedRows === 1n
}

const inOrg = <T>(db: Db, actor: Actor, write: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    return write(tx)
  })
