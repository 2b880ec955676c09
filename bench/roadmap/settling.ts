import { beginRoadmap } from '@throughline/engine/portfolio'
import type { RoadmapCase, RoadmapRun } from '@throughline/engine/portfolio'
import { withTighterBudgets } from './case.ts'
import { cpuSince } from '../processor.ts'
import { quantile, solved } from './ours.ts'
import { percent, table } from './wording.ts'

/** Seconds of processor time until the bound of cold prices was within so much of the linear program (null: not while first prices were sought), and until old prices bounded a changed case. The translation of the case is not in them. */
export type Settling = { readonly within: readonly { readonly share: number; readonly seconds: number | null }[]; readonly oldPricesSeconds: number }

const SHARES = [0.001, 0.0005] as const
const TIMES = 5
/** More work than prices take by themselves, and than an answer with fair prices takes. */
const [ENOUGH_BY_CANDIDATE, FAIR_BY_CANDIDATE] = [2_000, 40]

/** The middle of five, once the code is warm. `relaxed` is the linear program's value. */
export function settlingOf(given: RoadmapCase, relaxed: number): Settling {
  const effort = ENOUGH_BY_CANDIDATE * given.candidates.length
  const cold = times(() => reached(begun(given, effort), SHARES.map((share) => relaxed * (1 + share) * 100)))
  const { answer } = solved(given, FAIR_BY_CANDIDATE * given.candidates.length)
  const changed = withTighterBudgets(given, 5)
  const warm = times(() => reached(begun(changed, effort, answer), [Number.MAX_VALUE]))
  const middle = (runs: readonly (readonly (number | null)[])[], at: number): number | null => (runs.some((run) => run[at] === null) ? null : quantile(runs.map((run) => run[at] ?? 0), 0.5))
  return { within: SHARES.map((share, at) => ({ share, seconds: middle(cold, at) })), oldPricesSeconds: middle(warm, 0) ?? Number.NaN }
}

/** The first is for the compiler and not counted. */
const times = <T>(measure: () => T): readonly T[] => Array.from({ length: TIMES + 1 }, measure).slice(1)

function begun(given: RoadmapCase, effort: number, start?: Parameters<typeof beginRoadmap>[1]['start']): RoadmapRun {
  const begins = beginRoadmap(given, { seed: 1, effort, ...(start === undefined ? {} : { start }) })
  if (!begins.ok) throw new Error(JSON.stringify(begins.refusal))
  return begins.value
}

/** Seconds until the bound is no higher than each of the limits; one evaluation at a time. */
function reached(run: RoadmapRun, limits: readonly number[]): readonly (number | null)[] {
  const from = process.cpuUsage()
  const when: (number | null)[] = limits.map(() => null)
  while (when.includes(null) && !run.isOver() && run.progress().phase === 'prices') {
    run.advance(0.001)
    const { bound } = run.progress()
    limits.forEach((limit, at) => {
      if (bound <= limit) when[at] ??= cpuSince(from)
    })
  }
  return when
}

type Row = { readonly name: string; readonly settling: Settling | null }

const milliseconds = (value: number | null): string => (value === null ? 'not reached' : value < 0.000_1 ? 'under 0.1 ms' : `${(value * 1000).toFixed(value < 0.01 ? 1 : 0)} ms`)

/** What prices are held to: milliseconds until within 0.05 %, and of old prices after a change. */
const TARGETS: readonly { readonly name: string; readonly coldSeconds: number; readonly oldSeconds: number | null }[] = [
  { name: 'A500x12', coldSeconds: 0.04, oldSeconds: null },
  { name: 'A5000x20', coldSeconds: 0.3, oldSeconds: 0.002 },
]

/** Lines for the table of targets. */
export function settlingTargets(rows: readonly Row[]): readonly (readonly string[])[] {
  return rows.flatMap(({ name, settling }) => {
    const target = TARGETS.find((each) => name.startsWith(`${each.name},`))
    if (target === undefined || settling === null) return []
    const judged = (what: string, most: number, took: number | null): readonly string[] => [name, what, milliseconds(most), milliseconds(took), took !== null && took <= most ? 'met' : took === null ? 'missed' : `missed by ${milliseconds(took - most)}`]
    return [
      judged('bound within 0.05 % of the linear program', target.coldSeconds, settling.within.find(({ share }) => share === 0.0005)?.seconds ?? null),
      ...(target.oldSeconds === null ? [] : [judged('bound of old prices after a change', target.oldSeconds, settling.oldPricesSeconds)]),
    ]
  })
}

export function settlingPart(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ name, settling }) => (settling === null ? [] : [[name, ...settling.within.map((each) => milliseconds(each.seconds)), milliseconds(settling.oldPricesSeconds)]]))
  return lines.length === 0 ? '' : `
## How soon prices settle

Processor time from prices of nothing until the proved bound is within so much of the linear program, and from old prices until they bound a case whose budgets were cut by 5 % (one look: where only limits have changed, what choices are worth at prices that an answer was given at is taken over from it). Middle of five, code warm, translation of the case apart.

${table(['', ...SHARES.map((share) => `within ${percent(share)}`), 'old prices'], lines)}
`
}
