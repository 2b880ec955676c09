import type { FieldKind } from '@throughline/contract/demand'
import type { Tx } from '../../database/index.ts'
import { compareDecimals } from '../list/numbers.ts'
import { pause } from './numbered.ts'
import type { Columns } from './shape.ts'
import { readPackedCustom } from './store/packed.ts'

/** A custom field at a moment: its different values in order, and for each row 0 or 1 more than the place of its value. */
export type CustomColumn = { readonly codes: Uint32Array; readonly values: readonly string[] }

/** The custom columns that a moment has been asked for, by field; moments between which no value changed have the same ones. */
export type Customs = Map<string, Promise<CustomColumn>>

/** Reads a custom field of the moment of a transaction. */
export async function loadCustom(tx: Tx, { ids, size, fields }: Columns, fieldId: string): Promise<CustomColumn> {
  const parts = (await readPackedCustom(tx, fieldId)).map((part) => ({ rows: ids.admit(part.ids), texts: part.texts }))
  await pause()
  const values = [...new Set(parts.flatMap(({ texts }) => texts))].sort(comparing(fields.get(fieldId)))
  await pause()
  const places = new Map(values.map((value, place) => [value, place]))
  const codes = new Uint32Array(size)
  for (const { rows, texts } of parts) for (const [index, text] of texts.entries()) if ((rows[index] ?? size) < size) codes[rows[index] ?? 0] = (places.get(text) ?? 0) + 1
  return { codes, values }
}

const asWritten = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** In which order the values of a kind of field stand: numbers by their size, dates and yes or no as written, text by its letters whatever their case. */
function comparing(kind: FieldKind | undefined): (a: string, b: string) => number {
  switch (kind) {
    case 'number': case 'money':
      return (a, b) => compareDecimals(a, b) || asWritten(a, b)
    case 'date': case 'yes_no':
      return asWritten
    default:
      return (a, b) => asWritten(a.toLowerCase(), b.toLowerCase()) || asWritten(a, b)
  }
}
