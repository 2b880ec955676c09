import type { BinaryProgram, Demand, Row } from '../solve/index.ts'
import type { Constraint } from './constraints/kinds.ts'
import { ruleOf } from './constraints/registry.ts'
import { compareText, frameOf } from './frame.ts'
import type { Frame } from './frame.ts'
import type { SelectionInput } from './input.ts'

/** One demand of the planner with the part of the program it became. */
export type PlannedDemand = Demand & {
  readonly constraint: Constraint
  readonly words: string
  /** The candidate whose own requirement this is; null for a constraint of the input. */
  readonly candidateId: string | null
}

/** The selection as numbers. `program` is null where two pins fix one candidate both ways, so that there is nothing to solve. */
export type CompiledSelection = {
  readonly frame: Frame
  readonly program: BinaryProgram | null
  readonly rows: readonly Row[]
  /** Demand each row came from. */
  readonly demandOfRow: readonly number[]
  readonly demands: readonly PlannedDemand[]
}

/** Translates to numbers in one fixed order, so that the order of the input changes nothing. */
export function compileSelection(input: SelectionInput): CompiledSelection {
  const frame = frameOf(input)
  const own = frame.candidates.flatMap(({ id, requires, requiresAny }) => [
    ...(requires === undefined || requires.length === 0 ? [] : [ownDemand(id, { kind: 'dependency', candidateId: id, requires: [...requires].sort(compareText) })]),
    ...(requiresAny === undefined || requiresAny.length === 0
      ? []
      : [ownDemand(id, { kind: 'dependencyAny', candidateId: id, requiresAny: [...requiresAny].sort(compareText) })]),
  ])
  const asked = input.constraints
    .map((constraint) => ({ constraint, candidateId: null, key: keyOf(constraint) }))
    // The same set named in another order is told in that order, so that order decides between the two.
    .sort((a, b) => compareText(a.key, b.key) || compareText(JSON.stringify(a.constraint), JSON.stringify(b.constraint)))
  const rows: Row[] = []
  const demandOfRow: number[] = []
  const demands = [...asked, ...own].map(({ constraint, candidateId }, index): PlannedDemand => {
    const compiled = ruleOf(constraint).compile(constraint, frame)
    const from = rows.length
    rows.push(...compiled.rows)
    demandOfRow.push(...compiled.rows.map(() => index))
    return { constraint, candidateId, words: ruleOf(constraint).words(constraint, frame), rows: compiled.rows.map((_, k) => from + k), fixed: compiled.fixed }
  })
  const fixed = fixedBy(frame, demands)
  const program = fixed === null ? null : { values: frame.candidates.map((each) => each.value), rows, fixed }
  return { frame, program, rows, demandOfRow, demands }
}

const ownDemand = (candidateId: string, constraint: Constraint) => ({ constraint, candidateId })

/** The constraint as text with its fields, and the ids of a set, in order. */
function keyOf(constraint: Constraint): string {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(constraint)
  const parts = entries.map(([field, value]) => [field, Array.isArray(value) ? [...value].sort() : value] as const)
  return JSON.stringify(parts.sort(([a], [b]) => compareText(a, b)))
}

function fixedBy(frame: Frame, demands: readonly PlannedDemand[]): readonly (0 | 1 | null)[] | null {
  const fixed: (0 | 1 | null)[] = frame.candidates.map(() => null)
  for (const [column, value] of demands.flatMap((demand) => demand.fixed)) {
    if (fixed[column] === 1 - value) return null
    fixed[column] = value
  }
  return fixed
}
