import type { Job } from '@throughline/contract/governance'
import { problems } from '@throughline/contract/rooms'
import { wordsOf, type Refusal } from '@throughline/contract/wire'
import type { readJob } from '../jobs/index.ts'

type Found = NonNullable<Awaited<ReturnType<typeof readJob>>>

/** A job as the wire gives it: a failure in the words of its refusal. */
export function presentJob({ id, kind, state, progress, result, problem, createdAt, finishedAt }: Found): Job {
  return {
    id, kind, state: state === 'succeeded' ? 'done' : state,
    progress: progress ? { done: progress.done, total: progress.total ?? null, words: progress.note ?? '' } : null,
    result: result ?? null, problem: problem ? presentProblem(problem) : null, createdAt, finishedAt,
  }
}

function presentProblem({ code, values = {} }: Refusal): NonNullable<Job['problem']> {
  const kind = problems[code]
  const words = kind ? wordsOf(kind, values) : (endings[code] ?? `The job ended with ${code}.`)
  return { type: `/problems#${code}`, code, values, title: kind?.title ?? 'The job did not finish', detail: words, ...(kind ? { status: kind.status } : {}) }
}

/** Endings that only jobs know. */
const endings: Readonly<Record<string, string>> = {
  job_abandoned: 'The server stopped while the job was at work, three times over. Nothing of it was kept; start it again.',
  job_cancelled: 'The job was cancelled. Nothing of it was kept.',
}
