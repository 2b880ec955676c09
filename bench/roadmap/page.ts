import { arch, cpus } from 'node:os'
import type { Beside, Course, Measured, Ours } from './figures.ts'
import { exactPart, exactTargets } from './exact.ts'
import type { ExactRow } from './exact.ts'
import { frontierPart, frontierTargets } from './frontier.ts'
import { settlingPart, settlingTargets } from './settling.ts'
import { threadPart, threadTargets } from './thread.ts'
import { targetsPart } from './targets.ts'
import { percent, seconds, table } from './wording.ts'

type Asked = { readonly seconds: string; readonly highs: string; readonly absent: readonly string[]; readonly loads: readonly [number, number] | null; readonly lengths: readonly number[]; readonly inParts: boolean; readonly note?: string | undefined }

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 2 : 0)} MB`

/** docs/benchmarks/roadmap.md. The load is told by a run that measured; null: it only wrote what was kept. */
export function pageOf(all: readonly Measured[], exact: readonly ExactRow[], asked: Asked): string {
  const measured = all.flatMap(({ ours, ...rest }) => (ours === null ? [] : [{ ...rest, ours }]))
  const { absent, loads, inParts } = asked
  return `# Roadmaps, measured

Written by \`node bench/roadmap/run.ts\`; run it again rather than editing (\`--sizes\`, \`--classes\`, \`--seeds\`, \`--seconds\`, \`--highs\`, \`--peers\`, \`--uk\` narrow it, \`--kept <file>\` lets it be taken up where it ended).
Selection, start and staff in one model: budgets and pools by period, predecessors, either-ors, mandatory work, shares. Instances come from \`bench/roadmap/generator.ts\` by class, size and seed: in class A 35 % of the pools are bottlenecks, in B all, in C 12 %.
The peers get the time-indexed model as a textbook writes it (\`bench/roadmap/model.ts\`), written from the instance and not from the engine's case. Every plan, ours too, is read by \`bench/roadmap/check.ts\`, which shares no line with either.

Seconds are of the processor, one thread each, on ${cpus()[0]?.model.trim() ?? arch()} with Node ${process.versions.node}${loads === null ? '' : `; the load of the machine was ${loads[0].toFixed(1)} at the beginning and ${loads[1].toFixed(1)} at the end`} (a load of more than the number of cores means that caches were shared, which makes every figure worse: compare within a row).${inParts ? '\nThe run was made in parts: rows were measured one after the other, at different loads.' : ''}${asked.note === undefined ? '' : `\n${asked.note}`}
Our effort is given in work units, so that an answer is the same on every machine; units for a second of processor time are told per instance.
${absent.length > 0 ? `\nNot on this machine, and so left out: ${absent.join(', ')} (Debian: coinor-cbc, glpk-utils).\n` : ''}${targetsPart(measured, [...settlingTargets(all), ...frontierTargets(all), ...threadTargets(all), ...exactTargets(exact)])}${gapPart(measured, asked)}${boundPart(measured)}${settlingPart(all)}${peersPart(measured, asked)}${exactPart(exact)}${whatIfPart(measured)}${frontierPart(all)}${carriedPart(all)}${threadPart(all)}
The UK rows are the Government Major Projects Portfolio of March 2024 with yearly budgets; costs are spread evenly over the years and starts may be put off by three years, both our reading.
Source: Infrastructure and Projects Authority; contains public sector information licensed under the Open Government Licence v3.0.
`
}

/** How far a bound lies above the linear program; below it where a search has closed what the linear program leaves open. */
const above = (beside: Beside | null, bound: number): string => {
  if (beside === null) return 'not measured'
  const share = bound / beside.relaxed.bound - 1
  return `${share < 0 ? '−' : '+'}${percent(Math.abs(share), 3)}`
}

type Solved = Measured & { readonly ours: Ours }

function cellOf({ courses }: Ours, length: number, figure: (course: Course) => string): string {
  const course = courses.find(({ seconds }) => seconds === length)
  return course === undefined ? 'not measured' : figure(course)
}

const gapPart = (measured: readonly Solved[], { lengths }: Asked): string => `
## Gap by time

Ours against its own proved bound, after the effort of so many seconds, in brackets the seconds that it took. "Bound" is how far the proved bound lies above the linear program (HiGHS), or below it where branch and bound has gone on from there.

${table(['', 'columns x rows', 'units a second', ...lengths.map((each) => `${each} s`), 'bound at the end', 'linear program, HiGHS'], measured.map(({ name, ours, beside }) => [name, `${ours.columns.toLocaleString('en')} x ${ours.rows.toLocaleString('en')}`, Math.round(ours.rate).toLocaleString('en'), ...lengths.map((each) => cellOf(ours, each, (course) => `${percent(course.gap)} (${seconds(course.cpuSeconds)})`)), above(beside, ours.courses.at(-1)!.bound), beside === null ? 'not measured' : seconds(beside.relaxed.cpuSeconds)]))}
`

