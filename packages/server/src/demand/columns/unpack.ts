import { ratingLevels, ratingScales } from '../list/fields.ts'
import type { Rating } from '@throughline/engine/demand'
import type { Amounts } from './shape.ts'

/** Whole numbers of four bytes each, as PostgreSQL sends them. */
export function numbersIn(bytes: Buffer): Int32Array {
  const view = viewOf(bytes)
  const numbers = new Int32Array(bytes.length / 4)
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = view.getInt32(index * 4)
  return numbers
}

/** Whole numbers of two bytes each. */
export function shortsIn(bytes: Buffer): Int16Array {
  const view = viewOf(bytes)
  const numbers = new Int16Array(bytes.length / 2)
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = view.getInt16(index * 2)
  return numbers
}

/** Writes numbers of eight bytes each to some rows of amounts; `because` says of each row whether there is one. */
export function writeAmounts(to: Amounts, rows: Uint32Array, bytes: Buffer, because: (index: number) => number): void {
  const view = viewOf(bytes)
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0
    to.high[row] = view.getInt32(index * 8)
    to.low[row] = view.getUint32(index * 8 + 4)
    to.because[row] = because(index)
  }
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The rating of a code; null where there is none. */
export function ratingOf(code: number): Rating | null {
  const [scale, level] = [ratingScales[Math.floor((code - 1) / ratingLevels.length)], ratingLevels[(code - 1) % ratingLevels.length]]
  return code > 0 && scale && level ? { scale, level } : null
}

/** The code of a rating. */
export const codeOfRating = ({ scale, level }: Rating): number => 1 + ratingScales.indexOf(scale) * ratingLevels.length + ratingLevels.indexOf(level)

/** The minor units of a row, exact; undefined where there is no amount. */
export const minorOf = ({ high, low, because }: Amounts, row: number): bigint | undefined => (because[row] === 0 ? (BigInt(high[row] ?? 0) << 32n) + BigInt(low[row] ?? 0) : undefined)
