import type { Building, Lane, Option, Tally } from './building.ts'
import type { SimpleObjective } from './case.ts'
import type { RoadmapConstraint, RoadmapConstraintKind } from './constraints/kinds.ts'
import { ruleFor } from './constraints/registry.ts'
import type { Tie } from './cycle.ts'
import { byCode } from './frame.ts'
import { constraintName } from './names.ts'
import type { Frame } from './frame.ts'
import { valuationOf } from './worth.ts'

/** What the constraints of a case ask for together. `owner` is the constraint's place in the case, -1 for what belongs to no one constraint. */
export type Parts = {
  readonly lanes: readonly (Lane & { readonly owner: number })[]
  readonly tallies: readonly { readonly tally: Tally; readonly limit: number; readonly owner: number }[]
  readonly rows: readonly { readonly terms: readonly (readonly [tally: number, coefficient: number])[]; readonly limit: number; readonly owner: number }[]
  readonly ties: readonly Tie[]
  readonly keeps: ReadonlyMap<string, readonly ((option: Option) => boolean)[]>
  /** What lanes and tallies measure, without the limits on it: of the same candidates, equal lists measure the same. */
  readonly measures: readonly string[]
}

/** Kinds that only take choices away or order them: they measure nothing. */
const UNMEASURED: ReadonlySet<RoadmapConstraintKind> = new Set(['must', 'mustNot', 'startWithin', 'finishToStart', 'requiresAll'])
/** Kinds whose numbers are limits alone: with others what is measured is the same. */
const LIMITS: ReadonlySet<RoadmapConstraintKind> = new Set(['potBudget', 'potTotal', 'poolCapacity', 'parallel', 'atMost', 'atLeast', 'shareCeiling', 'shareFloor', 'valueFloor'])

/** Lets every constraint add its part, in an order that does not depend on the order of the case. */
export function gather(frame: Frame, constraints: readonly RoadmapConstraint[], floor?: { readonly objective: SimpleObjective; readonly least: number }): Parts {
  const lanes: Parts['lanes'][number][] = []
  const tallies: Parts['tallies'][number][] = []
  const rows: Parts['rows'][number][] = []
  const ties = new Map<string, Tie>()
  const keeps = new Map<string, ((option: Option) => boolean)[]>()
  const shared = new Map<string, number>()
  let owner = -1
  const total = (tally: Tally, limit: number): number => {
    const reused = limit === Infinity ? shared.get(tally.key) : undefined
    if (reused !== undefined) return reused
    if (limit === Infinity) shared.set(tally.key, tallies.length)
    return tallies.push({ tally, limit, owner: limit === Infinity ? -1 : owner }) - 1
  }
  const building: Building = {
    lane: (lane) => void lanes.push({ ...lane, owner }),
    total,
    row: (terms, limit) => void rows.push({ terms, limit, owner }),
    tie: (afterId, beforeId, lag) => {
      const key = JSON.stringify([afterId, beforeId])
      const before = ties.get(key)
      if (before === undefined || before.lag < lag) ties.set(key, { afterId, beforeId, lag })
    },
    keep: (candidateId, keepsOption) => void keeps.set(candidateId, [...(keeps.get(candidateId) ?? []), keepsOption]),
  }
  const ordered = constraints.map((constraint, index) => ({ constraint, index, key: JSON.stringify(constraint) })).sort((a, b) => byCode(a.key, b.key))
  const measures: string[] = []
  for (const { constraint, index, key } of ordered) {
    owner = index
    ruleFor(constraint).compile(constraint, frame, building)
    if (!UNMEASURED.has(constraint.kind)) measures.push(LIMITS.has(constraint.kind) ? constraintName(constraint) : key)
  }
  owner = -1
  if (floor !== undefined) {
    const worth = valuationOf(frame.given, floor.objective)
    measures.push(JSON.stringify([floor.objective, frame.given.discountPerPeriod]))
    building.row([[total({ key: 'the first objective', kind: 'byStart', amount: worth }, Infinity), -1]], -floor.least)
  }
  return { lanes, tallies, rows, keeps, measures, ties: [...ties.values()].sort((a, b) => byCode(a.afterId, b.afterId) || byCode(a.beforeId, b.beforeId)) }
}
