import { columnsOf, nameOf } from '../frame.ts'
import type { MustInclude } from './kinds.ts'
import { logicRule } from './rule.ts'

/** A decision already taken in favour; what it costs the portfolio is told by `pricePins`. */
export const mustInclude = logicRule<MustInclude>({
  compile: ({ candidateId }, frame) => ({ rows: [], fixed: columnsOf(frame, [candidateId]).map((column) => [column, 1]) }),
  words: ({ candidateId, because }, frame) => `${nameOf(frame, candidateId)} is in${because === undefined ? '' : ` (${because})`}`,
  names: ({ candidateId }) => [candidateId],
})
