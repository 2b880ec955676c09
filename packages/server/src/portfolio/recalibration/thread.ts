import type { RecalibratedRoadmapOutcome } from '@throughline/contract/strategy'
import { ok, refuse } from '@throughline/engine/kernel'
import { recalibrateRoadmap, type RoadmapCase } from '@throughline/engine/portfolio'
import { serveThread } from '../../jobs/thread.ts'
import { whyNothingFits } from '../roadmap/beside.ts'
import { reasonOfRoadmap } from '../roadmap/reason.ts'
import { roadmapOutcome, type AroundRoadmap } from './outcome.ts'

/** Both roadmaps, and what is told beside them. */
export type RoadmapOfVersionInput = AroundRoadmap & { readonly before: RoadmapCase; readonly after: RoadmapCase; readonly effort: number; readonly seed: number }

serveThread<RoadmapOfVersionInput>(({ before, after, effort, seed, ...around }, { progress, cancelled }) => {
  const solved = recalibrateRoadmap(before, after, {
    effort, seed, shouldStop: cancelled,
    onProgress: ({ gap, workUnits }) => progress({ done: Math.min(workUnits, effort), total: effort, note: gap === null ? 'Looking for a first roadmap' : `At most ${(gap * 100).toFixed(2)}% from the best possible` }),
  })
  if (!solved.ok) return refuse({ code: 'roadmap_unsound', values: { reason: solved.refusal.code === 'nothing_fits' ? whyNothingFits(after, seed, cancelled) : reasonOfRoadmap(solved.refusal) } })
  const outcome: RecalibratedRoadmapOutcome = roadmapOutcome(solved.value, around)
  return ok(outcome)
})
