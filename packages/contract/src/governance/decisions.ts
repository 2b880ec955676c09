import { Type, type Static } from 'typebox'
import { PersonRef, PlanChangeList, PlanSummary } from '../portfolio/index.ts'
import { Id, IdParams, Instant, Nullable, route } from '../wire/index.ts'

/** One of the options that a decision was made between; the chosen one is marked. */
export const DecisionOption = Type.Object({ id: Type.String(), name: Type.String(), chosen: Type.Boolean(), figures: PlanSummary })
export type DecisionOption = Static<typeof DecisionOption>

const decision = {
  id: Id, question: Type.String(), chosen: Type.String(), rationale: Type.String(), expected: Type.String(), decider: PersonRef, proposer: Nullable(PersonRef), options: Type.Array(DecisionOption), changes: Type.Integer(),
  scenario: Nullable(Type.Object({ id: Id, name: Type.String() })),
  /** The plan of record as it was known at `knownAt` is what was decided on; from `decidedAt` on it is what was decided. */
  knownAt: Instant, decidedAt: Instant,
  /** Names the figures of the plan before and after: SHA-256 of their canonical text, as a comparison gives it; null where amounts are withheld. */
  hashBefore: Nullable(Type.String()), hashAfter: Nullable(Type.String()),
}
/** A decision as it was taken; never changed afterwards. */
export const DecisionItem = Type.Object(decision)
export type DecisionItem = Static<typeof DecisionItem>
/** A decision with everything that it changed in the plan of record. */
export const Decision = Type.Object({ ...decision, differences: PlanChangeList })
export type Decision = Static<typeof Decision>

export const decisionRoutes = {
  listDecisions: route({ method: 'GET', path: '/api/governance/decisions', summary: 'Decisions on the plan, newest first', access: 'read', query: Type.Object({ scenarioId: Type.Optional(Id) }), reply: Type.Array(DecisionItem) }),
  readDecision: route({ method: 'GET', path: '/api/governance/decisions/:id', summary: 'One decision: between which options, why, and what it changed', access: 'read', params: IdParams, reply: Decision }),
} as const
