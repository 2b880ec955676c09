import { formatDecimal, minorDigits } from '@throughline/engine/kernel'

const fieldNames: Readonly<Record<string, string>> = { asOf: 'Position', positionOn: 'Position', ratingAsOf: 'Rating date', on: 'Date', ord: 'Order', unit: 'Department', unitId: 'Department', perspectiveId: 'Perspective', objectiveId: 'Objective', objectivesIds: 'Objectives', initiativeIds: 'Initiatives', fromId: 'First initiative', toId: 'Second initiative', forkOf: 'From', fileName: 'File', left: 'Left the list', costReason: 'Why there is no cost', benefitsReason: 'Why there are no benefits', statedBenefits: 'Stated benefits' }

/** A field's name in words: `costMinor` → `Cost`, `endOn` → `End date`, `ratingAsOf` → `Rating date`. */
export function fieldWords(field: string): string {
  const known = fieldNames[field]
  if (known) return known
  const text = field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[._/-]+/g, ' ').toLowerCase().trim()
  const named = text.replace(/ minor$/, '').replace(/ as of$/, ' date').replace(/ on$/, ' date').replace(/ at$/, ' time').replace(/ ids?$/, '')
  return named.charAt(0).toUpperCase() + named.slice(1)
}

/** Whether a revision holds nothing there: no value was given. */
export const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Dates as the reader writes them. */
export type Dates = { readonly date: (date: string) => string; readonly instant: (instant: string) => string }

/** A value of a revision as text. Amounts in minor units are written in the main unit; words of a list lose their underscores. */
export function valueWords(value: unknown, field = '', currency = '', dates?: Dates): string {
  if (isNothing(value)) return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (currency !== '' && /minor$/i.test(field) && /^-?\d+$/.test(String(value))) return `${formatDecimal(BigInt(String(value)), minorDigits(currency))} ${currency}`
  if (typeof value === 'string') return textWords(value, dates)
  if (Array.isArray(value)) return value.map((part) => valueWords(part, field, currency, dates)).join(', ')
  if (typeof value === 'object') return objectWords(value ?? {}, currency, dates)
  return String(value)
}

function textWords(value: string, dates: Dates | undefined): string {
  if (dates && /^\d{4}-\d{2}-\d{2}$/.test(value)) return dates.date(value)
  if (dates && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return dates.instant(value)
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll('_', ' ') : value
}

/** A rating is its level: its scale is the same everywhere in an organisation. */
function objectWords(value: object, currency: string, dates: Dates | undefined): string {
  if ('scale' in value && 'level' in value) return valueWords(value.level)
  return Object.entries(value).map(([key, part]) => `${fieldWords(key).toLowerCase()} ${valueWords(part, key, currency, dates)}`).join(', ')
}

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const isId = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 && value.every(isId) : typeof value === 'string' && id.test(value))

/** A value with ids replaced by what they are called; what is not known here is said to be so. */
export const namedWith = (nameOf: (id: string) => string | undefined, value: unknown): unknown => (Array.isArray(value) ? value.map((part) => namedWith(nameOf, part)) : isId(value) ? (nameOf(String(value)) ?? 'one that is not known here') : value)

type Money = { readonly minor: string; readonly currency: string }
export type ChangeWriting = { readonly currency: string; readonly money: (amount: Money) => string; readonly dates: Dates; readonly nameOf?: (id: string) => string | undefined }
/** A change of a field: its name, what stood there before (undefined for nothing) and what does now; no `after` where neither can be said in words. */
export type ChangeInWords = { readonly field: string; readonly before: string | undefined; readonly after: string | undefined }

/** A change in words. Amounts are short (`£4m`); ids are named where they are known and never shown. */
export function changeWords({ field, before, after }: { readonly field: string; readonly before: unknown; readonly after: unknown }, { currency, money, dates, nameOf = () => undefined }: ChangeWriting): ChangeInWords {
  const named = (value: unknown): unknown => (typeof value === 'string' && isId(value) ? (nameOf(value) ?? value) : Array.isArray(value) ? value.map(named) : value)
  const [was, is] = [named(before), named(after)]
  const name = fieldWords(field).toLowerCase()
  if (isId(was) || isId(is)) return { field: name, before: undefined, after: undefined }
  const words = (value: unknown) => (currency !== '' && /minor$/i.test(field) && /^-?\d+$/.test(String(value)) ? money({ minor: String(value), currency }) : valueWords(value, field, currency, dates))
  return { field: name, before: isNothing(was) ? undefined : words(was), after: words(is) }
}
