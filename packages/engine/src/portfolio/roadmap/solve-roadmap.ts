import { invariant, ok, refuse } from '../../kernel/index.ts'
import type { Result } from '../../kernel/index.ts'
import { beginPhased, phasedLayout } from '../../solve/index.ts'
import type { PhasedRun, PhasedSolution } from '../../solve/index.ts'
import { gapBetween } from './answer.ts'
import type { RoadmapAnswer, RoadmapOptions, RoadmapProgress } from './answer.ts'
import type { RoadmapCase, SimpleObjective } from './case.ts'
import { readPlan } from './check.ts'
import { compileRoadmap } from './compile.ts'
import type { Asked, CompiledRoadmap } from './compile.ts'
import { limitsOf } from './limits-of.ts'
import { multipliersFrom, namedPrices } from './names.ts'
import { choicesOf, planFrom } from './plans.ts'
import { beginRobust, robustBound, robustValue } from './robust.ts'
import type { RoadmapRun } from './run.ts'
import { worldsOf } from './worlds.ts'
import type { RoadmapRefusal } from './refusals.ts'

/** Work done between two looks at progress. */
const SLICE_UNITS = 2_000

/** The best roadmap within an effort. The same case, seed and effort give the same answer on every machine. */
export function solveRoadmap(given: RoadmapCase, options: RoadmapOptions): Result<RoadmapAnswer, RoadmapRefusal> {
  const begun = beginRoadmap(given, options)
  if (!begun.ok) return begun
  const run = begun.value
  while (!run.isOver() && options.shouldStop?.() !== true) {
    run.advance(SLICE_UNITS)
    options.onProgress?.(run.progress())
  }
  return run.conclude()
}

/** `solveRoadmap` in slices. With a lexicographic objective half of the effort goes to each. */
export function beginRoadmap(given: RoadmapCase, options: RoadmapOptions): Result<RoadmapRun, RoadmapRefusal> {
  const { objective } = given
  if (objective.kind === 'robust') return beginRobust(given, options, objective)
  return objective.kind === 'lexicographic' ? beginInTurn(given, options, objective) : beginOne(given, options, {}, null)
}

function beginOne(given: RoadmapCase, options: RoadmapOptions, asked: Asked, first: RoadmapAnswer['first']): Result<RoadmapRun, RoadmapRefusal> {
  const compiling = compileRoadmap(given, asked)
  if (!compiling.ok) return compiling
  const compiled = compiling.value
  const { start } = options
  const run = beginPhased(compiled.program, {
    seed: options.seed,
    workUnits: options.effort,
    start: start === undefined ? undefined : planFrom(compiled, start.plan),
    multipliers: start?.certificate === undefined ? undefined : multipliersFrom(compiled, phasedLayout(compiled.program).pricedTies, start.certificate.prices),
  })
  return ok({
    advance: run.advance,
    isOver: run.isOver,
    progress: () => progressOf(run),
    conclude: () => concluded(compiled, run.solution(), first),
  })
}

function progressOf(run: PhasedRun): RoadmapProgress {
  const progress = run.progress()
  return { ...progress, gap: gapBetween(progress.value, progress.bound) }
}

/** The first objective, then the second with the first held. */
function beginInTurn(given: RoadmapCase, options: RoadmapOptions, objective: Extract<RoadmapCase['objective'], { readonly kind: 'lexicographic' }>): Result<RoadmapRun, RoadmapRefusal> {
  const half: RoadmapOptions = { ...options, effort: Math.ceil(options.effort / 2) }
  const begun = beginOne(given, half, { objective: objective.first }, null)
  if (!begun.ok) return begun
  let run = begun.value
  let before = 0
  let second = false
  let failed: Result<never, RoadmapRefusal> | null = null
  const turn = (): void => {
    const done = run.conclude()
    second = true
    if (!done.ok) {
      failed = done
      return
    }
    before = done.value.workUnits
    const { worth, bound } = done.value
    const least = worth - Math.floor((Math.abs(worth) * objective.withinPercent) / 100)
    const start = { plan: done.value.plan }
    const next = beginOne(given, { ...half, start }, { objective: objective.second, floor: { objective: objective.first, least } }, { value: worth, bound, least })
    invariant(next.ok, 'a case that was sound stays so with a floor')
    run = next.value
  }
  return ok({
    advance: (workUnits) => {
      if (!second && run.isOver()) turn()
      if (failed === null) run.advance(workUnits)
    },
    isOver: () => failed !== null || (second && run.isOver()),
    progress: () => {
      const progress = run.progress()
      return { ...progress, phase: second ? progress.phase : 'prices', workUnits: before + progress.workUnits }
    },
    conclude: () => {
      if (!second) turn()
      return failed ?? run.conclude()
    },
  })
}

