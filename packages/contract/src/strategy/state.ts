import { Type, type Static } from 'typebox'
import { CivilDate, Nullable, OneOf, route } from '../wire/index.ts'

/** The facets of an aligned organisation, in the order of the definition. */
export const StateFacet = OneOf(['vision', 'mission', 'objectives', 'policies', 'processes', 'assets', 'resources', 'systems', 'value'], 'What is to be free of contradictions')
export type StateFacet = Static<typeof StateFacet>
/** Not checked is neither: nothing is recorded that could be looked at. */
export const StateStatus = OneOf(['holds', 'fails', 'not_checked'])
export type StateStatus = Static<typeof StateStatus>

export const StateThingKind = OneOf(['strategy', 'unit_strategy', 'objective', 'unit_objective', 'measure', 'contradiction', 'value', 'statement', 'decision', 'exchange', 'signal', 'leave', 'initiative', 'change', 'system', 'pool', 'pot', 'weights', 'spending', 'benefit', 'class'])
export type StateThingKind = Static<typeof StateThingKind>
/** Evidence, by which it can be opened where it is kept; the id is that of its kind. */
export const StateThing = Type.Object({ kind: StateThingKind, id: Type.String(), name: Type.String() })
export type StateThing = Static<typeof StateThing>

/** What is missing, contradicts itself or went stale; or an anomaly, where what is stated (`things`) and what is done (`measured`) part. Both have evidence, or it is none. */
export const StateFinding = Type.Object({ kind: OneOf(['missing', 'contradiction', 'stale', 'anomaly']), words: Type.String(), things: Type.Array(StateThing), measured: Type.Array(StateThing) })
export type StateFinding = Static<typeof StateFinding>

/** A check with what it looked at and what it found, of many the first; `because` says why it was not made, `leftOut` what keeps it from looking at more. */
export const StateCheck = Type.Object({
  id: Type.String(), question: Type.String(), status: StateStatus, because: Nullable(Type.String()),
  looked: Type.Object({ count: Type.Integer(), first: Type.Array(StateThing) }), findings: Type.Object({ count: Type.Integer(), first: Type.Array(StateFinding) }), leftOut: Type.Array(Type.String()),
})
export type StateCheck = Static<typeof StateCheck>

/** A facet fails where any of its checks does; `because` says why it is not checked. Nothing is weighed or averaged. */
export const FacetState = Type.Object({ facet: StateFacet, status: StateStatus, because: Nullable(Type.String()), checks: Type.Array(StateCheck) })
export type FacetState = Static<typeof FacetState>

/** The state of alignment as of a day; the anomalies are those of the checks, gathered. */
export const AlignmentState = Type.Object({ asOf: CivilDate, facets: Type.Array(FacetState), anomalies: Type.Object({ count: Type.Integer(), first: Type.Array(Type.Object({ facet: StateFacet, question: Type.String(), finding: StateFinding })) }) })
export type AlignmentState = Static<typeof AlignmentState>

export const stateRoutes = {
  readAlignmentState: route({ method: 'GET', path: '/api/strategy/alignment-state', summary: 'Nine facets of an aligned organisation: which hold, which fail on what evidence, and what is not recorded that would have to be', access: 'read', reply: AlignmentState }),
} as const
