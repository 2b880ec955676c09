import type { Amounts } from './shape.ts'

/** A sum of amounts: exact, of how many rows, of how many that have an amount; and by how many rows what stands instead of one (by the code in `because`). */
export type Sum = { readonly minor: bigint; readonly rows: number; readonly known: number; readonly because: Uint32Array }

/** Codes of `because` there are. */
const becauses = 128
/** Rows whose halves are added up as plain numbers: 2^20 times 2^32 stays below 2^53. */
const atOnce = 1 << 20

/** The sums over the rows of each of `count` groups: the `n`th row is of group `groups[n]`. All rows are looked at once, in their order. */
export function sumsBy(amounts: Amounts, rows: Uint32Array, groups: Uint32Array, count: number): readonly Sum[] {
  const reasons = new Uint32Array(count * becauses)
  const [minors, members] = [Array.from({ length: count }, () => 0n), new Uint32Array(count)]
  for (let from = 0; from < rows.length; from += atOnce) {
    const { highs, lows } = halvesBy(amounts, rows.subarray(from, from + atOnce), groups.subarray(from, from + atOnce), { reasons, members })
    for (let group = 0; group < count; group += 1) minors[group] = (minors[group] ?? 0n) + (BigInt(highs[group] ?? 0) << 32n) + BigInt(lows[group] ?? 0)
  }
  return minors.map((minor, group) => {
    const because = reasons.subarray(group * becauses, (group + 1) * becauses)
    return { minor, rows: members[group] ?? 0, known: because[0] ?? 0, because }
  })
}

/** Adds up both halves of the amounts by group, and counts what stands instead of them. */
function halvesBy({ high, low, because }: Amounts, rows: Uint32Array, groups: Uint32Array, counts: { readonly reasons: Uint32Array; readonly members: Uint32Array }): { readonly highs: Float64Array; readonly lows: Float64Array } {
  const { reasons, members } = counts
  const [highs, lows] = [new Float64Array(members.length), new Float64Array(members.length)]
  for (let index = 0; index < rows.length; index += 1) {
    const [row, group] = [rows[index] ?? 0, groups[index] ?? 0]
    const why = because[row] ?? 0
    members[group]! += 1
    reasons[group * becauses + why]! += 1
    if (why !== 0) continue
    highs[group]! += high[row] ?? 0
    lows[group]! += low[row] ?? 0
  }
  return { highs, lows }
}

/** Several sums as one. */
export function sumOf(sums: readonly Sum[]): Sum {
  const because = new Uint32Array(becauses)
  for (const sum of sums) for (let why = 0; why < becauses; why += 1) because[why] = (because[why] ?? 0) + (sum.because[why] ?? 0)
  return { minor: sums.reduce((minor, sum) => minor + sum.minor, 0n), rows: sums.reduce((rows, sum) => rows + sum.rows, 0), known: because[0] ?? 0, because }
}
