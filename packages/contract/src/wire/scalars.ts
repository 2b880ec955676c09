import { Type, type TSchema } from 'typebox'

/** Identifier: a UUID (version 7, made by the server). */
export const Id = Type.String({ format: 'uuid' })
/** A day that a portfolio can be about: plans beyond the year 2299 are slips of the keyboard. */
export const CivilDate = Type.String({ format: 'date', pattern: '^(19|2[0-2])', description: 'A date from 1900 to 2299, YYYY-MM-DD' })
export const Instant = Type.String({ format: 'date-time', description: 'Instant in UTC' })
/** Decimal as text, so that no digit is lost in a float. */
export const Decimal = Type.String({ pattern: '^-?[0-9]+(\\.[0-9]+)?$', maxLength: 40, description: 'Decimal number as text, with a point' })
/** Whole minor units (pence, cents) as text. */
export const Minor = Type.String({ pattern: '^-?[0-9]+$', maxLength: 30 })
/** Whole minor units as somebody gives them: at most 18 digits, so that they and their sums can be stored. */
export const GivenMinor = Type.String({ pattern: '^-?[0-9]{1,18}$', description: 'Whole minor units, at most 18 digits' })
/** Revision number of a row: an edit names the version it was made on, and is refused where that has moved. */
export const Version = Type.Integer({ minimum: 1 })

/** One of a few words. */
export const OneOf = <const T extends readonly string[]>(words: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...(description ? { description } : {}) })

export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
/** Text that is not blank. The character NUL, which no database stores, is not text. */
export const ShortText = (maxLength = 200) => Type.String({ minLength: 1, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$', description: 'Text that is not blank' })
export const LongText = (maxLength = 20_000) => Type.String({ maxLength, pattern: '^[^\\u0000]*$', description: 'Text without the character NUL' })
/** A thing or a person by id and name; the name is that of now, or the last one known of who or what has left. */
export const Named = Type.Object({ id: Id, name: Type.String() })
export const Empty = Type.Object({})
export const IdParams = Type.Object({ id: Id })
/** In the query of a removal: the version that was seen; left out, the thing is removed however it is by now. */
export const Seen = Type.Object({ version: Type.Optional(Version) })
