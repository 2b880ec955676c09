import { whole } from '../soundness.ts'
import { givenTo } from '../worth.ts'
import type { ValueFloor } from './kinds.ts'
import { lowered, missedBy } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** What goes ahead gives an objective at least so much, not discounted. */
export const valueFloor: RoadmapRule<ValueFloor> = {
  words: ({ objectiveId, least }) => `${objectiveId} gets at least ${least}`,
  refusal: ({ least }) => whole('valueFloor.least', least)(),
  compile: ({ objectiveId, least }, _frame, building) => {
    const given = building.total({ key: `given to ${objectiveId}`, kind: 'byStart', amount: (_, variant, start) => (variant === null ? 0 : givenTo(variant, objectiveId, start)) }, Infinity)
    building.row([[given, -1]], -least)
  },
  check: ({ objectiveId, least }, _frame, plan) => missedBy(least - [...plan.going.values()].reduce((sum, { variant, start }) => sum + givenTo(variant, objectiveId, start), 0)),
  loosened: (constraint, percent) => ({ ...constraint, least: constraint.least > 0 ? lowered(constraint.least, percent) : constraint.least - 1 }),
}
