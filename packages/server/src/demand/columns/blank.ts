import type { Amounts, Columns } from './shape.ts'

/** What is known of the initiatives themselves, column by column. */
export type Own = Pick<Columns, (typeof plainColumns)[number] | (typeof amountColumns)[number]>

export const plainColumns = ['there', 'key', 'name', 'category', 'sponsor', 'flags', 'unit', 'kind', 'state', 'mandatory', 'rating', 'ratingAsOf', 'startOn', 'endOn', 'version'] as const
export const amountColumns = ['cost', 'benefits', 'inYearBaseline', 'inYearForecast'] as const
const amountParts = ['high', 'low', 'because'] as const

type Numbers = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array

/** The columns of rows of which nothing is known yet. */
export const blank = (size: number): Own => ({
  there: new Uint8Array(size), key: new Uint32Array(size), name: new Uint32Array(size), category: new Uint32Array(size), sponsor: new Uint32Array(size), flags: new Uint32Array(size), unit: new Uint32Array(size),
  kind: new Uint8Array(size), state: new Uint8Array(size), mandatory: new Uint8Array(size), rating: new Uint8Array(size), ratingAsOf: new Int32Array(size), startOn: new Int32Array(size), endOn: new Int32Array(size), version: new Int32Array(size),
  cost: noAmounts(size), benefits: noAmounts(size), inYearBaseline: noAmounts(size), inYearForecast: noAmounts(size),
})

export const noAmounts = (size: number): Amounts => ({ high: new Int32Array(size), low: new Uint32Array(size), because: new Uint8Array(size) })

/** A copy of columns for at least as many rows, to be written to. */
export function copyOf(own: Own, size: number): Own {
  const copy = blank(size)
  for (const [from, to] of pairs(own, copy)) to.set(from)
  return copy
}

/** Takes everything from a row, which then is as if it had never been. */
export function clearRow(own: Own, row: number): void {
  for (const column of plainColumns) own[column][row] = 0
  for (const column of amountColumns) for (const part of amountParts) own[column][part][row] = 0
}

/** The columns with each that is equal in another moment taken from there, so that memory holds it once. */
export function sharing(own: Own, other: Own): Own {
  const pick = <T extends Numbers>(mine: T, theirs: T): T => (same(mine, theirs) ? theirs : mine)
  const shared: Record<string, unknown> = {}
  for (const column of plainColumns) shared[column] = pick<Numbers>(own[column], other[column])
  for (const column of amountColumns) shared[column] = Object.fromEntries(amountParts.map((part) => [part, pick<Numbers>(own[column][part], other[column][part])]))
  return shared as Own
}

const same = (a: Numbers, b: Numbers): boolean => a.byteLength === b.byteLength && (a === b || Buffer.compare(asBytes(a), asBytes(b)) === 0)
const asBytes = ({ buffer, byteOffset, byteLength }: Numbers): Uint8Array => new Uint8Array(buffer, byteOffset, byteLength)

/** Every array of some columns. */
export const arraysOf = (own: Own): readonly Numbers[] => [...plainColumns.map((column) => own[column]), ...amountColumns.flatMap((column) => amountParts.map((part) => own[column][part]))]

const pairs = (from: Own, to: Own): readonly (readonly [Numbers, Numbers])[] => arraysOf(from).map((array, index) => [array, arraysOf(to)[index] as Numbers])
