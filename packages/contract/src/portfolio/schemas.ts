import type { Constraint, FrontierPoint, PinPrice, Selection, SelectionInput } from '@throughline/engine/portfolio'
import { Type, type Static } from 'typebox'
import { InitiativeRef } from '../strategy/schemas.ts'
import { Flag, Rating, RatingScale } from '../demand/schemas.ts'
import { CivilDate, ExplainedMoney, ExplainedNumber, type Explanation, Id, Money, MoneyMetric, Nullable, OneOf } from '../wire/index.ts'

export const PublicationRef = Type.Object({ id: Id, title: Type.String(), asOf: CivilDate })
export type PublicationRef = Static<typeof PublicationRef>

/** How many initiatives have each rating: a distribution, never an average. */
export const HealthCount = Type.Object({ green: Type.Integer(), amber_green: Type.Integer(), amber: Type.Integer(), amber_red: Type.Integer(), red: Type.Integer(), none: Type.Integer() })
export type HealthCount = Static<typeof HealthCount>
export const HealthGroup = Type.Object({ id: Nullable(Id), name: Type.String(), initiatives: Type.Integer(), cost: MoneyMetric, benefits: MoneyMetric, health: HealthCount })

/** A figure that moved between the two latest publications, by initiative. */
export const Movement = Type.Object({ initiative: InitiativeRef, kind: OneOf(['joined', 'left', 'rating', 'cost', 'benefits', 'end']), from: Nullable(Type.String()), to: Nullable(Type.String()), fromRating: Nullable(Rating), toRating: Nullable(Rating), change: MoneyMetric, days: Nullable(Type.Integer()) })
export type Movement = Static<typeof Movement>

export const DecisionKind = OneOf(['rated_red', 'rating_fell', 'cost_grew', 'end_slipped', 'costs_more_than_it_gives', 'figure_suspect', 'objective_unserved', 'initiative_orphan', 'weights_open'])

/** Something that waits for a person: which initiative or objective, why, and what is at stake. */
export const DecisionNeeded = Type.Object({
  kind: DecisionKind,
  subject: Type.Object({ type: OneOf(['initiative', 'objective', 'strategy']), id: Id, name: Type.String() }),
  words: Type.String(), rating: Nullable(Rating), atStake: MoneyMetric, flag: Nullable(Flag),
})
export type DecisionNeeded = Static<typeof DecisionNeeded>

export const MovementCounts = Type.Object({ joined: Type.Integer(), left: Type.Integer(), better: Type.Integer(), worse: Type.Integer(), notComparable: Type.Integer(), slipped: Type.Integer(), costUp: Type.Integer(), costDown: Type.Integer() })
export const MovementKind = OneOf(['worse', 'costUp', 'slipped', 'better', 'costDown', 'joined', 'left', 'notComparable'], 'What a movement counts as, in the order in which it is told')
export const DecisionCounts = Type.Object({ rated_red: Type.Integer(), rating_fell: Type.Integer(), cost_grew: Type.Integer(), end_slipped: Type.Integer(), costs_more_than_it_gives: Type.Integer(), figure_suspect: Type.Integer(), objective_unserved: Type.Integer(), initiative_orphan: Type.Integer(), weights_open: Type.Integer() })

export const Cockpit = Type.Object({
  publication: Nullable(PublicationRef), previous: Nullable(PublicationRef), initiatives: Type.Integer(), currency: Type.String(),
  cost: ExplainedMoney, benefits: ExplainedMoney, ratio: ExplainedNumber, inYearForecast: ExplainedMoney,
  /** The same figures at the previous publication, for the comparison. */
  before: Type.Object({ cost: ExplainedMoney, benefits: ExplainedMoney, ratio: ExplainedNumber, initiatives: Nullable(Type.Integer()) }),
  /** Share of the objectives' weight that at least one current, rated-deliverable initiative serves. */
  strategyFunded: ExplainedNumber,
  trend: Type.Array(Type.Object({ publication: PublicationRef, initiatives: Type.Integer(), cost: MoneyMetric, benefits: MoneyMetric, health: HealthCount, scale: Nullable(RatingScale) })),
  health: Type.Object({ scale: Nullable(RatingScale), all: HealthCount, byUnit: Type.Array(HealthGroup), byCategory: Type.Array(HealthGroup) }),
  objectives: Type.Array(Type.Object({ id: Id, statement: Type.String(), weight: Type.Number(), initiatives: Type.Integer(), cost: MoneyMetric, benefits: MoneyMetric, health: HealthCount })),
  /** The first movements in the order in which they are told; the others are read page by page. `inAll` counts those too that no count names. */
  moved: Type.Object({ counts: MovementCounts, inAll: Type.Integer(), items: Type.Array(Movement) }),
  /** The first decisions, and how many there are of each kind. */
  decisions: Type.Array(DecisionNeeded), decisionsInAll: Type.Integer(), decisionCounts: DecisionCounts,
})
export type Cockpit = Static<typeof Cockpit>

