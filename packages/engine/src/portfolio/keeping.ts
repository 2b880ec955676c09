import { ok, refuse } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import type { Constraint } from './constraints/kinds.ts'
import { compileSelection } from './demands.ts'
import type { CompiledSelection, PlannedDemand } from './demands.ts'
import type { SelectionInput } from './input.ts'
import { measureChosen } from './uses.ts'

/** The first demand that a chosen set breaks; `measured` where it limits an amount. */
export type BrokenDemand = { readonly constraint: Constraint; readonly words: string; readonly measured: { readonly used: number; readonly limit: number } | null }

/**
 * Value and cost of a chosen set, provided that it keeps every constraint and every candidate's own requirements. Nothing is searched for:
 * each row is summed once. The input is sound and the ids are candidates.
 */
export function keepChosen(input: SelectionInput, chosen: readonly string[]): Result<{ readonly value: number; readonly cost: number }, BrokenDemand> {
  const compiled = compileSelection(input)
  const ids = new Set(chosen)
  const plan = compiled.frame.candidates.map(({ id }) => ids.has(id))
  const broken = compiled.demands.find((demand) => breaks(compiled, plan, demand))
  if (broken) {
    const { constraint, words, candidateId } = broken
    return refuse({ constraint, words, measured: candidateId === null ? measureChosen(input, constraint, ids) : null })
  }
  const kept = compiled.frame.candidates.filter((_, column) => plan[column])
  return ok({ value: kept.reduce((sum, { value }) => sum + value, 0), cost: kept.reduce((sum, { cost }) => sum + cost, 0) })
}

function breaks({ rows }: CompiledSelection, plan: readonly boolean[], demand: PlannedDemand): boolean {
  if (demand.fixed.some(([column, value]) => plan[column] !== (value === 1))) return true
  return demand.rows.some((index) => {
    const { columns, coefficients, limit } = rows[index]!
    return columns.reduce((used, column, k) => (plan[column] ? used + coefficients[k]! : used), 0) > limit
  })
}
