import { governanceRoutes, type Job } from '@throughline/contract/governance'
import { Refused, type Caller } from './call.ts'
import type { Print } from './print.ts'

/** Waits for a job, telling its progress, and gives its result; a job that failed or was cancelled is a refusal. */
export async function resultOf<T>(call: Caller, print: Print, jobId: string): Promise<T> {
  let told = ''
  for (let asked = 0; ; asked++) {
    const job = await call(governanceRoutes.readJob, { params: { id: jobId } })
    const words = job.progress ? `${job.progress.words}${job.progress.total ? ` (${job.progress.done} of ${job.progress.total})` : ''}` : ''
    if (words && words !== told) print.remark(words)
    told = words
    if (job.state === 'done') return job.result as T
    if (job.state === 'failed' || job.state === 'cancelled') throw new Refused(problemOf(job))
    await new Promise((resolve) => setTimeout(resolve, Math.min(2000, 100 * 1.4 ** asked)))
  }
}

const problemOf = (job: Job): Refused['problem'] => ({ type: '/problems#job', title: `The job ${job.state === 'failed' ? 'failed' : 'was cancelled'}`, status: 409, code: job.problem?.code ?? `job_${job.state}`, detail: job.problem?.detail ?? `Job ${job.id} was ${job.state}.` })
