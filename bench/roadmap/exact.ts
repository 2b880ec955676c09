import { loadavg } from 'node:os'
import { beginRoadmap } from '@throughline/engine/portfolio'
import { cpuSince } from '../processor.ts'
import { roadmapCaseOf, startsOfPlan } from './case.ts'
import { checkStarts } from './check.ts'
import type { GeneratedRoadmap } from './generator.ts'
import { modelOf } from './model.ts'
import { askPeer } from './peers.ts'
import { percent, seconds, table } from './wording.ts'

/** The end of an attempt to prove the best plan. `worth` is null where no plan was found, or one that breaks something; `load` is of the machine when it began. */
export type Proof = { readonly worth: number | null; readonly chosen: number; readonly proved: boolean; readonly gap: number | null; readonly cpuSeconds: number; readonly faults: number; readonly load: number }

/** One instance by ours and by HiGHS; null where it was not measured. */
export type ExactRow = { readonly name: string; readonly ours: Proof | null; readonly highs: Proof | null }

/** Seconds of processor time in which ours has to be proved, and seconds by the clock that HiGHS gets. */
const [OURS_SECONDS, HIGHS_SECONDS] = [60, 600]
/** More than sixty seconds of work: the clock ends what is not proved. */
const EFFORT = 16_000_000
/** Work between two looks at the clock. */
const SLICE = 5_000

/** The engine until its plan is proved or its seconds are over; translation and check are counted. */
export function ourProof(name: string, instance: GeneratedRoadmap): Proof {
  const load = loadavg()[0]!
  const from = process.cpuUsage()
  const begun = beginRoadmap(roadmapCaseOf(instance), { seed: 1, effort: EFFORT })
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal))
  const run = begun.value
  while (!run.isOver() && cpuSince(from) < OURS_SECONDS) run.advance(SLICE)
  const concluded = run.conclude()
  const cpuSeconds = cpuSince(from)
  if (!concluded.ok) return { worth: null, chosen: 0, proved: concluded.refusal.code === 'nothing_fits', gap: null, cpuSeconds, faults: 0, load }
  const { plan, proved, gap } = concluded.value
  const { worth, faults } = checkStarts(instance, startsOfPlan(instance, plan))
  if (faults.length > 0) throw new Error(`${name}: our plan breaks ${faults[0]}`)
  return { worth: worth / 100, chosen: plan.length, proved, gap, cpuSeconds, faults: 0, load }
}

/** HiGHS on the textbook model, to a gap of nothing. */
export function highsProof(instance: GeneratedRoadmap): Proof {
  const load = loadavg()[0]!
  const { starts, cpuSeconds, said } = askPeer('HiGHS', modelOf(instance), HIGHS_SECONDS)
  const proved = said === 'Optimal' || said === 'Infeasible'
  if (starts === null) return { worth: null, chosen: 0, proved, gap: null, cpuSeconds, faults: 0, load }
  const { worth, faults } = checkStarts(instance, starts)
  const chosen = starts.filter((start) => start !== null).length
  return { worth: faults.length > 0 ? null : worth / 100, chosen, proved, gap: null, cpuSeconds, faults: faults.length, load }
}

const isInTime = ({ proved, cpuSeconds }: Proof): boolean => proved && cpuSeconds <= OURS_SECONDS

/** Rows that HiGHS proved and that we answered too. */
const proofsOfHighs = (rows: readonly ExactRow[]): readonly { readonly ours: Proof; readonly highs: Proof }[] =>
  rows.flatMap(({ ours, highs }) => (ours !== null && highs !== null && highs.proved ? [{ ours, highs }] : []))

const isSame = ({ ours, highs }: { readonly ours: Proof; readonly highs: Proof }): boolean => highs.faults === 0 && ours.worth === highs.worth

/** Lines for the table of targets; a target is open while there are instances that were not measured. */
export function exactTargets(rows: readonly ExactRow[]): readonly (readonly string[])[] {
  const ours = rows.flatMap((row) => row.ours ?? [])
  const asked = rows.filter((row) => row.ours !== null && row.highs !== null).length
  if (ours.length === 0) return []
  const proofs = proofsOfHighs(rows)
  const line = (what: string, held: number, of: number, open: number): readonly string[] => [
    '20 to 40 candidates', what, 'all', `${held} of ${of}${open > 0 ? `, ${open} not measured` : ''}`, held < of ? `missed by ${of - held}` : open > 0 ? 'open' : 'met',
  ]
  return [
    line(`proved within ${OURS_SECONDS} s`, ours.filter(isInTime).length, ours.length, rows.length - ours.length),
    ...(asked === 0 ? [] : [line('same answer wherever HiGHS proves one', proofs.filter(isSame).length, proofs.length, rows.length - asked)]),
  ]
}

function ending(proof: Proof | null): readonly [worth: string, took: string] {
  if (proof === null) return ['not measured', 'not measured']
  const { worth, faults, proved, gap, cpuSeconds } = proof
  const left = gap === null ? 'not proved' : `not proved, ${percent(gap)} left`
  return [worth === null ? (faults > 0 ? `breaks ${faults}` : 'no plan') : worth.toFixed(2), `${proved ? 'proved' : left} (${seconds(cpuSeconds)})`]
}

function verdict({ ours, highs }: ExactRow): string {
  if (ours === null || highs === null) return 'not measured'
  if (ours.proved && highs.proved) return isSame({ ours, highs }) ? 'same' : 'differ'
  if (ours.worth === null || highs.worth === null) return 'not both proved'
  return ours.worth === highs.worth ? 'same, not both proved' : `not both proved, ours ${ours.worth > highs.worth ? 'worth more' : 'worth less'}`
}

/** The part of the page, empty where nothing was measured. */
export function exactPart(rows: readonly ExactRow[]): string {
  const told = rows.filter(({ ours, highs }) => ours !== null || highs !== null)
  if (told.length === 0) return ''
  const loads = told.flatMap(({ ours, highs }) => [ours, highs].flatMap((each) => each?.load ?? []))
  return `
## Exact proofs

Small roadmaps, run until the best plan is proved: ours for at most ${OURS_SECONDS} s of the processor, HiGHS for at most ${HIGHS_SECONDS} s with a gap of nothing. HiGHS looks at the clock on the wall, so on a loaded machine it gets less; the seconds in brackets are of the processor for both. At these sizes the generator draws three categories and wider shares: with a dozen chosen, those of large roadmaps leave hardly a plan.
The load of the machine was ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)} while these rows were measured.${told.length < rows.length ? ` ${rows.length - told.length} of ${rows.length} instances are not measured: ${rows.filter((row) => !told.includes(row)).map(({ name }) => name).join('; ')}.` : ''}

${table(['', 'chosen', 'worth, ours', 'ours', 'worth, HiGHS', 'HiGHS', 'answers'], told.map((row) => {
    const [worth, took] = ending(row.ours)
    const [theirs, theyTook] = ending(row.highs)
    return [row.name, String(row.ours?.chosen ?? row.highs?.chosen), worth, took, theirs, theyTook, verdict(row)]
  }))}
`
}
