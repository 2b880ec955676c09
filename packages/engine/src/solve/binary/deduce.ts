import { greatestCommonDivisor } from './program.ts'
import type { BinaryProgram } from './program.ts'

/** Per column what is decided; null for nothing yet. */
export type Decided = (0 | 1 | null)[]

/**
 * Decides whatever a single row forces, until nothing more follows; false on a contradiction. The slow and obvious twin of `domain.ts`,
 * in whole numbers of any length, for those who check.
 */
export function deduce(program: BinaryProgram, decided: Decided): boolean {
  for (let changed = true; changed; ) {
    changed = false
    for (const row of program.rows) {
      let room = BigInt(row.limit)
      row.columns.forEach((column, k) => {
        const coefficient = row.coefficients[k]!
        if (decided[column] === null ? coefficient < 0 : decided[column] === 1) room -= BigInt(coefficient)
      })
      if (room < 0n) return false
      row.columns.forEach((column, k) => {
        const coefficient = row.coefficients[k]!
        if (decided[column] !== null || BigInt(Math.abs(coefficient)) <= room) return
        decided[column] = coefficient > 0 ? 0 : 1
        changed = true
      })
    }
  }
  return true
}

/** The same plans with each limit rounded down to what whole columns can come to: 6x + 4y <= 9 becomes 6x + 4y <= 8. */
export function withReachableLimits(program: BinaryProgram): BinaryProgram {
  const rows = program.rows.map((row) => {
    const step = greatestCommonDivisor(row.coefficients)
    return { ...row, limit: Math.floor(row.limit / step) * step }
  })
  return { ...program, rows }
}

/** Any two different plan values differ by at least this. */
export const valueStep = (program: BinaryProgram): bigint => BigInt(greatestCommonDivisor(program.values))
