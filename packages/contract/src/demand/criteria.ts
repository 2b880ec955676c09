import { criterionFigures, gateStandings, gateStates, mostCriteria, outcomes } from '@throughline/engine/demand'
import { Type, type Static } from 'typebox'
import { ExplainedNumber, Id, IdParams, Instant, LongText, MetricOf, Named, Nullable, NumberMetric, OneOf, route, Seen, ShortText, Version } from '../wire/index.ts'
import { FieldKind } from './fields.ts'
import { InitiativeState } from './schemas.ts'

const bound = (description: string) => Type.Number({ minimum: -1e15, maximum: 1e15, description })
const points100 = Type.Number({ minimum: 0, maximum: 100, description: 'A value from 0, worst, to 100, best' })
const Key = Type.String({ minLength: 1, maxLength: 80 })

/** Where a criterion takes what it judges by: a figure of the initiative, a field of the organisation, or people who judge, by a measure where they name one. */
export const CriterionSource = Type.Union([
  Type.Object({ kind: Type.Literal('figure'), figure: OneOf(criterionFigures) }),
  Type.Object({ kind: Type.Literal('field'), fieldId: Id }),
  Type.Object({ kind: Type.Literal('judged'), measureId: Nullable(Id) }),
])
export type CriterionSource = Static<typeof CriterionSource>
/** The value function: straight lines between points, amounts in whole units of the currency; or a value said for each of a few levels. */
export const CriterionScale = Type.Union([
  Type.Object({ kind: Type.Literal('points'), unit: LongText(40), points: Type.Array(Type.Object({ at: bound('What is read; rises from point to point'), value: points100 }), { maxItems: 20 }) }),
  Type.Object({ kind: Type.Literal('levels'), levels: Type.Array(Type.Object({ name: ShortText(120), value: points100 }), { maxItems: 50 }) }),
])
export type CriterionScale = Static<typeof CriterionScale>
/** A criterion; its id, chosen by who adds it, stays from version to version. */
export const Criterion = Type.Object({ id: Id, name: ShortText(80), about: LongText(1000), source: CriterionSource, scale: CriterionScale, objectiveKeys: Type.Array(Key, { maxItems: 20, uniqueItems: true, description: 'Objectives that it stands for' }) })
export type Criterion = Static<typeof Criterion>
/** What a gate asks of a criterion: bounds, ends included, of what is read as a number; or some levels. */
export const CriterionHurdle = Type.Object({ criterionId: Id, least: Nullable(bound('At least')), most: Nullable(bound('At most')), levels: Type.Array(ShortText(120), { maxItems: 50, uniqueItems: true }) })
export type CriterionHurdle = Static<typeof CriterionHurdle>
/** What is asked before an initiative enters a state. */
export const CriteriaGate = Type.Object({ id: Id, name: ShortText(80), before: OneOf(gateStates), hurdles: Type.Array(CriterionHurdle, { maxItems: mostCriteria }), leastScore: Nullable(points100) })
export type CriteriaGate = Static<typeof CriteriaGate>

/** How criteria are weighed: points, swings from worst to best, ranks, or comparisons of pairs with their table of random indices. */
const judged = {
  method: OneOf(['direct', 'swing', 'rank', 'pairwise']), table: OneOf(['saaty_1980', 'saaty_2005', 'donegan_dodd_1991']),
  values: Type.Array(Type.Object({ id: Id, value: Type.Number({ minimum: 0, maximum: 1_000_000 }) }), { maxItems: mostCriteria }),
  pairs: Type.Array(Type.Object({ a: Id, b: Id, ratio: Type.Number({ minimum: 0.1, maximum: 10, description: 'a counts so many times as much as b: 1/9 to 9' }) }), { maxItems: 200 }),
}
export const CriteriaWeighing = Type.Object(judged)
export type CriteriaWeighing = Static<typeof CriteriaWeighing>
/** What a weighing comes to. */
export const CriteriaWeights = Type.Object({
  /** Shares that sum to exactly 1; none where `problem` says why. */
  weights: Type.Array(Type.Object({ criterionId: Id, weight: Type.Number() })),
  /** Only where pairs were compared. */
  consistency: Nullable(ExplainedNumber), consistent: Type.Boolean(), furthest: Nullable(Type.Object({ a: Id, b: Id, said: Type.Number(), implied: Type.Number() })),
  /** Criteria that read something else, or by another scale or unit, than when they were weighed. */
  stale: Type.Array(Id), problem: Nullable(Type.String()),
})
export type CriteriaWeights = Static<typeof CriteriaWeights>

