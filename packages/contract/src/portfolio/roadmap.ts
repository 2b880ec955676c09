import type { Bottleneck, Choice, DisturbancePoint, FrontierOf, LetIn, RoadmapAnswer, RoadmapCase, RoadmapFrontierPoint, RoadmapObjective, RoadmapPinPrice, RoadmapVerdict, SimpleObjective, Steadiness } from '@throughline/engine/portfolio'
import { Type, type Static } from 'typebox'
import { Grain } from '../capacity/schemas.ts'
import { InitiativeRef } from '../strategy/schemas.ts'
import { CivilDate, Nullable, OneOf, route } from '../wire/index.ts'
import { PlanningDemand } from './demands.ts'
import { CandidatesAsk, JobRef, PublicationRef, ValueChoice, ValueUnit } from './schemas.ts'

/** A case as docs/specs/roadmap.md says; the engine checks every part of it. */
const RoadmapCaseWire = Type.Unsafe<RoadmapCase>({ title: 'RoadmapCase', type: 'object', required: ['periods', 'candidates', 'pots', 'pools', 'constraints', 'objective'], properties: { periods: { type: 'array', items: { type: 'string' } }, candidates: { type: 'array', items: { type: 'object' } }, pots: { type: 'array', items: { type: 'object' } }, pools: { type: 'array', items: { type: 'object' } }, constraints: { type: 'array', items: { type: 'object' } }, objective: { type: 'object' } } })
const ChoiceWire = Type.Unsafe<Choice>({ title: 'Choice', type: 'object', required: ['candidateId', 'variantId', 'start'], properties: { candidateId: { type: 'string' }, variantId: { type: 'string' }, start: { type: 'integer' } } })

/** Everything the engine needs for a roadmap: built by the server, solved in the browser, in a job or on the command line. */
export const RoadmapStand = Type.Object({
  value: ValueChoice, valueUnit: ValueUnit, currency: Type.String(), publication: Nullable(PublicationRef), grain: Grain,
  /** First days of the periods. */
  from: Type.Array(CivilDate),
  case: RoadmapCaseWire,
  /** What each value choice maximises: for a second objective beside the first. */
  goals: Type.Unsafe<Readonly<Record<'benefits' | 'net' | 'strategic', SimpleObjective>>>({ title: 'RoadmapGoals', type: 'object', required: ['benefits', 'net', 'strategic'] }),
  /** Where the plan of record stands in the case. */
  record: Type.Array(ChoiceWire),
  objectives: Type.Array(Type.Object({ id: Type.String(), statement: Type.String() })),
  keys: Type.Record(Type.String(), Type.String(), { description: 'Key of each candidate by id' }),
  /** What people recorded that every roadmap has to keep; it stands among the constraints of the case as well. */
  demands: Type.Array(PlanningDemand),
  /** Initiatives that are no candidates, each with the reason. */
  left: Type.Array(Type.Object({ initiative: InitiativeRef, because: Type.String() })),
  /** What is assumed. */
  notes: Type.Array(Type.String()),
})
export type RoadmapStand = Static<typeof RoadmapStand>

const Id = Type.String({ minLength: 1, maxLength: 120 })
const Whole = Type.Integer({ minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER })
const Amounts = Type.Array(Nullable(Whole), { maxItems: 1_200 })
const Ids = Type.Array(Id, { maxItems: 5_000 })
const Share = Type.Object({ kind: OneOf(['tag', 'objective']), dimension: Type.Optional(Type.String()), tag: Type.Optional(Type.String()), objectiveId: Type.Optional(Id) })
/** One demand; which fields a kind takes is said in docs/specs/roadmap.md. */
export const RoadmapDemand = Type.Object({
  kind: OneOf(['potBudget', 'potTotal', 'poolCapacity', 'must', 'mustNot', 'startWithin', 'finishToStart', 'requiresAll', 'requiresAny', 'excludes', 'atMost', 'atLeast', 'shareCeiling', 'shareFloor', 'parallel', 'valueFloor', 'mostMoves'], 'What is demanded'),
  potIds: Type.Optional(Ids), poolIds: Type.Optional(Ids), byPeriod: Type.Optional(Amounts), limit: Type.Optional(Whole), carryOver: Type.Optional(Type.Object({ most: Nullable(Whole) })),
  eligible: Type.Optional(Type.Object({ dimension: Type.String(), tags: Type.Array(Type.String(), { maxItems: 1_000 }) })), overload: Type.Optional(Type.Object({ most: Whole, price: Whole })),
  candidateId: Type.Optional(Id), candidateIds: Type.Optional(Ids), variantId: Type.Optional(Id), because: Type.Optional(Type.String({ maxLength: 400 })), by: Type.Optional(Type.String({ maxLength: 120 })), from: Type.Optional(Whole), to: Type.Optional(Whole),
  after: Type.Optional(Id), lag: Type.Optional(Whole), requires: Type.Optional(Ids), requiresAny: Type.Optional(Ids), most: Type.Optional(Whole), least: Type.Optional(Whole),
  of: Type.Optional(Share), mostPercent: Type.Optional(Type.Number()), leastPercent: Type.Optional(Type.Number()), tolerancePercent: Type.Optional(Type.Number()), objectiveId: Type.Optional(Id),
  record: Type.Optional(Type.Array(ChoiceWire, { maxItems: 100_000 })),
})
const Rate = Type.Optional(Type.Number({ minimum: 0, maximum: 50, description: 'Percent a year at which later value counts less; 3.5 where it is left out' }))
/** What is maximised instead of what the value choice means; docs/specs/roadmap.md says what each takes, and the engine checks it. */
const Objective = Type.Optional(Type.Unsafe<RoadmapObjective>({ title: 'RoadmapObjective', type: 'object', required: ['kind'], properties: { kind: { enum: ['weighted', 'netPresentValue', 'benefitIn', 'lexicographic', 'robust'] } } }))
const Periods = Type.Optional(Type.Integer({ minimum: 1, maximum: 60, description: 'How many periods are planned; as the organisation’s settings say where it is left out' }))

