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

/** Columns in which some rows are others: those of `news`, one for each of `rows`. A column in which none of them is different, and that is as long as it was, is the same array as before. */
export function patched(own: Own, size: number, rows: Uint32Array, news: Own): Own {
  const patch = <T extends Numbers>(before: T, now: T): T => {
    let same = before.length === size
    for (let index = 0; same && index < rows.length; index += 1) same = before[rows[index] ?? 0] === now[index]
    if (same) return before
    const copy = new (before.constructor as new (length: number) => T)(size)
    copy.set(before)
    for (let index = 0; index < rows.length; index += 1) copy[rows[index] ?? 0] = now[index] ?? 0
    return copy
  }
  const columns: Record<string, unknown> = {}
  for (const column of plainColumns) columns[column] = patch<Numbers>(own[column], news[column])
  for (const column of amountColumns) columns[column] = Object.fromEntries(amountParts.map((part) => [part, patch<Numbers>(own[column][part], news[column][part])]))
  return columns as Own
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
