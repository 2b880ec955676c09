import type { RecalibratedRoadmapOutcome } from '@throughline/contract/strategy'
import { dateOfDay, dayNumber, type CivilDate } from '@throughline/engine/kernel'
import type { RecalibratedRoadmap } from '@throughline/engine/portfolio'

/** First days of the periods, and what the next version wants by when. */
export type AroundRoadmap = {
  readonly from: readonly CivilDate[]
  readonly deadlines: readonly { readonly objectiveId: string; readonly deadline: CivilDate }[]
  readonly serves: readonly { readonly initiativeId: string; readonly objectiveId: string }[]
  readonly objectives: readonly { readonly id: string; readonly statement: string }[]
  /** Initiatives that are no candidates. */
  readonly left: number
}

/** Both roadmaps as they travel: what shifts, what each objective gets, and what comes after the day by which its objective is due. */
export function roadmapOutcome({ periods, before, after, shifts, objectives, plan, names, ends }: RecalibratedRoadmap, { from, deadlines, serves, objectives: named, left }: AroundRoadmap): RecalibratedRoadmapOutcome {
  const statements = new Map(named.map(({ id, statement }) => [id, statement]))
  const due = new Map(deadlines.map(({ objectiveId, deadline }) => [objectiveId, deadline]))
  const served = Map.groupBy(serves, ({ initiativeId }) => initiativeId)
  return {
    periods: [...periods], before, after, left,
    shifts: shifts.map(({ candidateId, ...shift }) => ({ initiativeId: candidateId, ...shift })),
    objectives: objectives.map(({ id, ...got }) => ({ statement: statements.get(id) ?? id, ...got })).sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before)),
    late: plan.flatMap(({ candidateId }, at) => {
      const finishOn = endOf(from, ends[at] ?? 0)
      return (served.get(candidateId) ?? []).flatMap(({ objectiveId }) => {
        const deadline = due.get(objectiveId)
        return deadline === undefined || (finishOn !== null && finishOn <= deadline) ? [] : [{ initiativeId: candidateId, name: names[at] ?? candidateId, statement: statements.get(objectiveId) ?? objectiveId, deadline, finishOn }]
      })
    }),
  }
}

/** The last day of a period: the one before the next begins. Of the last one, and of what ends after the horizon, none is known. */
function endOf(from: readonly CivilDate[], period: number): CivilDate | null {
  const next = from[period + 1]
  return next === undefined ? null : dateOfDay(dayNumber(next) - 1)
}
