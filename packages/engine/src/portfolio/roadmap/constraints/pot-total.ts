import { amount, firstOf, known } from '../soundness.ts'
import type { PotTotal } from './kinds.ts'
import { moneyFrom, potNames } from './pot-budget.ts'
import { missedBy, raised, takenOf } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** Money over the whole horizon against one amount. */
export const potTotal: RoadmapRule<PotTotal> = {
  words: ({ potIds, limit }, frame) => `${potNames(frame, potIds)} together give at most ${limit} over all periods`,
  refusal: ({ potIds, limit }, frame) => firstOf(known('pot', potIds, frame, 'potTotal'), amount('potTotal.limit', limit)),
  compile: ({ potIds, limit }, _frame, building) => void building.total({ key: `money ${potIds.join(' ')}`, kind: 'within', profile: moneyFrom(potIds) }, limit),
  check: ({ potIds, limit }, frame, plan) => missedBy(takenOf(frame, plan.money, potIds).reduce((sum, each) => sum + each, 0) - limit),
  loosened: (constraint, percent) => ({ ...constraint, limit: raised(constraint.limit, percent) }),
}
