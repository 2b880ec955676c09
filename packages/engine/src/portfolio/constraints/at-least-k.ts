import { columnsOf, namesOf } from '../frame.ts'
import { counted } from './exclusion.ts'
import type { AtLeastK } from './kinds.ts'
import { limitRule } from './rule.ts'

/** A floor on how many of a group. */
export const atLeastK = limitRule<AtLeastK>({
  words: ({ candidateIds, least }, frame) => `At least ${least} of ${namesOf(frame, candidateIds)}`,
  names: ({ candidateIds }) => candidateIds,
  amounts: ({ least }) => ({ least }),
  measure: ({ candidateIds, least }, frame) => ({ amounts: counted(frame.candidates.length, columnsOf(frame, candidateIds)), limit: least, sense: 'least' }),
  loosened: (constraint) => (constraint.least === 0 ? null : { ...constraint, least: constraint.least - 1 }),
})
