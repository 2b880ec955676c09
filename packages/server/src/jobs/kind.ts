import type { Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Actor, Db } from '../database/index.ts'

/** How far a job is: shown as it goes. `done` of `total` steps, and what it is at. */
export type Progress = { readonly done: number; readonly total?: number; readonly note?: string }

/** What a job in the server's own process may use. `signal` fires when it is cancelled or its lease is lost. */
export type JobContext = {
  readonly jobId: string
  readonly actor: Actor
  readonly db: Db
  readonly signal: AbortSignal
  progress(progress: Progress): void
  cancelled(): boolean
}

/** A job that reads and writes the database: runs in the server's process, must give way (await) often. */
export type DatabaseJob<Input = never> = { readonly kind: string; run(input: Input, context: JobContext): Promise<Result<unknown, Refusal>> }

/** A job that computes: runs in a thread of its own. The module calls `serveThread` (jobs/thread.ts). */
export type ThreadJob = { readonly kind: string; readonly thread: URL }

/** One kind of job, named `<room>.<verb-noun>`; its input and result are JSON. */
export type JobKind = DatabaseJob | ThreadJob

/** A kind with the type of its input; the input is what `enqueue` was given for this kind. */
export const jobKind = <Input>(kind: DatabaseJob<Input>): JobKind => kind as DatabaseJob
