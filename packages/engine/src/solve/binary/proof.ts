import { storedPrice } from './bound.ts'
import type { Matrix } from './matrix.ts'

/** What the search noted about a node: the prices that bound it, or the ray that empties it, and how it was split. */
export type NodeRecord = {
  prices: readonly number[] | null
  ray: readonly number[] | null
  column: number
  out: NodeRecord | null
  in: NodeRecord | null
}

/**
 * A tree that proves a bound to anyone (see `checkProof`). Prices are per unit of the rows as they were given.
 * A leaf is closed by its prices, by its ray, or, where it has neither, because its decisions contradict a row.
 */
export type Proof =
  | { readonly kind: 'split'; readonly column: number; readonly prices: readonly number[] | null; readonly out: Proof; readonly in: Proof }
  | { readonly kind: 'leaf'; readonly prices: readonly number[] | null; readonly ray: readonly number[] | null }

export const emptyRecord = (): NodeRecord => ({ prices: null, ray: null, column: -1, out: null, in: null })

/** Prices per unit of the rows as given, rounded to what `exactBound` represents. */
export function givenPrices(matrix: Matrix, prices: Float64Array): readonly number[] {
  return Array.from(prices, (price, row) => storedPrice(price / matrix.divisor[row]!))
}

/** The record as plain data; recursion is as deep as the tree, which is at most the number of columns. */
export function proofOf(record: NodeRecord): Proof {
  if (record.out === null || record.in === null) return { kind: 'leaf', prices: record.prices, ray: record.ray }
  return { kind: 'split', column: record.column, prices: record.prices, out: proofOf(record.out), in: proofOf(record.in) }
}
