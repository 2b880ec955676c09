import { invariant } from '../../kernel/index.ts'
import { readPhased } from './check.ts'
import { beginStages, bestValueOf, conclude, step } from './stages.ts'
import type { PhasedOptions, Running } from './stages.ts'
import { evaluate, keepEvaluation } from './evaluate.ts'
import { exactPhasedBound, storedMultiplier } from './exact-bound.ts'
import type { Multipliers } from './multipliers.ts'
import type { PhasedPlan, PhasedProgram } from './program.ts'
import { wholeBelow } from './branch.ts'

/** One work unit is this many elementary steps (an amount read or changed). */
const STEPS_PER_UNIT = 1000

export type PhasedProgress = { readonly value: number | null; readonly bound: number; readonly workUnits: number; readonly phase: 'prices' | 'plans' | 'over' }

/**
 * `none`: no plan was found, which proves nothing. `empty`: it is proved that there is none.
 * `rootBound` is what the multipliers prove by themselves; `bound` may be closer, where branch and bound has closed the rest.
 */
export type PhasedSolution =
  | { readonly status: 'plan'; readonly plan: PhasedPlan; readonly value: number; readonly bound: number; readonly rootBound: number; readonly multipliers: Multipliers; readonly workUnits: number }
  | { readonly status: 'none'; readonly bound: number; readonly rootBound: number; readonly multipliers: Multipliers; readonly workUnits: number }
  | { readonly status: 'empty'; readonly workUnits: number }

/** A solve that is advanced in slices. */
export type PhasedRun = {
  readonly advance: (workUnits: number) => void
  readonly progress: () => PhasedProgress
  readonly isOver: () => boolean
  readonly solution: () => PhasedSolution
}

/** Begins to solve; nothing is done yet. The same program, seed and effort give the same answer on every machine, and twice the effort is never worse. */
export function beginPhased(program: PhasedProgram, options: PhasedOptions): PhasedRun {
  const running = beginStages(program, options, options.workUnits * STEPS_PER_UNIT)
  return {
    advance: (workUnits) => {
      const until = stepsOf(running) + workUnits * STEPS_PER_UNIT
      while (running.phase !== 'over' && stepsOf(running) < until) step(running, until)
    },
    progress: () => ({ value: bestValueOf(running), bound: Math.min(wholeBelow(running.bound), running.closedBound), workUnits: unitsUsed(running), phase: running.phase === 'over' ? 'over' : running.annealing === null ? 'prices' : 'plans' }),
    isOver: () => running.phase === 'over',
    solution: () => solutionOf(running),
  }
}

/** Solves to the end of the effort. */
export function solvePhased(program: PhasedProgram, options: PhasedOptions): PhasedSolution {
  const run = beginPhased(program, options)
  while (!run.isOver()) run.advance(10_000)
  return run.solution()
}

const stepsOf = ({ dualSteps, searchSteps }: Running): number => dualSteps + searchSteps
const unitsUsed = (running: Running): number => Math.ceil(stepsOf(running) / STEPS_PER_UNIT)

/** The bound of prices; the best ones have theirs already. */
const boundAt = ({ best, bestBound, evaluation }: Running['descent'], multipliers: Multipliers): number =>
  multipliers.every((price, r) => price === best[r]) ? bestBound : evaluate(evaluation, multipliers)

/** Above this many amounts the exact bound is left to who checks the certificate: in floating point it is made larger by more than it can be off. */
const EXACT_AMOUNTS = 4_000

function solutionOf(running: Running): PhasedSolution {
  // Who ends a run while prices are sought still gets the plan that is there.
  conclude(running)
  const { layout, descent, annealing } = running
  const workUnits = unitsUsed(running)
  const { program } = layout
  if (running.bound === -Infinity) return { status: 'empty', workUnits }
  if (descent.isAtBest) keepEvaluation(descent.evaluation)
  const multipliers = descent.best.map(storedMultiplier)
  const exact = program.amounts.length <= EXACT_AMOUNTS ? exactPhasedBound(layout, multipliers) : undefined
  if (exact === null) return { status: 'empty', workUnits }
  const rootBound = exact === undefined ? wholeBelow(boundAt(descent, multipliers)) : Number(exact)
  const bound = Math.min(rootBound, running.closedBound)
  if (bound === -Infinity) return { status: 'empty', workUnits }
  if (annealing === null || annealing.best === null) return { status: 'none', bound, rootBound, multipliers, workUnits }
  const value = readPhased(program, annealing.best)
  invariant(value !== null && Math.abs(value - annealing.bestValue) < 0.5, 'a plan passes the plain reading of the program')
  invariant(bound >= value, 'a bound is not below the plan it bounds')
  return { status: 'plan', plan: annealing.best.slice(), value, bound, rootBound, multipliers, workUnits }
}
