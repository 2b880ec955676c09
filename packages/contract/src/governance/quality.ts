import { acceptanceOutcomes, defectSeverities, defectStates, deliverableClasses, deliverableStates, reviewMethods } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Explanation, Id, IdParams, Instant, LongText, Named, Nullable, NumberMetric, OneOf, route, ShortText, Version } from '../wire/index.ts'

export const DeliverableClass = OneOf(deliverableClasses, 'What kind of thing it is')
export type DeliverableClass = Static<typeof DeliverableClass>
export const DeliverableState = OneOf(deliverableStates, 'Of its newest edition; conditional: accepted, and a condition is not met yet')
export type DeliverableState = Static<typeof DeliverableState>
export const ReviewMethod = OneOf(reviewMethods, 'inspection: by somebody outside the team and its reporting lines; peer: by somebody who did not make it; test: told by its measure, whoever does it')
export type ReviewMethod = Static<typeof ReviewMethod>
export const DefectSeverity = OneOf(defectSeverities, 'Keeps from use, from a part of it, or from nothing')
export type DefectSeverity = Static<typeof DefectSeverity>

const code = Type.String({ minLength: 1, maxLength: 20, pattern: '^[^\\s\\u0000]+$', description: 'Of a criterion, without blanks' })
/** What a deliverable is held against: what is asked, how that is measured, and from where on it is met. */
export const QualityCriterion = Type.Object({ code, says: ShortText(500), measuredBy: ShortText(500), threshold: ShortText(300) })
export type QualityCriterion = Static<typeof QualityCriterion>

const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })
const deliverable = {
  id: Id, version: Version, name: Type.String(), class: DeliverableClass, initiative: Named, owner: Named, authors: Type.Array(Named), dueOn: CivilDate, late: Type.Boolean({ description: 'Needed by now, and not accepted' }), state: DeliverableState,
  edition: Type.Integer(), reviews: Type.Integer(), open: Type.Integer({ description: 'Defects that nobody has seen corrected' }), escaped: Type.Integer({ description: 'Defects that were found after acceptance' }), acceptedOn: Nullable(CivilDate),
}
/** What an initiative is to bring about, with its newest edition. */
export const Deliverable = Type.Object(deliverable)
export type Deliverable = Static<typeof Deliverable>

/** An edition has criteria of its own, agreed before it is reviewed. One begins where a defect escaped from the one before, whose acceptance stands. */
export const DeliverableEdition = Type.Object({ no: Type.Integer(), because: Type.String(), openedBy: Type.String(), openedAt: Instant, criteria: Type.Array(QualityCriterion), agreed: Nullable(Type.Object({ by: Type.String(), on: CivilDate })), acceptedOn: Nullable(CivilDate) })
export type DeliverableEdition = Static<typeof DeliverableEdition>
export const QualityReview = Type.Object({ id: Id, edition: Type.Integer(), method: ReviewMethod, on: CivilDate, by: Type.String(), words: Type.String(), looked: Type.Array(Type.String(), { description: 'Codes of the criteria that it looked at' }), found: Type.Integer() })
export type QualityReview = Static<typeof QualityReview>
export const QualityDefect = Type.Object({
  id: Id, no: Type.Integer({ description: 'Of the deliverable, from 1' }), edition: Type.Integer(), criterion: Nullable(Type.String({ description: 'Its code; null where no criterion covers it' })), severity: DefectSeverity, foundOn: CivilDate, reviewId: Nullable(Id), escaped: Type.Boolean({ description: 'By its day and its place' }),
  words: Type.String(), by: Type.String(), state: OneOf(defectStates), dismissed: Nullable(Said), mayDismiss: Type.Boolean(),
})
export type QualityDefect = Static<typeof QualityDefect>
/** A round of rework: its hours, and which defects it corrected, by their numbers. */
export const Rework = Type.Object({ id: Id, edition: Type.Integer(), on: CivilDate, hours: Type.Number(), words: Type.String(), by: Type.String(), corrected: Type.Array(Type.Integer()) })
export type Rework = Static<typeof Rework>
/** A condition of an acceptance. What it covers is closed once it is met. */
export const AcceptanceCondition = Type.Object({ id: Id, words: Type.String(), owner: Named, dueOn: CivilDate, overdue: Type.Boolean(), covers: Type.Array(Type.Integer(), { description: 'Numbers of defects' }), met: Nullable(Said), mayMeet: Type.Boolean({ description: 'Whether the reader may say that it is met' }) })
export type AcceptanceCondition = Static<typeof AcceptanceCondition>
export const AcceptanceDecision = Type.Object({ id: Id, edition: Type.Integer(), outcome: OneOf(acceptanceOutcomes), on: CivilDate, words: Type.String(), by: Type.String(), conditions: Type.Array(AcceptanceCondition) })
export type AcceptanceDecision = Static<typeof AcceptanceDecision>

