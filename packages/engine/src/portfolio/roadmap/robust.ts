import { invariant, ok, refuse } from '../../kernel/index.ts'
import type { Result } from '../../kernel/index.ts'
import { beginPhased, phasedLayout } from '../../solve/index.ts'
import type { PhasedRun, PhasedSolution } from '../../solve/index.ts'
import { gapBetween } from './answer.ts'
import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { RoadmapCase, RobustObjective } from './case.ts'
import { readPlan } from './check.ts'
import { compileRoadmap } from './compile.ts'
import type { CompiledRoadmap } from './compile.ts'
import { contendersOf } from './contenders.ts'
import { limitsOf } from './limits-of.ts'
import { multipliersFrom, namedPrices } from './names.ts'
import { choicesOf, planFrom } from './plans.ts'
import type { RoadmapRefusal } from './refusals.ts'
import type { RoadmapRun } from './run.ts'
import { meanOf, reachedBy, valueIn, valuesIn, worldsOf } from './worlds.ts'
import type { WorldFactors, Worlds } from './worlds.ts'

/** How far each round after the first leans from the mean of all worlds to that of the bad ones. */
const LEANS = [0.35, 0.7, 1, 0.5]

/** A plan with its value at the confidence, and in each world. */
type Judged = { readonly plan: Int32Array; readonly value: number; readonly mean: number; readonly byWorld: readonly number[]; readonly overloads: number }

/**
 * The most value at a confidence: the plan of the middle world first, then plans for worlds that lean to those in which the best so far does badly;
 * each is judged in every world. No plan reaches more in so many worlds than the bounds of as many worlds allow, and each bound follows from prices.
 */
export function beginRobust(given: RoadmapCase, options: RoadmapOptions, objective: RobustObjective): Result<RoadmapRun, RoadmapRefusal> {
  const compiling = compileRoadmap(given, { objective: objective.of })
  if (!compiling.ok) return compiling
  const compiled = compiling.value
  const worlds = worldsOf(compiled, objective)
  const { start, seed, effort } = options
  const { pricedTies } = phasedLayout(compiled.program)
  let multipliers = start?.certificate === undefined ? undefined : multipliersFrom(compiled, pricedTies, start.certificate.prices)
  const begin = (values: Float64Array, workUnits: number, from: Int32Array | undefined): PhasedRun => beginPhased({ ...compiled.program, optionValue: values }, { seed, workUnits, start: from, multipliers })
  let run = begin(valuesIn(worlds, meanOf(worlds.factors)), Math.ceil(effort / 3), start && planFrom(compiled, start.plan))
  let [round, before] = [0, 0]
  let best: Judged | undefined
  let failed: PhasedSolution | undefined
  // Asked for an answer again and again, the same prices are not bounded twice.
  let bounded: { readonly of: Float64Array; readonly bound: number } | undefined
  const boundAt = (prices: Float64Array): number => {
    if (bounded?.of !== prices) bounded = { of: prices, bound: robustBound(compiled, worlds, objective, prices) ?? Infinity }
    return bounded.bound
  }
  const take = (): void => {
    const solution = run.solution()
    if (solution.status === 'plan') {
      const judged = judge(compiled, worlds, objective, solution.plan)
      if (best === undefined || judged.value > best.value || (judged.value === best.value && judged.mean > best.mean)) best = judged
      if (round === 0 || multipliers === undefined) multipliers = solution.multipliers
    } else if (best === undefined) failed = solution
  }
  const next = (): void => {
    take()
    before += run.progress().workUnits
    round += 1
    if (best !== undefined && round <= LEANS.length) run = begin(valuesIn(worlds, leaning(worlds, best, LEANS[round - 1]!)), Math.ceil(effort / 6), best.plan)
  }
  const over = (): boolean => round > LEANS.length || failed !== undefined
  return ok({
    advance: (workUnits) => {
      if (!over() && run.isOver()) next()
      if (!over()) run.advance(workUnits)
    },
    isOver: over,
    progress: () => ({ value: best?.value ?? null, bound: Infinity, gap: null, workUnits: before + (over() ? 0 : run.progress().workUnits), phase: over() ? 'over' : 'plans' }),
    conclude: () => {
      if (!over()) take()
      if (best !== undefined) return ok(answerOf(compiled, objective, best, { multipliers: multipliers!, bound: boundAt(multipliers!) }, before))
      return refuse(failed?.status === 'empty' ? { code: 'nothing_fits', constraints: given.constraints, words: 'No plan keeps all of this together.', irreducible: false } : { code: 'no_plan_found', workUnits: before })
    },
  })
}

function judge({ frame, program, options, ...rest }: CompiledRoadmap, worlds: Worlds, objective: RobustObjective, plan: Int32Array): Judged {
  const reading = readPlan(frame.given, choicesOf({ frame, program, options, ...rest }, plan), objective.of)
  invariant(reading.faults.length === 0, `a robust roadmap passes the independent check (${reading.faults[0]?.kind ?? 'none'})`)
  const byWorld = worlds.factors.map((world) => plan.reduce((sum, option) => sum + valueIn(worlds, world, option), 0) - reading.overloads)
  return { plan, byWorld, overloads: reading.overloads, value: reachedBy(byWorld, objective.confidencePercent), mean: byWorld.reduce((sum, each) => sum + each, 0) / byWorld.length }
}

/** The mean of all worlds, leant towards that of the worlds in which the plan reaches no more than its value at the confidence. */
function leaning(worlds: Worlds, { byWorld, value }: Judged, lean: number): WorldFactors {
  const all = meanOf(worlds.factors)
  const bad = meanOf(worlds.factors.filter((_, at) => byWorld[at]! <= value))
  return all.map((factor, index) => (1 - lean) * factor + lean * bad[index]!)
}

/** At least so many worlds reach the value, and none reaches more than its own bound: so it is at most what as many bounds reach. Null where a bound cannot be had. */
export function robustBound(compiled: CompiledRoadmap, worlds: Worlds, { confidencePercent }: RobustObjective, multipliers: Float64Array): number | null {
  // What no world changes is worked out once: the layout, and which options may be the best of their family at all.
  const { program, options } = contendersOf(compiled.program, worlds, multipliers)
  const { exactBound } = phasedLayout(program)
  const bounds: number[] = []
  for (const world of worlds.factors) {
    options.forEach((option, at) => { program.optionValue[at] = valueIn(worlds, world, option) })
    const bound = exactBound(multipliers)
    if (bound === null) return null
    bounds.push(Number(bound))
  }
  return reachedBy(bounds, confidencePercent)
}

/** Value of a plan at the confidence of an objective, read again from the case. */
export function robustValue(compiled: CompiledRoadmap, objective: RobustObjective, plan: Int32Array): number {
  return judge(compiled, worldsOf(compiled, objective), objective, plan).value
}

function answerOf(compiled: CompiledRoadmap, objective: RobustObjective, { plan, value, overloads }: Judged, { multipliers, bound }: { readonly multipliers: Float64Array; readonly bound: number }, workUnits: number): RoadmapAnswer {
  const choices = choicesOf(compiled, plan)
  const { penalties } = readPlan(compiled.frame.given, choices, objective.of)
  return {
    plan: choices, value, bound, workUnits, first: null, penalties, overloads,
    worth: value + penalties + overloads,
    gap: gapBetween(value, bound), proved: bound === value,
    limits: limitsOf(compiled, plan, multipliers),
    certificate: { prices: namedPrices(compiled, phasedLayout(compiled.program).pricedTies, multipliers), rootBound: bound, least: null },
  }
}
