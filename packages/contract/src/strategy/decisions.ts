import { Type, type Static } from 'typebox'
import { ExplainedNumber, Id, IdParams, Instant, LongText, Nullable, route, Seen, Version } from '../wire/index.ts'
import { StableKey } from './version-content.ts'

/** An objective that can be cited: of the version in force, the organisation’s own first. */
export const CitableObjective = Type.Object({ key: StableKey, statement: Type.String(), unit: Nullable(Type.String()) })
export type CitableObjective = Static<typeof CitableObjective>

/** That an objective was a reason of a decision, with how; its statement is what it said then. */
export const CitedObjective = Type.Object({ id: Id, key: StableKey, statement: Type.String(), how: Type.String(), by: Type.String(), at: Instant, version: Version })
export type CitedObjective = Static<typeof CitedObjective>
/** A decision on record with the units whose initiatives it moved, none where it is of the whole organisation. */
export const CitingDecision = Type.Object({ id: Id, question: Type.String(), chosen: Type.String(), rationale: Type.String(), decider: Type.String(), decidedAt: Instant, units: Type.Array(Type.String()), cites: Type.Array(CitedObjective) })
export type CitingDecision = Static<typeof CitingDecision>

const counted = { decisions: Type.Integer(), citing: Type.Integer(), share: ExplainedNumber }
/** How many of some decisions cite an objective; of fewer than five the share is undefined. */
export const CitedShare = Type.Object(counted)
export type CitedShare = Static<typeof CitedShare>
export const PeriodUse = Type.Object({ label: Type.String(), ...counted })
export type PeriodUse = Static<typeof PeriodUse>
/** `unitId` null is the whole organisation; `coaching` where the share is known and below half. */
export const UnitUse = Type.Object({ unitId: Nullable(Id), unit: Nullable(Type.String()), coaching: Type.Boolean(), ...counted })
export type UnitUse = Static<typeof UnitUse>

export const ObjectiveUse = Type.Object({
  fewest: Type.Integer({ description: 'Decisions of which a share is told' }), all: CitedShare,
  /** Quarters in which anything was decided, in order. */
  periods: Type.Array(PeriodUse), units: Type.Array(UnitUse),
  /** Objectives by how many decisions cite them, with up to three of those. */
  objectives: Type.Array(Type.Object({ key: StableKey, statement: Type.String(), decisions: Type.Integer(), examples: Type.Array(Type.Object({ id: Id, question: Type.String() })) })),
  /** Newest first. */
  decisions: Type.Array(CitingDecision), citable: Type.Array(CitableObjective),
})
export type ObjectiveUse = Static<typeof ObjectiveUse>

export const NewCitation = Type.Object({ decisionId: Id, key: StableKey, /** How the objective was a reason. */ how: Type.Optional(LongText(2000)) })
export type NewCitation = Static<typeof NewCitation>

export const decisionUseRoutes = {
  readObjectiveUse: route({ method: 'GET', path: '/api/strategy/objective-use', summary: 'How often an objective is a reason of decisions, by quarter, unit and objective, with examples; no share of fewer than five', access: 'read', reply: ObjectiveUse }),
  citeObjective: route({ method: 'POST', path: '/api/strategy/decision-objectives', summary: 'Say which objective was a reason of a decision, and how; the decision stays as it was taken', access: 'edit_strategy', body: NewCitation, reply: ObjectiveUse, status: 201, refusals: ['decision_tagged'] }),
  withdrawCitation: route({ method: 'DELETE', path: '/api/strategy/decision-objectives/:id', summary: 'Take away that an objective was a reason of a decision; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'decision_objective', reply: ObjectiveUse }),
} as const
