import { arch, cpus } from 'node:os'

export type Course = { readonly seconds: number; readonly cpuSeconds: number; readonly effort: number; readonly worth: number; readonly gap: number; readonly above: number; readonly gapToRelaxed: number }
export type WhatIfs = { readonly count: number; readonly without: number; readonly p95Seconds: number; readonly medianGap: number; readonly p95Gap: number }
export type PeerRow = { readonly peer: string; readonly said: string; readonly cpuSeconds: number; readonly gap: number | null; readonly faults: number }

/** All that was measured on one instance; gaps are shares, `relaxed` is HiGHS's linear program of the same model. */
export type Measured = {
  readonly name: string
  readonly columns: number
  readonly rows: number
  readonly rate: number
  readonly relaxed: { readonly bound: number; readonly cpuSeconds: number }
  readonly bounds: readonly { readonly effort: number; readonly cpuSeconds: number; readonly above: number }[]
  readonly courses: readonly Course[]
  readonly whatIfs: WhatIfs
  readonly answers: readonly PeerRow[]
  readonly asGoodAsHighs: number | null
  readonly ranking: { readonly gap: number; readonly faults: number }
}

type Asked = { readonly seconds: string; readonly highs: string; readonly absent: readonly string[]; readonly loads: readonly [number, number]; readonly lengths: readonly number[] }

const percent = (share: number, digits = 2): string => `${(share * 100).toFixed(digits)} %`
const seconds = (value: number): string => `${value.toFixed(value < 1 ? 2 : 1)} s`
const table = (head: readonly string[], lines: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** docs/benchmarks/roadmap.md. */
export function pageOf(measured: readonly Measured[], { seconds: allowed, highs, absent, loads, lengths }: Asked): string {
  const peers = [...new Set(measured.flatMap(({ answers }) => answers.map(({ peer }) => peer)))]
  const peerCell = (row: Measured, peer: string): string => {
    const found = row.answers.find((each) => each.peer === peer)
    if (found === undefined) return 'not asked'
    if (found.gap === null) return `${found.faults > 0 ? `breaks ${found.faults}` : 'no plan'} (${seconds(found.cpuSeconds)})`
    return `${percent(found.gap)} (${seconds(found.cpuSeconds)})`
  }
  return `# Roadmaps, measured

Written by \`node bench/roadmap/run.ts\`; run it again rather than editing (\`--sizes\`, \`--classes\`, \`--seeds\`, \`--seconds\`, \`--highs\`, \`--peers\`, \`--uk\` narrow it).
Selection, start and staff in one model: budgets and pools by period, predecessors, either-ors, mandatory work, shares. Instances come from \`bench/roadmap/generator.ts\` by class, size and seed: in class A 35 % of the pools are bottlenecks, in B all, in C 12 %.
The peers get the time-indexed model as a textbook writes it (\`bench/roadmap/model.ts\`), written from the instance and not from the engine's case. Every plan, ours too, is read by \`bench/roadmap/check.ts\`, which shares no line with either.

Seconds are of the processor, one thread each, on ${cpus()[0]?.model.trim() ?? arch()} with Node ${process.versions.node}; the load of the machine was ${loads[0].toFixed(1)} at the beginning and ${loads[1].toFixed(1)} at the end (more than the number of cores means that caches were shared, which makes every figure worse).
Our effort is given in work units, so that an answer is the same on every machine; units for a second of processor time are told per instance.
${absent.length > 0 ? `\nNot on this machine, and so left out: ${absent.join(', ')} (Debian: coinor-cbc, glpk-utils).\n` : ''}
## Gap by time

Ours against its own proved bound, after the effort of so many seconds. "Bound" is how far the proved bound lies above the linear program (HiGHS).

${table(['', 'columns x rows', 'units a second', ...lengths.map((each) => `${each} s`), 'bound at the end', 'linear program, HiGHS'], measured.map((row) => [row.name, `${row.columns.toLocaleString('en')} x ${row.rows.toLocaleString('en')}`, Math.round(row.rate).toLocaleString('en'), ...row.courses.map((course) => percent(course.gap)), `+${percent(row.courses.at(-1)!.above, 3)}`, seconds(row.relaxed.cpuSeconds)]))}

## The bound by itself

Above the linear program, and the seconds until prices were settled, for three efforts.

${table(['', 'short', 'middle', 'long'], measured.map((row) => [row.name, ...row.bounds.map((each) => `+${percent(each.above, 3)} in ${seconds(each.cpuSeconds)}`)]))}

## Beside the peers

Gap to the linear program's bound, the same for all, after ${allowed} s (HiGHS: ${highs} s); in brackets the processor time used. "As good as HiGHS" is the processor time of the shortest of our runs whose plan is worth no less than HiGHS's last.
Ranking is value over cost from the top, which is what most tools do; what it breaks are the shares, which it cannot see.

${table(['', ...lengths.map((each) => `ours, ${each} s`), ...peers, 'as good as HiGHS', 'ranking'], measured.map((row) => [row.name, ...row.courses.map((course) => percent(course.gapToRelaxed)), ...peers.map((peer) => peerCell(row, peer)), row.asGoodAsHighs === null ? '' : seconds(row.asGoodAsHighs), `${percent(row.ranking.gap)}${row.ranking.faults > 0 ? `, breaks ${row.ranking.faults}` : ''}`]))}

## What-if

From the plan of the ${lengths.at(-2)} s run: budgets 10 % down to 5 % up, capacities down, choices pinned out, each answered with the effort of 0.08 s. The time is the whole answer: translation, repair, bound, check.

${table(['', 'changes', 'without a plan', 'time, p95', 'gap, median', 'gap, p95'], measured.map(({ name, whatIfs }) => [name, String(whatIfs.count), String(whatIfs.without), `${(whatIfs.p95Seconds * 1000).toFixed(0)} ms`, percent(whatIfs.medianGap), percent(whatIfs.p95Gap)]))}

The UK rows are the Government Major Projects Portfolio of March 2024 with yearly budgets; costs are spread evenly over the years and starts may be put off by three years, both our reading.
Source: Infrastructure and Projects Authority; contains public sector information licensed under the Open Government Licence v3.0.
`
}
