import type { RoadmapOutcome } from '@throughline/contract/portfolio'
import { ok, refuse } from '@throughline/engine/kernel'
import { solveRoadmap, type RoadmapCase } from '@throughline/engine/portfolio'
import { serveThread } from '../../jobs/thread.ts'
import { besides, whyNothingFits, type AskedBeside } from './beside.ts'
import { reasonOfRoadmap } from './reason.ts'

/** What a job computes a roadmap from: the same case and the same function as in the browser's worker. */
export type RoadmapThreadInput = { readonly case: RoadmapCase; readonly effort: number } & AskedBeside

serveThread<RoadmapThreadInput>(({ case: given, effort, ...asked }, { progress, cancelled }) => {
  const { seed } = asked
  const solved = solveRoadmap(given, {
    effort, seed, shouldStop: cancelled,
    onProgress: ({ gap, workUnits }) => progress({ done: Math.min(workUnits, effort), total: effort, note: gap === null ? 'Looking for a first roadmap' : `At most ${(gap * 100).toFixed(2)}% from the best possible` }),
  })
  if (!solved.ok) return refuse({ code: 'roadmap_unsound', values: { reason: solved.refusal.code === 'nothing_fits' ? whyNothingFits(given, seed, cancelled) : reasonOfRoadmap(solved.refusal) } })
  const outcome: RoadmapOutcome = {
    case: given, answer: solved.value,
    ...besides(given, solved.value, asked, { shouldStop: cancelled, begin: (note) => progress({ done: effort, total: effort, note }) }),
  }
  return ok(outcome)
})