const figures = { escape: ExplainedNumber, firstPass: ExplainedNumber, rework: ExplainedNumber, rounds: Type.Integer({ description: 'Of rework' }), reworkHours: Type.Number(), before: Type.Integer({ description: 'Defects of accepted editions, found before acceptance' }), escaped: Type.Integer(), unaccepted: Type.Integer({ description: 'Defects of editions that are not accepted yet: in neither part of the escape rate' }), decided: Type.Integer(), firstPassed: Type.Integer() }
export const DeliverableDetail = Type.Object({
  ...deliverable, about: Type.String(), madeHours: Nullable(Type.Number()), milestone: Nullable(Named), element: Nullable(Type.Object({ key: Type.String(), name: Type.String() })), objectives: Type.Array(Named),
  editions: Type.Array(DeliverableEdition), reviewed: Type.Array(QualityReview), defects: Type.Array(QualityDefect), reworked: Type.Array(Rework), decisions: Type.Array(AcceptanceDecision), withdrawn: Nullable(Said), figures: Type.Object(figures),
  /** What the reader may do about it now. `methods`: by which they may review it, as far as their own part in it tells. */
  may: Type.Object({ change: Type.Boolean(), criteria: Type.Boolean(), agree: Type.Boolean(), methods: Type.Array(ReviewMethod), decide: Type.Boolean(), rework: Type.Boolean(), report: Type.Boolean(), reopen: Type.Boolean(), withdraw: Type.Boolean() }),
})
export type DeliverableDetail = Static<typeof DeliverableDetail>

const nullableNumber = Nullable(Type.Number())
/** One point for each month that is over; limits and signals once there are twelve with a value. */
export const QualityChart = Type.Object({ kind: OneOf(['xmr', 'u', 'p'], 'Counts, counts for each review, or shares'), mean: NumberMetric, why: Explanation, points: Type.Array(Type.Object({ month: Type.String({ description: 'YYYY-MM' }), value: nullableNumber, upper: nullableNumber, lower: nullableNumber, rule: Nullable(OneOf(['outside_limits', 'trend', 'two_of_three', 'one_side'])), reading: Nullable(OneOf(['improvement', 'concern', 'neutral'])) })) })
export type QualityChart = Static<typeof QualityChart>
export const QualityMonth = Type.Object({
  month: Type.String({ description: 'YYYY-MM' }), partial: Type.Boolean({ description: 'Not over yet, and on no chart' }), reviews: Type.Integer(), found: Type.Integer({ description: 'Defects that reviews found' }), escaped: Type.Integer({ description: 'Defects found after acceptance' }), decided: Type.Integer({ description: 'First decisions' }), firstPassed: Type.Integer(),
  perReview: NumberMetric, cohort: ExplainedNumber,
})
export type QualityMonth = Static<typeof QualityMonth>
export const OpenCondition = Type.Object({ id: Id, deliverable: Named, initiative: Named, words: Type.String(), owner: Named, dueOn: CivilDate, overdue: Type.Boolean() })
export type OpenCondition = Static<typeof OpenCondition>

/** The record of quality of all initiatives that are there, or of one. */
export const QualityRecord = Type.Object({
  on: CivilDate, initiative: Nullable(Named), figures: Type.Object({ ...figures, perReview: ExplainedNumber }),
  byClass: Type.Array(Type.Object({ class: DeliverableClass, deliverables: Type.Integer(), ...figures })),
  /** The newest 36 months, the oldest first. */
  months: Type.Array(QualityMonth), monthsBefore: Type.Integer({ description: 'Months before those listed' }), defectChart: QualityChart, firstPassChart: QualityChart,
  /** A page of the deliverables that were asked for, by the day on which they are needed. */
  deliverables: Type.Array(Deliverable), from: Type.Integer(), total: Type.Integer(), /** Of all, whatever was asked for. */ all: Type.Integer(), late: Type.Integer(),
  /** Conditions that are not met, by their day; at most 100. */
  conditions: Type.Array(OpenCondition), conditionsOmitted: Type.Integer(),
})
export type QualityRecord = Static<typeof QualityRecord>

