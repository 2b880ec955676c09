import { ok } from '../kernel/index.ts'
import type { Result } from '../kernel/index.ts'
import { gapOf } from '../solve/index.ts'
import { certificateOf } from './certificate.ts'
import type { Effort, Progress, Watch } from './effort.ts'
import type { SelectionInput, SelectionRefusal } from './input.ts'
import { compareWithRanking } from './ranking.ts'
import type { ConstraintUse, Selection, SelectionResult } from './result.ts'
import { beginSolving, solveSelection, unitsOf } from './solving.ts'
import type { Solved } from './solving.ts'
import { constraintUses, costByYearOf, loosenedInput } from './uses.ts'
import { verdictsOf } from './verdicts.ts'

/** Share of the effort that each re-solve behind a verdict or a confirmed price may use. */
const RESOLVE_SHARE = 30

/**
 * The plan of highest value that keeps every constraint (F-OPT), with its bound, why each candidate is in or out, and what the usual
 * ranking would have lost. Refuses an unsound input, and constraints that conflict, with the set that does.
 */
export function selectPortfolio(input: SelectionInput, effort: Effort = {}, watch: Watch = {}): SelectionResult {
  return selectFrom(input, undefined, effort, watch)
}

/** `selectPortfolio` that begins with a plan: the same value where proved, found sooner where the plan is near. */
export function selectFrom(input: SelectionInput, start: readonly string[] | undefined, effort: Effort, watch: Watch): SelectionResult {
  const solved = solveSelection(input, effort, watch, start)
  return solved.ok ? ok(selectionOf(input, solved.value, effort, watch)) : solved
}

/** A selection under way, for a worker that must answer other messages between slices. */
export type SelectionRun = {
  /** Works `workUnits` more, never beyond the effort; 2000 units are about 10 ms. */
  readonly advance: (workUnits: number) => void
  readonly progress: () => Progress
  /** True once the plan is proved, or the effort is spent. */
  readonly isOver: () => boolean
  /** The selection as it stands, with its bound; the same as `selectPortfolio`'s once it is over. */
  readonly finish: (watch?: Watch) => SelectionResult
}

/** `selectPortfolio` in slices, from the plan `start` where one is given; slices of any length lead to the same answer. */
export function beginSelection(input: SelectionInput, effort: Effort = {}, start?: readonly string[]): Result<SelectionRun, SelectionRefusal> {
  const begun = beginSolving(input, effort, start)
  if (!begun.ok) return begun
  const { conclude, ...run } = begun.value
  const finish = (watch: Watch = {}): SelectionResult => {
    const solved = conclude()
    return solved.ok ? ok(selectionOf(input, solved.value, effort, watch)) : solved
  }
  return ok({ ...run, finish })
}

function selectionOf(input: SelectionInput, solved: Solved, effort: Effort, watch: Watch): Selection {
  const { compiled, program, found } = solved
  const { candidates } = compiled.frame
  const resolveUnits = effort.explain === 'quick' ? 0 : Math.ceil(unitsOf(effort) / RESOLVE_SHARE)
  const uses = constraintUses(compiled, found.plan, found.prices)
  const chosen = candidates.filter((_, column) => found.plan[column])
  return {
    chosen: chosen.map((candidate) => candidate.id),
    value: found.value,
    cost: chosen.reduce((sum, candidate) => sum + candidate.cost, 0),
    costByYear: costByYearOf(compiled, found.plan),
    bound: found.bound,
    gap: gapOf(found.value, found.bound),
    proved: found.proved,
    workUnits: found.workUnits,
    foundAtWorkUnits: found.foundAtWorkUnits,
    certificate: certificateOf(compiled, found),
    ranking: compareWithRanking(compiled.frame, program, found.plan, found.value),
    constraints: resolveUnits === 0 ? uses : uses.map((use) => ({ ...use, confirmed: confirm(input, solved, use, resolveUnits, watch) })),
    verdicts: verdictsOf(solved, resolveUnits, watch),
  }
}

/** What a little more of a binding constraint would really give, by solving again from the plan at hand. */
function confirm(input: SelectionInput, { found, compiled }: Solved, use: ConstraintUse, workUnits: number, watch: Watch): ConstraintUse['confirmed'] {
  const looser = use.binding && use.candidateId === null && watch.shouldStop?.() !== true ? loosenedInput(input, use.constraint) : null
  if (looser === null) return null
  const start = compiled.frame.candidates.filter((_, column) => found.plan[column]).map((candidate) => candidate.id)
  const again = solveSelection(looser.input, { workUnits }, { shouldStop: watch.shouldStop }, start)
  if (!again.ok) return null
  const proved = found.proved && again.value.found.proved
  return { loosened: looser.loosened, gain: Math.max(0, again.value.found.value - found.value), proved }
}
