import type { Layout } from './layout.ts'
import { NEVER } from './program.ts'

/**
 * All that limits plans as one list of demands: sum of amounts at most the limit. Meters first, then rows. On a lane that carries over, the demand
 * of a period is on all that was used until then, which every plan keeps whatever it carries.
 */
export type Demands = {
  readonly limit: Float64Array
  /** Amounts of option p: places `from[p]` to before `from[p + 1]`; each demand once. */
  readonly from: Int32Array
  readonly demand: Int32Array
  readonly amount: Float64Array
}

export function demandsOf({ program }: Layout): Demands {
  const { periods, lanes, meters, limit, overMost, carryMost, rowLimit, optionValue } = program
  const most = new Float64Array(meters + rowLimit.length)
  for (let q = 0; q < meters; q++) {
    const carries = q < lanes * periods && carryMost[Math.floor(q / periods)]! > 0 && q % periods > 0
    most[q] = limit[q]! + overMost[q]! + (carries ? most[q - 1]! : 0)
  }
  most.set(rowLimit, meters)
  const rows = rowsByMeter(program)
  const from = new Int32Array(optionValue.length + 1)
  const [demand, amount]: [number[], number[]] = [[], []]
  for (let p = 0; p < optionValue.length; p++) {
    const own = new Map<number, number>()
    const add = (d: number, more: number): void => void (most[d]! < Infinity && own.set(d, (own.get(d) ?? 0) + more))
    addLanes(program, p, add)
    const mode = program.optionMode[p]!
    for (let k = program.flatFrom[mode]!; k < program.flatFrom[mode + 1]!; k++) {
      add(program.flatMeter[k]!, program.flatAmount[k]!)
      for (const [row, coefficient] of rows.get(program.flatMeter[k]!) ?? []) add(meters + row, coefficient * program.flatAmount[k]!)
    }
    for (const [d, sum] of own) {
      if (sum === 0) continue
      demand.push(d)
      amount.push(sum)
    }
    from[p + 1] = demand.length
  }
  return { limit: most, from, demand: Int32Array.from(demand), amount: Float64Array.from(amount) }
}

type Program = Layout['program']

function addLanes(program: Program, option: number, add: (demand: number, more: number) => void): void {
  const { periods, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, carryMost } = program
  const mode = optionMode[option]!
  const start = optionStart[option] === NEVER ? 0 : optionStart[option]!
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
    const lane = segmentLane[g]!
    const end = (lane + 1) * periods
    for (let k = amountFrom[g]!, q = lane * periods + start + segmentAfter[g]!; k < amountFrom[g + 1]!; k++, q++) {
      add(q, amounts[k]!)
      if (carryMost[lane]! > 0) for (let later = q + 1; later < end; later++) add(later, amounts[k]!)
    }
  }
}

function rowsByMeter({ rowFrom, rowMeter, rowCoefficient }: Program): ReadonlyMap<number, readonly (readonly [row: number, coefficient: number])[]> {
  const rows = new Map<number, (readonly [number, number])[]>()
  for (let r = 0; r < rowFrom.length - 1; r++) {
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) rows.set(rowMeter[k]!, [...(rows.get(rowMeter[k]!) ?? []), [r, rowCoefficient[k]!]])
  }
  return rows
}
