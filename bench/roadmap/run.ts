import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { SIZES, SMALL_SIZES, generatedRoadmap } from './generator.ts'
import type { GeneratedRoadmap, InstanceClass } from './generator.ts'
import { roadmapCaseOf } from './case.ts'
import { highsProof, ourProof } from './exact.ts'
import type { ExactRow } from './exact.ts'
import type { Measured } from './figures.ts'
import { frontierOf } from './frontier.ts'
import { keepingIn } from './kept.ts'
import type { Part } from './kept.ts'
import { beside, ours } from './measure.ts'
import { carriedBy } from './message.ts'
import { pageOf } from './page.ts'
import { modelOf } from './model.ts'
import { PEERS, isPresent, relaxation } from './peers.ts'
import { settlingOf } from './settling.ts'
import { standOf } from './stand.ts'
import { threadsOf } from './thread.ts'
import { ukRoadmap } from './uk.ts'

/**
 * Measures the engine's roadmaps beside other solvers on the same model, on one machine, and writes docs/benchmarks/roadmap.md:
 *   node bench/roadmap/run.ts [--sizes 100,500,1000,2000,5000] [--classes A,B,C] [--seeds 1] [--lengths 0.1,0.3,1,3,10] [--seconds 60] [--highs 120] [--peers HiGHS,CBC,GLPK,YALPS] [--uk 40,60] [--exact 20,30,40] [--exact-seeds 1,2,3] [--kept <file>] [--part ours|peers|carried|frontier|settling|thread|exact|page] [--note <what a reader has to know of this run>]
 * Peers get `--seconds`, HiGHS `--highs`; all seconds are of the processor, one thread each. With `--kept` a run is taken up where it ended: what
 * the file holds is not measured again, and the page is written of all that it holds by then. `--part` measures one part and
 * writes no page, or writes the page of what is kept and measures nothing.
 */
const { values: asked } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,500,1000,2000,5000' },
    classes: { type: 'string', default: 'A,B,C' },
    seeds: { type: 'string', default: '1' },
    lengths: { type: 'string', default: '0.1,0.3,1,3,10' },
    seconds: { type: 'string', default: '60' },
    highs: { type: 'string', default: '120' },
    peers: { type: 'string', default: PEERS.join(',') },
    uk: { type: 'string', default: '40,60' },
    exact: { type: 'string', default: '20,30,40' },
    'exact-seeds': { type: 'string', default: '1,2,3' },
    kept: { type: 'string' },
    part: { type: 'string' },
    note: { type: 'string' },
  },
})
const listed = (text: string): readonly string[] => text.split(',').filter((each) => each !== '')
const absent = PEERS.filter((peer) => !isPresent(peer))
for (const peer of absent) console.log(`${peer} is not on this machine and is skipped`)
const peers = PEERS.filter((peer) => listed(asked.peers).includes(peer) && !absent.includes(peer))
const lengths = listed(asked.lengths).map(Number)
const keep = keepingIn(asked.kept)
const loadBefore = loadavg()[0]!

const known = [...SIZES, ...SMALL_SIZES]
const drawn = (sizes: string, seeds: string): readonly { readonly name: string; readonly instance: GeneratedRoadmap }[] => listed(sizes).flatMap((n) => {
  const size = known.find((each) => each.n === Number(n))
  if (size === undefined) throw new Error(`There is no size ${n}: ${known.map((each) => each.n).join(', ')}`)
  return listed(asked.classes).flatMap((cls) => listed(seeds).map((seed) => ({ name: `${cls}${size.n}x${size.T}, seed ${seed}`, instance: generatedRoadmap(size, cls as InstanceClass, Number(seed)) })))
})
const generated = drawn(asked.sizes, asked.seeds)
const real = listed(asked.uk).map((percent) => ({ name: `UK 2024, ${percent} % a year`, instance: ukRoadmap(Number(percent)) }))
const isAsked = (part: Part): boolean => asked.part === undefined || asked.part === part
const figures = <T>(name: string, part: Part, measure: () => T): T | null => (isAsked(part) || asked.part === 'page' ? keep(name, part, asked.part === 'page' ? null : measure) : null)
const exact = drawn(asked.exact, asked['exact-seeds']).map(({ name, instance }): ExactRow => ({
  name,
  ours: figures(name, 'exact', () => ourProof(name, instance)),
  // Part of the same; kept by itself, as it may take ten minutes, and left out where HiGHS is not among the peers.
  highs: isAsked('exact') && peers.includes('HiGHS') ? keep(name, 'exactHighs', () => highsProof(instance)) : keep(name, 'exactHighs', null),
}))
const imported = 'UK 2024, as imported'
const threads = await threadsOf([{ name: imported, stand: () => null }, ...[...real, ...generated].map(({ name, instance }) => ({ name, stand: () => standOf(instance) }))], keep, isAsked('thread'))
const measured = [...real, ...generated].map(({ name, instance }): Measured => {
  const others = figures(name, 'peers', () => beside(instance, peers, (peer) => Number(peer === 'HiGHS' ? asked.highs : asked.seconds)))
  return {
    name,
    beside: others,
    ours: figures(name, 'ours', () => ours(name, instance, lengths)),
    carried: figures(name, 'carried', () => carriedBy(roadmapCaseOf(instance))),
    frontier: figures(name, 'frontier', () => frontierOf(roadmapCaseOf(instance))),
    settling: figures(name, 'settling', () => settlingOf(roadmapCaseOf(instance), others?.relaxed.bound ?? relaxation(modelOf(instance)).bound)),
    thread: threads.get(name) ?? null,
  }
})
measured.push({ name: imported, beside: null, ours: null, carried: null, frontier: null, settling: null, thread: threads.get(imported) ?? null })

if (asked.part === undefined || asked.part === 'page') {
  const out = new URL('../../docs/benchmarks/', import.meta.url)
  mkdirSync(out, { recursive: true })
  writeFileSync(new URL('roadmap.md', out), pageOf(measured, exact, { ...asked, absent, loads: asked.part === 'page' ? null : [loadBefore, loadavg()[0]!], lengths, inParts: asked.kept !== undefined }))
}
