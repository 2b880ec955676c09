import { Type, type Static } from 'typebox'
import { CivilDate, Id, Instant, Named, Nullable, OneOf, route } from '../wire/index.ts'
import type { ProblemKind, Refusal } from '../wire/index.ts'
import { academyCommunityRoutes, Community, Mentor, Mentoring } from './academy-communities.ts'
import { academyCourseRoutes, CheckResult, Course, PlaceState, UsefulnessLevel } from './academy-courses.ts'
import { AcademySkill, academySkillRoutes, SkillAssessment, SkillLevel } from './academy-skills.ts'

/** What there is to learn, from whom, and what came of it, as one reader sees it. Of others there are only figures of five people and more. */
export const Academy = Type.Object({
  skills: Type.Array(AcademySkill), /** Skills that pools of people name and whose levels nobody has described. */ undescribed: Type.Array(Type.String()),
  courses: Type.Array(Course), mentors: Type.Array(Mentor), /** The reader’s own, as mentor or as learner. */ pairings: Type.Array(Mentoring), communities: Type.Array(Community),
  /** The reader’s own level in each skill; null: nobody has assessed it. */
  levels: Type.Array(Type.Object({ skill: Named, level: Nullable(SkillLevel), anchor: Type.String(), on: Nullable(CivilDate), assessor: Nullable(Named) })),
  /** Sessions that the reader gave and of which nobody has recorded who came. */
  due: Type.Array(Type.Object({ sessionId: Id, course: Named, on: CivilDate })),
  may: Type.Object({ lead: Type.Boolean(), takePart: Type.Boolean() }),
})
export type Academy = Static<typeof Academy>

/** Everything the academy holds of who asks, and of nobody else. */
export const LearningRecord = Type.Object({
  person: Named, assessments: Type.Array(SkillAssessment),
  places: Type.Array(Type.Object({ id: Id, course: Named, on: CivilDate, state: PlaceState, askedAt: Instant, attended: Nullable(Type.Boolean()), usefulness: Nullable(UsefulnessLevel) })),
  attempts: Type.Array(CheckResult), assessed: Type.Array(Type.Object({ skill: Named, on: CivilDate, at: Instant }), { description: 'What the person assessed of others, without whom' }),
  mentor: Type.Array(Type.Object({ skill: Named, words: Type.String(), endedAt: Nullable(Instant) })), pairings: Type.Array(Mentoring),
  communities: Type.Array(Type.Object({ community: Named, joinedAt: Instant })),
  said: Type.Array(Type.Object({ kind: OneOf(['question', 'answer']), community: Named, text: Type.String(), at: Instant })), marked: Type.Array(Type.Object({ answerId: Id, at: Instant })),
})
export type LearningRecord = Static<typeof LearningRecord>

export const academyRoutes = {
  readAcademy: route({ method: 'GET', path: '/api/governance/academy', summary: 'Skills, courses with their sessions and figures, mentors and communities, and one’s own levels', access: 'read', reply: Academy }),
  readLearningRecord: route({ method: 'GET', path: '/api/governance/academy/record', summary: 'Everything the academy holds of who asks', access: 'own', reply: LearningRecord }),
  ...academySkillRoutes,
  ...academyCourseRoutes,
  ...academyCommunityRoutes,
} as const

export type AcademyRefusal = Refusal<'academy_there' | 'academy_over' | 'academy_not_yours' | 'attendance_early' | 'seats_too_few' | 'check_unsound' | 'attempts_used' | 'assessed_self'>
export const academyProblems = {
  academy_there: { status: 409, title: 'It is there already', words: 'There is {what} {name} already; expected one that is not there yet.', exit: 73 },
  academy_over: { status: 409, title: 'It is past this', words: 'The {what} {name} is {found}; expected one that is {expected}.', exit: 73 },
  academy_not_yours: { status: 403, title: 'Somebody else does this', words: 'Only {expected} can do this with the {what}.', exit: 77 },
  attendance_early: { status: 422, title: 'The day is not over', words: 'The session of {name} is on {on}; expected a session whose day is over by {today}: nobody is recorded as present beforehand.', exit: 65 },
  seats_too_few: { status: 422, title: 'Too few seats', words: 'Found {seats} seats in the session of {name} on {on}; expected at least {expected}, for so many people would have a place.', exit: 65 },
  check_unsound: { status: 422, title: 'The check is not sound', words: '{where}: found {found}; expected {expected}.', exit: 65 },
  attempts_used: { status: 409, title: 'No attempt is left', words: 'You have tried the check of {name} {found} times; expected fewer than {expected}.', exit: 73 },
  assessed_self: { status: 403, title: 'Somebody else assesses you', words: 'Nobody assesses themselves in {name}, nor takes back what was found of them; ask another assessor.', exit: 77 },
} as const satisfies Record<AcademyRefusal['code'], ProblemKind>
