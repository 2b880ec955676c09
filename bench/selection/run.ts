import { mkdirSync, writeFileSync } from 'node:fs'
import { selectPortfolio, whatIf } from '@throughline/engine/portfolio'
import type { Selection, SelectionInput } from '@throughline/engine/portfolio'
import { highsOracle } from '@throughline/testkit/oracle'
import type { HighsOracle } from '@throughline/testkit/oracle'
import { totalOnly, ukCandidates, withYearsAndCaps } from './case.ts'
import { generatedCase } from './generated.ts'
import { askHighs } from './oracle.ts'

/**
 * Measures portfolio selection against HiGHS on the same machine in the same run, and writes docs/benchmarks/selection.md:
 *   node bench/selection/run.ts
 */
const PERCENTS = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
const REPEATS = 3
const HIGHS_SECONDS = 60

const oracle = await highsOracle()
const candidates = ukCandidates()
const total = PERCENTS.map((percent) => measured(`${percent} %`, totalOnly(candidates, percent), totalOnly(candidates, percent * 0.97), REPEATS, oracle))
const full = PERCENTS.map((percent) => measured(`${percent} %`, withYearsAndCaps(candidates, percent), withYearsAndCaps(candidates, percent * 0.97), REPEATS, oracle))
const generated = [50, 100, 200, 400].map((size) => measured(`${size} candidates`, generatedCase(size, 1), tighter(generatedCase(size, 1)), 1, oracle))

const out = new URL('../../docs/benchmarks/', import.meta.url)
mkdirSync(out, { recursive: true })
writeFileSync(new URL('selection.md', out), page())

type Row = ReturnType<typeof measured>

function measured(name: string, input: SelectionInput, changed: SelectionInput, repeats: number, highs: HighsOracle) {
  const ours = timed(repeats, () => chosen(input))
  const moved = timed(repeats, () => whatIf(ours.result, changed))
  const theirs = [...Array(repeats).keys()].map(() => askHighs(highs, input, HIGHS_SECONDS))
  const best = theirs[0]!
  if (best.faults.length > 0) throw new Error(`HiGHS broke a row of ${name}`)
  if (best.closed && ours.result.proved && best.value !== ours.result.value) throw new Error(`${name}: ${ours.result.value} against ${best.value}`)
  if (!moved.result.ok) throw new Error(moved.result.refusal.code)
  return { name, ours: ours.result, seconds: ours.seconds, whatIf: moved.result.value.selection, whatIfSeconds: moved.seconds, theirs: best, theirSeconds: median(theirs.map((each) => each.seconds)) }
}

function chosen(input: SelectionInput): Selection {
  const result = selectPortfolio(input, { explain: 'quick' })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

/** Once to warm up, then the median of `repeats`. */
function timed<T>(repeats: number, work: () => T): { readonly result: T; readonly seconds: number } {
  const result = work()
  const seconds = [...Array(repeats).keys()].map(() => {
    const from = performance.now()
    work()
    return (performance.now() - from) / 1000
  })
  return { result, seconds: median(seconds) }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}

/** Every amount 5 % tighter. */
function tighter(input: SelectionInput): SelectionInput {
  return { ...input, constraints: input.constraints.map((each) => ('limit' in each ? { ...each, limit: Math.floor(each.limit * 0.95) } : each)) }
}

function page(): string {
  const ms = (seconds: number): string => (seconds * 1000).toFixed(seconds < 0.01 ? 1 : 0)
  const billions = (minor: number): string => (minor / 1e11).toFixed(3)
  const head = '| | value, GBP bn | proved | work units | ours, ms | HiGHS, ms | HiGHS / ours | HiGHS found | what-if, ms | ranking leaves, GBP bn |\n|---|---|---|---|---|---|---|---|---|---|'
  const line = ({ name, ours, seconds, theirs, theirSeconds, whatIfSeconds, whatIf: moved }: Row): string => {
    const found = theirs.value === ours.value ? 'the same' : `${billions(theirs.value - ours.value)}${theirs.closed ? '' : `, not closed in ${HIGHS_SECONDS} s`}`
    const left = ours.ranking.valueLeftOnTable === null ? 'no plan' : billions(ours.ranking.valueLeftOnTable)
    return `| ${name} | ${billions(ours.value)} | ${ours.proved ? 'yes' : `gap ${((ours.gap ?? 0) * 100).toFixed(3)} %`} | ${ours.workUnits} | ${ms(seconds)} | ${ms(theirSeconds)} | ${(theirSeconds / seconds).toFixed(1)} | ${found} | ${ms(whatIfSeconds)}${moved.proved ? '' : ' (open)'} | ${left} |`
  }
  const table = (rows: readonly Row[]): string => `${head}\n${rows.map(line).join('\n')}\n`
  const ratio = (rows: readonly Row[]): string => median(rows.map((row) => row.theirSeconds / row.seconds)).toFixed(1)
  return `# Portfolio selection, measured

Written by \`node bench/selection/run.ts\`; run it again rather than editing. Times depend on the machine, ratios much less, work units not at all.
HiGHS is the wasm build of the \`highs\` package, single-threaded as ours is, with both MIP gaps set to zero (its default relative gap of 1e-4 stops early) and at most ${HIGHS_SECONDS} s.
Our time is the whole of \`selectPortfolio\` with quick explanations: translation, search, independent check, ranking and verdicts. HiGHS's is its \`solve\` on the finished text.
"What-if" is the answer after every budget is cut by 3 % (5 % in the generated cases), starting from the plan before, again with proof.

## UK Government Major Projects Portfolio, March 2024: 90 projects, one total budget

Budget in per cent of the cost of all projects (GBP 246bn; benefits GBP 625bn). Median of ${REPEATS} after one warm-up; HiGHS takes ${ratio(total)} times as long in the median.
Source: Infrastructure and Projects Authority; contains public sector information licensed under the Open Government Licence v3.0.

${table(total)}
## The same with ten yearly budgets and department caps

Costs are spread evenly over the remaining months of each project (our reading, not published). HiGHS takes ${ratio(full)} times as long in the median.

${table(full)}
## Generated portfolios

Seeded; total, eight yearly budgets, five department caps, dependencies and either-ors. One run after a warm-up. Ours ends at its default effort.

${table(generated)}`
}
