import { formatDecimal, minorDigits, type CivilDate } from '@throughline/engine/kernel'
import type { Bottleneck, Choice, RoadmapAnswer, RoadmapCase, RoadmapFrontierPoint, RoadmapPinPrice } from '@throughline/engine/portfolio'
import { plainNumber } from '../sheet/index.ts'

/** A frontier with the words for what its percentages scale, and its knees, the sharpest first. */
export type FrontierTold = { readonly against: string; readonly points: readonly RoadmapFrontierPoint[]; readonly knees: readonly number[] }

/** A roadmap to write: the case that was solved, its answer, and what was worked out beyond it. */
export type RoadmapReport = {
  readonly case: RoadmapCase
  readonly answer: RoadmapAnswer
  /** Money, or points of which the engine counts 1,000 for one. */
  readonly valueUnit: 'money' | 'points'
  readonly currency: string
  /** First days of the periods. */
  readonly from: readonly CivilDate[]
  readonly keys: Readonly<Record<string, string>>
  /** Where the plan of record stands in the case. */
  readonly record: readonly Choice[]
  readonly objectives: readonly { readonly id: string; readonly statement: string }[]
  readonly bottlenecks: readonly Bottleneck[]
  readonly frontiers: readonly FrontierTold[]
  readonly pins: readonly RoadmapPinPrice[]
  /** What is assumed, and anything else to say. */
  readonly notes: readonly { readonly label: string; readonly text: string }[]
}

/** How amounts are written into cells: plain decimals in whole currency or points. */
export type CellWriting = { readonly money: (minor: number) => string; readonly value: (amount: number) => string; readonly number: (amount: number) => string }

export function cellWriting({ currency, valueUnit }: Pick<RoadmapReport, 'currency' | 'valueUnit'>): CellWriting {
  const money = (minor: number): string => formatDecimal(BigInt(Math.round(minor)), minorDigits(currency))
  return { money, value: (amount) => (valueUnit === 'money' ? money(amount) : plainNumber(amount / 1_000)), number: plainNumber }
}
