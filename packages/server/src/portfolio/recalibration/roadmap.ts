import { invariant } from '@throughline/engine/kernel'
import type { Plan } from '@throughline/engine/portfolio'
import type { Actor, Tx } from '../../database/index.ts'
import { enqueue } from '../../jobs/index.ts'
import { usualRate } from '../roadmap/facts.ts'
import { roadmapStand } from '../roadmap/prepare.ts'
import type { RoadmapOfVersionInput } from './thread.ts'

/** Some half a minute of one core for a thousand candidates, over both roadmaps. */
const effort = 2_000_000

/** Leaves the roadmap of the plan of record and that of the plan after a recalibration to one job. Nothing is changed by it. */
export async function startRoadmapOf(tx: Tx, actor: Actor, after: { readonly name: string; readonly plan: Plan }, today: string): Promise<string> {
  const [before, next] = [await roadmapStand(tx, 'strategic', undefined, today, { rate: usualRate }), await roadmapStand(tx, 'strategic', undefined, today, { rate: usualRate, scenario: after })]
  invariant(before.ok && next.ok, 'a roadmap that is narrowed to nothing is always made')
  const deadlines = after.plan.objectives.flatMap(({ id, deadline }) => (deadline === null ? [] : [{ objectiveId: id, deadline }]))
  const serves = after.plan.contributions.filter(({ contribution }) => contribution > 0).map(({ initiativeId, objectiveId }) => ({ initiativeId, objectiveId }))
  const statements = new Map([...before.value.objectives, ...next.value.objectives].map(({ id, statement }) => [id, statement]))
  const input: RoadmapOfVersionInput = { before: before.value.case, after: next.value.case, from: [...next.value.from], deadlines, serves, objectives: [...statements].map(([id, statement]) => ({ id, statement })), left: next.value.left.length, effort, seed: 1 }
  return enqueue(tx, actor, { kind: 'portfolio.recalibrate-roadmap', input })
}
