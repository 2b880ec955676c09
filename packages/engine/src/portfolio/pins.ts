import { ok, refuse } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import type { MustExclude, MustInclude } from './constraints/kinds.ts'
import type { Effort, Watch } from './effort.ts'
import { oppositeOf } from './forcing.ts'
import type { SelectionInput, SelectionRefusal } from './input.ts'
import type { Opposite } from './result.ts'
import { solveSelection, unitsOf } from './solving.ts'

/** What one pin costs: optimum without it minus optimum with it, all other constraints kept. */
export type PinPrice = {
  readonly pin: MustInclude | MustExclude
  /** Whole minor units; 0 for a pin that asks for what the best plan does anyway. Negative only where not proved. */
  readonly valueGivenUp: number
  /** True where `valueGivenUp` is exact. */
  readonly proved: boolean
  /** Where not proved: no more than this is given up. Equal to `valueGivenUp` where proved. */
  readonly atMost: number
}

/** The price of every pin in the input, in the order of the input. Pins are priced one at a time: prices of several do not add up. */
export function pricePins(input: SelectionInput, effort: Effort = {}, watch: Watch = {}): Result<readonly PinPrice[], SelectionRefusal> {
  const withAll = solveSelection(input, effort, watch)
  if (!withAll.ok) return withAll
  const { found, compiled } = withAll.value
  const start = compiled.frame.candidates.filter((_, column) => found.plan[column]).map((candidate) => candidate.id)
  const prices: PinPrice[] = []
  for (const [index, pin] of input.constraints.entries()) {
    if (pin.kind !== 'mustInclude' && pin.kind !== 'mustExclude') continue
    const without = solveSelection({ ...input, constraints: input.constraints.toSpliced(index, 1) }, effort, watch, start)
    if (!without.ok) return without
    const free = without.value.found
    const valueGivenUp = free.value - found.value
    prices.push({ pin, valueGivenUp, proved: found.proved && free.proved, atMost: free.bound - found.value })
  }
  return ok(prices)
}

/** What forcing a candidate in or out would cost: optimum as it stands minus optimum with it forced; a pin on this candidate is set aside. */
export function priceForcing(
  input: SelectionInput,
  candidateId: string,
  verdict: 'in' | 'out',
  effort: Effort = {},
  watch: Watch = {},
): Result<Opposite, SelectionRefusal> {
  const solved = solveSelection(input, effort, watch)
  if (!solved.ok) return solved
  const { compiled, program, found } = solved.value
  const column = compiled.frame.columnOf.get(candidateId)
  if (column === undefined) return refuse({ code: 'candidate_unknown', candidateId, namedBy: 'priceForcing' })
  if (found.plan[column] === (verdict === 'in')) return ok({ kind: 'possible', valueLost: 0, proved: true })
  return ok(oppositeOf(program, found, column, unitsOf(effort), watch))
}
