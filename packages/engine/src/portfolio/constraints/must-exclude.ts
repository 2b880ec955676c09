import { columnsOf, nameOf } from '../frame.ts'
import type { MustExclude } from './kinds.ts'
import { logicRule } from './rule.ts'

/** A decision already taken against; what it costs the portfolio is told by `pricePins`. */
export const mustExclude = logicRule<MustExclude>({
  compile: ({ candidateId }, frame) => ({ rows: [], fixed: columnsOf(frame, [candidateId]).map((column) => [column, 0]) }),
  words: ({ candidateId, because }, frame) => `${nameOf(frame, candidateId)} is out${because === undefined ? '' : ` (${because})`}`,
  names: ({ candidateId }) => [candidateId],
})
