import type { PhasedProgram } from '../../solve/index.ts'
import type { Frame } from './frame.ts'
import { modesOf } from './modes.ts'
import type { ListedOption } from './options.ts'
import type { Parts } from './parts.ts'
import { runningSum } from './running-sum.ts'

/** Writes the typed arrays. Options of one variant that use the same wherever they start share one mode. */
export function imageOf(frame: Frame, options: readonly (readonly ListedOption[])[], parts: Parts): PhasedProgram {
  const periods = frame.given.periods.length
  const laneMeters = parts.lanes.length * periods
  const perMeter = (lane: (lane: Parts['lanes'][number], period: number) => number, flat: (limit: number) => number): Float64Array =>
    Float64Array.from([...parts.lanes.flatMap((each) => Array.from({ length: periods }, (_, t) => lane(each, t))), ...parts.tallies.map((each) => flat(each.limit))])
  const terms = parts.rows.flatMap((row) => row.terms)
  const familyOf = (id: string): number => frame.candidateAt.get(id)!
  return {
    periods,
    families: options.length,
    ...modesOf(frame, options, parts),
    optionValue: valuesOf(options),
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

function valuesOf(options: readonly (readonly ListedOption[])[]): Float64Array {
  const values = new Float64Array(options.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of options) for (const option of list) values[at++] = option.value
  return values
}
