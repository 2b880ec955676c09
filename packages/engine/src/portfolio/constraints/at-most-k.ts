import { columnsOf, namesOf } from '../frame.ts'
import { counted } from './exclusion.ts'
import type { AtMostK } from './kinds.ts'
import { limitRule } from './rule.ts'

/** A ceiling on how many of a group, for instance as many as one team can carry. */
export const atMostK = limitRule<AtMostK>({
  words: ({ candidateIds, most }, frame) => `At most ${most} of ${namesOf(frame, candidateIds)}`,
  names: ({ candidateIds }) => candidateIds,
  amounts: ({ most }) => ({ most }),
  measure: ({ candidateIds, most }, frame) => ({ amounts: counted(frame.candidates.length, columnsOf(frame, candidateIds)), limit: most, sense: 'most' }),
  loosened: (constraint) => ({ ...constraint, most: constraint.most + 1 }),
})
