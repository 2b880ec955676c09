import { ruleOf } from './constraints/registry.ts'
import type { Constraint } from './constraints/kinds.ts'
import type { CompiledSelection } from './demands.ts'
import type { SelectionInput } from './input.ts'
import type { ConstraintUse } from './result.ts'
import { compareText, frameOf } from './frame.ts'

/** What a candidate takes from each demand. A row's unit is the constraint's own only where the constraint has a measure. */
export type ColumnUse = { readonly demand: number; readonly row: number; readonly amount: number }

/** Per column, its coefficients in the rows of the program. */
export function usesByColumn({ frame, rows, demandOfRow }: CompiledSelection): readonly (readonly ColumnUse[])[] {
  const uses: ColumnUse[][] = frame.candidates.map(() => [])
  rows.forEach((row, index) => {
    row.columns.forEach((column, k) => uses[column]!.push({ demand: demandOfRow[index]!, row: index, amount: row.coefficients[k]! }))
  })
  return uses
}

/** By how much each row would be overrun if the column joined the plan. */
export function overrunsOf(compiled: CompiledSelection, room: readonly number[], uses: readonly ColumnUse[]) {
  return uses.flatMap(({ demand, row, amount }) => (amount > room[row]! ? [{ ...compiled.demands[demand]!, over: amount - room[row]! }] : []))
}

/** Limit minus use of each row. */
export function roomOf({ rows }: CompiledSelection, plan: readonly boolean[]): readonly number[] {
  return rows.map((row) => row.columns.reduce((room, column, k) => (plan[column] ? room - row.coefficients[k]! : room), row.limit))
}

/** How far each demand is used; `binding` where it has a price or keeps a candidate of positive value from simply being added. */
export function constraintUses(compiled: CompiledSelection, plan: readonly boolean[], prices: readonly number[]): readonly ConstraintUse[] {
  const { frame, demands } = compiled
  const room = roomOf(compiled, plan)
  const blocking = new Set<number>()
  usesByColumn(compiled).forEach((uses, column) => {
    if (plan[column] || frame.candidates[column]!.value <= 0) return
    for (const { demand, row, amount } of uses) if (amount > room[row]!) blocking.add(demand)
  })
  return demands.map((demand, index): ConstraintUse => {
    const measure = ruleOf(demand.constraint).measure(demand.constraint, frame)
    const price = measure === null || demand.rows.length !== 1 ? null : prices[demand.rows[0]!]!
    const priced = demand.rows.some((row) => prices[row]! > 0)
    return {
      constraint: demand.constraint,
      words: demand.words,
      candidateId: demand.candidateId,
      used: measure === null ? null : measure.amounts.reduce((sum, amount, column) => (plan[column] ? sum + amount : sum), 0),
      limit: measure?.limit ?? null,
      binding: priced || blocking.has(index),
      lpPrice: price,
      confirmed: null,
    }
  })
}

/** What a set of candidates uses of a constraint and its limit; null where the constraint does not measure anything. */
export function measureChosen(input: SelectionInput, constraint: Constraint, chosen: ReadonlySet<string>): { readonly used: number; readonly limit: number } | null {
  const frame = frameOf(input)
  const measure = ruleOf(constraint).measure(constraint, frame)
  if (measure === null) return null
  return { used: measure.amounts.reduce((sum, amount, column) => (chosen.has(frame.candidates[column]!.id) ? sum + amount : sum), 0), limit: measure.limit }
}

/** The input with one constraint exchanged for a looser one; null where the constraint has none or is not of the input. */
export function loosenedInput(input: SelectionInput, constraint: Constraint): { readonly input: SelectionInput; readonly loosened: Constraint } | null {
  const at = input.constraints.indexOf(constraint)
  const loosened = ruleOf(constraint).loosened(constraint)
  if (at < 0 || loosened === null) return null
  return { input: { ...input, constraints: input.constraints.with(at, loosened) }, loosened }
}

/** Sum of cost by fiscal year over the chosen, years in ascending order. */
export function costByYearOf({ frame }: CompiledSelection, plan: readonly boolean[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>()
  frame.candidates.forEach((candidate, column) => {
    for (const [year, amount] of Object.entries(candidate.costByYear ?? {})) sums.set(year, (sums.get(year) ?? 0) + (plan[column] ? amount : 0))
  })
  return Object.fromEntries([...sums].sort(([a], [b]) => compareText(a, b)))
}