const hours = Type.Number({ minimum: 0, maximum: 1_000_000, description: 'Person hours' })
const given = { name: ShortText(200), class: DeliverableClass, about: LongText(4000), ownerId: Id, authorIds: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true, description: 'Who make it: they neither agree its criteria nor decide on it' }), dueOn: CivilDate, milestoneId: Nullable(Id), element: Nullable(Type.String({ minLength: 1, maxLength: 20, description: 'Code of an element of the framework that the initiative follows' })), madeHours: Nullable(Type.Unsafe<number>({ ...hours, description: 'Person hours of making it, without rework' })), criteria: Type.Array(QualityCriterion, { maxItems: 30 }) }
export const NewDeliverable = Type.Object({ initiativeId: Id, ...given })
export type NewDeliverable = Static<typeof NewDeliverable>
export const DeliverableChange = Type.Object({ version: Version, ...Type.Partial(Type.Object(given)).properties })
export type DeliverableChange = Static<typeof DeliverableChange>
export const CriteriaAgreement = Type.Object({ version: Version, on: CivilDate })
export type CriteriaAgreement = Static<typeof CriteriaAgreement>
export const NewQualityReview = Type.Object({
  version: Version, method: ReviewMethod, on: CivilDate, words: ShortText(4000), looked: Type.Array(code, { minItems: 1, maxItems: 30, uniqueItems: true, description: 'Codes of the criteria that it looked at' }),
  defects: Type.Array(Type.Object({ criterion: code, severity: DefectSeverity, words: ShortText(2000) }), { maxItems: 100 }),
  checked: Type.Array(Type.Object({ defectId: Id, confirmed: Type.Boolean({ description: 'Or open again' }) }), { maxItems: 200, description: 'Defects that are said to be corrected, as it found them' }),
})
export type NewQualityReview = Static<typeof NewQualityReview>
export const FoundDefect = Type.Object({ version: Version, on: CivilDate, criterion: Nullable(code), severity: DefectSeverity, words: ShortText(2000) })
export type FoundDefect = Static<typeof FoundDefect>
export const NewRework = Type.Object({ version: Version, on: CivilDate, hours: Type.Number({ exclusiveMinimum: 0, maximum: 100_000, description: 'Person hours' }), words: ShortText(2000), defectIds: Type.Array(Id, { maxItems: 200, uniqueItems: true, description: 'Which defects it corrected' }) })
export type NewRework = Static<typeof NewRework>
const decided = { on: CivilDate, words: ShortText(4000) }
/** Conditions have an owner and a day; they cover defects that stay open. */
export const NewAcceptance = Type.Object({
  version: Version,
  decision: Type.Union([
    Type.Object({ outcome: OneOf(['accepted', 'rejected']), ...decided }),
    Type.Object({ outcome: Type.Literal('accepted_with_conditions'), ...decided, conditions: Type.Array(Type.Object({ words: ShortText(2000), ownerId: Id, dueOn: CivilDate, covers: Type.Array(Id, { maxItems: 200, uniqueItems: true, description: 'Defects' }) }), { minItems: 1, maxItems: 20 }) }),
  ]),
})
export type NewAcceptance = Static<typeof NewAcceptance>
export const SaidOfVersion = Type.Object({ version: Version, words: ShortText(2000) })
export type SaidOfVersion = Static<typeof SaidOfVersion>

