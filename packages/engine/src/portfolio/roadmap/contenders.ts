import { phasedPrices } from '../../solve/index.ts'
import type { PhasedProgram } from '../../solve/index.ts'
import { largestFactor, roundedBy } from './worlds.ts'
import type { Worlds } from './worlds.ts'

/** Far more than sums of doubles can be off, as a share of the sum of their sizes. */
const OFF = 1e-9

/** A program without the options that are the best of their family in no world, and where the others stood. Its bound in each world is that of the whole. */
export type Contended = { readonly program: PhasedProgram; readonly options: Int32Array }

/**
 * Leaves out what at these prices is less than another option of its family in every world, by more than rounding and doubles can be off.
 * Families that wait for each other keep every option: there the best depends on the others.
 */
export function contendersOf(program: PhasedProgram, worlds: Worlds, multipliers: Float64Array): Contended {
  const { families, optionFrom, optionMode, optionStart, optionDone, tieAfter, tieBefore } = program
  const tied = new Uint8Array(families)
  for (const family of [...tieAfter, ...tieBefore]) tied[family] = 1
  const reduced = reducedBy(program, worlds, multipliers)
  const kept: number[] = []
  const from = [0]
  for (let family = 0; family < families; family++) {
    const all = Array.from({ length: optionFrom[family + 1]! - optionFrom[family]! }, (_, index) => optionFrom[family]! + index)
    kept.push(...(tied[family] === 1 ? all : bestSomewhere(worlds, reduced, family, all)))
    from.push(kept.length)
  }
  const options = Int32Array.from(kept)
  const taken = (list: Int32Array): Int32Array => options.map((option) => list[option]!)
  return { options, program: { ...program, optionFrom: Int32Array.from(from), optionMode: taken(optionMode), optionStart: taken(optionStart), optionDone: taken(optionDone), optionValue: new Float64Array(options.length) } }
}

/** Options of a family that in some world may be its best. */
function bestSomewhere({ objectiveIds, parts, fixed, factors }: Worlds, { certain, off }: Reduced, family: number, all: readonly number[]): readonly number[] {
  const [objectives, count] = [objectiveIds.length, fixed.length]
  const most = all.reduce((high, option) => Math.max(high, off[option]!), 0)
  const isBest = new Uint8Array(all.length)
  const worth = new Float64Array(all.length)
  for (const world of factors) {
    let best = -Infinity
    for (let at = 0; at < all.length; at++) {
      const option = all[at]!
      let sum = certain[option]!
      for (let k = 0; k < objectives; k++) sum += parts[k * count + option]! * world[family * objectives + k]!
      worth[at] = sum
      if (sum > best) best = sum
    }
    for (let at = 0; at < all.length; at++) if (worth[at]! >= best - 2 * most) isBest[at] = 1
  }
  return all.filter((_, at) => isBest[at] === 1)
}

/** By option: what it counts for in every world less the price of what it uses, and by how much rounding and doubles may be off in its worth. */
type Reduced = { readonly certain: Float64Array; readonly off: Float64Array }

function reducedBy(program: PhasedProgram, { fixed, parts, objectiveIds }: Worlds, multipliers: Float64Array): Reduced {
  const charged = multipliers.map((price) => Math.max(0, price))
  const prices = phasedPrices(program, charged)
  const sizes = phasedPrices({ ...program, rowCoefficient: program.rowCoefficient.map(Math.abs) }, charged)
  const count = fixed.length
  const [certain, off] = [new Float64Array(count), new Float64Array(count)]
  for (let option = 0; option < count; option++) {
    certain[option] = fixed[option]! - takenBy(program, option, prices)
    let size = Math.abs(fixed[option]!) + takenBy(program, option, sizes)
    for (let k = 0; k < objectiveIds.length; k++) size += largestFactor * Math.abs(parts[k * count + option]!)
    off[option] = size * OFF + roundedBy * objectiveIds.length
  }
  return { certain, off }
}

/** What an option uses at some prices of the meters; whoever stays out uses what its mode says from the first period on. */
function takenBy({ periods, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter, flatAmount }: PhasedProgram, option: number, prices: Float64Array): number {
  const mode = optionMode[option]!
  const start = optionStart[option]! < periods ? optionStart[option]! : 0
  let sum = 0
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
    const begins = segmentLane[g]! * periods + start + segmentAfter[g]! - amountFrom[g]!
    for (let k = amountFrom[g]!; k < amountFrom[g + 1]!; k++) sum += prices[begins + k]! * amounts[k]!
  }
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) sum += prices[flatMeter[k]!]! * flatAmount[k]!
  return sum
}
