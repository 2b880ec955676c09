import { grouped } from './layout.ts'
import type { PhasedProgram } from './program.ts'

/** Rows over flat meters, brought up to date only when they are asked for: a move changes a meter many times and asks once. */
export type Rows = {
  /** Terms that read meter q: `termFrom[q]` to before `termFrom[q + 1]`, each a row and a coefficient. */
  readonly termFrom: Int32Array
  readonly termRow: Int32Array
  readonly termCoefficient: Float64Array
  readonly limit: Float64Array
  readonly weight: Float64Array
  readonly sum: Float64Array
  /** Use of each meter that is already in the sums, and the meters that have changed since. */
  readonly read: Float64Array
  readonly touched: Int32Array
  readonly isTouched: Uint8Array
  touchedCount: number
  missed: number
}

export function rowsOf({ meters, rowFrom, rowMeter, rowCoefficient, rowLimit }: PhasedProgram, weight: Float64Array): Rows {
  const terms = grouped(meters, rowMeter)
  const rowOfTerm = new Int32Array(rowMeter.length)
  for (let r = 0; r < rowLimit.length; r++) rowOfTerm.fill(r, rowFrom[r], rowFrom[r + 1])
  const rows: Rows = {
    termFrom: terms.from,
    termRow: terms.list.map((term) => rowOfTerm[term]!),
    termCoefficient: Float64Array.from(terms.list, (term) => rowCoefficient[term]!),
    limit: rowLimit,
    weight: weight.slice(meters),
    sum: new Float64Array(rowLimit.length),
    read: new Float64Array(meters),
    touched: new Int32Array(meters),
    isTouched: new Uint8Array(meters),
    touchedCount: 0,
    missed: 0,
  }
  recount(rows)
  return rows
}

/** Notes that the use of a meter has changed. */
export function touch(rows: Rows, meter: number): void {
  if (rows.isTouched[meter] === 1 || rows.termFrom[meter] === rows.termFrom[meter + 1]) return
  rows.isTouched[meter] = 1
  rows.touched[rows.touchedCount++] = meter
}

/** Reads what has changed; returns the terms that were read. */
export function settle(rows: Rows, use: Float64Array): number {
  const { termFrom, termRow, termCoefficient, limit, weight, sum, read, touched, isTouched } = rows
  let steps = 0
  for (let n = 0; n < rows.touchedCount; n++) {
    const q = touched[n]!
    isTouched[q] = 0
    const change = use[q]! - read[q]!
    if (change === 0) continue
    read[q] = use[q]!
    for (let at = termFrom[q]!, to = termFrom[q + 1]!; at < to; at++) {
      const row = termRow[at]!
      const was = sum[row]! - limit[row]!
      const now = was + termCoefficient[at]! * change
      sum[row] = now + limit[row]!
      if (now > 0 || was > 0) rows.missed += (Math.max(0, now) - Math.max(0, was)) * weight[row]!
    }
    steps += termFrom[q + 1]! - termFrom[q]!
  }
  rows.touchedCount = 0
  return steps
}

/** Adds up anew what rows miss, so that no rounding stays. */
export function recount(rows: Rows): void {
  rows.missed = 0
  for (let r = 0; r < rows.sum.length; r++) rows.missed += Math.max(0, rows.sum[r]! - rows.limit[r]!) * rows.weight[r]!
}
