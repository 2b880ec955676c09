import type { FieldKind, ListFilter } from '@throughline/contract/demand'

/** What a field of the list holds, which decides how it is compared, sorted and filtered. */
export type Form = 'text' | 'choice' | 'unit' | 'rating' | 'yes_no' | 'date' | 'money' | 'number' | 'flags'
export type Op = ListFilter['op']

/** Choices in the order in which they are sorted: states as work goes on, ratings from best to worst within their scale. */
export const choices = {
  kind: ['programme', 'project', 'product', 'bundle', 'bau_improvement'],
  state: ['idea', 'case', 'approved', 'active', 'on_hold', 'closing', 'closed', 'stopped'],
} as const
export const ratingScales = ['five_point', 'three_point'] as const
export const ratingLevels = ['green', 'amber_green', 'amber', 'amber_red', 'red'] as const
const flags = ['likely_units_error', 'negative_cost', 'end_before_start', 'duplicate_key', 'range_only', 'exempt', 'unreadable'] as const

/** The fields that every organisation has. */
export const forms = {
  key: 'text', name: 'text', kind: 'choice', state: 'choice', unit: 'unit', category: 'text', sponsor: 'text', mandatory: 'yes_no', rating: 'rating', startOn: 'date', endOn: 'date',
  cost: 'money', benefits: 'money', inYearBaseline: 'money', inYearForecast: 'money', ratio: 'number', alignment: 'number', objectives: 'number', reports: 'number', flags: 'flags',
} as const satisfies Readonly<Record<string, Form>>
export type PlainField = keyof typeof forms

export const isPlain = (field: string): field is PlainField => field in forms

/** The id of a custom field, or undefined where the field is one of ours. */
export const customId = (field: string): string | undefined => (field.startsWith('custom:') ? field.slice('custom:'.length) : undefined)

const customForms: Readonly<Record<FieldKind, Form>> = { text: 'text', number: 'number', money: 'money', date: 'date', choice: 'text', yes_no: 'yes_no' }

/** The form of a field; undefined for a custom field that the organisation does not have. */
export function formOf(field: string, customs: ReadonlyMap<string, FieldKind>): Form | undefined {
  if (isPlain(field)) return forms[field]
  const kind = customs.get(customId(field) ?? '')
  return kind && customForms[kind]
}

const named: readonly Op[] = ['any_of', 'none_of', 'absent', 'present']
const measured: readonly Op[] = [...named, 'at_least', 'at_most']

/** The conditions that make sense for a form. A rating is named and never measured: its levels are an order within one scale only. */
export const opsOf: Readonly<Record<Form, readonly Op[]>> = {
  text: [...named, 'contains'], choice: named, unit: [...named, 'within', 'contains'], rating: named, yes_no: named, flags: named, date: measured, money: measured, number: measured,
}

/** What a value of a field must look like, in words; undefined where it does. */
export function expectedOf(field: string, form: Form, op: Op, value: string): string | undefined {
  if (op === 'contains' || form === 'text') return undefined
  const words = wordsOf(field, form)
  if (words) return words.includes(value) ? undefined : `one of ${words.join(', ')}`
  const [pattern, expected] = patterns[form as keyof typeof patterns]
  return pattern.test(value) ? undefined : expected
}

function wordsOf(field: string, form: Form): readonly string[] | undefined {
  switch (form) {
    case 'choice':
      return choices[field as keyof typeof choices]
    case 'rating':
      return [...ratingLevels, ...ratingScales.flatMap((scale) => ratingLevels.map((level) => `${scale}:${level}`))]
    case 'yes_no':
      return ['yes', 'no']
    case 'flags':
      return flags
    default:
      return undefined
  }
}

const patterns = {
  unit: [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'the id of a unit'],
  date: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date, YYYY-MM-DD'],
  money: [/^-?\d{1,18}$/, 'whole minor units, at most 18 digits'],
  number: [/^-?\d{1,18}(\.\d{1,18})?$/, 'a number, with a point'],
} as const