/** What the picture and the selection can maximise. */
export const ValueChoice = OneOf(['benefits', 'net', 'strategic'], 'Published benefits; benefits less cost; or alignment-weighted points')
/** Benefits and net value are money in minor units; strategic value is points (10,000 for full alignment). */
export const ValueUnit = OneOf(['money', 'points'])
export const SelectionInputWire = Type.Unsafe<SelectionInput>({ title: 'SelectionInput', type: 'object', required: ['currency', 'candidates', 'constraints'], properties: { currency: { type: 'string' }, candidates: { type: 'array', items: { type: 'object' }, maxItems: 5000 }, constraints: { type: 'array', items: { type: 'object' }, maxItems: 5000 } } })
export const ConstraintWire = Type.Unsafe<Constraint>({ title: 'Constraint', type: 'object', required: ['kind'], properties: { kind: { type: 'string' } } })
export const SelectionWire = Type.Unsafe<Selection>({ title: 'Selection', type: 'object', required: ['chosen', 'value', 'cost', 'bound', 'proved'], properties: { chosen: { type: 'array', items: { type: 'string' } }, value: { type: 'number' }, cost: { type: 'number' }, bound: { type: 'number' }, gap: { type: ['number', 'null'] }, proved: { type: 'boolean' } } })

/** Everything the engine needs to select, built once by the server and solved in the browser, in a job or on the command line. */
export const SelectionCase = Type.Object({
  value: ValueChoice, publication: Nullable(PublicationRef), input: SelectionInputWire,
  years: Type.Array(Type.Object({ year: Type.Integer(), label: Type.String(), demand: Money })),
  departments: Type.Array(Type.Object({ id: Id, name: Type.String(), demand: Money })),
  /** Value of all candidates together, in minor units of the currency or in points, as `valueUnit` says. */
  totals: Type.Object({ candidates: Type.Integer(), cost: Money, value: Type.Number() }), valueUnit: ValueUnit,
  /** Delivery confidence of the candidates that have a rating. */
  ratings: Type.Array(Type.Object({ id: Id, rating: Rating })),
  /** Initiatives that cannot be candidates, each with the reason. */
  left: Type.Array(Type.Object({ initiative: InitiativeRef, because: Type.String() })),
  /** What is derived in this case and by which rule. */
  derived: Type.Array(Type.String()),
})
export type SelectionCase = Static<typeof SelectionCase>

export const ConstraintSet = Type.Array(ConstraintWire, { maxItems: 5000 })
/** Most candidates that are weighed against each other: measured in docs/benchmarks/selection-large.md. */
export const mostCandidates = 5_000
/** Who may be a candidate: search, filters and current of a list; without it every initiative that is listed. */
export const CandidatesAsk = Type.Optional(Type.String({ maxLength: 40_000, description: 'A ListAsk as JSON: who may be a candidate' }))
export const SelectionRequest = Type.Object({ value: ValueChoice, constraints: ConstraintSet, ask: CandidatesAsk, workUnits: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })) })
export const FrontierRequest = Type.Object({ value: ValueChoice, constraints: ConstraintSet, ask: CandidatesAsk, points: Type.Optional(Type.Integer({ minimum: 2, maximum: 60 })), workUnits: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000_000 })) })
export const JobRef = Type.Object({ jobId: Id })

/** What the jobs of this room give as `result`. */
export type SelectionOutcome = { readonly selection: Selection; readonly why: { readonly value: Explanation; readonly cost: Explanation } }
export type FrontierOutcome = { readonly points: readonly FrontierPoint[] }
export type PinsOutcome = { readonly prices: readonly PinPrice[] }
export type SaveOutcome = { readonly scenarioId: string }
