import type { Amounts } from './shape.ts'

/** A sum of amounts: exact, of how many rows, of how many that have an amount; and by how many rows what stands instead of one (by the code in `because`). */
export type Sum = { readonly minor: bigint; readonly rows: number; readonly known: number; readonly because: Uint32Array }

/** Codes of `because` there are. */
const becauses = 128
/** Rows whose halves are added up as plain numbers: 2^20 times 2^32 stays below 2^53. */
const atOnce = 1 << 20

/** The sum over some rows. */
export function sumOver({ high, low, because }: Amounts, rows: Uint32Array): Sum {
  const counts = new Uint32Array(becauses)
  let [minor, known] = [0n, 0]
  for (let from = 0; from < rows.length; from += atOnce) {
    const until = Math.min(rows.length, from + atOnce)
    let [highs, lows] = [0, 0]
    for (let index = from; index < until; index += 1) {
      const row = rows[index] ?? 0
      const why = because[row] ?? 0
      if (why === 0) {
        known += 1
        highs += high[row] ?? 0
        lows += low[row] ?? 0
      } else counts[why] = (counts[why] ?? 0) + 1
    }
    minor += (BigInt(highs) << 32n) + BigInt(lows)
  }
  counts[0] = known
  return { minor, rows: rows.length, known, because: counts }
}

/** Several sums as one. */
export function sumOf(sums: readonly Sum[]): Sum {
  const because = new Uint32Array(becauses)
  for (const sum of sums) for (let why = 0; why < becauses; why += 1) because[why] = (because[why] ?? 0) + (sum.because[why] ?? 0)
  return { minor: sums.reduce((minor, sum) => minor + sum.minor, 0n), rows: sums.reduce((rows, sum) => rows + sum.rows, 0), known: because[0] ?? 0, because }
}
