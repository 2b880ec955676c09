import type { RoadmapStand } from '@throughline/contract/portfolio'
import { limitAt, moneyObjective, toldObjective, worthByPeriod, type FrontierOf, type Must, type MustNot, type RoadmapCase, type RoadmapConstraint, type RoadmapObjective, type SimpleObjective, type StartWithin } from '@throughline/engine/portfolio'
import type { ValueChoice, ValueUnit } from '../../words.ts'

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
  /** How many may differ from the plan of record; null for as many as is best. */
  readonly mostMoves: number | null
  readonly goal: Goal
}

/** How what is maximised is counted: all of it, what comes in some periods, one thing before another, or what is reached for sure. */
export type Goal =
  | { readonly kind: 'all' }
  | { readonly kind: 'benefitIn'; readonly from: number; readonly to: number }
  | { readonly kind: 'inTurn'; readonly second: ValueChoice; readonly withinPercent: number }
  | { readonly kind: 'robust'; readonly confidencePercent: number; readonly valuePercent: number; readonly weightPercent: number }

export const firstRoadmapLevers: RoadmapLevers = { percents: {}, weights: {}, pins: [], calm: 0, mostMoves: null, goal: { kind: 'all' } }

/** Worlds in which a robust roadmap is judged, and the seed by which they are drawn. */
const sampled = { worlds: 100, seed: 1 }

/** The objective of a goal, over the one of the case under its weights. */
function objectiveOf(base: SimpleObjective, goal: Goal, goals: RoadmapStand['goals']): RoadmapObjective {
  switch (goal.kind) {
    case 'all':
      return base
    case 'benefitIn':
      return { kind: 'benefitIn', objectiveIds: [moneyObjective], periods: Array.from({ length: Math.max(1, goal.to - goal.from + 1) }, (_, at) => goal.from + at) }
    case 'inTurn':
      return { kind: 'lexicographic', first: base, second: goals[goal.second], withinPercent: goal.withinPercent }
    case 'robust':
      return { kind: 'robust', of: base, ...sampled, confidencePercent: goal.confidencePercent, valuePercent: goal.valuePercent, weightPercent: goal.weightPercent }
  }
}

/** What the value of a roadmap counts: the second of two objectives in turn may count another thing than the first. */
export const unitUnder = ({ goal }: RoadmapLevers, valueUnit: ValueUnit): ValueUnit => (goal.kind === 'inTurn' ? (goal.second === 'strategic' ? 'points' : 'money') : valueUnit)

export const isRoadmapPin = (constraint: RoadmapConstraint): constraint is RoadmapPin => constraint.kind === 'must' || constraint.kind === 'mustNot' || constraint.kind === 'startWithin'
export const isLimit = (constraint: RoadmapConstraint): constraint is Limit => constraint.kind === 'potBudget' || constraint.kind === 'potTotal' || constraint.kind === 'poolCapacity'

/** The case that the levers ask for. A pin of one's own takes the place of a standing one on the same candidate. */
export function caseOf({ case: base, record, goals }: Pick<RoadmapStand, 'case' | 'record' | 'goals'>, levers: RoadmapLevers): RoadmapCase {
  const pinned = new Set(levers.pins.map(({ candidateId }) => candidateId))
  const standing = base.constraints.flatMap((constraint, place): RoadmapConstraint[] => {
    if (isRoadmapPin(constraint)) return pinned.has(constraint.candidateId) ? [] : [constraint]
    return [isLimit(constraint) ? limitAt(constraint, levers.percents[place] ?? 100) : constraint]
  })
  const { objective } = base
  const simple = toldObjective(objective)
  const weighed = simple.kind === 'weighted' ? { ...simple, weights: { ...simple.weights, ...levers.weights } } : simple
  const given: RoadmapCase = { ...base, objective: objectiveOf(weighed, levers.goal, goals), constraints: [...standing, ...levers.pins, ...(levers.mostMoves === null ? [] : [{ kind: 'mostMoves' as const, record, most: levers.mostMoves }])] }
  const penaltyPerMove = levers.calm > 0 ? Math.round((levers.calm / 100) * meanValue(given)) : 0
  return penaltyPerMove > 0 ? { ...given, stability: { record, penaltyPerMove } } : given
}

/** What a candidate gives on average from its first start: the measure of a penalty for moving. */
function meanValue(given: RoadmapCase): number {
  const total = given.candidates.reduce((sum, { id, variants, starts }) => {
    const { periods, later } = worthByPeriod(given, { candidateId: id, variantId: variants[0]?.id ?? '', start: starts?.[0] ?? 0 })
    return sum + Math.abs(periods.reduce((all, each) => all + each, later))
  }, 0)
  return total / Math.max(1, given.candidates.length)
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

/** The levers at a point of a frontier: each limit that it scales at so many percent of where it stands. */
export function withScaled(levers: RoadmapLevers, base: RoadmapCase, against: FrontierOf, percent: number): RoadmapLevers {
  const meant = (constraint: RoadmapConstraint): boolean => {
    if (constraint.kind === 'poolCapacity') return against === 'pools' || (against !== 'money' && constraint.poolIds.includes(against.poolId))
    return against === 'money' && isLimit(constraint)
  }
  const scaled = base.constraints.flatMap((constraint, place) => (meant(constraint) ? [[place, Math.round(((levers.percents[place] ?? 100) * percent) / 100)] as const] : []))
  return { ...levers, percents: { ...levers.percents, ...Object.fromEntries(scaled) } }
}
