import { Type, type Static } from 'typebox'
import { Id, IdParams, Instant, LongText, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'
import { AcademyEnd, AcademyReason } from './academy-skills.ts'

/** Somebody who helps others with a skill. */
export const Mentor = Type.Object({ id: Id, version: Version, skill: Named, mentor: Named, words: Type.String(), most: Type.Integer({ description: 'How many learners at once' }), learners: Type.Integer(), may: Type.Object({ ask: Type.Boolean(), end: Type.Boolean() }) })
export type Mentor = Static<typeof Mentor>
export const mentoringStates = ['asked', 'running', 'declined', 'ended'] as const
/** A pairing of a mentor and a learner; only these two see it. */
export const Mentoring = Type.Object({
  id: Id, version: Version, skill: Named, mentor: Named, learner: Named, goal: Type.String(), state: OneOf(mentoringStates), askedAt: Instant, last: Nullable(AcademyEnd), may: Type.Object({ answer: Type.Boolean(), end: Type.Boolean() }),
})
export type Mentoring = Static<typeof Mentoring>
export const NewMentor = Type.Object({ skillId: Id, words: ShortText(1000), most: Type.Integer({ minimum: 1, maximum: 20 }) })
export type NewMentor = Static<typeof NewMentor>
export const MentoringAsked = Type.Object({ goal: ShortText(1000) })
export const MentoringAnswer = Type.Object({ version: Version, accepted: Type.Boolean(), words: LongText(1000) })
export type MentoringAnswer = Static<typeof MentoringAnswer>

/** People who share what they know about a theme. */
export const Community = Type.Object({ id: Id, version: Version, name: Type.String(), theme: Type.String(), steward: Named, members: Type.Integer(), questions: Type.Integer(), open: Type.Integer({ description: 'Questions without an accepted answer' }), isMember: Type.Boolean(), ended: Nullable(AcademyEnd), may: Type.Object({ change: Type.Boolean(), join: Type.Boolean() }) })
export type Community = Static<typeof Community>
export const CommunityAnswer = Type.Object({ id: Id, text: Type.String(), by: Named, at: Instant, useful: Type.Integer({ description: 'How many others marked it as useful' }), marked: Type.Boolean({ description: 'Whether the reader did' }), may: Type.Object({ mark: Type.Boolean() }) })
export type CommunityAnswer = Static<typeof CommunityAnswer>
export const CommunityQuestion = Type.Object({
  id: Id, version: Version, title: Type.String(), text: Type.String(), by: Named, at: Instant, initiative: Nullable(Named), acceptedId: Nullable(Id), /** The accepted one first, then what most found useful. */ answers: Type.Array(CommunityAnswer), may: Type.Object({ answer: Type.Boolean(), accept: Type.Boolean() }),
})
export type CommunityQuestion = Static<typeof CommunityQuestion>
export const CommunitySheet = Type.Object({
  community: Community, people: Type.Array(Type.Unsafe<string>({ type: 'string', description: 'Who is a member, by name; at most 200' })),
  /** The newest first, twenty to a page. */
  questions: Type.Array(CommunityQuestion), found: Type.Integer({ description: 'Questions in which the words stand, on all pages' }), page: Type.Integer(), pages: Type.Integer(),
})
export type CommunitySheet = Static<typeof CommunitySheet>
const words = { name: ShortText(120), theme: ShortText(1000), stewardId: Id }
export const NewCommunity = Type.Object(words)
export type NewCommunity = Static<typeof NewCommunity>
export const CommunityChange = Type.Object({ version: Version, ...Type.Partial(Type.Object(words)).properties, ended: Type.Optional(Type.Unsafe<string>({ ...ShortText(1000), description: 'Why it ends; what was asked and answered stays to be read' })) })
export type CommunityChange = Static<typeof CommunityChange>
export const NewQuestion = Type.Object({ title: ShortText(200), text: LongText(4000), initiativeId: Nullable(Id) })
export type NewQuestion = Static<typeof NewQuestion>

const base = '/api/governance/academy'
const one = { params: IdParams, reply: Type.Object({ id: Id }) } as const
export const academyCommunityRoutes = {
  offerMentoring: route({ method: 'POST', path: `${base}/mentors`, summary: 'Offer to be a mentor in a skill', access: 'take_part', body: NewMentor, reply: Type.Object({ id: Id }), status: 201, refusals: ['academy_there', 'academy_over'] }),
  endMentor: route({ method: 'POST', path: `${base}/mentors/:id/end`, summary: 'Take back one’s offer to be a mentor; pairings that run go on', access: 'take_part', ...one, body: Type.Object({ version: Version }), refusals: ['academy_not_yours', 'academy_over'] }),
  askMentor: route({ method: 'POST', path: `${base}/mentors/:id/pairings`, summary: 'Ask a mentor to take one on; the mentor is told', access: 'take_part', ...one, body: MentoringAsked, status: 201, refusals: ['academy_not_yours', 'academy_there', 'academy_over'] }),
  answerMentoring: route({ method: 'POST', path: `${base}/pairings/:id/answer`, summary: 'Take a learner on, or decline: by the mentor who was asked', access: 'take_part', ...one, body: MentoringAnswer, refusals: ['academy_not_yours', 'academy_over'] }),
  endMentoring: route({ method: 'POST', path: `${base}/pairings/:id/end`, summary: 'End a pairing: by the mentor or by the learner; the other is told', access: 'take_part', ...one, body: AcademyReason, refusals: ['academy_not_yours', 'academy_over'] }),
  addCommunity: route({ method: 'POST', path: `${base}/communities`, summary: 'Begin a community of practice with its theme and steward', access: 'edit_capacity', body: NewCommunity, reply: Type.Object({ id: Id }), status: 201, refusals: ['academy_there'] }),
  changeCommunity: route({ method: 'PATCH', path: `${base}/communities/:id`, summary: 'Change a community, or end it with the reason: by its steward, or the lead', access: 'take_part', ...one, body: CommunityChange, refusals: ['academy_not_yours', 'academy_there', 'academy_over'] }),
  joinCommunity: route({ method: 'PUT', path: `${base}/communities/:id/membership`, summary: 'Join a community, or leave it', access: 'take_part', ...one, body: Type.Object({ member: Type.Boolean() }), refusals: ['academy_over'] }),
  readCommunity: route({ method: 'GET', path: `${base}/communities/:id`, summary: 'A community with its questions and their answers, page by page, also those in which words stand', access: 'read', params: IdParams, query: Type.Object({ find: Type.Optional(LongText(200)), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })) }), reply: CommunitySheet }),
  askCommunity: route({ method: 'POST', path: `${base}/communities/:id/questions`, summary: 'Ask a community of which one is a member', access: 'take_part', ...one, body: NewQuestion, status: 201, refusals: ['academy_not_yours', 'academy_over'] }),
  answerQuestion: route({ method: 'POST', path: `${base}/questions/:id/answers`, summary: 'Answer a question of a community of which one is a member; who asked is told', access: 'take_part', ...one, body: Type.Object({ text: ShortText(4000) }), status: 201, refusals: ['academy_not_yours', 'academy_over'] }),
  acceptAnswer: route({ method: 'POST', path: `${base}/questions/:id/acceptance`, summary: 'Say which answer helped, or that none did: by who asked', access: 'take_part', ...one, body: Type.Object({ version: Version, answerId: Nullable(Id) }), refusals: ['academy_not_yours'] }),
  markAnswer: route({ method: 'PUT', path: `${base}/answers/:id/mark`, summary: 'Mark an answer of somebody else as useful, or take that back', access: 'take_part', ...one, body: Type.Object({ useful: Type.Boolean() }), refusals: ['academy_not_yours'] }),
} as const
