import { arch, cpus } from 'node:os'

/** One instance as it was solved; values and bounds in the units in which it was published. */
export type Measured = {
  readonly name: string
  readonly columns: number
  readonly rows: number
  readonly listed: number | null
  readonly lp: number
  readonly value: number
  readonly bound: number
  readonly proved: boolean
  readonly workUnits: number
  readonly cpuSeconds: number
  readonly ranked: number
}

type Asked = { readonly units: number; readonly long: number; readonly every: number; readonly loads: readonly [number, number] }

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length
const percent = (share: number, digits = 3): string => `${(share * 100).toFixed(digits)} %`
const belowLp = (row: Measured, value: number): number => (row.lp - value) / row.lp
const isAsGood = (row: Measured): boolean => row.listed !== null && row.value >= row.listed - 1e-6
const isBetter = (row: Measured): boolean => row.listed !== null && row.value > row.listed + 1e-6

/** docs/benchmarks/knapsack.md. */
export function pageOf(exact: readonly Measured[], large: readonly Measured[], { units, long, every, loads }: Asked): string {
  return `# Knapsacks of the literature, measured

Written by \`node bench/knapsack/run.ts\`; run it again rather than editing. Selection and nothing else: the greatest value that keeps each of several budgets, by the solver that selects portfolios. Mixed plans, trees over few candidates and walks look for better plans beside its tree, the more the less that closes of the gap; selections of the product go without them.
Effort is counted in work units, so that an answer is the same on every machine; seconds are of the processor, one thread, on ${cpus()[0]?.model.trim() ?? arch()} with Node ${process.versions.node}. The load of the machine was ${loads[0].toFixed(1)} at the beginning and ${loads[1].toFixed(1)} at the end.
Each plan passes the independent check of the solver in whole numbers. "Ranking" is value over the share of the limits from the top, whatever still fits, which is what most tools do.

The problems of Petersen (1967) ship in \`bench/instances/or-library\`. The others are named on the command line (\`--folder\`): mknapcb1 to 9 of OR-Library (Chu and Beasley, *A genetic algorithm for the multidimensional knapsack problem*, Journal of Heuristics 4, 1998), SAC-94 and those of Glover and Kochenberger.
${targetsPart(exact, large)}${large.length === 0 ? '' : largePart(large, units, every)}
## To the proof

At most ${long.toLocaleString('en')} units. Of ${exact.length} problems ${exact.filter((row) => row.proved).length} are proved; of ${exact.filter((row) => row.listed !== null).length} with a listed value it is reached or beaten on ${exact.filter(isAsGood).length}.

| | candidates x rows | value | listed | bound | work units | seconds | ranking |
|---|---|---|---|---|---|---|---|
${exact.map((row) => `| ${row.name} | ${row.columns} x ${row.rows} | ${row.value} | ${row.listed ?? 'none'} | ${row.proved ? 'proved best' : `at most ${row.bound}`} | ${row.workUnits.toLocaleString('en')} | ${row.cpuSeconds.toFixed(2)} | ${percent((row.value - row.ranked) / row.value, 2)} less |`).join('\n')}
`
}

function largePart(large: readonly Measured[], units: number, every: number): string {
  const sizes = [...new Set(large.map((row) => `${row.rows}.${row.columns}`))]
  const line = (name: string, rows: readonly Measured[]): string => {
    const listed = rows.filter((row) => row.listed !== null)
    return `| ${name} | ${rows.length} | ${percent(mean(rows.map((row) => belowLp(row, row.value))))} | ${percent(mean(listed.map((row) => belowLp(row, row.listed!))))} | ${percent(mean(rows.map((row) => belowLp(row, row.ranked))))} | ${listed.filter(isAsGood).length} of ${listed.length} | ${listed.filter(isBetter).length} | ${rows.filter((row) => row.proved).length} | ${mean(rows.map((row) => row.cpuSeconds)).toFixed(1)} | ${Math.max(...rows.map((row) => row.cpuSeconds)).toFixed(1)} |`
  }
  return `
## Chu and Beasley's, by size

At most ${units.toLocaleString('en')} units each, half as many again with thirty rows, where a unit takes less time${every > 1 ? `; one problem of ${every} (\`--every ${every}\`)` : ''}. Gaps are to the bound of the linear program, as published.

| rows.candidates | problems | gap, ours | gap, listed (genetic algorithm) | gap, ranking | listed reached or beaten | beaten | proved best | seconds, mean | seconds, most |
|---|---|---|---|---|---|---|---|---|---|
${sizes.map((size) => line(size, large.filter((row) => `${row.rows}.${row.columns}` === size))).join('\n')}
${line('all', large)}
`
}

const MOST_GAP = 0.0054
const MOST_SECONDS = 10

/** What the solver is held to beside what was measured. */
function targetsPart(exact: readonly Measured[], large: readonly Measured[]): string {
  const listed = exact.filter((row) => row.listed !== null)
  const short = listed.filter((row) => !isAsGood(row)).map(({ name }) => name)
  const reached = large.filter(isAsGood).length
  const gap = mean(large.map((row) => belowLp(row, row.value)))
  const most = Math.max(...large.map((row) => row.cpuSeconds))
  const met = (is: boolean): string => (is ? 'met' : 'missed')
  const lines = [
    ...(large.length === 0 ? [] : [
      ['mean gap to the linear program, Chu and Beasley', `at most ${percent(MOST_GAP, 2)} over all 162`, `${percent(gap)} over ${large.length}`, met(gap <= MOST_GAP)],
      ['listed best reached or beaten', 'on half', `on ${reached} of ${large.length}`, met(2 * reached >= large.length)],
      ['seconds of the processor, most', `at most ${MOST_SECONDS}`, most.toFixed(1), met(most <= MOST_SECONDS)],
    ]),
    ['known best value found, other problems', 'on all', `on ${listed.length - short.length} of ${listed.length}${short.length === 0 ? '' : ` (short: ${short.join(', ')})`}`, met(short.length === 0)],
  ]
  return `
## What it is held to

| figure | target | measured | |
|---|---|---|---|
${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`
}
