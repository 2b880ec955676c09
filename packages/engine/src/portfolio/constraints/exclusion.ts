import { columnsOf, namesOf } from '../frame.ts'
import type { Exclusion } from './kinds.ts'
import { limitRule } from './rule.ts'

/** Options for the same thing: one at most. */
export const exclusion = limitRule<Exclusion>({
  words: ({ candidateIds }, frame) => `At most one of ${namesOf(frame, candidateIds)}`,
  names: ({ candidateIds }) => candidateIds,
  amounts: () => ({}),
  measure: ({ candidateIds }, frame) => ({ amounts: counted(frame.candidates.length, columnsOf(frame, candidateIds)), limit: 1, sense: 'most' }),
  loosened: () => null,
})

/** 1 for each of `columns`, 0 for the rest. */
export function counted(size: number, columns: readonly number[]): readonly number[] {
  const amounts = new Array<number>(size).fill(0)
  for (const column of columns) amounts[column] = 1
  return amounts
}
