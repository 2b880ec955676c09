import { Type, type Static } from 'typebox'
import { Id, LongText, Nullable, Version } from '../wire/index.ts'
import { InitiativeRow } from './schemas.ts'

/**
 * One cell of a paste, a fill or a bulk change. `value` is what the field's text on the wire is: name, unit id, ISO date, minor
 * units, rating level, `yes` or `no`, or the text of a custom field (`custom:<id>`); null empties it. `version` is that of the
 * row as it was seen: a row that somebody else has changed since is refused, cell by cell, and the others stand.
 */
export const CellChange = Type.Object({ id: Id, version: Version, field: Type.String({ maxLength: 60 }), value: Nullable(Type.String({ maxLength: 32_767 })) })
export type CellChange = Static<typeof CellChange>
/** Up to 20,000 cells, written in one transaction. */
export const CellChanges = Type.Object({ changes: Type.Array(CellChange, { minItems: 1, maxItems: 20_000 }), why: Type.Optional(LongText(2000)) })
/** A cell that was refused: which, what was found, what was expected. */
export const CellIssue = Type.Object({ id: Id, field: Type.String(), code: Type.String(), found: Type.String(), expected: Type.String(), message: Type.String() })
export type CellIssue = Static<typeof CellIssue>
export const CellOutcome = Type.Object({ rows: Type.Array(InitiativeRow, { description: 'The changed initiatives as they are now' }), changed: Type.Integer(), issues: Type.Array(CellIssue) })
export type CellOutcome = Static<typeof CellOutcome>
