import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, ShortText, Version } from '../wire/index.ts'

/** What a grid shows: kept as the page wrote it, at most 20,000 characters. */
export const GridLook = Type.Unsafe<Readonly<Record<string, unknown>>>({ title: 'GridLook', type: 'object', additionalProperties: true })
/** A saved view of a list: private to its owner, or shared with the organisation. */
export const View = Type.Object({ id: Id, list: Type.String(), name: Type.String(), look: GridLook, sharing: OneOf(['private', 'shared']), owner: Type.String(), mine: Type.Boolean(), version: Version })
export type View = Static<typeof View>
export const NewView = Type.Object({ list: OneOf(['initiatives']), name: ShortText(80), look: GridLook, sharing: OneOf(['private', 'shared']) })
export const ViewChange = Type.Object({ version: Version, name: Type.Optional(ShortText(80)), look: Type.Optional(GridLook), sharing: Type.Optional(OneOf(['private', 'shared'])) })

/** A yearly line of cost or benefits of an initiative as somebody gave it; where there is none, years are spread by rule. */
export const YearAmount = Type.Object({ year: Type.Integer({ minimum: 1900, maximum: 2200 }), kind: OneOf(['cost', 'benefits']), amountMinor: Nullable(Type.String({ pattern: '^-?[0-9]{1,18}$' })) })
export type YearAmount = Static<typeof YearAmount>
export const YearAmounts = Type.Object({ version: Version, lines: Type.Array(YearAmount, { maxItems: 200 }) })
