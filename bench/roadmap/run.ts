import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { RoadmapAnswer } from '@throughline/engine/portfolio'
import { roadmapCaseOf, startsOfPlan } from './case.ts'
import { checkStarts } from './check.ts'
import type { Starts } from './check.ts'
import { SIZES, generatedRoadmap } from './generator.ts'
import type { GeneratedRoadmap, InstanceClass } from './generator.ts'
import { modelOf } from './model.ts'
import { attempted, bounded, changesOf, quantile, solved, unitsPerSecond } from './ours.ts'
import { pageOf } from './page.ts'
import type { Measured, WhatIfs } from './page.ts'
import { PEERS, askPeer, isPresent, relaxation } from './peers.ts'
import type { Peer } from './peers.ts'
import { rankedStarts } from './ranking.ts'
import { ukRoadmap } from './uk.ts'

/**
 * Measures the engine's roadmaps beside other solvers on the same model, in one run on one machine, and writes docs/benchmarks/roadmap.md:
 *   node bench/roadmap/run.ts [--sizes 100,500,1000,2000,5000] [--classes A,B,C] [--seeds 1] [--seconds 60] [--highs 120] [--peers HiGHS,CBC,GLPK,YALPS] [--uk 40,60]
 * Peers get `--seconds`, HiGHS `--highs`; all seconds are of the processor, one thread each.
 */
const { values: asked } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,500,1000,2000,5000' },
    classes: { type: 'string', default: 'A,B,C' },
    seeds: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    highs: { type: 'string', default: '120' },
    peers: { type: 'string', default: PEERS.join(',') },
    uk: { type: 'string', default: '40,60' },
  },
})
const listed = (text: string): readonly string[] => text.split(',').filter((each) => each !== '')
const absent = PEERS.filter((peer) => !isPresent(peer))
for (const peer of absent) console.log(`${peer} is not on this machine and is skipped`)
const peers = PEERS.filter((peer) => listed(asked.peers).includes(peer) && !absent.includes(peer))

/** Largest model, in candidates, that a peer is asked for: beyond it even its first linear program does not end in time. */
const LARGEST: Readonly<Record<Peer, number>> = { HiGHS: 5_000, CBC: 5_000, GLPK: 1_000, YALPS: 100 }
const SECONDS = [0.1, 0.3, 1, 3, 10]
const loadBefore = loadavg()[0]!

const named = listed(asked.sizes).flatMap((n) => {
  const size = SIZES.find((each) => each.n === Number(n))
  if (size === undefined) throw new Error(`There is no size ${n}: ${SIZES.map((each) => each.n).join(', ')}`)
  return listed(asked.classes).flatMap((cls) => listed(asked.seeds).map((seed) => ({ name: `${cls}${size.n}x${size.T}, seed ${seed}`, instance: generatedRoadmap(size, cls as InstanceClass, Number(seed)) })))
})
const real = listed(asked.uk).map((percent) => ({ name: `UK 2024, ${percent} % a year`, instance: ukRoadmap(Number(percent)) }))
const measured = [...named, ...real].map(({ name, instance }) => {
  const row = measure(name, instance)
  console.log(JSON.stringify(row))
  return row
})

const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(new URL('roadmap.md', out), pageOf(measured, { ...asked, absent, loads: [loadBefore, loadavg()[0]!], lengths: SECONDS }))

function measure(name: string, instance: GeneratedRoadmap): Measured {
  const model = modelOf(instance)
  const relaxed = relaxation(model)
  const given = roadmapCaseOf(instance)
  const rate = unitsPerSecond(given)
  const gapTo = (worth: number): number => (relaxed.bound - worth) / worth
  const courses = SECONDS.map((seconds) => {
    const { answer, cpuSeconds } = solved(given, Math.ceil(rate * seconds))
    const worth = sound(name, instance, startsOfPlan(instance, answer.plan))
    const course = { seconds, cpuSeconds, effort: answer.workUnits, worth, gap: answer.gap ?? Number.NaN, above: answer.bound / 100 / relaxed.bound - 1, gapToRelaxed: gapTo(worth) }
    return { course, answer }
  })
  const bounds = bounded(given, relaxed.bound, [0.3, 1, 3].map((seconds) => Math.ceil(rate * seconds)))
  const last = courses.at(-2)!
  const ranking = checkStarts(instance, rankedStarts(instance))
  const answers = peers.filter((peer) => instance.n <= LARGEST[peer]).map((peer) => {
    const { starts, cpuSeconds, said } = askPeer(peer, model, Number(peer === 'HiGHS' ? asked.highs : asked.seconds))
    const found = starts === null ? null : checkStarts(instance, starts)
    return { peer, said, cpuSeconds, gap: found === null || found.faults.length > 0 ? null : gapTo(found.worth / 100), faults: found?.faults.length ?? 0, worth: found === null || found.faults.length > 0 ? null : found.worth / 100 }
  })
  const best = answers.find(({ peer }) => peer === 'HiGHS')?.worth ?? null
  const asGood = best === null ? null : courses.find(({ course }) => course.worth >= best)?.course
  return {
    name, columns: model.columns.length, rows: model.rows.length, rate, relaxed, bounds,
    courses: courses.map(({ course }) => course),
    whatIfs: whatIfs(instance, last.answer, rate),
    answers,
    asGoodAsHighs: asGood === null || asGood === undefined ? null : asGood.cpuSeconds,
    ranking: { gap: gapTo(ranking.worth / 100), faults: ranking.faults.length },
  }
}

/** Worth of a plan in whole units; ours must keep everything. */
function sound(name: string, instance: GeneratedRoadmap, starts: Starts): number {
  const { worth, faults } = checkStarts(instance, starts)
  if (faults.length > 0) throw new Error(`${name}: our plan breaks ${faults[0]}`)
  return worth / 100
}

/** Twenty changes from the plan after three seconds, each with a tenth of a second of effort. */
function whatIfs(instance: GeneratedRoadmap, before: RoadmapAnswer, rate: number): WhatIfs {
  const given = roadmapCaseOf(instance)
  const runs = changesOf(given, before.plan).map((changed) => attempted(changed, Math.ceil(rate * 0.08), before))
  const gaps = runs.flatMap(({ answer }) => (answer === null ? [] : [answer.gap ?? Number.NaN]))
  return { count: runs.length, without: runs.length - gaps.length, p95Seconds: quantile(runs.map((each) => each.cpuSeconds), 0.95), medianGap: quantile(gaps, 0.5), p95Gap: quantile(gaps, 0.95) }
}
