import { ok } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import type { Effort, Watch } from './effort.ts'
import type { SelectionInput, SelectionRefusal } from './input.ts'
import { solveSelection } from './solving.ts'
import type { Solved } from './solving.ts'

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
    points.push(pointOf(budget, solved.value, points.at(-1)))
    start = points.at(-1)?.ids
  }
  return ok(withFallingBounds(points))
}

/** The plan found, or the neighbour's where the effort ended before one as good was found again: it still fits the larger budget. */
function pointOf(budget: number, { compiled, found }: Solved, before: FrontierPoint | undefined): FrontierPoint {
  if (before && before.value !== null && before.value > found.value) return { ...before, budget, bound: found.bound, proved: false }
  const chosen = compiled.frame.candidates.filter((_, column) => found.plan[column])
  return {
    budget,
    value: found.value,
    bound: found.bound,
    cost: chosen.reduce((sum, candidate) => sum + candidate.cost, 0),
    proved: found.proved,
    chosenCount: chosen.length,
    ids: chosen.map((candidate) => candidate.id),
    refused: null,
  }
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
