import { addDays, type CivilDate } from '../../kernel/index.ts'

/** What would show that an assumption holds no longer: a measure that goes beyond a value. */
export type TripWire = { readonly direction: 'above' | 'below'; readonly value: number }
/** Whether a measured value has gone beyond the wire; on the wire it has not. */
export const isBeyond = ({ direction, value }: TripWire, measured: number): boolean => (direction === 'above' ? measured > value : measured < value)

/** A value of a measure: the day that it is of, and the day on which it was written down. */
export type MeasuredValue = { readonly on: CivilDate; readonly recordedOn: CivilDate; readonly value: number }
/**
 * The latest value of a measure, as far as it is news to whoever reviewed last: it is of a later day, or was written down on one. Figures of
 * October are often entered in November, after a review. The first of `values` is the earliest.
 */
export function newsSince<M extends MeasuredValue>(values: readonly M[], reviewedOn: CivilDate | null): M | null {
  const latest = values.at(-1)
  return latest && (reviewedOn === null || latest.on > reviewedOn || latest.recordedOn > reviewedOn) ? latest : null
}

/** What a signal of change says of an assumption. */
export const signalEffects = ['supports', 'weakens', 'trips'] as const
export type SignalEffect = (typeof signalEffects)[number]

export type AssumptionFacts = {
  /** Somebody said that it tripped, and nobody has reviewed it since. */
  readonly tripped: boolean
  readonly givenUp: boolean
  /** Null while nobody has reviewed it. */
  readonly reviewedOn: CivilDate | null
  readonly reviewOn: CivilDate
  readonly wire: TripWire | null
  /** Null where its measure has no value yet, or none since the last review. */
  readonly measured: number | null
}

/**
 * Where an assumption stands: given up; tripped, by a signal or because its measure went beyond the wire, and to be reviewed; due for a
 * review of its own; holding, as somebody has said; or never looked at.
 */
export const assumptionStandings = ['tripped', 'review_due', 'untested', 'holding', 'given_up'] as const
export type AssumptionStanding = (typeof assumptionStandings)[number]

export function assumptionStanding(facts: AssumptionFacts, today: CivilDate): AssumptionStanding {
  if (facts.givenUp) return 'given_up'
  if (facts.tripped || (facts.wire && facts.measured !== null && isBeyond(facts.wire, facts.measured))) return 'tripped'
  if (facts.reviewOn < today) return 'review_due'
  return facts.reviewedOn === null ? 'untested' : 'holding'
}

/** When somebody looks at an item of the watch list again. */
export const lookAgainOn = ({ lookedOn, everyDays }: { readonly lookedOn: CivilDate; readonly everyDays: number }): CivilDate => addDays(lookedOn, everyDays)
