import type { Frame } from './frame.ts'
import type { RoadmapRefusal } from './refusals.ts'

/** A check that may find the first broken rule. */
export type Check = () => RoadmapRefusal | null

/** The first refusal among checks, made in order and only as far as needed. */
export function firstOf(...checks: readonly Check[]): RoadmapRefusal | null {
  for (const check of checks) {
    const refusal = check()
    if (refusal !== null) return refusal
  }
  return null
}

/** Whole and within the numbers that are exact; NaN and Infinity are neither. */
export const whole = (place: string, ...amounts: readonly number[]): Check => () => {
  const found = amounts.find((amount) => !Number.isSafeInteger(amount))
  return found === undefined ? null : { code: 'amount_not_whole', place, found }
}

/** Whole and not negative. */
export const amount = (place: string, ...amounts: readonly number[]): Check => () => {
  const unsound = whole(place, ...amounts)()
  const negative = amounts.find((each) => each < 0)
  return unsound ?? (negative === undefined ? null : { code: 'amount_negative', place, found: negative })
}

/** Between `from` and `to`, both included; NaN is not. */
export const within = (place: string, found: number, from: number, to: number): Check => () =>
  found >= from && found <= to ? null : { code: 'outside_range', place, found, from, to }

/** A whole number of periods that lies on the horizon. */
export const period = (place: string, found: number, frame: Frame): Check => () => whole(place, found)() ?? within(place, found, 0, frame.given.periods.length - 1)()

/** A list with one amount, or null, for every period. */
export const everyPeriod = (place: string, amounts: readonly (number | null)[], frame: Frame): Check => () => {
  const expected = frame.given.periods.length
  if (amounts.length !== expected) return { code: 'wrong_length', place, found: amounts.length, expected }
  return amount(place, ...amounts.filter((each) => each !== null))()
}

/** Ids that the case knows. */
export const known = (what: 'candidate' | 'pot' | 'pool', ids: readonly string[], frame: Frame, namedBy: string): Check => () => {
  const there: ReadonlyMap<string, unknown> = what === 'candidate' ? frame.candidateAt : what === 'pot' ? frame.pots : frame.pools
  const id = ids.find((each) => !there.has(each))
  return id === undefined ? null : { code: 'id_unknown', what, id, namedBy }
}
