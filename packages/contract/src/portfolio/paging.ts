import { Type, type Static } from 'typebox'
import { DecisionKind, DecisionNeeded, Movement, MovementKind } from './schemas.ts'

const page = { from: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where left out' })) }
/** Which movements: of one kind or of all, in the order in which they are told. */
export const MovementsAsk = Type.Object({ kind: Type.Optional(MovementKind), ...page })
/** Which decisions: of one kind or of all, the most urgent first. */
export const DecisionsAsk = Type.Object({ kind: Type.Optional(DecisionKind), ...page })

/** Items `from` to `from + items.length` of `total`. Two pages with one stamp belong together. */
const paged = { total: Type.Integer(), from: Type.Integer(), stamp: Type.String() }
export const MovementPage = Type.Object({ ...paged, items: Type.Array(Movement) })
export type MovementPage = Static<typeof MovementPage>
export const DecisionPage = Type.Object({ ...paged, items: Type.Array(DecisionNeeded) })
export type DecisionPage = Static<typeof DecisionPage>
