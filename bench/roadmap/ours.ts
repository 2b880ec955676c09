import { beginRoadmap } from '@throughline/engine/portfolio'
import type { Choice, RoadmapAnswer, RoadmapCase, RoadmapOptions, RoadmapRun } from '@throughline/engine/portfolio'
import { cpuSince, threadSecondsSince } from '../processor.ts'
import type { Bounded } from './figures.ts'

/** An answer of the engine with the seconds of processor time it took, translation and check included. */
export type Timed = { readonly answer: RoadmapAnswer; readonly cpuSeconds: number }

/** Solves with an effort in work units; a plan must be found. The same seed and effort give the same answer on every machine. */
export function solved(given: RoadmapCase, effort: number): Timed {
  const from = process.cpuUsage()
  const run = begunOf(given, { seed: 1, effort })
  while (!run.isOver()) run.advance(10_000)
  const concluded = run.conclude()
  if (!concluded.ok) throw new Error(JSON.stringify(concluded.refusal))
  return { answer: concluded.value, cpuSeconds: cpuSince(from) }
}

function begunOf(given: RoadmapCase, options: RoadmapOptions): RoadmapRun {
  const begun = beginRoadmap(given, options)
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  return begun.value
}

/**
 * The answer to a case that changed, from the answer before it: the seconds of this thread until a plan within `within` of its bound is found,
 * translated and checked, or until it is proved that nothing fits (null where neither is), and the answer at the end of the effort with its seconds.
 */
export function changedAnswer(given: RoadmapCase, before: RoadmapAnswer, effort: number, within: number): { readonly provedSeconds: number | null } & Whole {
  const answerOf = (enough: (gap: number) => boolean): Whole => {
    const from = process.threadCpuUsage()
    const run = begunOf(given, { seed: 1, effort, start: before })
    while (!run.isOver() && !enough(run.progress().gap ?? Infinity)) run.advance(STEP)
    const concluded = run.conclude()
    if (!concluded.ok && !WITHOUT_PLAN.includes(concluded.refusal.code)) throw new Error(JSON.stringify(concluded.refusal))
    return { seconds: threadSecondsSince(from), gap: concluded.ok ? concluded.value.gap : null, nothingFits: !concluded.ok && concluded.refusal.code === 'nothing_fits' }
  }
  const first = answerOf((gap) => gap <= within)
  const whole = answerOf(() => false)
  return { ...whole, provedSeconds: first.nothingFits || (first.gap !== null && first.gap <= within) ? first.seconds : null }
}

type Whole = { readonly seconds: number; readonly gap: number | null; readonly nothingFits: boolean }

const WITHOUT_PLAN = ['no_plan_found', 'nothing_fits']

/** Work units between two looks at what has been found, a few milliseconds of them. */
const STEP = 200

/** A run of a wished length, and the work units that it did in a second of processor time. */
export type Lasting = Timed & { readonly rate: number }

/** How far from the wished length a run may end, as a share of it, and how many runs are made to meet it. */
const OFF = 0.1
const MOST_RUNS = 4
const FIRST_RATE = 50_000

/**
 * Runs that take so many seconds of processor time each, in the order given; a run that was off is made again at the rate it had. The longest is
 * made first: what is compiled while it runs serves the short ones too, as it does in a worker that has been at work.
 */
export function lasting(given: RoadmapCase, lengths: readonly number[]): readonly Lasting[] {
  let rate = FIRST_RATE
  const runs = new Map([...lengths].sort((a, b) => b - a).map((seconds) => {
    const run = lastingOne(given, seconds, rate)
    rate = run.rate
    return [seconds, run]
  }))
  return lengths.map((seconds) => runs.get(seconds)!)
}

function lastingOne(given: RoadmapCase, seconds: number, firstRate: number): Lasting {
  let rate = firstRate
  for (let runs = 1; ; runs++) {
    const effort = Math.ceil(rate * seconds)
    const run = solved(given, effort)
    rate = run.answer.workUnits / Math.max(0.001, run.cpuSeconds)
    const endedEarly = run.answer.workUnits < effort * (1 - OFF)
    if (endedEarly || runs === MOST_RUNS || Math.abs(run.cpuSeconds - seconds) <= OFF * seconds) return { ...run, rate }
  }
}

/** For each effort, the bound once its first prices are settled, in whole units of worth, and the seconds until then. */
export function bounded(given: RoadmapCase, efforts: readonly number[]): readonly Bounded[] {
  return efforts.map((effort) => {
    const from = process.cpuUsage()
    const run = begunOf(given, { seed: 1, effort })
    while (!run.isOver() && run.progress().phase === 'prices') run.advance(200)
    return { effort, cpuSeconds: cpuSince(from), bound: run.progress().bound / 100 }
  })
}

/**
 * Fifty changes as levers make them, one after the other mixed: budgets from 10 % less to 10 % more, capacities from 5 % less to 5 % more, chosen
 * candidates held out and others held in. Each is of the case itself, so that none is easier for the one before it.
 */
export function changesOf(given: RoadmapCase, plan: readonly Choice[]): readonly RoadmapCase[] {
  const scaled = (kind: 'potBudget' | 'poolCapacity') => (percent: number): RoadmapCase => ({
    ...given,
    constraints: given.constraints.map((each) =>
      each.kind === kind ? { ...each, byPeriod: each.byPeriod.map((amount) => (amount === null ? null : Math.floor((amount * percent) / 100))) } : each,
    ),
  })
  const held = (kind: 'must' | 'mustNot') => (candidateId: string): RoadmapCase => ({ ...given, constraints: [...given.constraints, { kind, candidateId }] })
  const forced = new Set(given.constraints.flatMap((each) => (each.kind === 'must' ? [each.candidateId] : [])))
  const chosen = new Set(plan.map(({ candidateId }) => candidateId))
  const spread = (ids: readonly string[], count: number): readonly string[] => Array.from({ length: Math.min(count, ids.length) }, (_, k) => ids[Math.floor((ids.length * (k + 0.5)) / count)]!)
  const out = spread(plan.flatMap(({ candidateId }) => (forced.has(candidateId) ? [] : [candidateId])), 10)
  const into = spread(given.candidates.flatMap(({ id }) => (chosen.has(id) ? [] : [id])), 10)
  const around = (by: number, count: number): readonly number[] => Array.from({ length: count }, (_, k) => 100 + (k % 2 === 0 ? -1 : 1) * by * (1 + Math.floor(k / 2)))
  return mixed([around(1, 20).map(scaled('potBudget')), around(1, 10).map(scaled('poolCapacity')), out.map(held('mustNot')), into.map(held('must'))])
}

/** Of all lists in turn, as long as they last. */
const mixed = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  Array.from({ length: Math.max(...lists.map((list) => list.length)) }).flatMap((_, k) => lists.flatMap((list) => list.slice(k, k + 1)))

/** The value below which `share` of the numbers lie (nearest rank). */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
