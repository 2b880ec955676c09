import { evidenceKinds, recommendationClasses, recommendationStates, reviewAreas, reviewPhases, reviewTiers } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { RatingLevel, RatingScale } from '../demand/schemas.ts'
import { CivilDate, ExplainedNumber, Explanation, Id, IdParams, Instant, LongText, Named, Nullable, NumberMetric, OneOf, route, ShortText, Version } from '../wire/index.ts'

/** What a health check looks at, each judged by itself. */
export const ReviewArea = OneOf(reviewAreas)
export type ReviewArea = Static<typeof ReviewArea>
export const ReviewTier = OneOf(reviewTiers, 'How deep it goes: each tier asks what the one before asks, and more')
export type ReviewTier = Static<typeof ReviewTier>
export const ReviewPhase = OneOf(reviewPhases, 'How far the initiative had come when it was booked')
export type ReviewPhase = Static<typeof ReviewPhase>

const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })
/** On what a judgement rests: something read, seen, said by somebody, or told by figures. */
export const ReviewEvidence = Type.Object({ kind: OneOf(evidenceKinds), words: ShortText(1000) })
export type ReviewEvidence = Static<typeof ReviewEvidence>
const reason = { words: ShortText(4000), evidence: Type.Array(ReviewEvidence, { minItems: 1, maxItems: 20, description: 'At least one: no rating without evidence' }) }
export const ReviewReason = Type.Object(reason)
export type ReviewReason = Static<typeof ReviewReason>

export const ReviewQuestion = Type.Object({ id: Type.String(), area: ReviewArea, text: Type.String() })
export type ReviewQuestion = Static<typeof ReviewQuestion>
/** A figure beside the questions of an area. `notable`: it asks for a look, by the rule that its note tells; it is no rating. */
export const HealthIndicator = Type.Object({ area: ReviewArea, notable: Type.Boolean(), why: Explanation })
export type HealthIndicator = Static<typeof HealthIndicator>
export const JudgedArea = Type.Object({ area: ReviewArea, level: RatingLevel, ...reason, by: Type.String(), at: Instant })
export type JudgedArea = Static<typeof JudgedArea>

export const RecommendationClass = OneOf(recommendationClasses, 'At once, by a day, or at the discretion of its owner')
export type RecommendationClass = Static<typeof RecommendationClass>
/** What a health check recommends. `done` says its owner; `confirmed` say reviewers after they looked again. */
export const Recommendation = Type.Object({
  id: Id, version: Version, checkId: Id, initiative: Named, area: Nullable(ReviewArea), words: Type.String(), class: RecommendationClass, owner: Named, by: Type.String(), state: OneOf(recommendationStates),
  dueOn: Nullable(CivilDate), reportedOn: Nullable(Type.Unsafe<string>({ ...CivilDate, description: 'The day of the report; null before it' })),
  ageDays: Type.Integer({ description: 'Days since the report, until it was over' }), overdueDays: NumberMetric,
  /** What its owner said of it, what was found on looking again, and why it was withdrawn. */
  outcome: Nullable(Said), recheck: Nullable(Said), withdrawn: Nullable(Said),
  /** What the reader may do about it now. */
  may: Type.Object({ answer: Type.Boolean(), recheck: Type.Boolean(), withdraw: Type.Boolean() }),
})
export type Recommendation = Static<typeof Recommendation>

/** `booked` until its report is given, or it is called off. */
export const healthCheckStates = ['booked', 'reported', 'called_off'] as const
const check = {
  id: Id, version: Version, initiative: Named, tier: ReviewTier, phase: ReviewPhase, scale: RatingScale, state: OneOf(healthCheckStates), plannedOn: CivilDate, purpose: Type.String(), reviewers: Type.Array(Named), bookedBy: Type.String(), bookedAt: Instant,
  calledOff: Nullable(Said), reported: Nullable(Type.Object({ by: Type.String(), at: Instant, level: RatingLevel, words: Type.String() })),
  areas: Type.Object({ judged: Type.Integer(), all: Type.Integer() }), open: Type.Integer({ description: 'Recommendations of its report that are not over' }),
  /** Against the report before it; not comparable where the scales differ, null where there is none. */
  move: Nullable(OneOf(['better', 'same', 'worse', 'not_comparable'])),
}
export const HealthCheck = Type.Object(check)
export type HealthCheck = Static<typeof HealthCheck>
export const HealthCheckDetail = Type.Object({
  ...check,
  questions: Type.Array(ReviewQuestion), judged: Type.Array(JudgedArea), reasons: Type.Array(ReviewReason),
  /** How often each level was given, the best first: areas are counted and never averaged. */
  profile: Type.Array(Type.Object({ level: RatingLevel, areas: Type.Integer() })), unjudged: Type.Array(ReviewArea), confidence: Explanation,
  /** What the records say: as of today until the report, as of its day from then on. */
  indicators: Type.Array(HealthIndicator), indicatorsOn: CivilDate,
  recommendations: Type.Array(Recommendation),
  earlier: Nullable(Type.Object({ id: Id, on: CivilDate, scale: RatingScale, level: RatingLevel })),
  may: Type.Object({ judge: Type.Boolean(), callOff: Type.Boolean() }),
})
export type HealthCheckDetail = Static<typeof HealthCheckDetail>

