/** Whether a row passes. */
export type Holds = (row: number) => boolean
/** What a row must be: asked of one, or of the first `count` of many, of which those that pass are written to the front of `to` (which may be the same) and counted. */
export type Condition = { readonly holds: Holds; keep(rows: Uint32Array, count: number, to: Uint32Array): number }

/** By what is asked of one row. */
export const each = (holds: Holds): Condition => ({
  holds,
  keep: (rows, count, to) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0
      if (holds(row)) to[kept++] = row
    }
    return kept
  },
})

/** By a column of codes: 1 in the mask for those that pass. One loop without a call in it, as most conditions are of this form. */
export const masked = (codes: Uint8Array | Uint32Array, mask: Uint8Array): Condition => ({
  holds: (row) => mask[codes[row] ?? 0] === 1,
  keep: (rows, count, to) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0
      to[kept] = row
      kept += mask[codes[row] ?? 0] ?? 0
    }
    return kept
  },
})

/** By a column of numbers: from `least` to `most`. */
export const between = (numbers: Int32Array, least: number, most: number): Condition => ({
  holds: (row) => (numbers[row] ?? 0) >= least && (numbers[row] ?? 0) <= most,
  keep: (rows, count, to) => {
    let kept = 0
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] ?? 0
      const number = numbers[row] ?? 0
      to[kept] = row
      if (number >= least && number <= most) kept += 1
    }
    return kept
  },
})
