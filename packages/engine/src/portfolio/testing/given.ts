import type { Candidate } from '../candidate.ts'
import type { Constraint } from '../constraints/kinds.ts'
import type { SelectionInput, SelectionRefusal } from '../input.ts'
import type { Selection } from '../result.ts'
import { selectPortfolio } from '../selection.ts'

/** A candidate named by its id: `option('A', 60, 6)` is worth 60 and costs 6. */
export const option = (id: string, value: number, cost: number, more: Partial<Candidate> = {}): Candidate => ({ id, name: id, value, cost, ...more })

/** The choice of F-OPT: with a budget of 10 the ratio takes A (60), the optimum is B and C (90). */
export const threeOptions: readonly Candidate[] = [option('A', 60, 6), option('B', 45, 5), option('C', 45, 5)]

export const asked = (candidates: readonly Candidate[], ...constraints: readonly Constraint[]): SelectionInput => ({ currency: 'GBP', candidates, constraints })

/** The selection, or an error that shows the refusal. */
export function chosenUnder(candidates: readonly Candidate[], ...constraints: readonly Constraint[]): Selection {
  const result = selectPortfolio(asked(candidates, ...constraints))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** The refusal, or an error that shows the plan. */
export function refusedUnder(candidates: readonly Candidate[], ...constraints: readonly Constraint[]): SelectionRefusal {
  const result = selectPortfolio(asked(candidates, ...constraints))
  if (result.ok) throw new Error(`chosen ${result.value.chosen.join()}`)
  return result.refusal
}