/** Two criteria that may count the same thing twice, with what it is; `correlation` of values over `pairs` initiatives where they rise and fall alike. */
export const CriteriaOverlap = Type.Object({ kind: OneOf(['same_data', 'shared_data', 'same_measure', 'same_objective', 'move_together']), a: Id, b: Id, what: Type.String(), correlation: Nullable(Type.Number()), pairs: Nullable(Type.Integer()) })
export type CriteriaOverlap = Static<typeof CriteriaOverlap>

/** What a criterion reads of an initiative, a number or a level, with its value from 0 to 100. `beyond`: outside the points, so that the nearer end counts. Where it comes from stands in the explanation of the score, under the name of the criterion. */
export const ScorePart = Type.Object({ criterionId: Id, raw: MetricOf(Type.Union([Type.Number(), Type.String()])), value: NumberMetric, beyond: Type.Boolean() })
export type ScorePart = Static<typeof ScorePart>
/** How an initiative stands at the gate before it. */
export const AtGate = Type.Object({ gate: Type.String(), standing: OneOf(gateStandings), failed: Type.Array(Type.String()), unknown: Type.Array(Type.String()) })
export type AtGate = Static<typeof AtGate>
/** The score of an initiative. Where something is missing it lies between `low` and `high`, and its rank between `best` and `worst`; what is mandatory does not compete and has no rank. */
export const InitiativeScore = Type.Object({ initiative: Named, state: InitiativeState, mandatory: Type.Boolean(), total: ExplainedNumber, low: Type.Number(), high: Type.Number(), best: Nullable(Type.Integer()), worst: Nullable(Type.Integer()), parts: Type.Array(ScorePart), atGate: Nullable(AtGate) })
export type InitiativeScore = Static<typeof InitiativeScore>

/** Between which weights the initiative in the first place stays there, and who takes over beyond them. */
export const WeightSensitivity = Type.Object({ criterionId: Id, weight: Type.Number(), low: Type.Number(), high: Type.Number(), below: Nullable(Named), above: Nullable(Named), agreement: ExplainedNumber })
export type WeightSensitivity = Static<typeof WeightSensitivity>

const Decided = Type.Object({ initiative: Named, outcome: OneOf(outcomes), score: NumberMetric, decision: Type.Object({ id: Id, question: Type.String() }) })
/** The model held against past decisions, by what was known when each was taken. */
export const CriteriaBackTest = Type.Object({
  agreement: ExplainedNumber, decisions: Type.Integer({ description: 'Decisions that were looked at, the latest' }), counted: Type.Integer(), unscored: Type.Integer(), alike: Type.Integer(), against: Type.Integer(), tiedScores: Type.Integer(), tiedOutcomes: Type.Integer(),
  /** Where the model says the other thing: what was decided higher has the lower score; the widest apart first. */
  surprises: Type.Array(Type.Object({ higher: Decided, lower: Decided, apart: Type.Number() })),
})
export type CriteriaBackTest = Static<typeof CriteriaBackTest>

/** One is a draft at most, one in force at most, the others were before. */
export const criteriaStates = ['draft', 'in_force', 'superseded'] as const
const head = { id: Id, no: Type.Integer(), name: Type.String(), state: OneOf(criteriaStates), version: Version, draftedBy: Type.String(), draftedAt: Instant, approvedBy: Nullable(Type.String()), approvedAt: Nullable(Instant), /** Why it was approved. */ reason: Type.String() }
export const CriteriaVersion = Type.Object(head)
export type CriteriaVersion = Static<typeof CriteriaVersion>

/** One version of the criteria model with what it comes to today. */
export const CriteriaModel = Type.Object({
  ...head, note: Type.String(), criteria: Type.Array(Criterion), gates: Type.Array(CriteriaGate), weighing: Nullable(CriteriaWeighing), weights: Nullable(CriteriaWeights),
  /** What keeps it from approval. */
  notReady: Type.Array(OneOf(['no_criteria', 'unweighed', 'stale_weights', 'inconsistent'])), overlaps: Type.Array(CriteriaOverlap),
  /** Best first, what is mandatory last; at most 100. */
  /** A hundred of those that are scored, by score. */ scores: Type.Array(InitiativeScore), from: Type.Integer(), total: Type.Integer({ description: 'Initiatives that are scored, listed or not' }), sensitivity: Type.Array(WeightSensitivity), backTest: CriteriaBackTest,
  /** What the model contributes to how the PMO works: shares. */
  inUse: Type.Object({ scored: ExplainedNumber, sound: ExplainedNumber, followed: ExplainedNumber }),
})
export type CriteriaModel = Static<typeof CriteriaModel>

