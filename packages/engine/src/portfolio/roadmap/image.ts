import type { PhasedProgram } from '../../solve/index.ts'
import type { Frame } from './frame.ts'
import { modesOf } from './modes.ts'
import type { Modes } from './modes.ts'
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
  const modes = modesOf(frame, options, parts)
  return {
    periods,
    families: options.length,
    ...modes,
    optionValue: valuesOf(modes, options),
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

/** The values of modes as they were written last, with the choices that they are of. */
const valuesLast = new WeakMap<Modes, { readonly options: readonly (readonly ListedOption[])[]; readonly values: Float64Array }>()

function valuesOf(modes: Modes, options: readonly (readonly ListedOption[])[]): Float64Array {
  const last = valuesLast.get(modes)
  if (last !== undefined && last.options.every((list, family) => list === options[family])) return last.values
  const values = new Float64Array(modes.optionMode.length)
  let at = 0
  for (const list of options) for (const option of list) values[at++] = option.value
  valuesLast.set(modes, { options, values })
  return values
}
