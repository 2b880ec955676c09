import type { RoadmapStand } from '@throughline/contract/portfolio'
import { roadmapCaseOf } from './case.ts'
import type { GeneratedRoadmap } from './generator.ts'
import { solved } from './ours.ts'

/** Effort by candidate of the plan that is taken for the plan of record: a fair one, that leaves something to move. */
const RECORDED_BY_CANDIDATE = 20

/** The instance as the server hands a case to the roadmap page: worth as money, in quarters from 2027 on, with a plan of record. */
export function standOf(instance: GeneratedRoadmap): RoadmapStand {
  const given = roadmapCaseOf(instance)
  const quarters = given.periods.map((_, t) => ({ year: 2027 + Math.floor(t / 4), quarter: t % 4 }))
  const { objective } = given
  if (objective.kind !== 'weighted') throw new Error(`The case maximises by ${objective.kind}`)
  return {
    value: 'benefits', valueUnit: 'money', currency: 'GBP', publication: null, grain: 'quarter',
    from: quarters.map(({ year, quarter }) => `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`),
    case: { ...given, periods: quarters.map(({ year, quarter }) => `${year} Q${quarter + 1}`) },
    goals: { benefits: objective, net: { kind: 'netPresentValue', objectiveIds: ['worth'] }, strategic: { kind: 'weighted', weights: {} } },
    record: [...solved(given, RECORDED_BY_CANDIDATE * given.candidates.length).answer.plan],
    objectives: [], demands: [], keys: {}, left: [], notes: [],
  }
}
