import type { RoadmapAnswer, RoadmapCase } from '@throughline/engine/portfolio'
import { roadmapCaseOf, startsOfPlan } from './case.ts'
import { checkStarts } from './check.ts'
import type { Starts } from './check.ts'
import type { GeneratedRoadmap } from './generator.ts'
import { modelOf } from './model.ts'
import { bounded, changedAnswer, changesOf, lasting, quantile } from './ours.ts'
import type { Beside, Course, Ours, WhatIfs } from './figures.ts'
import { askPeer, relaxation } from './peers.ts'
import type { Peer } from './peers.ts'
import { rankedStarts } from './ranking.ts'

/** Largest model, in candidates, that a peer is asked for: beyond it even its first linear program does not end in time. */
const LARGEST: Readonly<Record<Peer, number>> = { HiGHS: 5_000, CBC: 5_000, GLPK: 1_000, YALPS: 100 }
/** The length after which what-ifs begin. */
const FROM_SECONDS = 3

/** The engine on one instance: plans after efforts of so many seconds, its bound alone, what-ifs. */
export function ours(name: string, instance: GeneratedRoadmap, lengths: readonly number[]): Ours {
  const given = roadmapCaseOf(instance)
  const runs = lasting(given, lengths).map(({ answer, cpuSeconds, rate }, k) => {
    const course: Course = { seconds: lengths[k]!, cpuSeconds, effort: answer.workUnits, worth: sound(name, instance, startsOfPlan(instance, answer.plan)), gap: answer.gap ?? Number.NaN, bound: answer.bound / 100 }
    return { course, answer, rate }
  })
  const { answer: before, rate } = runs.find(({ course }) => course.seconds >= FROM_SECONDS) ?? runs.at(-1)!
  const bounds = bounded(given, [0.05, 0.15, 0.5, 1.5].map((seconds) => Math.ceil(rate * seconds)))
  const changed = whatIfs(given, before, rate)
  // The peers' model comes last: it fills the memory, and what tidies it up would be counted as time of answers.
  const model = modelOf(instance)
  return { columns: model.columns.length, rows: model.rows.length, rate, courses: runs.map(({ course }) => course), bounds, whatIfs: changed }
}

/** The linear program, the peers and the ranking on one instance. */
export function beside(instance: GeneratedRoadmap, peers: readonly Peer[], secondsOf: (peer: Peer) => number): Beside {
  const model = modelOf(instance)
  const ranking = checkStarts(instance, rankedStarts(instance))
  return {
    relaxed: relaxation(model),
    ranking: { worth: ranking.worth / 100, faults: ranking.faults.length },
    answers: peers.filter((peer) => instance.n <= LARGEST[peer]).map((peer) => {
      const { starts, cpuSeconds, said } = askPeer(peer, model, secondsOf(peer))
      const found = starts === null ? null : checkStarts(instance, starts)
      return { peer, said, cpuSeconds, faults: found?.faults.length ?? 0, worth: found === null || found.faults.length > 0 ? null : found.worth / 100 }
    }),
  }
}

/** Worth of a plan in whole units; ours must keep everything. */
function sound(name: string, instance: GeneratedRoadmap, starts: Starts): number {
  const { worth, faults } = checkStarts(instance, starts)
  if (faults.length > 0) throw new Error(`${name}: our plan breaks ${faults[0]}`)
  return worth / 100
}

/** Seconds of search in an answer to a changed case: translation and check take the rest of a tenth of a second. */
const WHAT_IF_SEARCH = 0.09
/** How near its bound a plan after a change is to be proved, of a case of fewer than a thousand candidates and of a larger one. */
const whatIfWithin = (candidates: number): number => (candidates < 1000 ? 0.02 : 0.015)

/** Changes of the case that was solved, as a page asks for them. The first is told apart as well: what repairs plans is not compiled yet when it is asked. */
function whatIfs(given: RoadmapCase, before: RoadmapAnswer, rate: number): WhatIfs {
  const within = whatIfWithin(given.candidates.length)
  const runs = changesOf(given, before.plan).map((changed) => changedAnswer(changed, before, Math.ceil(rate * WHAT_IF_SEARCH), within))
  const gaps = runs.flatMap(({ gap }) => (gap === null ? [] : [gap]))
  const proved = runs.map(({ provedSeconds }) => provedSeconds ?? Infinity)
  const finite = (seconds: number): number | null => (Number.isFinite(seconds) ? seconds : null)
  return {
    count: runs.length,
    without: runs.length - gaps.length - runs.filter(({ nothingFits }) => nothingFits).length,
    nothingFits: runs.filter(({ nothingFits }) => nothingFits).length,
    within,
    proved: proved.filter(Number.isFinite).length,
    provedFirst: finite(proved[0]!),
    provedMedian: finite(quantile(proved, 0.5)),
    provedP95: finite(quantile(proved, 0.95)),
    wholeMedian: quantile(runs.map(({ seconds }) => seconds), 0.5),
    medianGap: quantile(gaps, 0.5),
    p95Gap: quantile(gaps, 0.95),
  }
}