export const HealthChecks = Type.Object({
  /** Booked ones first, by their day; then the others, newest first; at most 300. */
  checks: Type.Array(HealthCheck), omitted: Type.Integer({ description: 'Health checks beyond those listed' }),
  /** Those of reports that are not over, what is most overdue first; at most 300. */
  recommendations: Type.Array(Recommendation), recommendationsOmitted: Type.Integer(),
  open: Type.Array(Type.Object({ class: RecommendationClass, open: Type.Integer(), overdue: Type.Integer() })), oldestDays: ExplainedNumber, confirmed: ExplainedNumber,
  /** Who was refused as reviewer for want of independence, newest first; at most 50. */
  refusedReviewers: Type.Array(Type.Object({ initiative: Named, name: Type.String(), way: Type.String(), by: Type.String(), at: Instant })),
})
export type HealthChecks = Static<typeof HealthChecks>

export const NewHealthCheck = Type.Object({ initiativeId: Id, tier: ReviewTier, scale: RatingScale, plannedOn: CivilDate, purpose: ShortText(2000), reviewerIds: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true }) })
export type NewHealthCheck = Static<typeof NewHealthCheck>
export const AreaJudgement = Type.Object({ version: Version, area: ReviewArea, level: RatingLevel, ...reason })
export type AreaJudgement = Static<typeof AreaJudgement>
const recommended = { area: Nullable(ReviewArea), words: ShortText(2000), ownerId: Id }
/** One that is to be done by a day names that day. */
export const NewRecommendation = Type.Object({ version: Version, recommendation: Type.Union([Type.Object({ ...recommended, class: Type.Literal('do_now') }), Type.Object({ ...recommended, class: Type.Literal('do_by'), dueOn: CivilDate }), Type.Object({ ...recommended, class: Type.Literal('consider'), dueOn: Nullable(CivilDate) })]) })
export type NewRecommendation = Static<typeof NewRecommendation>
export const HealthReport = Type.Object({ version: Version, level: RatingLevel, words: ShortText(8000), reasons: Type.Array(ReviewReason, { minItems: 1, maxItems: 20 }) })
export type HealthReport = Static<typeof HealthReport>
const Reasoned = Type.Object({ version: Version, reason: ShortText(2000) })
export const RecommendationOutcome = Type.Object({ version: Version, words: ShortText(4000) })
export const RecommendationRecheck = Type.Object({ version: Version, confirmed: Type.Boolean({ description: 'Or opened again' }), words: ShortText(4000) })
export type RecommendationRecheck = Static<typeof RecommendationRecheck>
export const RecommendationOwner = Type.Object({ version: Version, ownerId: Id, reason: LongText(2000) })

const one = { params: IdParams, reply: HealthCheckDetail } as const
const list = { reply: HealthChecks } as const
export const healthCheckRoutes = {
  readHealthChecks: route({ method: 'GET', path: '/api/governance/health-checks', summary: 'Health checks of initiatives, and what became of their recommendations', access: 'read', ...list }),
  bookHealthCheck: route({ method: 'POST', path: '/api/governance/health-checks', summary: 'Book a health check of an initiative: its questions are frozen, its reviewers told. Who depends on the team is refused as reviewer, and that is kept', access: 'edit_strategy', body: NewHealthCheck, reply: HealthCheckDetail, status: 201, refusals: ['performer_dependent'] }),
  readHealthCheck: route({ method: 'GET', path: '/api/governance/health-checks/:id', summary: 'One health check: its questions, what the records say, what was judged and recommended', access: 'read', ...one }),
  callOffHealthCheck: route({ method: 'POST', path: '/api/governance/health-checks/:id/cancellation', summary: 'Call a health check off that has no report, with the reason', access: 'edit_strategy', ...one, body: Reasoned, refusals: ['review_over'] }),
  judgeArea: route({ method: 'POST', path: '/api/governance/health-checks/:id/areas', summary: 'Judge an area of a health check, with what was found and on what evidence; what was judged before stays in the history', access: 'take_part', ...one, body: AreaJudgement, refusals: ['review_not_yours', 'review_over', 'rating_off_scale'] }),
  addRecommendation: route({ method: 'POST', path: '/api/governance/health-checks/:id/recommendations', summary: 'Recommend something to an owner, to be done now, by a day, or to be considered; it holds from the report on', access: 'take_part', ...one, body: NewRecommendation, refusals: ['review_not_yours', 'review_over'] }),
  reportHealthCheck: route({ method: 'POST', path: '/api/governance/health-checks/:id/report', summary: 'Give the report of a health check: the delivery confidence as judged, each reason with its evidence. Who has joined the team meanwhile is refused', access: 'take_part', ...one, body: HealthReport, refusals: ['review_not_yours', 'review_over', 'areas_unjudged', 'rating_off_scale', 'performer_dependent'] }),
  withdrawRecommendation: route({ method: 'POST', path: '/api/governance/recommendations/:id/withdrawal', summary: 'Withdraw a recommendation, with the reason', access: 'take_part', ...one, body: Reasoned, refusals: ['review_not_yours', 'review_over'] }),
  giveRecommendation: route({ method: 'POST', path: '/api/governance/recommendations/:id/owner', summary: 'Give a recommendation to another owner', access: 'edit_strategy', ...one, body: RecommendationOwner, refusals: ['review_over'] }),
  answerRecommendation: route({ method: 'POST', path: '/api/governance/recommendations/:id/outcome', summary: 'Say that a recommendation is done, and by what one sees it; its reviewers are told', access: 'take_part', ...one, body: RecommendationOutcome, refusals: ['review_not_yours', 'review_over'] }),
  recheckRecommendation: route({ method: 'POST', path: '/api/governance/recommendations/:id/recheck', summary: 'Look again at a recommendation that is said to be done: confirm it, or open it again', access: 'take_part', ...one, body: RecommendationRecheck, refusals: ['review_not_yours', 'review_over', 'performer_dependent'] }),
} as const