const boundPart = (measured: readonly Solved[]): string => `
## The bound by itself

Above the linear program once the first prices are settled, for four efforts, with the seconds until then, translation of the case included.

${table(['', 'shortest', 'short', 'middle', 'long'], measured.map(({ name, ours, beside }) => [name, ...ours.bounds.map((each) => `${above(beside, each.bound)} in ${seconds(each.cpuSeconds)}`)]))}
`

/** Gap of a plan to the linear program's bound, as a share of the plan's worth. */
export const gapTo = ({ relaxed }: Beside, worth: number): number => (relaxed.bound - worth) / worth

function peersPart(measured: readonly Solved[], { lengths, seconds: allowed, highs }: Asked): string {
  const both = measured.flatMap(({ beside, ...rest }) => (beside === null || beside.answers.length === 0 ? [] : [{ ...rest, beside }]))
  if (both.length === 0) return ''
  const peers = [...new Set(both.flatMap(({ beside }) => beside.answers.map(({ peer }) => peer)))]
  const cell = (beside: Beside, peer: string): string => {
    const found = beside.answers.find((each) => each.peer === peer)
    if (found === undefined) return 'not asked'
    return `${found.worth === null ? (found.faults > 0 ? `breaks ${found.faults}` : 'no plan') : percent(gapTo(beside, found.worth))} (${seconds(found.cpuSeconds)})`
  }
  const asGood = ({ ours, beside }: (typeof both)[number]): string => {
    const highsWorth = beside.answers.find(({ peer }) => peer === 'HiGHS')?.worth ?? null
    if (highsWorth === null) return 'HiGHS has none'
    const first = ours.courses.find(({ worth }) => worth >= highsWorth)
    return first === undefined ? 'not reached' : seconds(first.cpuSeconds)
  }
  return `
## Beside the peers

Gap to the linear program's bound, the same for all, after at most ${allowed} s (HiGHS: ${highs} s); in brackets the processor time used. HiGHS and GLPK look at the clock on the wall and not at the processor, so on a loaded machine they get less than that.
"As good as HiGHS" is the processor time of the shortest of our runs whose plan is worth no less than HiGHS's last. Ranking is value over cost from the top, which is what most tools do; what it breaks are the shares, which it cannot see.

${table(['', ...lengths.map((each) => `ours, ${each} s`), ...peers, 'as good as HiGHS', 'ranking'], both.map((row) => [row.name, ...lengths.map((each) => cellOf(row.ours, each, ({ worth }) => percent(gapTo(row.beside, worth)))), ...peers.map((peer) => cell(row.beside, peer)), asGood(row), `${percent(gapTo(row.beside, row.beside.ranking.worth))}${row.beside.ranking.faults > 0 ? `, breaks ${row.beside.ranking.faults}` : ''}`]))}
`
}

const whatIfPart = (measured: readonly Solved[]): string => `
## What-if

From the plan of the 3 s run, fifty changes: budgets 10 % down to 10 % up, capacities 5 % down to 5 % up, choices held out, others held in, in turn. Proved: the time of the answering thread until a plan is found and proved as near its bound as said, translation, repair and check included, or until it is proved that nothing fits any more; — where that many were not. The whole answer has 0.09 s of search. The first answer pays for code that was not compiled yet.

${table(['', 'changes', 'nothing fits', 'without a plan', 'proved within', 'first', 'median', 'p95', 'whole answer, median', 'gap, median', 'gap, p95'], measured.map(({ name, ours: { whatIfs } }) => [name, String(whatIfs.count), String(whatIfs.nothingFits), String(whatIfs.without), `${percent(whatIfs.within, 1)}: ${whatIfs.proved}`, ...[whatIfs.provedFirst, whatIfs.provedMedian, whatIfs.provedP95, whatIfs.wholeMedian].map(milliseconds), percent(whatIfs.medianGap), percent(whatIfs.p95Gap)]))}
`

const milliseconds = (seconds: number | null): string => (seconds === null ? '—' : `${(seconds * 1000).toFixed(0)} ms`)

const carriedPart = (measured: readonly Measured[]): string => `
## Between page and worker

Bytes of a request (the case and the plan before it with its prices) and of an answer as structured clones, and what the worker holds while it works, the case itself not counted. Work is done in the worker in slices of 1,500 units, so that a newer request is heard in between; the page's own thread clones messages and draws.

${table(['', 'request', 'answer', 'held while at work'], measured.flatMap(({ name, carried }) => (carried === null ? [] : [[name, megabytes(carried.requestBytes), megabytes(carried.answerBytes), megabytes(carried.heldBytes)]])))}
`