const one = { params: IdParams, reply: DeliverableDetail } as const
const onIt = { access: 'edit_initiative', on: [{ kind: 'deliverable', at: 'params.id' }] } as const
export const qualityRoutes = {
  readQuality: route({ method: 'GET', path: '/api/governance/quality', summary: 'The record of quality: figures, their trend by month, deliverables and conditions, of all initiatives or of one', access: 'read', query: Type.Object({ initiativeId: Type.Optional(Id), state: Type.Optional(DeliverableState), search: Type.Optional(ShortText(120)), from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'How many to pass over' })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '100 where it is left out' })) }), reply: QualityRecord }),
  addDeliverable: route({ method: 'POST', path: '/api/governance/deliverables', summary: 'Add a deliverable of an initiative, with the criteria it is to be held against', access: 'edit_initiative', on: [{ kind: 'initiative', at: 'body.initiativeId' }], body: NewDeliverable, reply: DeliverableDetail, status: 201, refusals: ['deliverable_there', 'quality_criteria_unsound', 'framework_unfollowed', 'element_unknown'] }),
  readDeliverable: route({ method: 'GET', path: '/api/governance/deliverables/:id', summary: 'The quality record of a deliverable: criteria, reviews, defects, rework and decisions of each edition', access: 'read', ...one }),
  changeDeliverable: route({ method: 'PATCH', path: '/api/governance/deliverables/:id', summary: 'Change a deliverable; criteria only until its edition is reviewed, and they are to be agreed again', ...one, ...onIt, body: DeliverableChange, refusals: ['deliverable_there', 'quality_criteria_unsound', 'criteria_reviewed', 'review_over', 'framework_unfollowed', 'element_unknown'] }),
  agreeCriteria: route({ method: 'POST', path: '/api/governance/deliverables/:id/agreement', summary: 'Agree the criteria of the newest edition; who makes the deliverable does not', ...one, ...onIt, body: CriteriaAgreement, refusals: ['review_over', 'quality_criteria_unsound', 'reviewer_dependent', 'day_off'] }),
  recordQualityReview: route({ method: 'POST', path: '/api/governance/deliverables/:id/reviews', summary: 'Record one’s own review of the newest edition: which criteria it looked at, which defects it found, and which are corrected', access: 'take_part', ...one, body: NewQualityReview, refusals: ['review_over', 'criterion_unknown', 'reviewer_dependent', 'day_off'] }),
  reportDefect: route({ method: 'POST', path: '/api/governance/deliverables/:id/defects', summary: 'Report a defect that was found after acceptance: by its day and place it escaped', access: 'take_part', ...one, body: FoundDefect, refusals: ['review_over', 'criterion_unknown', 'day_off'] }),
  dismissDefect: route({ method: 'POST', path: '/api/governance/deliverables/:id/defects/:defectId/dismissal', summary: 'Say that a defect is none, with the reason; who makes the deliverable does not', ...one, ...onIt, params: Type.Object({ id: Id, defectId: Id }), body: SaidOfVersion, refusals: ['review_over', 'reviewer_dependent'] }),
  recordRework: route({ method: 'POST', path: '/api/governance/deliverables/:id/rework', summary: 'Record a round of rework: its hours, and which defects it corrected. Its authors and its owner of now do', access: 'take_part', ...one, body: NewRework, refusals: ['review_over', 'review_not_yours', 'day_off'] }),
  decideAcceptance: route({ method: 'POST', path: '/api/governance/deliverables/:id/acceptance', summary: 'Accept the newest edition, with conditions or without, or reject it; who makes the deliverable does not', ...one, ...onIt, body: NewAcceptance, refusals: ['review_over', 'criteria_unreviewed', 'defects_open', 'reviewer_dependent', 'day_off'] }),
  meetCondition: route({ method: 'POST', path: '/api/governance/deliverables/:id/conditions/:conditionId/fulfilment', summary: 'Say that a condition is met, and by what one sees it; who makes the deliverable or owns the condition does not', ...one, ...onIt, params: Type.Object({ id: Id, conditionId: Id }), body: SaidOfVersion, refusals: ['review_over', 'reviewer_dependent'] }),
  reopenDeliverable: route({ method: 'POST', path: '/api/governance/deliverables/:id/editions', summary: 'Open a deliverable again from which a defect escaped: a new edition, accepted anew; the acceptance before stands', ...one, ...onIt, body: SaidOfVersion, refusals: ['review_over'] }),
  withdrawDeliverable: route({ method: 'POST', path: '/api/governance/deliverables/:id/withdrawal', summary: 'Withdraw a deliverable that was never accepted, with the reason', ...one, ...onIt, body: SaidOfVersion, refusals: ['review_over'] }),
} as const
