import type { SourcedField } from '@throughline/engine/demand'
import { formatDecimal, minorDigits, type Currency } from '@throughline/engine/kernel'
import { partColumns, type PositionColumns } from './position.ts'

/** What a field says in plain words, for a person who compares: an amount with its currency, the reason where there is none, '' where nothing is given. */
export function fieldWords(field: SourcedField, record: PositionColumns, { currency, names }: { readonly currency: Currency; readonly names: ReadonlyMap<string, string> }): string {
  switch (field) {
    case 'unit':
      return record.unit_id === null ? '' : (names.get(record.unit_id) ?? record.unit_id)
    case 'rating':
      return record.rating_level === null ? '' : record.rating_level.replaceAll('_', '/')
    case 'cost':
    case 'benefits':
    case 'inYearBaseline':
    case 'inYearForecast': {
      const [minor, reason] = partColumns[field].map((column) => record[column as 'cost_minor'])
      return minor ? `${formatDecimal(BigInt(minor), minorDigits(currency))} ${currency}` : (reason ?? '').toLowerCase().replaceAll('_', ' ')
    }
    default:
      return String(record[partColumns[field][0]] ?? '').slice(0, wordsLimit).toWellFormed()
  }
}

/** Longest text that a comparison repeats. */
const wordsLimit = 300
