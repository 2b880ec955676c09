import type { Amounts, Columns } from './shape.ts'
import { minorOf } from './unpack.ts'

/** What is worked out of columns and held as long as they are. */
type Worked = { ratios?: Float64Array; aligned?: Float64Array }
const worked = new WeakMap<Columns, Worked>()
const workedOf = (columns: Columns): Worked => worked.get(columns) ?? (worked.set(columns, {}), workedOf(columns))

/** Memory that this may take for each row. */
export const derivedBytes = 16

/** Benefits over cost in whole billionths, cut and not rounded, as `benefitCostRatio` has it; not a number where there is none. Exact to 2^53, beyond it the nearest double. */
export const ratiosOf = (columns: Columns): Float64Array => (workedOf(columns).ratios ??= workRatios(columns))

function workRatios(columns: Columns): Float64Array {
  const ratios = new Float64Array(columns.size)
  for (let row = 0; row < ratios.length; row += 1) ratios[row] = ratioAt(columns, row)
  return ratios
}

function ratioAt({ cost, benefits, there }: Columns, row: number): number {
  if (there[row] === 0 || cost.because[row] !== 0 || benefits.because[row] !== 0) return Number.NaN
  const [of, by] = [doubleOf(benefits, row), doubleOf(cost, row)]
  return by > 0 ? (billionths(of, by) ?? Number(exactRatio(cost, benefits, row))) : Number.NaN
}

/** Takes over what was worked out of columns to those of another moment, which are the same but for some rows. */
export function carryOver(from: Columns, to: Columns, rows: Uint32Array): void {
  const { ratios, aligned } = workedOf(from)
  if (ratios && from.size === to.size) {
    const others = ratios.slice()
    for (const row of rows) others[row] = ratioAt(to, row)
    workedOf(to).ratios = others
  }
  if (aligned && from.links === to.links && from.objectives === to.objectives) workedOf(to).aligned = aligned
}

/** The ratio of a row in billionths, whatever its size; the row has both amounts and costs more than nothing. */
export const exactRatio = (cost: Amounts, benefits: Amounts, row: number): bigint => ((minorOf(benefits, row) ?? 0n) * 1_000_000_000n) / (minorOf(cost, row) ?? 1n)

const doubleOf = ({ high, low }: Columns['cost'], row: number): number => (high[row] ?? 0) * 4_294_967_296 + (low[row] ?? 0)

/**
 * Three digits at a time, as on paper: of whole numbers below 2^53 the cut quotient of doubles is exact. Undefined where a step might not be.
 */
function billionths(of: number, by: number): number | undefined {
  const size = Math.abs(of)
  if (size > Number.MAX_SAFE_INTEGER || by > Number.MAX_SAFE_INTEGER / 1000) return undefined
  let quotient = Math.trunc(size / by)
  let rest = size - quotient * by
  for (let step = 0; step < 3; step += 1) {
    const digits = Math.trunc((rest * 1000) / by)
    rest = rest * 1000 - digits * by
    quotient = quotient * 1000 + digits
  }
  if (quotient > Number.MAX_SAFE_INTEGER) return undefined
  return of < 0 ? -quotient : quotient
}

/** The weights of the objectives, summed, in hundred-millionths. */
export const weightOf = ({ objectives }: Columns): number => objectives.reduce((sum, { weight }) => sum + Math.round(weight * 1e8), 0)

/** Contribution times weight, summed over the objectives that a row serves, in 10^-11, exact; not a number without links or weights. Divided by 1000 × `weightOf` it is the alignment. */
export const alignedOf = (columns: Columns): Float64Array => (workedOf(columns).aligned ??= workAligned(columns))

function workAligned(columns: Columns): Float64Array {
  const { links: { start, objective, contribution }, size, objectives } = columns
  const weights = objectives.map(({ weight }) => Math.round(weight * 1e8))
  const aligned = new Float64Array(size).fill(Number.NaN)
  if (weightOf(columns) <= 0) return aligned
  for (let row = 0; row < size; row += 1) {
    const [from, to] = [start[row] ?? 0, start[row + 1] ?? 0]
    if (from === to) continue
    let sum = 0
    for (let link = from; link < to; link += 1) sum += (weights[objective[link] ?? 0] ?? 0) * (contribution[link] ?? 0)
    aligned[row] = sum
  }
  return aligned
}
