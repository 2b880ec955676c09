import { changeKinds, courseKinds, placeStates, sessionModes, usefulnessLevels } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { Role } from '../people/schemas.ts'
import { CivilDate, ExplainedNumber, Explanation, Id, IdParams, Instant, LongText, Named, Nullable, NumberMetric, OneOf, route, ShortText, Version } from '../wire/index.ts'
import { AcademyEnd, AcademyReason, SkillLevel } from './academy-skills.ts'

export const CourseKind = OneOf(courseKinds)
export type CourseKind = Static<typeof CourseKind>
export const SessionMode = OneOf(sessionModes)
export type SessionMode = Static<typeof SessionMode>
export const PlaceState = OneOf(placeStates, 'Somebody has the place, waits for it, or has given it up')
export const UsefulnessLevel = OneOf(usefulnessLevels, 'Ordinal: counted and never averaged')

/** One’s own place in a session. `rank`: how-manieth one waits. */
export const OwnPlace = Type.Object({ id: Id, version: Version, state: PlaceState, rank: Nullable(Type.Integer()), attended: Nullable(Type.Boolean()), usefulness: Nullable(UsefulnessLevel) })
export type OwnPlace = Static<typeof OwnPlace>
/** A day on which a course is held. */
export const CourseSession = Type.Object({
  id: Id, version: Version, on: CivilDate, seats: Type.Integer(), taken: Type.Integer(), waiting: Type.Integer(), trainer: Named, mode: SessionMode, place: Type.String(), calledOff: Nullable(AcademyEnd), attendance: Nullable(Type.Object({ by: Type.String(), at: Instant })),
  own: Nullable(OwnPlace), may: Type.Object({ enrol: Type.Boolean(), withdraw: Type.Boolean(), tell: Type.Boolean(), see: Type.Boolean(), attend: Type.Boolean(), change: Type.Boolean() }),
})
export type CourseSession = Static<typeof CourseSession>
/** How the levels of those who attended differ in a skill, before and after: counts, and no word of why. */
export const CourseChange = Type.Object({ skill: Named, aim: SkillLevel, counts: Type.Array(Type.Object({ change: OneOf(changeKinds), people: NumberMetric })), why: Explanation })
export type CourseChange = Static<typeof CourseChange>
export const Course = Type.Object({
  id: Id, version: Version, name: Type.String(), outcome: Type.String({ description: 'What one can do after it' }), kind: CourseKind, roles: Type.Array(Role, { description: 'Whom it is for; empty: everybody' }), aims: Type.Array(Type.Object({ skill: Named, level: SkillLevel })), retired: Nullable(AcademyEnd),
  check: Nullable(Type.Object({ version: Version, questions: Type.Integer(), passMark: Type.Integer(), attempts: Type.Integer(), /** How often the reader has tried these questions. */ tried: Type.Integer(), passed: Type.Boolean() })),
  reach: Type.Object({ audience: NumberMetric, reached: NumberMetric, share: ExplainedNumber }),
  usefulness: Type.Object({ counts: Type.Array(Type.Object({ level: UsefulnessLevel, people: NumberMetric })), told: NumberMetric, why: Explanation }),
  changes: Type.Array(CourseChange),
  /** The next one first, then those that were, the newest first; at most 50. */
  sessions: Type.Array(CourseSession), omitted: Type.Integer(), may: Type.Object({ change: Type.Boolean() }),
})
export type Course = Static<typeof Course>

const words = { name: ShortText(160), outcome: ShortText(2000), kind: CourseKind, roles: Type.Array(Role, { maxItems: 20, uniqueItems: true }), aims: Type.Array(Type.Object({ skillId: Id, level: SkillLevel }), { maxItems: 20 }) }
export const NewCourse = Type.Object(words)
export type NewCourse = Static<typeof NewCourse>
export const CourseChangeGiven = Type.Object({ version: Version, ...Type.Partial(Type.Object(words)).properties, retired: Type.Optional(Type.Unsafe<string>({ ...ShortText(1000), description: 'Why it is held no more' })) })
export type CourseChangeGiven = Static<typeof CourseChangeGiven>
const session = { on: CivilDate, seats: Type.Integer({ minimum: 1, maximum: 10_000 }), trainerId: Id, mode: SessionMode, place: LongText(300) }
export const NewSession = Type.Object(session)
export type NewSession = Static<typeof NewSession>
export const SessionChange = Type.Object({ version: Version, ...Type.Partial(Type.Object(session)).properties })
export type SessionChange = Static<typeof SessionChange>
/** Who is enrolled; left out, oneself. */
export const Enrolment = Type.Object({ personId: Type.Optional(Id) })
export const Attendance = Type.Object({ version: Version, attended: Type.Array(Id, { maxItems: 10_000, uniqueItems: true, description: 'Places of those who came; everybody else who had one did not' }) })
export type Attendance = Static<typeof Attendance>
export const UsefulnessTold = Type.Object({ version: Version, usefulness: UsefulnessLevel })

/** Who has a place in a session, for its trainer and the lead of the academy. */
export const SessionSheet = Type.Object({
  id: Id, version: Version, course: Named, on: CivilDate, seats: Type.Integer(), trainer: Named, held: Type.Boolean({ description: 'Whether its day is over, so that attendance can be recorded' }),
  /** Who has a place, then who waits, in line. */
  places: Type.Array(Type.Object({ id: Id, version: Version, person: Named, state: PlaceState, attended: Nullable(Type.Boolean()) })), may: Type.Object({ attend: Type.Boolean(), enrol: Type.Boolean() }),
})
export type SessionSheet = Static<typeof SessionSheet>

