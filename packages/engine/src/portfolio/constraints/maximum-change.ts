import { columnsOf } from '../frame.ts'
import type { MaximumChange } from './kinds.ts'
import { logicRule } from './rule.ts'
import type { ConstraintRule } from './rule.ts'

/** Number that leave `from` plus number that join: sum over from of (1 - x) + sum over the others of x <= most. */
export const maximumChange: ConstraintRule<MaximumChange> = {
  ...logicRule<MaximumChange>({
    compile: ({ from, most }, frame) => {
      const before = columnsOf(frame, from)
      const columns = [...frame.candidates.keys()]
      return { rows: [{ columns, coefficients: columns.map((column) => (before.includes(column) ? -1 : 1)), limit: most - before.length }], fixed: [] }
    },
    words: ({ most }) => `At most ${most} candidates change from the plan before`,
    names: ({ from }) => from,
  }),
  amounts: ({ most }) => ({ most }),
  loosened: (constraint) => ({ ...constraint, most: constraint.most + 1 }),
}
