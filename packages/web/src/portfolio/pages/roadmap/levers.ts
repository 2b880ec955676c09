import { limitAt, type Choice, type Must, type MustNot, type RoadmapCase, type RoadmapConstraint, type StartWithin } from '@throughline/engine/portfolio'

/** A demand of a planner on one candidate. */
export type RoadmapPin = Must | MustNot | StartWithin
/** A limit that a lever scales: a budget, or the capacity of pools. */
export type Limit = Extract<RoadmapConstraint, { kind: 'potBudget' | 'potTotal' | 'poolCapacity' }>

/** Where the levers stand over a case. Whatever is left out stands as the case has it. */
export type RoadmapLevers = {
  /** Percent of each limit, by its place among the constraints of the case. */
  readonly percents: Readonly<Record<number, number>>
  /** Weight by objective, in basis points. */
  readonly weights: Readonly<Record<string, number>>
  readonly pins: readonly RoadmapPin[]
  /** What each difference from the plan of record costs, as percent of the mean value of a candidate. */
  readonly calm: number
}

export const firstRoadmapLevers: RoadmapLevers = { percents: {}, weights: {}, pins: [], calm: 0 }

export const isRoadmapPin = (constraint: RoadmapConstraint): constraint is RoadmapPin => constraint.kind === 'must' || constraint.kind === 'mustNot' || constraint.kind === 'startWithin'
export const isLimit = (constraint: RoadmapConstraint): constraint is Limit => constraint.kind === 'potBudget' || constraint.kind === 'potTotal' || constraint.kind === 'poolCapacity'

/** The case that the levers ask for. A pin of one's own takes the place of a standing one on the same candidate. */
export function caseOf(base: RoadmapCase, levers: RoadmapLevers, record: readonly Choice[], meanValue: number): RoadmapCase {
  const pinned = new Set(levers.pins.map(({ candidateId }) => candidateId))
  const standing = base.constraints.flatMap((constraint, place): RoadmapConstraint[] => {
    if (isRoadmapPin(constraint)) return pinned.has(constraint.candidateId) ? [] : [constraint]
    return [isLimit(constraint) ? limitAt(constraint, levers.percents[place] ?? 100) : constraint]
  })
  const { objective } = base
  const weighed = objective.kind === 'weighted' ? { ...objective, weights: { ...objective.weights, ...levers.weights } } : objective
  const penaltyPerMove = Math.round((levers.calm / 100) * meanValue)
  return { ...base, objective: weighed, constraints: [...standing, ...levers.pins], ...(penaltyPerMove > 0 ? { stability: { record, penaltyPerMove } } : {}) }
}

/** Holds a candidate in, out or at a start; undefined lets it go. */
export function withRoadmapPin(levers: RoadmapLevers, candidateId: string, pin: RoadmapPin | readonly RoadmapPin[] | undefined): RoadmapLevers {
  const others = levers.pins.filter((each) => each.candidateId !== candidateId)
  return { ...levers, pins: pin === undefined ? others : [...others, ...[pin].flat()] }
}

/** A bar that was moved: the candidate goes ahead, from that period. */
export const pinsOfMove = (candidateId: string, start: number): readonly RoadmapPin[] => [
  { kind: 'must', candidateId },
  { kind: 'startWithin', candidateId, from: start, to: start },
]
