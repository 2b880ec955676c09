import type { CustomField } from '@throughline/contract/demand'
import { minorDigits } from '@throughline/engine/kernel'
import { plainDecimal, type Format } from '../../format/index.ts'
import type { Column } from '../../ui/grid/index.ts'

/** A row that has values of the organisation's own fields, by id. */
export type Customised = { readonly custom: Readonly<Record<string, string>> }

/** A column of a field that the organisation added. Numbers and amounts are decimal text, so that no digit is lost. */
export function customColumn<Row extends Customised>(field: CustomField, { currency, format, canEdit, locked }: { readonly currency: string; readonly format: Format; readonly canEdit: boolean | ((row: Row) => boolean); locked?(row: Row): string | undefined }): Column<Row> & { readonly minorDigits?: number } {
  const { id, name, kind, unit, choices, note } = field
  const text = ({ custom }: Row): string | null => custom[id] ?? null
  const column = { key: `custom:${id}`, width: 130, editable: canEdit, get: text, absent: () => 'No value was given', ...(locked ? { locked } : {}), ...(note === '' ? {} : { note }) } as const
  switch (kind) {
    case 'text':
      return { ...column, kind: 'text', label: name, width: 160 }
    case 'date':
      return { ...column, kind: 'date', label: name, width: 110 }
    case 'choice':
      return { ...column, kind: 'choice', label: name, choices: choices.map((choice) => ({ value: choice, label: choice })) }
    case 'yes_no':
      return { ...column, kind: 'yesNo', label: name, width: 100, get: (row: Row) => (text(row) === null ? null : text(row) === 'yes') }
    case 'number':
      return { ...column, kind: 'number', label: unit === null ? name : `${name}, ${unit}`, ...(unit === null ? {} : { adds: unit }) }
    case 'money': {
      const digits = minorDigits(currency)
      const major = (row: Row): string | null => (text(row) === null ? null : plainDecimal(BigInt(text(row) ?? 0), digits))
      return { ...column, kind: 'number', label: `${name}, ${currency}`, get: major, adds: currency, minorDigits: digits, format: (value) => (value === null ? '' : format.number(Number(value), digits)) }
    }
  }
}