export const CriteriaStudio = Type.Object({
  /** Newest first. */
  versions: Type.Array(CriteriaVersion),
  /** The one that was asked for, else the draft, else the one in force. */
  shown: Nullable(CriteriaModel),
  /** What criteria can be made of. */
  around: Type.Object({ currency: Type.String(), fields: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: FieldKind, choices: Type.Array(Type.String()) })), measures: Type.Array(Type.Object({ id: Id, name: Type.String() })), objectives: Type.Array(Type.Object({ id: Id, key: Key, statement: Type.String() })) }),
  may: Type.Object({ edit: Type.Boolean(), approve: Type.Boolean(), score: Type.Boolean() }),
})
export type CriteriaStudio = Static<typeof CriteriaStudio>

/** What a draft says; everything at once. */
export const CriteriaDraft = Type.Object({ version: Version, name: ShortText(120), note: LongText(4000), criteria: Type.Array(Criterion, { maxItems: 30 }), gates: Type.Array(CriteriaGate, { maxItems: 20 }) })
export type CriteriaDraft = Static<typeof CriteriaDraft>
export const CriteriaWeighed = Type.Object({ version: Version, ...judged })
export type CriteriaWeighed = Static<typeof CriteriaWeighed>
/** A judgement of an initiative by a criterion that people judge: a number of its points, or one of its levels. The newest holds. */
export const NewCriteriaScore = Type.Object({ initiativeId: Id, criterionId: Id, raw: Type.Union([bound('On the points of the criterion'), ShortText(120)]), rationale: ShortText(2000) })
export type NewCriteriaScore = Static<typeof NewCriteriaScore>

const studio = { reply: CriteriaStudio } as const
export const criteriaRoutes = {
  readCriteria: route({ method: 'GET', path: '/api/demand/criteria', summary: 'The criteria model: its versions, and of one of them weights, checks, scores, sensitivity and the test against past decisions', access: 'read', query: Type.Object({ model: Type.Optional(Id), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many scores to pass over' })) }), ...studio }),
  draftCriteria: route({ method: 'POST', path: '/api/demand/criteria', summary: 'Begin a draft from the version in force, from an earlier one, or from nothing', access: 'edit_strategy', body: Type.Object({ name: ShortText(120), from: Type.Optional(Nullable(Id)) }), ...studio, status: 201, refusals: ['criteria_draft_there'] }),
  changeCriteria: route({ method: 'PUT', path: '/api/demand/criteria/:id', summary: 'Change what a draft says: criteria with their scales, and gates', access: 'edit_strategy', params: IdParams, body: CriteriaDraft, ...studio, refusals: ['criteria_closed', 'criteria_unsound'] }),
  weighCriteria: route({ method: 'PUT', path: '/api/demand/criteria/:id/weights', summary: 'Weigh the criteria of a draft by points, swings, ranks or comparisons of pairs', access: 'edit_strategy', params: IdParams, body: CriteriaWeighed, ...studio, refusals: ['criteria_closed', 'criteria_unweighed'] }),
  approveCriteria: route({ method: 'POST', path: '/api/demand/criteria/:id/approval', summary: 'Approve a draft, with the reason; the version before it is superseded and kept', access: 'decide', params: IdParams, body: Type.Object({ version: Version, reason: ShortText(4000) }), ...studio, refusals: ['criteria_closed', 'criteria_own', 'criteria_unsound', 'criteria_not_ready'] }),
  removeCriteria: route({ method: 'DELETE', path: '/api/demand/criteria/:id', summary: 'Put a draft away; it stays in the history', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'criteria_model', ...studio, refusals: ['criteria_closed'] }),
  scoreInitiative: route({ method: 'POST', path: '/api/demand/criteria-scores', summary: 'Judge an initiative by a criterion that people judge, with the reason; what was judged before stays in the history', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'body.initiativeId' }], body: NewCriteriaScore, ...studio, status: 201, refusals: ['score_off_scale'] }),
} as const