const question = { text: ShortText(1000), choices: Type.Array(ShortText(400), { minItems: 2, maxItems: 8 }) }
/** A knowledge check as it is taken: no answer is in it, for anybody. */
export const KnowledgeCheckTaken = Type.Object({ course: Named, version: Version, passMark: Type.Integer(), attempts: Type.Integer(), questions: Type.Array(Type.Object(question)) })
export type KnowledgeCheckTaken = Static<typeof KnowledgeCheckTaken>
export const KnowledgeCheckGiven = Type.Object({
  version: Type.Unsafe<number>({ ...Version, description: 'Of the course' }), passMark: Type.Integer({ minimum: 1, maximum: 50 }), attempts: Type.Integer({ minimum: 1, maximum: 20, description: 'How often one may try these questions' }),
  questions: Type.Array(Type.Object({ ...question, right: Type.Integer({ minimum: 0, maximum: 7, description: 'Place of the right choice, from 0; it is told to nobody' }) }), { minItems: 1, maxItems: 50 }),
})
export type KnowledgeCheckGiven = Static<typeof KnowledgeCheckGiven>
export const CheckAnswers = Type.Object({ version: Type.Unsafe<number>({ ...Version, description: 'Of the check' }), answers: Type.Array(Type.Integer({ minimum: 0, maximum: 7 }), { maxItems: 50, description: 'Place of the choice for each question, from 0' }) })
export type CheckAnswers = Static<typeof CheckAnswers>
/** What came of an attempt: how many were right, never which. No level of a skill changes by it. */
export const CheckResult = Type.Object({ id: Id, course: Named, at: Instant, right: Type.Integer(), asked: Type.Integer(), passMark: Type.Integer(), passed: Type.Boolean() })
export type CheckResult = Static<typeof CheckResult>

const base = '/api/governance/academy'
const one = { params: IdParams, reply: Type.Object({ id: Id }) } as const
export const academyCourseRoutes = {
  addCourse: route({ method: 'POST', path: `${base}/courses`, summary: 'Describe a course: what one can do after it, whom it is for, and which levels it aims at', access: 'edit_capacity', body: NewCourse, reply: Type.Object({ id: Id }), status: 201, refusals: ['academy_there', 'academy_over'] }),
  changeCourse: route({ method: 'PATCH', path: `${base}/courses/:id`, summary: 'Change what a course says, or retire it with the reason', access: 'edit_capacity', ...one, body: CourseChangeGiven, refusals: ['academy_there', 'academy_over'] }),
  setCheck: route({ method: 'PUT', path: `${base}/courses/:id/check`, summary: 'Give the knowledge check of a course with its right answers, in the place of the one before', access: 'edit_capacity', ...one, body: KnowledgeCheckGiven, refusals: ['academy_over', 'check_unsound'] }),
  readCheck: route({ method: 'GET', path: `${base}/courses/:id/check`, summary: 'The questions of a knowledge check, without their answers', access: 'read', params: IdParams, reply: KnowledgeCheckTaken }),
  takeCheck: route({ method: 'POST', path: `${base}/courses/:id/attempts`, summary: 'Take the knowledge check of a course; the server grades it, and tells how many answers are right', access: 'take_part', params: IdParams, body: CheckAnswers, reply: CheckResult, status: 201, refusals: ['academy_over', 'check_unsound', 'attempts_used'] }),
  planSession: route({ method: 'POST', path: `${base}/courses/:id/sessions`, summary: 'Plan a session of a course, or record one that was held', access: 'edit_capacity', ...one, body: NewSession, status: 201, refusals: ['academy_over'] }),
  changeSession: route({ method: 'PATCH', path: `${base}/sessions/:id`, summary: 'Change a session; whoever waits gets the seats that are added', access: 'edit_capacity', ...one, body: SessionChange, refusals: ['academy_there', 'academy_over', 'seats_too_few'] }),
  callSessionOff: route({ method: 'POST', path: `${base}/sessions/:id/cancellation`, summary: 'Call a session off with the reason; whoever has a place or waits is told', access: 'edit_capacity', ...one, body: AcademyReason, refusals: ['academy_over'] }),
  readSessionSheet: route({ method: 'GET', path: `${base}/sessions/:id`, summary: 'Who has a place in a session, for its trainer and the lead of the academy', access: 'read', params: IdParams, reply: SessionSheet, refusals: ['academy_not_yours'] }),
  enrol: route({ method: 'POST', path: `${base}/sessions/:id/places`, summary: 'Take a place in a session, or wait for one where it is full; the lead enrols others as well', access: 'take_part', ...one, body: Enrolment, status: 201, refusals: ['academy_not_yours', 'academy_there', 'academy_over', 'seats_too_few'] }),
  withdrawPlace: route({ method: 'POST', path: `${base}/places/:id/withdrawal`, summary: 'Give a place up, up to the day of the session; whoever waits first gets it', access: 'take_part', ...one, body: Type.Object({ version: Version }), refusals: ['academy_not_yours', 'academy_over'] }),
  recordAttendance: route({ method: 'POST', path: `${base}/sessions/:id/attendance`, summary: 'Record who came, once the day of the session is over: by its trainer, or the lead. It changes no level of a skill', access: 'take_part', params: IdParams, body: Attendance, reply: SessionSheet, refusals: ['academy_not_yours', 'academy_over', 'attendance_early'] }),
  tellUsefulness: route({ method: 'POST', path: `${base}/places/:id/usefulness`, summary: 'Say once how useful a session was that one attended; it is only ever told of five people and more', access: 'take_part', ...one, body: UsefulnessTold, refusals: ['academy_not_yours', 'academy_there'] }),
} as const
