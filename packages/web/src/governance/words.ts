import { formatDecimal, minorDigits } from '@throughline/engine/kernel'

/** An act of the audit trail in words, without its room: `portfolio.save-scenario` → `Save scenario`. */
export function actWords(act: string): string {
  const text = act.slice(act.lastIndexOf('.') + 1).replace(/[_-]+/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A field's name in words: `costMinor` → `Cost`, `endOn` → `End date`. */
export function fieldWords(field: string): string {
  const text = field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[._/-]+/g, ' ').toLowerCase().trim()
  const named = text.replace(/ minor$/, '').replace(/ on$/, ' date').replace(/ id$/, '')
  return named.charAt(0).toUpperCase() + named.slice(1)
}

/** Whether a revision holds nothing there: no value was given. */
export const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** A value of a revision as text. Amounts in minor units are written in the main unit; words of a list lose their underscores. */
export function valueWords(value: unknown, field = '', currency = ''): string {
  if (isNothing(value)) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (currency !== '' && /minor$/i.test(field) && /^-?\d+$/.test(String(value))) return `${formatDecimal(BigInt(String(value)), minorDigits(currency))} ${currency}`
  if (typeof value === 'string') return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value
  if (Array.isArray(value)) return value.map((part) => valueWords(part, field, currency)).join(', ')
  if (typeof value === 'object') return Object.entries(value ?? {}).map(([key, part]) => `${fieldWords(key).toLowerCase()} ${valueWords(part, key, currency)}`).join(', ')
  return String(value)
}
