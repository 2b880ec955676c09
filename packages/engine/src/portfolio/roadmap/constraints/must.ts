import { nameOf } from '../frame.ts'
import { known } from '../soundness.ts'
import type { Must, MustNot } from './kinds.ts'
import { missedBy } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** Goes ahead, whatever it is worth. */
export const must: RoadmapRule<Must> = {
  words: ({ candidateId }, frame) => `${nameOf(frame, candidateId)} goes ahead`,
  refusal: ({ candidateId }, frame) => known('candidate', [candidateId], frame, 'must')(),
  compile: ({ candidateId }, _frame, building) => building.keep(candidateId, ({ variant }) => variant !== null),
  check: ({ candidateId }, _frame, plan) => missedBy(plan.going.has(candidateId) ? 0 : 1),
  loosened: () => null,
}

/** Does not go ahead, whatever it is worth. */
export const mustNot: RoadmapRule<MustNot> = {
  words: ({ candidateId }, frame) => `${nameOf(frame, candidateId)} does not go ahead`,
  refusal: ({ candidateId }, frame) => known('candidate', [candidateId], frame, 'mustNot')(),
  compile: ({ candidateId }, _frame, building) => building.keep(candidateId, ({ variant }) => variant === null),
  check: ({ candidateId }, _frame, plan) => missedBy(plan.going.has(candidateId) ? 1 : 0),
  loosened: () => null,
}
