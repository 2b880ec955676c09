import { readCustomValue, type CustomForm, type InitiativeKind, type InitiativeState } from '../../demand/index.ts'
import { isCivilDate, ok, refuse, type Result } from '../../kernel/index.ts'
import { customFieldId, type FieldRef, type FieldValue } from './plan.ts'
import { formOf, type FieldForm } from './fields.ts'

const states = ['idea', 'case', 'approved', 'active', 'on_hold', 'closing', 'closed', 'stopped'] as const satisfies readonly InitiativeState[]
const kinds = ['programme', 'project', 'product', 'bundle', 'bau_improvement'] as const satisfies readonly InitiativeKind[]

/** What the organisation's own fields hold, by id. */
export type CustomForms = ReadonlyMap<string, CustomForm>

/** The value in the one form in which it is kept, or what was expected instead. */
export function readFieldValue({ kind, field }: Pick<FieldRef, 'kind' | 'field'>, value: FieldValue, forms: CustomForms): Result<FieldValue, string> {
  const form = formOf(kind, field)
  if (form === undefined) return refuse(`a field of ${kind === 'initiative' ? 'an initiative' : `the ${kind}`} that a scenario can change`)
  if (form !== 'custom') return readForm(form, value, field === 'key' ? 60 : 300)
  const own = forms.get(customFieldId(field) ?? '')
  if (!own) return refuse('a field of the organisation')
  const read = typeof value === 'string' || value === null ? readCustomValue(own, value) : undefined
  return read?.ok ? read : refuse(read ? read.refusal.values.expected : 'text')
}

function readForm(form: Exclude<FieldForm, 'custom'>, value: FieldValue, most: number): Result<FieldValue, string> {
  const when = (holds: boolean, expected: string, kept: FieldValue = value): Result<FieldValue, string> => (holds ? ok(kept) : refuse(expected))
  const isText = typeof value === 'string' && value.trim() !== '' && value.length <= most && !value.includes('\u0000')
  switch (form) {
    case 'text':
      return when(isText, `text of 1 to ${most} letters`, isText ? value.trim() : value)
    case 'textOrNone':
      return when(value === null || isText, `text of at most ${most} letters, or nothing`)
    case 'longText': {
      const long = typeof value === 'string' && value.length <= 20_000 && !value.includes('\u0000')
      return when(value === null || long, 'text of at most 20,000 letters, or nothing', long && value.trim() !== '' ? value.trim() : null)
    }
    case 'state':
      return when(states.some((state) => state === value), `one of ${states.join(', ')}`)
    case 'kind':
      return when(kinds.some((kind) => kind === value), `one of ${kinds.join(', ')}`)
    case 'unit':
      return when(value === null || (typeof value === 'string' && value.length <= 60), 'a department, or nothing')
    case 'yesNo':
      return when(typeof value === 'boolean', 'true or false')
    case 'date':
      return when(value === null || (typeof value === 'string' && isCivilDate(value) && value >= '1900' && value < '2300'), 'a date from 1900 to 2299, YYYY-MM-DD, or nothing')
    case 'money': {
      const isMoney = typeof value === 'string' && /^-?\d{1,18}$/.test(value)
      return when(value === null || isMoney, 'whole minor units as text, at most 18 digits, or nothing', isMoney ? BigInt(value).toString() : null)
    }
    case 'share':
      return when(typeof value === 'number' && value >= 0 && value <= 1, 'a share from 0 to 1', typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value)
    case 'contribution':
      return when(value === null || (typeof value === 'number' && value >= -1 && value <= 1), 'a number from -1 to 1, or nothing', typeof value === 'number' ? Math.round(value * 1000) / 1000 : value)
    case 'ids':
      return when(Array.isArray(value) && value.length >= 2 && new Set(value).size === value.length, 'two initiatives or more, each once')
  }
}
