import type { Job } from '@throughline/contract/governance'
import { strategyRoutes, type RecalibratedRoadmapOutcome } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useCallback, useState } from 'react'
import { shareDone, useAct, useJob } from '../../../wire/index.ts'

/** The roadmap of the next version as far as it is known; `of` is the version of the draft that it was worked out for. */
export type RoadmapRun = { readonly of: string; readonly share: number | null | undefined; readonly words: string; readonly outcome: RecalibratedRoadmapOutcome | undefined; readonly problem: string | undefined }
export type Roadmapping = { readonly run: RoadmapRun | undefined; readonly problem: Problem | undefined; onStart(): void; onCancel(): void }

/** Has the server work the roadmap out, and follows it. */
export function useRoadmap(id: string, of: string): Roadmapping {
  const start = useAct(strategyRoutes.startVersionRoadmap, { staleRoom: 'nothing' })
  const [run, setRun] = useState<{ readonly jobId: string; readonly of: string }>()
  const [over, setOver] = useState<Job>()
  const [problem, setProblem] = useState<Problem>()
  const followed = useJob(run?.jobId, useCallback((job: Job) => setOver(job), []))
  const job = over?.id === run?.jobId ? over : followed.state === 'full' ? followed.value : undefined
  const begin = async () => {
    const started = await start.run({ params: { id } })
    setProblem(started.ok ? undefined : started.refusal)
    if (started.ok) setRun({ jobId: started.value.jobId, of })
  }
  return {
    problem,
    run: run && { of: run.of, share: job === undefined ? null : job.state === 'done' ? undefined : (shareDone(job) ?? null), words: job?.progress?.words ?? '', outcome: job?.state === 'done' ? (job.result as RecalibratedRoadmapOutcome) : undefined, problem: job?.state === 'failed' ? (job.problem?.detail ?? 'It could not be worked out.') : job?.state === 'cancelled' ? 'It was stopped.' : undefined },
    onStart: () => void begin(), onCancel: () => void followed.cancel(),
  }
}
