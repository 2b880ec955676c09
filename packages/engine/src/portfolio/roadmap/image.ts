import { NEVER } from '../../solve/index.ts'
import type { PhasedProgram } from '../../solve/index.ts'
import type { Tally } from './building.ts'
import type { RoadmapCandidate, Variant } from './case.ts'
import type { Frame } from './frame.ts'
import type { ListedOption } from './options.ts'
import type { Parts } from './parts.ts'

/** Lists that grow while modes are written. */
type Growing = {
  readonly optionMode: number[]
  readonly segmentFrom: number[]
  readonly segmentLane: number[]
  readonly segmentAfter: number[]
  readonly amountFrom: number[]
  readonly amounts: number[]
  readonly flatFrom: number[]
  readonly flatMeter: number[]
  readonly flatAmount: number[]
}

/** Writes the typed arrays. Options of one variant that use the same wherever they start share one mode. */
export function imageOf(frame: Frame, options: readonly (readonly ListedOption[])[], parts: Parts): PhasedProgram {
  const periods = frame.given.periods.length
  const laneMeters = parts.lanes.length * periods
  const grown: Growing = { optionMode: [], segmentFrom: [0], segmentLane: [], segmentAfter: [], amountFrom: [0], amounts: [], flatFrom: [0], flatMeter: [], flatAmount: [] }
  frame.candidates.forEach((candidate, family) => writeFamily(grown, parts, candidate, options[family]!, periods, laneMeters))
  const all = options.flat()
  const perMeter = (lane: (lane: Parts['lanes'][number], period: number) => number, flat: (limit: number) => number): Float64Array =>
    Float64Array.from([...parts.lanes.flatMap((each) => Array.from({ length: periods }, (_, t) => lane(each, t))), ...parts.tallies.map((each) => flat(each.limit))])
  const terms = parts.rows.flatMap((row) => row.terms)
  const familyOf = (id: string): number => frame.candidateAt.get(id)!
  return {
    periods,
    families: options.length,
    optionFrom: runningSum(options.map((list) => list.length)),
    optionMode: Int32Array.from(grown.optionMode),
    optionStart: Int32Array.from(all, ({ variant, start }) => (variant === null ? NEVER : start)),
    optionDone: Int32Array.from(all, ({ variant, start }) => (variant === null ? NEVER : start + variant.duration)),
    optionValue: Float64Array.from(all, (option) => option.value),
    segmentFrom: Int32Array.from(grown.segmentFrom),
    segmentLane: Int32Array.from(grown.segmentLane),
    segmentAfter: Int32Array.from(grown.segmentAfter),
    amountFrom: Int32Array.from(grown.amountFrom),
    amounts: Float64Array.from(grown.amounts),
    flatFrom: Int32Array.from(grown.flatFrom),
    flatMeter: Int32Array.from(grown.flatMeter),
    flatAmount: Float64Array.from(grown.flatAmount),
    lanes: parts.lanes.length,
    meters: laneMeters + parts.tallies.length,
    limit: perMeter((lane, t) => lane.limits[t]!, (limit) => limit),
    overMost: perMeter((lane) => lane.over?.most ?? 0, () => 0),
    overPrice: perMeter((lane) => lane.over?.price ?? 0, () => 0),
    carryMost: Float64Array.from(parts.lanes, (lane) => lane.carryMost ?? 0),
    rowFrom: runningSum(parts.rows.map((row) => row.terms.length)),
    rowMeter: Int32Array.from(terms, ([tally]) => laneMeters + tally),
    rowCoefficient: Float64Array.from(terms, ([, coefficient]) => coefficient),
    rowLimit: Float64Array.from(parts.rows, (row) => row.limit),
    tieAfter: Int32Array.from(parts.ties, (tie) => familyOf(tie.afterId)),
    tieBefore: Int32Array.from(parts.ties, (tie) => familyOf(tie.beforeId)),
    tieLag: Int32Array.from(parts.ties, (tie) => tie.lag),
  }
}

/** Modes of one family: a new one wherever the variant, what fits on the horizon, or an amount that depends on the start changes. */
function writeFamily(grown: Growing, parts: Parts, candidate: RoadmapCandidate, options: readonly ListedOption[], periods: number, laneMeters: number): void {
  const dated = parts.tallies.some(({ tally }) => tally.kind === 'byStart')
  let variant: Variant | null | undefined
  let [cut, flats, profiles, within, longest]: [number, readonly number[], (readonly number[])[], (readonly number[])[], number] = [-1, [], [], [], 0]
  for (const option of options) {
    const begins: number = option.variant === null ? 0 : option.start
    const changed = option.variant !== variant
    if (changed) {
      profiles = parts.lanes.map((lane) => lane.profile(candidate, option.variant))
      within = parts.tallies.map(({ tally }) => (tally.kind === 'within' ? tally.profile(candidate, option.variant) : []))
      longest = Math.max(longestOf(profiles), longestOf(within))
    }
    const fits = Math.min(longest, periods - begins)
    if (changed || fits !== cut || dated) {
      const now = parts.tallies.map(({ tally }, index) => tallied(tally, candidate, option.variant, begins, within[index]!, periods))
      if (changed || fits !== cut || now.some((amount, index) => amount !== flats[index])) writeMode(grown, profiles, fits, now, laneMeters)
      flats = now
    }
    variant = option.variant
    cut = fits
    grown.optionMode.push(grown.segmentFrom.length - 2)
  }
}

/** [2, 3] is [0, 2, 5]. */
function runningSum(lengths: readonly number[]): Int32Array {
  const from = new Int32Array(lengths.length + 1)
  lengths.forEach((length, index) => { from[index + 1] = from[index]! + length })
  return from
}

function writeMode(grown: Growing, profiles: readonly (readonly number[])[], cut: number, flats: readonly number[], laneMeters: number): void {
  profiles.forEach((profile, lane) => {
    const first = profile.findIndex((amount) => amount !== 0)
    if (first < 0 || first >= cut) return
    let end = Math.min(cut, profile.length)
    while (end > first && profile[end - 1] === 0) end--
    if (end === first) return
    grown.segmentLane.push(lane)
    grown.segmentAfter.push(first)
    for (let k = first; k < end; k++) grown.amounts.push(profile[k]!)
    grown.amountFrom.push(grown.amounts.length)
  })
  grown.segmentFrom.push(grown.segmentLane.length)
  flats.forEach((amount, index) => {
    if (amount === 0) return
    grown.flatMeter.push(laneMeters + index)
    grown.flatAmount.push(amount)
  })
  grown.flatFrom.push(grown.flatMeter.length)
}

function tallied(tally: Tally, candidate: RoadmapCandidate, variant: Variant | null, start: number, profile: readonly number[], periods: number): number {
  switch (tally.kind) {
    case 'count':
      return tally.amount(candidate, variant)
    case 'byStart':
      return tally.amount(candidate, variant, start)
    case 'within':
      return sumOfFirst(profile, periods - start)
  }
}

const longestOf = (profiles: readonly (readonly number[])[]): number => profiles.reduce((most, each) => Math.max(most, each.length), 0)

function sumOfFirst(profile: readonly number[], count: number): number {
  let sum = 0
  for (let k = 0; k < profile.length && k < count; k++) sum += profile[k]!
  return sum
}
