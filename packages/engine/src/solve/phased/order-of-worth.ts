import { NEVER } from './program.ts'
import type { Layout } from './layout.ts'
import type { PhasedProgram } from './program.ts'

/** What the search steers by: prices of the options, and each family's going options from the best down. */
export type Worth = {
  /** Value less the price of what it uses. */
  readonly net: Float64Array
  readonly ranked: Int32Array
  /** Ranked options of family i: `rankedFrom[i]` to before `rankedFrom[i + 1]`. */
  readonly rankedFrom: Int32Array
  /** What a unit too much of each meter is taken to cost, where an option is judged before room is made for it. */
  readonly cost: Float64Array
}

/** Room has to be made also where prices are nothing: a usual amount costs at least this share of a usual value. */
const LEAST_COST = 0.1

/** Orders each family's options of going ahead by what they are worth net of prices; `scale` are usual amounts of the meters. */
export function worthOf({ program }: Layout, net: Float64Array, prices: Float64Array, scale: Float64Array): Worth {
  const { families, optionFrom, optionStart } = program
  const rankedFrom = new Int32Array(families + 1)
  const ranked = new Int32Array(net.length)
  let filled = 0
  for (let i = 0; i < families; i++) {
    const first = filled
    for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) {
      if (optionStart[p] === NEVER) continue
      let at = filled++
      while (at > first && net[ranked[at - 1]!]! < net[p]!) ranked[at] = ranked[--at]!
      ranked[at] = p
    }
    rankedFrom[i + 1] = filled
  }
  const least = LEAST_COST * usualValue(program)
  return { net: net.slice(), ranked: ranked.subarray(0, filled), rankedFrom, cost: prices.map((price, q) => Math.max(price, scale[q] === 0 ? 0 : least / scale[q]!)) }
}

/** Usual values that were worked out, by the values. */
const usualOf = new WeakMap<Float64Array, { readonly starts: Int32Array; readonly usual: number }>()

/** Mean value of the options that are worth something: the unit of temperature. */
export function usualValue(program: PhasedProgram): number {
  const { optionValue, optionStart } = program
  const known = usualOf.get(optionValue)
  if (known?.starts === optionStart) return known.usual
  const usual = meanValue(program)
  usualOf.set(optionValue, { starts: optionStart, usual })
  return usual
}

function meanValue({ optionStart, optionValue }: PhasedProgram): number {
  let [sum, count] = [0, 0]
  for (let p = 0; p < optionValue.length; p++) {
    if (optionStart[p] === NEVER || optionValue[p]! <= 0) continue
    sum += optionValue[p]!
    count++
  }
  return count === 0 ? 1 : sum / count
}
