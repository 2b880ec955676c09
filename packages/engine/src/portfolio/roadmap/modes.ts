import { NEVER } from '../../solve/index.ts'
import type { PhasedProgram } from '../../solve/index.ts'
import type { Tally } from './building.ts'
import type { RoadmapCandidate, Variant } from './case.ts'
import type { Frame } from './frame.ts'
import { joined } from './joined-modes.ts'
import type { Piece } from './joined-modes.ts'
import type { ListedOption } from './options.ts'
import type { Parts } from './parts.ts'
import { runningSum } from './running-sum.ts'

/** What choices use, whatever it is worth and however it is limited: the part of a program that a changed limit, weight or record leaves as it is. */
export type Modes = Pick<PhasedProgram, 'optionFrom' | 'optionMode' | 'optionStart' | 'optionDone' | 'segmentFrom' | 'segmentLane' | 'segmentAfter' | 'amountFrom' | 'amounts' | 'flatFrom' | 'flatMeter' | 'flatAmount'>

type Options = readonly (readonly ListedOption[])[]
type Written = { readonly periods: number; readonly measures: readonly string[]; readonly options: Options; readonly modes: Modes }

/** The modes of candidates as they were last written: what did not change is taken over. */
const writtenLast = new WeakMap<readonly RoadmapCandidate[], Written>()

/** Modes of all families. Where the same candidates were written before against the same measures, only families with other choices are written anew. */
export function modesOf(frame: Frame, options: Options, parts: Parts): Modes {
  const { candidates, periods } = frame.given
  const last = writtenLast.get(candidates)
  const like = last !== undefined && last.periods === periods.length && sameList(last.measures, parts.measures) ? last : undefined
  const taken = options.map((list, family) => like !== undefined && sameChoices(list, like.options[family]!))
  if (like !== undefined && !taken.includes(false)) return like.modes
  const pieces: Piece[] = []
  for (let from = 0, to = 0; from < options.length; from = to) {
    while (to < options.length && taken[to] === taken[from]) to++
    pieces.push(taken[from] === true ? { modes: like!.modes, from, to } : { modes: written(frame, options, parts, from, to), from: 0, to: to - from })
  }
  const modes = pieces.length === 1 ? pieces[0]!.modes : joined(pieces)
  writtenLast.set(candidates, { periods: periods.length, measures: parts.measures, options, modes })
  return modes
}

/** Modes of the families `from` to before `to`, written anew. */
function written(frame: Frame, options: Options, parts: Parts, from: number, to: number): Modes {
  const grown: Growing = { optionMode: [], segmentFrom: [0], segmentLane: [], segmentAfter: [], amountFrom: [0], amounts: [], flatFrom: [0], flatMeter: [], flatAmount: [] }
  for (let family = from; family < to; family++) writeFamily(grown, parts, frame.candidates[family]!, options[family]!, frame.given.periods.length)
  const own = options.slice(from, to)
  const all = own.flat()
  return {
    optionFrom: runningSum(own.map((list) => list.length)),
    optionMode: Int32Array.from(grown.optionMode),
    optionStart: Int32Array.from(all, ({ variant, start }) => (variant === null ? NEVER : start)),
    optionDone: Int32Array.from(all, ({ variant, start }) => (variant === null ? NEVER : start + variant.duration)),
    segmentFrom: Int32Array.from(grown.segmentFrom),
    segmentLane: Int32Array.from(grown.segmentLane),
    segmentAfter: Int32Array.from(grown.segmentAfter),
    amountFrom: Int32Array.from(grown.amountFrom),
    amounts: Float64Array.from(grown.amounts),
    flatFrom: Int32Array.from(grown.flatFrom),
    flatMeter: Int32Array.from(grown.flatMeter),
    flatAmount: Float64Array.from(grown.flatAmount),
  }
}

const sameList = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((each, index) => each === b[index])

function sameChoices(a: readonly ListedOption[], b: readonly ListedOption[]): boolean {
  return a === b || (a.length === b.length && a.every(({ variant, start }, index) => variant === b[index]!.variant && start === b[index]!.start))
}

/** Lists that grow while modes are written. */
type Growing = { readonly [Part in keyof Omit<Modes, 'optionFrom' | 'optionStart' | 'optionDone'>]: number[] }

/** Modes of one family: a new one wherever the variant, what fits on the horizon, or an amount that depends on the start changes. */
function writeFamily(grown: Growing, parts: Parts, candidate: RoadmapCandidate, options: readonly ListedOption[], periods: number): void {
  const laneMeters = parts.lanes.length * periods
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
