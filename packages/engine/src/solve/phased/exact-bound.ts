import { NEVER } from './program.ts'
import { slotAfter } from './layout.ts'
import type { Layout } from './layout.ts'
import { carriesAll, countsFrom } from './multipliers.ts'

/** Prices are kept as whole multiples of 2^-30, so that a bound made of them is exact in whole numbers. */
const UNITS = 2 ** 30
export const storedMultiplier = (price: number): number => (price < 2 ** 22 ? Math.round(price * UNITS) / UNITS : price)
const unitsOf = (price: number): bigint => BigInt(price * UNITS)

/**
 * The bound that stored prices prove, recomputed plainly in whole numbers: no plan is worth more. Null where the ties alone leave no plan.
 * A negative price is read as none.
 */
export function exactPhasedBound(layout: Layout, multipliers: Float64Array): bigint | null {
  const { order, treeFrom } = layout
  const price = Array.from(multipliers, (each) => unitsOf(Math.max(0, each)))
  const meter = exactMeterPrices(layout, price)
  const suffix = exactTiePrices(layout, price)
  let sum = exactLimits(layout, price)
  const tables = new Map<number, readonly (bigint | null)[]>()
  for (let tree = 0; tree < treeFrom.length - 1; tree++) {
    for (let at = treeFrom[tree + 1]! - 1; at >= treeFrom[tree]!; at--) {
      const family = order[at]!
      const full = exactOptions(layout, family, meter, suffix, tables)
      if (at > treeFrom[tree]!) tables.set(family, tableOf(layout, family, full))
      else {
        const best = full.reduce((most, each) => larger(most, each), null)
        if (best === null) return null
        sum += best
      }
    }
  }
  const unit = BigInt(UNITS)
  const whole = sum / unit
  return sum < 0n && whole * unit !== sum ? whole - 1n : whole
}

const larger = (a: bigint | null, b: bigint | null): bigint | null => (a === null ? b : b === null || a >= b ? a : b)

function exactMeterPrices({ program }: Layout, price: readonly bigint[]): bigint[] {
  const { periods, lanes, meters, rowFrom, rowMeter, rowCoefficient } = program
  const meter = price.slice(0, meters)
  for (let lane = 0; lane < lanes; lane++) {
    if (carriesAll(program, lane)) for (let q = (lane + 1) * periods - 2; q >= lane * periods; q--) meter[q]! += meter[q + 1]!
  }
  for (let r = 0; r < rowFrom.length - 1; r++) {
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) meter[rowMeter[k]!]! += price[meters + r]! * BigInt(rowCoefficient[k]!)
  }
  return meter
}

function exactTiePrices({ program, pricedTies }: Layout, price: readonly bigint[]): readonly (readonly bigint[])[] {
  const { periods, meters, rowLimit } = program
  return Array.from(pricedTies, (_, k) => {
    const suffix = new Array<bigint>(periods + 1).fill(0n)
    for (let t = periods - 1; t >= 0; t--) suffix[t] = suffix[t + 1]! + price[meters + rowLimit.length + k * periods + t]!
    return suffix
  })
}

function exactLimits({ program }: Layout, price: readonly bigint[]): bigint {
  const { periods, lanes, meters, limit, overMost, overPrice, carryMost, rowLimit } = program
  const above = (amount: bigint): bigint => (amount > 0n ? amount : 0n)
  let sum = 0n
  for (let q = 0; q < meters; q++) {
    if (price[q] === 0n) continue
    const lane = Math.floor(q / periods)
    let most = limit[q]!
    if (lane < lanes && carriesAll(program, lane)) for (let earlier = lane * periods; earlier < q; earlier++) most += limit[earlier]!
    sum += price[q]! * BigInt(most)
    sum += BigInt(overMost[q]!) * above(price[q]! - unitsOf(overPrice[q]!))
  }
  for (let lane = 0; lane < lanes; lane++) {
    if (carriesAll(program, lane) || carryMost[lane] === 0) continue
    for (let q = lane * periods; q + 1 < (lane + 1) * periods; q++) sum += BigInt(carryMost[lane]!) * above(price[q + 1]! - price[q]!)
  }
  for (let r = 0; r < rowLimit.length; r++) sum += price[meters + r]! * BigInt(rowLimit[r]!)
  return sum
}

/** Each option's value less what it uses, with the best of what waits for it; null where that cannot be. */
function exactOptions(layout: Layout, family: number, meter: readonly bigint[], suffix: readonly (readonly bigint[])[], tables: ReadonlyMap<number, readonly (bigint | null)[]>): readonly (bigint | null)[] {
  const { program, treeTie, afterFrom, afterList, pricedTies } = layout
  const { periods, optionFrom, optionStart, optionDone, optionValue, tieAfter, tieBefore, tieLag } = program
  const list: (bigint | null)[] = []
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
    let sum: bigint | null = unitsOf(optionValue[p]!) - exactUse(layout, p, meter)
    for (const k of layout.tiePlaces(family)) {
      if (optionStart[p] === NEVER) continue
      const tie = pricedTies[k]!
      if (tieAfter[tie] === family) sum -= suffix[k]![optionStart[p]!]!
      if (tieBefore[tie] === family) sum += suffix[k]![countsFrom(optionDone[p]!, tieLag[tie]!, periods)]!
    }
    for (let k = afterFrom[family]!; k < afterFrom[family + 1]! && sum !== null; k++) {
      const tie = afterList[k]!
      if (treeTie[tieAfter[tie]!] !== tie) continue
      const next: bigint | null = tables.get(tieAfter[tie]!)![slotAfter(optionDone[p]!, tieLag[tie]!, periods)]!
      sum = next === null ? null : sum + next
    }
    list.push(sum)
  }
  return list
}

function exactUse({ program }: Layout, option: number, meter: readonly bigint[]): bigint {
  const { periods, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter, flatAmount } = program
  const mode = optionMode[option]!
  const start = optionStart[option] === NEVER ? 0 : optionStart[option]!
  let sum = 0n
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
    let q = segmentLane[g]! * periods + start + segmentAfter[g]!
    for (let k = amountFrom[g]!; k < amountFrom[g + 1]!; k++, q++) if (meter[q] !== 0n) sum += meter[q]! * BigInt(amounts[k]!)
  }
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) sum += meter[flatMeter[k]!]! * BigInt(flatAmount[k]!)
  return sum
}

/** Best from each slot on; the last two slots leave only staying out. */
function tableOf({ program, outOption }: Layout, family: number, full: readonly (bigint | null)[]): readonly (bigint | null)[] {
  const { periods, optionFrom, optionStart } = program
  const first = optionFrom[family]!
  const out = outOption[family]! < 0 ? null : full[outOption[family]! - first]!
  return Array.from({ length: periods + 2 }, (_, slot) =>
    full.reduce((most, each, index) => (optionStart[first + index]! < periods && optionStart[first + index]! >= slot ? larger(most, each) : most), out),
  )
}