/** A roadmap to compute from what is kept: other demands take the place of those of the case. */
export const RoadmapRequest = Type.Object({
  value: ValueChoice, ask: CandidatesAsk, rate: Rate, periods: Periods, grain: Type.Optional(Grain), objective: Objective,
  constraints: Type.Optional(Type.Array(RoadmapDemand, { maxItems: 5_000 })),
  weights: Type.Optional(Type.Record(Id, Type.Integer({ minimum: 0, maximum: 1_000_000 }), { maxProperties: 500 })),
  penaltyPerMove: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'What each difference from the plan of record costs, in units of the value' })),
  mostMoves: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'How many initiatives may differ from the plan of record; as many as is best where it is left out' })),
  also: Type.Optional(Type.Array(OneOf(['verdicts', 'pins', 'bottlenecks', 'frontier', 'pools', 'moves', 'steadiness'], 'What is worked out beside the plan: why each is in or out, what pins give up, what more of scarce limits brings, value against all budgets or all pools, value against moves from the plan of record, and who stays in whatever comes'), { maxItems: 7, uniqueItems: true })),
  letIn: Type.Optional(Type.Array(Id, { maxItems: 20, uniqueItems: true, description: 'Initiatives of which is worked out what would let them in' })),
  effort: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000_000 })), seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 4_294_967_295 })),
})
export type RoadmapRequest = Static<typeof RoadmapRequest>

/** What the job gives as `result`: the case that was solved, so that its bound can be checked again, and its answer. */
export type RoadmapOutcome = { readonly case: RoadmapCase; readonly answer: RoadmapAnswer } & RoadmapBeside

/** What was asked for beside the plan. */
export type RoadmapBeside = {
  readonly verdicts?: readonly RoadmapVerdict[]
  readonly pins?: readonly RoadmapPinPrice[]
  readonly bottlenecks?: readonly Bottleneck[]
  readonly frontiers?: readonly { readonly against: FrontierOf; readonly points: readonly RoadmapFrontierPoint[]; readonly knees: readonly number[] }[]
  readonly moves?: readonly DisturbancePoint[]
  readonly steadiness?: { readonly worlds: number; readonly candidates: readonly Steadiness[] }
  readonly letIn?: readonly { readonly candidateId: string; readonly found: LetIn; /** More of limits that lets it join with nobody leaving. */ readonly room: readonly { readonly words: string; readonly period: number | null; readonly more: number }[] | null }[]
}

export const roadmapRoutes = {
  readRoadmapCase: route({ method: 'GET', path: '/api/portfolio/roadmap-case', summary: 'Candidates with their variants and starts, pots, pools and demands, to decide what goes ahead from when', access: 'read', money: 'refused', query: Type.Object({ value: Type.Optional(ValueChoice), ask: CandidatesAsk, rate: Type.Optional(Type.String({ pattern: '^[0-9]{1,2}(\\.[0-9]{1,4})?$', description: 'Percent a year; 3.5 where it is left out' })), periods: Type.Optional(Type.String({ pattern: '^([1-9]|[1-5][0-9]|60)$', description: 'How many periods' })), grain: Type.Optional(Grain), scenario: Type.Optional(Type.String({ format: 'uuid', description: 'The plan of this scenario in place of the plan of record' })) }), reply: RoadmapStand, refusals: ['selection_invalid', 'selection_too_large'] }),
  startRoadmap: route({ method: 'POST', path: '/api/portfolio/roadmaps', summary: 'Decide what goes ahead, in which variant, from when, in a job; follow it at /api/governance/jobs/:id', access: 'read', money: 'refused', body: RoadmapRequest, reply: JobRef, status: 202, refusals: ['selection_invalid', 'selection_too_large', 'roadmap_unsound'] }),
} as const
