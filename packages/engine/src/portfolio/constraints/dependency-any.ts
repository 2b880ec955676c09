import { impliesAnyRow } from '../../solve/index.ts'
import { columnsOf, nameOf, namesOf } from '../frame.ts'
import type { DependencyAny } from './kinds.ts'
import { logicRule } from './rule.ts'

/** Any one of several enablers is enough. A candidate that stands among its own enablers needs no other. */
export const dependencyAny = logicRule<DependencyAny>({
  compile: ({ candidateId, requiresAny }, frame) => ({
    rows: columnsOf(frame, [candidateId]).flatMap((column) => {
      const needed = columnsOf(frame, requiresAny)
      return needed.includes(column) ? [] : [impliesAnyRow(column, needed)]
    }),
    fixed: [],
  }),
  words: ({ candidateId, requiresAny }, frame) => `${nameOf(frame, candidateId)} needs at least one of ${namesOf(frame, requiresAny)}`,
  names: ({ candidateId, requiresAny }) => [candidateId, ...requiresAny],
})
