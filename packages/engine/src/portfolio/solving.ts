import { invariant, ok, refuse } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import { conflictOf, solveBinary } from '../solve/index.ts'
import type { BinaryProgram, Found } from '../solve/index.ts'
import { compileSelection } from './demands.ts'
import type { CompiledSelection } from './demands.ts'
import type { Effort, Watch } from './effort.ts'
import type { Conflict, SelectionInput, SelectionRefusal } from './input.ts'
import { refusalOf } from './validate.ts'

const DEFAULT_WORK_UNITS = 300_000

/** Effort of one solve in work units. */
export const unitsOf = (effort: Effort): number => effort.workUnits ?? DEFAULT_WORK_UNITS

/** A compiled selection with the best plan found for it. */
export type Solved = { readonly compiled: CompiledSelection; readonly program: BinaryProgram; readonly found: Found }

/** Checks, translates and solves; `start` are ids of a plan to begin with. Ids that are no longer there are passed over. */
export function solveSelection(input: SelectionInput, effort: Effort, watch: Watch = {}, start?: readonly string[]): Result<Solved, SelectionRefusal> {
  const refusal = refusalOf(input)
  if (refusal !== null) return refuse(refusal)
  const compiled = compileSelection(input)
  if (compiled.program === null) return refuse({ code: 'constraints_conflict', conflict: conflictIn(compiled, unitsOf(effort)) })
  const program = compiled.program
  const before = start === undefined ? undefined : new Set(start)
  const solution = solveBinary(program, {
    ...watch,
    workUnits: unitsOf(effort),
    proof: effort.proof,
    start: before === undefined ? undefined : compiled.frame.candidates.map((each) => before.has(each.id)),
  })
  if (solution.status === 'empty') return refuse({ code: 'constraints_conflict', conflict: conflictIn(compiled, unitsOf(effort)) })
  if (solution.status === 'undecided') return refuse({ code: 'no_plan_found', workUnits: solution.workUnits })
  return ok({ compiled, program, found: solution })
}

/** An irreducible set of demands that conflict, in words. */
function conflictIn({ frame, rows, demands }: CompiledSelection, workUnits: number): Conflict {
  const unfixed: BinaryProgram = { values: frame.candidates.map(() => 0), rows, fixed: frame.candidates.map(() => null) }
  const found = conflictOf(unfixed, demands, workUnits)
  const members = found.demands.map((index) => {
    const demand = demands[index]
    invariant(demand !== undefined, 'a conflict names demands of the input')
    return { constraint: demand.constraint, words: demand.words, candidateId: demand.candidateId }
  })
  const list = members.map((member) => member.words)
  const words = list.length === 1 ? `No plan can keep this: ${list[0]}.` : `These cannot be kept together: ${list.join('; ')}.`
  return { members, words, irreducible: found.irreducible }
}
