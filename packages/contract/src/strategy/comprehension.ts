import { Type, type Static } from 'typebox'
import { Role } from '../people/schemas.ts'
import { CivilDate, ExplainedNumber, Id, Instant, Named, Nullable, NumberMetric, OneOf, route } from '../wire/index.ts'
import { StableKey } from './version-content.ts'

/** Names what the goals of the version in force say: another wherever one of them says anything else. */
export const Edition = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of the version in force with what its goals say' })
const VersionRef = Type.Object({ id: Id, no: Type.Integer() })

/** A goal of the brief, of the organisation or of a unit. */
export const BriefGoal = Type.Object({ key: StableKey, statement: Type.String(), description: Type.String(), deadline: Nullable(CivilDate), unit: Nullable(Type.String()), measures: Type.Array(Type.String()) })
export type BriefGoal = Static<typeof BriefGoal>

/** What a question asks: the objective that an initiative serves most, the measure of an objective, the benefit or the initiative that waits where an initiative ends later. */
export const BriefQuestionKind = OneOf(['serves', 'measured', 'benefit_waits', 'initiative_waits'])
/** A question of one reader. What is right is told once it is answered, to them alone. */
export const BriefQuestion = Type.Object({ no: Type.Integer(), kind: BriefQuestionKind, about: Named, choices: Type.Array(Named), answer: Nullable(Type.Object({ choice: Id, right: Id, isRight: Type.Boolean(), at: Instant })) })
export type BriefQuestion = Static<typeof BriefQuestion>

/** `none`: it was not delivered to the reader. */
export const BriefStage = OneOf(['none', 'delivered', 'opened', 'answered'])
/** What the strategy in force says, for one reader, with their own questions. Answers to an earlier edition stay theirs and count no more. */
export const Brief = Type.Object({
  edition: Edition, version: VersionRef, goals: Type.Array(BriefGoal), stage: BriefStage, deliveredAt: Nullable(Instant), openedAt: Nullable(Instant), answeredAt: Nullable(Instant), questions: Type.Array(BriefQuestion),
  earlier: Type.Array(Type.Object({ version: Type.Integer(), deliveredAt: Instant, right: Type.Integer(), asked: Type.Integer() })),
})
export type Brief = Static<typeof Brief>

/** Each no more than the one before; who opened it and was not asked had no question that could be asked. Undefined of so few people that it would tell of each of them. */
export const BriefReach = Type.Object({ audience: NumberMetric, delivered: NumberMetric, opened: NumberMetric, asked: NumberMetric, answered: NumberMetric })
export type BriefReach = Static<typeof BriefReach>
export const ConversationReason = OneOf(['not_opened', 'not_understood'])
/** People of one unit, or those of a role who have none of their own. */
export const BriefGroup = Type.Object({ kind: OneOf(['unit', 'role']), id: Type.String(), name: Type.String(), reach: BriefReach, understood: ExplainedNumber, conversation: Nullable(Type.Array(ConversationReason)) })
export type BriefGroup = Static<typeof BriefGroup>

/** How far the brief of the edition in force came, and what was understood, by group; never of one person. */
export const ComprehensionReport = Type.Object({
  edition: Edition, version: VersionRef, goals: Type.Integer(),
  delivered: Nullable(Type.Object({ at: Instant, by: Type.String(), roles: Type.Array(Role) })),
  groups: Type.Array(BriefGroup), reach: BriefReach, understood: ExplainedNumber,
  /** The shares below which a group needs a conversation. */
  least: Type.Object({ opened: Type.Number(), understood: Type.Number() }),
  /** Editions that were delivered before; what was answered of them counts no more. */
  earlier: Type.Array(Type.Object({ version: Type.Integer(), at: Instant, by: Type.String() })),
  /** Whether there is somebody of these roles whom it was not delivered to. */
  waiting: Type.Boolean(),
})
export type ComprehensionReport = Static<typeof ComprehensionReport>

export const BriefDelivery = Type.Object({ edition: Edition, roles: Type.Optional(Type.Array(Role, { minItems: 1, maxItems: 20, uniqueItems: true, description: 'Left out: every role that may take part' })) })
export const BriefOpening = Type.Object({ edition: Edition })
export const BriefAnswer = Type.Object({ edition: Edition, no: Type.Integer({ minimum: 1 }), choice: Id })

export const comprehensionRoutes = {
  readBrief: route({ method: 'GET', path: '/api/strategy/brief', summary: 'What the strategy in force says, with your own questions on it and how you answered', access: 'read', reply: Brief }),
  openBrief: route({ method: 'POST', path: '/api/strategy/brief/opening', summary: 'Open the brief that was delivered to you; one to three questions are drawn for you', access: 'take_part', body: BriefOpening, reply: Brief, refusals: ['brief_outdated', 'not_in_audience', 'brief_opened'] }),
  answerBrief: route({ method: 'POST', path: '/api/strategy/brief/answers', summary: 'Answer one of your questions, once; then what is right is told, to you alone', access: 'take_part', body: BriefAnswer, reply: Brief, refusals: ['brief_outdated', 'not_in_audience', 'no_question_left', 'question_answered', 'choice_unknown'] }),
  readComprehension: route({ method: 'GET', path: '/api/strategy/comprehension', summary: 'How far the brief came and what was understood, by unit; nothing of fewer than five people', access: 'read', reply: ComprehensionReport }),
  deliverBrief: route({ method: 'POST', path: '/api/strategy/brief/deliveries', summary: 'Deliver the brief to everybody of some roles who has not got it; they are told', access: 'edit_strategy', body: BriefDelivery, reply: ComprehensionReport, status: 201, refusals: ['brief_outdated', 'brief_delivered'] }),
} as const
