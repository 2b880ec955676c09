import { impliesRow } from '../../solve/index.ts'
import { columnsOf, nameOf, namesOf } from '../frame.ts'
import type { Dependency } from './kinds.ts'
import { logicRule } from './rule.ts'

/** One row for each that is needed: stronger in the linear program than one row for all. */
export const dependency = logicRule<Dependency>({
  compile: ({ candidateId, requires }, frame) => ({
    rows: columnsOf(frame, [candidateId]).flatMap((column) =>
      columnsOf(frame, requires).filter((needed) => needed !== column).map((needed) => impliesRow(column, needed)),
    ),
    fixed: [],
  }),
  words: ({ candidateId, requires }, frame) => `${nameOf(frame, candidateId)} needs ${namesOf(frame, requires)}`,
  names: ({ candidateId, requires }) => [candidateId, ...requires],
})
