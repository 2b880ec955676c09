import type { PortfolioRefusal, RoadmapRequest } from '@throughline/contract/portfolio'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { enterOrg, type Actor, type Db } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import type { RoadmapThreadInput } from './thread.ts'
import { caseAsked, roadmapStand } from './prepare.ts'
import { usualRate } from './facts.ts'

/** Effort of a job that nobody gave one: some half a minute of one core for a thousand candidates. */
const usualEffort = 2_000_000

/** Reads what a roadmap is made of as it is now, refuses what no job could compute, and leaves the computing to a job. Changes nothing in the portfolio, so there is no revision. */
export function startRoadmap(db: Db, actor: Actor, asked: RoadmapRequest, today: string): Promise<Result<{ readonly jobId: string }, PortfolioRefusal>> {
  return db.transaction().execute<Result<{ readonly jobId: string }, PortfolioRefusal>>(async (tx) => {
    await enterOrg(tx, actor)
    const stand = await roadmapStand(tx, asked.value, asked.ask, today, { rate: asked.rate ?? usualRate, ...(asked.periods === undefined ? {} : { periods: asked.periods }), ...(asked.grain === undefined ? {} : { grain: asked.grain }) })
    if (!stand.ok) return stand
    const given = caseAsked(stand.value, asked)
    if (!given.ok) return given
    const absent = asked.letIn?.find((id) => given.value.candidates.every((candidate) => candidate.id !== id))
    if (absent !== undefined) return refuse({ code: 'roadmap_unsound', values: { reason: `letIn names candidate ${absent}, which is not in the case.` } })
    const input: RoadmapThreadInput = { case: given.value, record: stand.value.record, also: asked.also ?? [], letIn: asked.letIn ?? [], effort: asked.effort ?? usualEffort, seed: asked.seed ?? 1 }
    return ok({ jobId: await enqueue(tx, actor, { kind: 'portfolio.roadmap', input }) })
  })
}
