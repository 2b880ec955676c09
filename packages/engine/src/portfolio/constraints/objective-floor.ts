import type { ObjectiveFloor } from './kinds.ts'
import { limitRule, onePercent } from './rule.ts'

/** What is chosen must move an objective far enough; contributions may be negative. */
export const objectiveFloor = limitRule<ObjectiveFloor>({
  words: ({ objectiveId, least }) => `Objective ${objectiveId} receives a contribution of at least ${least}`,
  names: () => [],
  amounts: ({ least }) => ({ least }),
  measure: ({ objectiveId, least }, { candidates }) => ({
    amounts: candidates.map((each) => each.byObjective?.[objectiveId] ?? 0),
    limit: least,
    sense: 'least',
  }),
  loosened: (constraint) => (constraint.least === 0 ? null : { ...constraint, least: constraint.least - onePercent(constraint.least) }),
})
