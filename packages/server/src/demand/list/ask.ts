import { ListAsk, type FieldKind, type ListFilter } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { isCivilDate, ok, refuse, type Result } from '@throughline/engine/kernel'
import { Value } from 'typebox/value'
import { expectedOf, formOf, opsOf, type Form } from './fields.ts'

/** Rows that a window holds where nobody said how many. */
export const usualWindow = 200
/** Rows before a window that may be asked for. */
export const furthest = 10_000_000

/** What was asked of the list, complete and sound. */
export type Asked = Required<Omit<ListAsk, 'search'>> & { readonly words: readonly string[]; readonly forms: ReadonlyMap<string, Form> }
type Invalid = Refusal<'list_invalid'>

/** The text of the parameter `ask` as JSON of the agreed form; refused with what is wrong and where. */
export function parseAsk(text: string | undefined): Result<ListAsk, Invalid> {
  let value: unknown
  try {
    value = JSON.parse(text ?? '{}')
  } catch {
    return invalid('ask', text ?? '', 'JSON')
  }
  const [wrong] = Value.Errors(ListAsk, value)
  if (wrong) return invalid(`ask${wrong.instancePath}`, inShort(at(value, wrong.instancePath)), wrong.message)
  const strange = Object.keys(value as object).find((key) => !(key in ListAsk.properties))
  return strange === undefined ? ok(value as ListAsk) : invalid(`ask/${strange}`, inShort((value as Record<string, unknown>)[strange]), `no field of this name; known are ${Object.keys(ListAsk.properties).join(', ')}`)
}

/** The custom fields that an ask names. */
export const customsNamed = ({ filters = [], sort = [], groups = [] }: ListAsk): readonly string[] =>
  [...filters.map(({ field }) => field), ...sort.map(({ field }) => field), ...groups].filter((field) => field.startsWith('custom:')).map((field) => field.slice('custom:'.length))

/** An ask whose fields, conditions and values fit together; refused with the first that does not. */
export function soundAsk(ask: ListAsk, customs: ReadonlyMap<string, FieldKind>): Result<Asked, Invalid> {
  const { current = false, search = '', filters = [], sort = [], groups = [], from = 0, limit = usualWindow } = ask
  const forms = new Map<string, Form>()
  const places = [...filters.map(({ field }, index) => [`filters/${index}`, field] as const), ...sort.map(({ field }, index) => [`sort/${index}`, field] as const), ...groups.map((field, index) => [`groups/${index}`, field] as const)]
  for (const [place, field] of places) {
    const form = formOf(field, customs)
    if (!form) return invalid(`ask/${place}/field`, field, 'a custom field that the organisation has')
    forms.set(field, form)
  }
  for (const [index, filter] of filters.entries()) {
    const wrong = wrongIn(filter, forms.get(filter.field) ?? 'text')
    if (wrong) return invalid(`ask/filters/${index}/${wrong[0]}`, wrong[1], wrong[2])
  }
  if (new Set(groups).size < groups.length) return invalid('ask/groups', groups.join(', '), 'each field once')
  if (from > furthest) return invalid('ask/from', String(from), `at most ${furthest}`)
  return ok({ current, words: search.split(/\s+/).filter((word) => word !== ''), filters, sort, groups, from, limit, forms })
}

/** Whether an ask goes by amounts: by its answer who may not see them could find them out. */
export const goesByAmounts = ({ filters, sort, groups, forms }: Asked): boolean => [...filters.map(({ field }) => field), ...sort.map(({ field }) => field), ...groups].some((field) => field === 'ratio' || forms.get(field) === 'money')

type Wrong = readonly [place: string, found: string, expected: string]

function wrongIn({ field, op, values }: ListFilter, form: Form): Wrong | undefined {
  if (!opsOf[form].includes(op)) return ['op', op, `${opsOf[form].join(', ')} for ${field}`]
  const count = values.length
  if ((op === 'absent' || op === 'present') && count > 0) return ['values', `${count} values`, `none with ${op}`]
  if ((op === 'at_least' || op === 'at_most') && count !== 1) return ['values', `${count} values`, `one with ${op}`]
  if ((op === 'contains' || op === 'within') && count === 0) return ['values', 'no value', `at least one with ${op}`]
  for (const [index, value] of values.entries()) {
    const expected = expectedOf(field, form, op, value) ?? (form === 'date' && !isCivilDate(value) ? 'a date of the calendar' : undefined)
    if (expected) return [`values/${index}`, value, expected]
  }
  return undefined
}

const invalid = (place: string, found: string, expected: string): { readonly ok: false; readonly refusal: Invalid } => refuse({ code: 'list_invalid', values: { place, found: inShort(found), expected } })

const inShort = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(0, 120)

const at = (value: unknown, pointer: string): unknown => pointer.split('/').slice(1).reduce<unknown>((inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[part] : undefined), value)
