import { invariant, ok } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import type { Effort, Watch } from './effort.ts'
import type { SelectionInput, SelectionRefusal } from './input.ts'
import { solveSelection } from './solving.ts'

/** The best that a total budget can buy. Amounts in whole minor units. */
export type FrontierPoint = {
  readonly budget: number
  /** Null with the refusal's code where no plan keeps the constraints at this budget. */
  readonly value: number | null
  readonly bound: number | null
  readonly cost: number | null
  readonly proved: boolean
  readonly chosenCount: number
  readonly ids: readonly string[]
  readonly refused: SelectionRefusal['code'] | null
}

/**
 * Value against total budget, budgets ascending; every other constraint is kept and a total budget of the input is replaced. `budgets` are
 * amounts, or how many to spread evenly up to the cost of all candidates. Each point starts from its neighbour's plan, so values never
 * fall; a bound is never above the bound of a larger budget.
 */
export function efficientFrontier(
  input: SelectionInput,
  budgets: readonly number[] | number,
  effort: Effort = {},
  watch: Watch = {},
): Result<readonly FrontierPoint[], SelectionRefusal> {
  const others = input.constraints.filter((constraint) => constraint.kind !== 'totalBudget')
  const points: FrontierPoint[] = []
  let start: readonly string[] | undefined
  for (const budget of ascending(input, budgets)) {
    const solved = solveSelection({ ...input, constraints: [...others, { kind: 'totalBudget', limit: budget }] }, effort, watch, start)
    if (!solved.ok && solved.refusal.code !== 'constraints_conflict' && solved.refusal.code !== 'no_plan_found') return solved
    if (!solved.ok) {
      points.push({ budget, value: null, bound: null, cost: null, proved: false, chosenCount: 0, ids: [], refused: solved.refusal.code })
      continue
    }
    const { compiled, found } = solved.value
    const chosen = compiled.frame.candidates.filter((_, column) => found.plan[column])
    start = chosen.map((candidate) => candidate.id)
    const cost = chosen.reduce((sum, candidate) => sum + candidate.cost, 0)
    points.push({ budget, value: found.value, bound: found.bound, cost, proved: found.proved, chosenCount: chosen.length, ids: start, refused: null })
    const before = points.at(-2)?.value ?? null
    invariant(before === null || found.value >= before, 'a larger budget is never worth less')
  }
  return ok(withFallingBounds(points))
}

function ascending(input: SelectionInput, budgets: readonly number[] | number): readonly number[] {
  if (typeof budgets !== 'number') return [...new Set(budgets)].sort((a, b) => a - b)
  const all = input.candidates.reduce((sum, candidate) => sum + candidate.cost, 0)
  return Array.from({ length: budgets }, (_, k) => Math.round((all / budgets) * (k + 1)))
}

/** From the largest budget down: what a larger budget cannot exceed, a smaller one cannot either. */
function withFallingBounds(points: readonly FrontierPoint[]): readonly FrontierPoint[] {
  let ceiling = Infinity
  return points.toReversed().map((point) => {
    if (point.bound === null) return point
    ceiling = Math.min(ceiling, point.bound)
    return { ...point, bound: ceiling, proved: ceiling === point.value }
  }).toReversed()
}