function concluded(compiled: CompiledRoadmap, solution: PhasedSolution, first: RoadmapAnswer['first']): Result<RoadmapAnswer, RoadmapRefusal> {
  const { frame, objective, program } = compiled
  if (solution.status === 'empty') {
    const { constraints } = frame.given
    return refuse({ code: 'nothing_fits', constraints, words: 'No plan keeps all of this together.', irreducible: false })
  }
  if (solution.status === 'none') return refuse({ code: 'no_plan_found', workUnits: solution.workUnits })
  const plan = choicesOf(compiled, solution.plan)
  const reading = readPlan(frame.given, plan, objective)
  invariant(reading.faults.length === 0, `a roadmap passes the independent check (${reading.faults[0]?.kind ?? 'none'})`)
  invariant(reading.value === solution.value, 'the value of a roadmap is what the independent check counts')
  const { value, bound, rootBound, multipliers, workUnits } = solution
  const { pricedTies } = phasedLayout(program)
  return ok({
    plan, value, bound, workUnits, first,
    worth: reading.worth,
    penalties: reading.penalties,
    overloads: reading.overloads,
    gap: gapBetween(value, bound),
    proved: bound === value,
    limits: limitsOf(compiled, solution.plan, multipliers),
    certificate: { prices: namedPrices(compiled, pricedTies, multipliers), rootBound, least: first?.least ?? null },
  })
}

/** What a certificate proves when it is read again from the case: whether the plan keeps everything, what it is worth, and the bound of the prices. */
export type RoadmapCertificateCheck = { readonly keepsEverything: boolean; readonly value: number; readonly bound: bigint | null }

/** Re-checks plan and bound from the case alone, the bound in whole numbers. */
export function checkRoadmap(given: RoadmapCase, answer: Pick<RoadmapAnswer, 'plan' | 'certificate'>): Result<RoadmapCertificateCheck, RoadmapRefusal> {
  const asked = askedBy(given, answer.certificate.least)
  const compiling = compileRoadmap(given, asked)
  if (!compiling.ok) return compiling
  const compiled = compiling.value
  const layout = phasedLayout(compiled.program)
  const reading = readPlan(given, answer.plan, compiled.objective)
  const multipliers = multipliersFrom(compiled, layout.pricedTies, answer.certificate.prices)
  if (given.objective.kind === 'robust') {
    const kept = reading.faults.length === 0
    const bound = robustBound(compiled, worldsOf(compiled, given.objective), given.objective, multipliers)
    return ok({ keepsEverything: kept, value: kept ? robustValue(compiled, given.objective, planFrom(compiled, answer.plan)) : reading.value, bound: bound === null ? null : BigInt(bound) })
  }
  return ok({ keepsEverything: reading.faults.length === 0, value: reading.value, bound: layout.exactBound(multipliers) })
}

/** The bound that a certificate's prices prove of a case, in whole numbers and without any search; null where the case is unsound or nothing fits. */
export function boundByPrices(given: RoadmapCase, { prices, least }: RoadmapAnswer['certificate']): number | null {
  const compiling = compileRoadmap(given, askedBy(given, least))
  if (!compiling.ok) return null
  const compiled = compiling.value
  const { pricedTies, exactBound } = phasedLayout(compiled.program)
  const multipliers = multipliersFrom(compiled, pricedTies, prices)
  if (given.objective.kind === 'robust') return robustBound(compiled, worldsOf(compiled, given.objective), given.objective, multipliers)
  const bound = exactBound(multipliers)
  return bound === null ? null : Number(bound)
}

function askedBy({ objective }: RoadmapCase, least: number | null): Asked {
  if (objective.kind !== 'lexicographic' || least === null) return {}
  const floor: { readonly objective: SimpleObjective; readonly least: number } = { objective: objective.first, least }
  return { objective: objective.second, floor }
}
