import { advance, openSearch, stepsOf } from './search.ts'
import type { BinaryProgram } from './program.ts'
import { STEPS_PER_UNIT } from './solve.ts'

/** Demands that stand or fall together: rows by index, and columns whose fixing belongs to the demand. */
export type Demand = { readonly rows: readonly number[]; readonly fixed: readonly (readonly [column: number, value: 0 | 1])[] }

/** Indices of demands that no plan can meet together; without any one of them a plan exists (where `irreducible`). */
export type ConflictingDemands = { readonly demands: readonly number[]; readonly irreducible: boolean }

/**
 * Deletion filter (Chinneck & Dravnieks 1991): drops each demand in turn and keeps it out if the rest still conflicts.
 * `program` must have no plan with all demands; each trial gets `workUnits`, and a trial left undecided keeps its demand.
 */
export function conflictOf(program: BinaryProgram, demands: readonly Demand[], workUnits: number): ConflictingDemands {
  let kept = demands.map((_, index) => index)
  let irreducible = true
  for (const index of demands.keys()) {
    const without = kept.filter((each) => each !== index)
    const verdict = hasPlan(restrictedTo(program, without.map((each) => demands[each]!)), workUnits)
    if (verdict === false) kept = without
    if (verdict === null) irreducible = false
  }
  return { demands: kept, irreducible }
}

/** Only these demands, and nothing to gain. */
function restrictedTo(program: BinaryProgram, demands: readonly Demand[]): BinaryProgram | null {
  const fixed: (0 | 1 | null)[] = program.values.map(() => null)
  for (const [column, value] of demands.flatMap((demand) => demand.fixed)) {
    if (fixed[column] !== null && fixed[column] !== value) return null
    fixed[column] = value
  }
  return { values: program.values.map(() => 0), rows: demands.flatMap((demand) => demand.rows.map((row) => program.rows[row]!)), fixed }
}

/** Whether a plan exists; null where the effort ends first. A column fixed both ways has none. */
function hasPlan(program: BinaryProgram | null, workUnits: number): boolean | null {
  if (program === null) return false
  const search = openSearch(program, { record: false })
  while (!search.done && search.best === null && stepsOf(search) < workUnits * STEPS_PER_UNIT) advance(search, stepsOf(search) + STEPS_PER_UNIT)
  return search.best !== null ? true : search.done ? false : null
}
