import { Type, type Static } from 'typebox'
import { OneOf, ShortText } from '../wire/index.ts'

/**
 * What is exported. Without `ask` and `columns` everything in the columns of an import. `ask` is a `ListAsk` as JSON: the same
 * conditions, order and groups as on screen, whatever its window; `columns` are fields of a list parted by commas, in their order.
 */
export const InitiativesExport = Type.Object({
  format: OneOf(['csv', 'xlsx']), current: Type.Optional(Type.Boolean()),
  ask: Type.Optional(Type.String({ maxLength: 20_000 })), columns: Type.Optional(Type.String({ maxLength: 12_000 })),
  view: Type.Optional(ShortText(120)),
})
export type InitiativesExport = Static<typeof InitiativesExport>
