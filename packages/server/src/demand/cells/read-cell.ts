import { readCustomValue, type CustomForm } from '@throughline/engine/demand'
import { isCivilDate, ok, refuse, type Result } from '@throughline/engine/kernel'
import { InitiativeKind, InitiativeState, RatingLevel } from '@throughline/contract/demand'
import type { Given } from '../acts/change-initiative.ts'
import type { InitiativeRecord } from '../store/initiatives.ts'

/** Why the text of a cell does not stand: a code, what was found and what was expected. */
export type Wrong = { readonly code: 'field_unknown' | 'field_not_editable' | 'value_wrong' | 'unit_not_found'; readonly found: string; readonly expected: string }
/** What a cell means: fields of an initiative, or a value of an added field. */
export type Meant = { readonly given: Given } | { readonly fieldId: string; readonly value: string | null }
/** What the organisation has that a cell may name. */
export type Known = { readonly units: ReadonlySet<string>; readonly fields: ReadonlyMap<string, CustomForm> }

/** Reads the text of one cell of an initiative. */
export function readCell(field: string, text: string | null, before: Pick<InitiativeRecord, 'rating_scale'>, known: Known): Result<Meant, Wrong> {
  if (field.startsWith('custom:')) return readCustom(field.slice('custom:'.length), text, known)
  const read = readers[field as keyof typeof readers]
  if (read) return read((text ?? '').trim(), before, known)
  return computed.includes(field)
    ? refuse({ code: 'field_not_editable', found: field, expected: 'a field that people enter; this one is computed or published' })
    : refuse({ code: 'field_unknown', found: field, expected: `one of ${Object.keys(readers).join(', ')}, or custom:<id> of a field of the organisation` })
}

const computed: readonly string[] = ['key', 'ratio', 'alignment', 'objectives', 'reports', 'flags', 'inYearBaseline', 'inYearForecast']

function readCustom(fieldId: string, text: string | null, { fields }: Known): Result<Meant, Wrong> {
  const form = fields.get(fieldId)
  if (!form) return refuse({ code: 'field_unknown', found: `custom:${fieldId}`, expected: 'a field that the organisation has' })
  const read = readCustomValue(form, text)
  return read.ok ? ok({ fieldId, value: read.value }) : refuse({ code: 'value_wrong', ...read.refusal.values })
}

type Reader = (text: string, before: Pick<InitiativeRecord, 'rating_scale'>, known: Known) => Result<Meant, Wrong>

const wrong = (found: string, expected: string) => refuse({ code: 'value_wrong' as const, found: found.slice(0, 200), expected })
const meant = (given: Given): Result<Meant, never> => ok({ given })

/** Text of at most so many letters; blank takes it away. */
const words = (limit: number, mean: (text: string | null) => Given): Reader => (text) =>
  text.length > limit || text.includes('\u0000') ? wrong(text, `a text of at most ${limit} letters`) : meant(mean(text === '' ? null : text))

const oneOf = <T extends string>(schema: object, mean: (value: T) => Given): Reader => (text) => {
  const values = (schema as { readonly enum: readonly T[] }).enum
  const value = values.find((one) => one === text)
  return value === undefined ? wrong(text, `one of ${values.join(', ')}`) : meant(mean(value))
}

const date = (mean: (value: string | null) => Given): Reader => (text) =>
  text === '' ? meant(mean(null)) : isCivilDate(text) && text >= '1900' && text < '2300' ? meant(mean(text)) : wrong(text, 'a date from 1900 to 2299, YYYY-MM-DD')

const amount = (mean: (value: string | null) => Given): Reader => (text) =>
  text === '' ? meant(mean(null)) : /^-?\d{1,18}$/.test(text) ? meant(mean(BigInt(text).toString())) : wrong(text, 'whole minor units, at most 18 digits')

/** How each field that people enter is read; the names are those of a list. */
const readers = {
  name: (text, before, known) => (text === '' ? wrong('nothing', 'a name') : words(300, (name) => ({ name: name ?? '' }))(text, before, known)),
  kind: oneOf<NonNullable<Given['kind']>>(InitiativeKind, (kind) => ({ kind })),
  state: oneOf<NonNullable<Given['state']>>(InitiativeState, (state) => ({ state })),
  unit: (text, _, { units }) => (text === '' ? meant({ unitId: null }) : units.has(text) ? meant({ unitId: text }) : refuse({ code: 'unit_not_found', found: text.slice(0, 200), expected: 'the id of a unit of the organisation' })),
  category: words(120, (category) => ({ category })),
  sponsor: words(200, (sponsor) => ({ sponsor })),
  description: words(20_000, (description) => ({ description: description ?? '' })),
  mandatory: (text) => (text === 'yes' || text === 'no' ? meant({ mandatory: text === 'yes' }) : wrong(text, 'yes or no')),
  rating: (text, { rating_scale: scale }, known) => {
    if (text === '') return meant({ rating: null })
    if (scale === 'three_point' && isMixed(text)) return wrong(text, 'green, amber or red: it is rated on three points')
    return oneOf<Level>(RatingLevel, (level) => ({ rating: { scale: scale ?? (isMixed(level) ? 'five_point' : 'three_point'), level } }))(text, { rating_scale: scale }, known)
  },
  startOn: date((startOn) => ({ startOn })),
  endOn: date((endOn) => ({ endOn })),
  cost: amount((costMinor) => ({ costMinor })),
  benefits: amount((benefitsMinor) => ({ benefitsMinor })),
} as const satisfies Readonly<Record<string, Reader>>

type Level = NonNullable<Given['rating']>['level']

/** A rating stays on the scale that the initiative is rated on; without one, a mixed level means five points and any other three. */
const isMixed = (level: string): boolean => level.startsWith('amber_')
