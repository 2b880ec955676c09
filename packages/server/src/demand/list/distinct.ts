import type { ListFilter } from '@throughline/contract/demand'
import type { CustomColumn } from '../columns/index.ts'
import type { Form } from './fields.ts'
import { compareDecimals } from './numbers.ts'

/** A condition on a custom field: asked once of every different value, whatever the number of rows. */
export function ofDistinct(column: CustomColumn | undefined, form: Form, { op, values }: ListFilter): (row: number) => boolean {
  if (!column) return () => false
  const mask = Uint8Array.from([0, ...column.values.map((value) => (holds(form, op, value, values) ? 1 : 0))])
  return (row) => mask[column.codes[row] ?? 0] === 1
}

function holds(form: Form, op: ListFilter['op'], value: string, wanted: readonly string[]): boolean {
  const [first = ''] = wanted
  switch (op) {
    case 'contains':
      return wanted.some((letters) => value.toLowerCase().includes(letters.toLowerCase()))
    case 'at_least':
      return compare(form, value, first) >= 0
    case 'at_most':
      return compare(form, value, first) <= 0
    default:
      return wanted.some((one) => compare(form, value, one) === 0)
  }
}

/** Which of two values of a custom field comes first: below 0, 0, above 0. Numbers by their size, everything else as written. */
const compare = (form: Form, a: string, b: string): number => (form === 'number' || form === 'money' ? compareDecimals(a, b) : a < b ? -1 : a > b ? 1 : 0)
