import { atLeast, atMost, excludes, requiresAny } from './counts.ts'
import { finishToStart, requiresAll } from './finish-to-start.ts'
import type { RoadmapConstraint, RoadmapConstraintKind } from './kinds.ts'
import { mostMoves } from './most-moves.ts'
import { must, mustNot } from './must.ts'
import { parallel } from './parallel.ts'
import { poolCapacity } from './pool-capacity.ts'
import { potBudget } from './pot-budget.ts'
import { potTotal } from './pot-total.ts'
import type { RoadmapRule } from './rule.ts'
import { shareCeiling, shareFloor } from './shares.ts'
import { startWithin } from './start-within.ts'
import { valueFloor } from './value-floor.ts'

const rules: { readonly [K in RoadmapConstraintKind]: RoadmapRule<Extract<RoadmapConstraint, { readonly kind: K }>> } = {
  potBudget,
  potTotal,
  poolCapacity,
  must,
  mustNot,
  startWithin,
  finishToStart,
  requiresAll,
  requiresAny,
  excludes,
  atMost,
  atLeast,
  shareCeiling,
  shareFloor,
  parallel,
  valueFloor,
  mostMoves,
}

/** Every kind there is, in the order of the registry. */
export const roadmapConstraintKinds = Object.keys(rules) as readonly RoadmapConstraintKind[]

/** The rule for a constraint's kind. Each rule is only ever given constraints of its own kind, which the table above checks. */
export const ruleFor = (constraint: RoadmapConstraint): RoadmapRule<RoadmapConstraint> => rules[constraint.kind] as unknown as RoadmapRule<RoadmapConstraint>
