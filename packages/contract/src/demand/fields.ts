import { Type, type Static } from 'typebox'
import { Id, LongText, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'

/** What a custom field holds. Money is minor units of the organisation's currency, dates ISO, yes_no `yes` or `no`. */
export const FieldKind = OneOf(['text', 'number', 'money', 'date', 'choice', 'yes_no'])
export type FieldKind = Static<typeof FieldKind>

/** A field that the organisation added to its initiatives. */
export const CustomField = Type.Object({
  id: Id, name: Type.String(), kind: FieldKind, unit: Nullable(Type.String({ description: 'Of a number: hours, FTE, tCO2e' })), choices: Type.Array(Type.String()), note: Type.String(),
  /** How many initiatives have a value. */
  values: Type.Integer(), version: Version,
})
export type CustomField = Static<typeof CustomField>
const parts = { unit: Type.Optional(Nullable(ShortText(40))), choices: Type.Optional(Type.Array(ShortText(120), { maxItems: 200, uniqueItems: true })), note: Type.Optional(LongText(1000)) }
export const NewCustomField = Type.Object({ name: ShortText(80), kind: FieldKind, ...parts })
export const CustomFieldChange = Type.Object({ version: Version, name: Type.Optional(ShortText(80)), ...parts })

/** A value of a custom field as text: exact decimal, minor units, ISO date, `yes` or `no`; null where none is given. */
export const CustomValue = Nullable(Type.String({ maxLength: 2000 }))
export const CustomValues = Type.Record(Type.String(), Type.String())
export type CustomValues = Static<typeof CustomValues>
