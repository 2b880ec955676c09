import { jobRoutes, type Job } from '@throughline/contract/governance'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call } from './call.ts'
import { isLive } from './live-state.ts'
import { keyOf, type Reading } from './queries.ts'
import { problemOf } from './refused.ts'

/** Whether the job has come to an end, good or bad. */
export const isOver = (job: Pick<Job, 'state'>): boolean => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'

/** How long to wait before asking about a job for the nth time: 200 ms at first, half as much again each time, 3 s at most. */
export const pauseMs = (asked: number): number => Math.min(3000, Math.round(200 * 1.5 ** asked))

/** How long to wait between two questions while the stream tells how the job goes. */
const liveMs = 5_000

/** Share of the job that is done, 0 to 1; undefined while the whole is unknown. */
export function shareDone(job: Job): number | undefined {
  const { progress } = job
  if (job.state === 'done') return 1
  return progress?.total ? Math.min(1, progress.done / progress.total) : undefined
}

/** Follows a job until it is over and calls `onOver` once with it: by the stream of events, and by asking, seldom while the stream is heard. Nothing is asked while `jobId` is undefined. */
export function useJob(jobId: string | undefined, onOver?: (job: Job) => void): Reading<Job> & { cancel(): Promise<void> } {
  const client = useQueryClient()
  const request = { params: { id: jobId ?? '' } }
  const key = keyOf(jobRoutes.readJob, request)
  const found = useQuery<Job>({
    queryKey: key,
    queryFn: ({ signal }) => call(jobRoutes.readJob, request, { signal }),
    enabled: jobId !== undefined,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : isLive() ? Math.max(liveMs, pauseMs(state.dataUpdateCount)) : pauseMs(state.dataUpdateCount)),
    refetchIntervalInBackground: true,
  })
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (!found.data || !isOver(found.data) || told.current === found.data.id) return
    told.current = found.data.id
    onOver?.(found.data)
  }, [found.data, onOver])
  const cancel = async () => {
    if (jobId === undefined) return
    try {
      client.setQueryData(key, await call(jobRoutes.cancelJob, request))
    } catch {
      await client.invalidateQueries({ queryKey: key })
    }
  }
  const again = () => void found.refetch()
  if (found.data) return { state: 'full', value: found.data, refreshing: found.isFetching, problem: found.error ? problemOf(found.error) : undefined, again, cancel }
  if (found.error) return { state: 'refused', problem: problemOf(found.error), again, cancel }
  return { state: 'loading', cancel }
}

/** Follows a job outside of a component until it is over. Stops, with an AbortError, when `signal` aborts. */
export async function followJob(jobId: string, options: { readonly signal?: AbortSignal; readonly onProgress?: (job: Job) => void } = {}): Promise<Job> {
  for (let asked = 0; ; asked++) {
    const job = await call(jobRoutes.readJob, { params: { id: jobId } }, { signal: options.signal })
    options.onProgress?.(job)
    if (isOver(job)) return job
    await new Promise((resolve) => setTimeout(resolve, pauseMs(asked)))
    options.signal?.throwIfAborted()
  }
}
