import { beginRoadmap } from '@throughline/engine/portfolio'
import type { Choice, RoadmapAnswer, RoadmapCase } from '@throughline/engine/portfolio'
import { cpuSince } from '../processor.ts'
import type { Bounded } from './figures.ts'

/** An answer of the engine with the seconds of processor time it took, translation and check included. */
export type Timed = { readonly answer: RoadmapAnswer; readonly cpuSeconds: number }

/** `attempted`, where a plan must be found. */
export function solved(given: RoadmapCase, effort: number): Timed {
  const { answer, cpuSeconds } = attempted(given, effort)
  if (answer === null) throw new Error('No plan was found')
  return { answer, cpuSeconds }
}

/** Solves with an effort in work units, from an answer where one is given; null where no plan is found. The same seed and effort give the same answer on every machine. */
export function attempted(given: RoadmapCase, effort: number, start?: RoadmapAnswer): { readonly answer: RoadmapAnswer | null; readonly cpuSeconds: number } {
  const from = process.cpuUsage()
  const begun = beginRoadmap(given, { seed: 1, effort, ...(start === undefined ? {} : { start }) })
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  const run = begun.value
  while (!run.isOver()) run.advance(10_000)
  const concluded = run.conclude()
  if (!concluded.ok && concluded.refusal.code !== 'no_plan_found') throw new Error(JSON.stringify(concluded.refusal))
  return { answer: concluded.ok ? concluded.value : null, cpuSeconds: cpuSince(from) }
}

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
    const begun = beginRoadmap(given, { seed: 1, effort })
    if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
    const run = begun.value
    while (!run.isOver() && run.progress().phase === 'prices') run.advance(200)
    return { effort, cpuSeconds: cpuSince(from), bound: run.progress().bound / 100 }
  })
}

/** Changes as a slider or a pin makes them: budgets from 10 % less to 5 % more, capacities 5 % less, the dearest choices pinned out. */
export function changesOf(given: RoadmapCase, plan: readonly Choice[]): readonly RoadmapCase[] {
  const scaled = (kind: 'potBudget' | 'poolCapacity', percent: number): RoadmapCase => ({
    ...given,
    constraints: given.constraints.map((each) =>
      each.kind === kind ? { ...each, byPeriod: each.byPeriod.map((amount) => (amount === null ? null : Math.floor((amount * percent) / 100))) } : each,
    ),
  })
  const forced = new Set(given.constraints.flatMap((each) => (each.kind === 'must' ? [each.candidateId] : [])))
  const pinnable = plan.filter(({ candidateId }) => !forced.has(candidateId))
  const without = (choice: Choice | undefined): readonly RoadmapCase[] =>
    choice === undefined ? [] : [{ ...given, constraints: [...given.constraints, { kind: 'mustNot', candidateId: choice.candidateId }] }]
  return [
    ...[99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 101, 103, 105].map((percent) => scaled('potBudget', percent)),
    ...[99, 97, 95].map((percent) => scaled('poolCapacity', percent)),
    ...[0.1, 0.3, 0.6, 0.9].flatMap((share) => without(pinnable[Math.floor(pinnable.length * share)])),
  ]
}

/** The value below which `share` of the numbers lie (nearest rank). */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
