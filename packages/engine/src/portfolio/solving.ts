import { invariant, ok, refuse } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import { beginBinary, conflictOf, solveBinary } from '../solve/index.ts'
import type { BinaryProgram, Found, Solution, SolveRun } from '../solve/index.ts'
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
  const ready = prepare(input, effort)
  if (!ready.ok) return ready
  return conclude(ready.value, solveBinary(ready.value.program, { ...watch, ...optionsOf(ready.value, effort, start) }), effort)
}

/** A selection under way: advance it in slices, and ask for the answer when it is over or enough. */
export type SolvingRun = Pick<SolveRun, 'advance' | 'progress' | 'isOver'> & { readonly conclude: () => Result<Solved, SelectionRefusal> }

/** `solveSelection` in slices. */
export function beginSolving(input: SelectionInput, effort: Effort, start?: readonly string[]): Result<SolvingRun, SelectionRefusal> {
  const ready = prepare(input, effort)
  if (!ready.ok) return ready
  const run = beginBinary(ready.value.program, optionsOf(ready.value, effort, start))
  return ok({ ...run, conclude: () => conclude(ready.value, run.solution(), effort) })
}

type Ready = Pick<Solved, 'compiled' | 'program'>

function prepare(input: SelectionInput, effort: Effort): Result<Ready, SelectionRefusal> {
  const refusal = refusalOf(input)
  if (refusal !== null) return refuse(refusal)
  const compiled = compileSelection(input)
  if (compiled.program === null) return refuse({ code: 'constraints_conflict', conflict: conflictIn(compiled, unitsOf(effort)) })
  return ok({ compiled, program: compiled.program })
}

function optionsOf({ compiled }: Ready, effort: Effort, start: readonly string[] | undefined) {
  const before = start === undefined ? undefined : new Set(start)
  return { workUnits: unitsOf(effort), proof: effort.proof, start: before && compiled.frame.candidates.map((each) => before.has(each.id)) }
}

function conclude({ compiled, program }: Ready, solution: Solution, effort: Effort): Result<Solved, SelectionRefusal> {
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
