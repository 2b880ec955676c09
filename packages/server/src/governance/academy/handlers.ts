import type { academyRoutes, governanceProblems } from '@throughline/contract/governance'
import { ok } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { acceptAnswer, answerQuestion, askCommunity, markAnswer } from './acts/ask-community.ts'
import { assessSkill, withdrawAssessment } from './acts/assess-skill.ts'
import { callSessionOff, changeSession, planSession } from './acts/hold-session.ts'
import { addCommunity, changeCommunity, joinCommunity } from './acts/keep-community.ts'
import { addCourse, changeCourse, setCheck } from './acts/keep-course.ts'
import { addSkill, changeSkill } from './acts/keep-skill.ts'
import { answerMentoring, askMentor, endMentor, endMentoring, offerMentoring } from './acts/mentor-people.ts'
import { recordAttendance, tellUsefulness } from './acts/record-attendance.ts'
import { takeCheck } from './acts/take-check.ts'
import { enrol, withdrawPlace } from './acts/take-place.ts'
import { readCheckOf, readCourse } from './course-store.ts'
import { none } from './guards.ts'
import { readAcademy, readCommunity, readRecord, readSessionSheet, readSkillSheet, type AcademySources } from './read.ts'

/** Skills, courses, mentors and communities. What an act changes is read anew; what only some may see, the act answers them with. */
export const academyHandlers = (sources: AcademySources): Handlers<typeof academyRoutes, keyof typeof governanceProblems> => ({
  readAcademy: async ({ actor, context }) => ok(await readAcademy(context, actor, sources)),
  readLearningRecord: async ({ actor, context }) => ok(await readRecord(context, actor)),
  readSkillSheet: ({ actor, params, context }) => readSkillSheet(context, actor, params.id),
  addSkill: ({ actor, body, context }) => addSkill(context.db, actor, body),
  changeSkill: ({ actor, params, body, context }) => changeSkill(context.db, actor, params.id, body, context.now),
  assessSkill: async ({ actor, body, context }) => {
    const done = await assessSkill(context.db, actor, body, context.now)
    return done.ok ? readSkillSheet(context, actor, done.value) : done
  },
  withdrawAssessment: async ({ actor, params, body, context }) => {
    const done = await withdrawAssessment(context.db, actor, params.id, body, context.now)
    return done.ok ? readSkillSheet(context, actor, done.value) : done
  },
  addCourse: ({ actor, body, context }) => addCourse(context.db, actor, body),
  changeCourse: ({ actor, params, body, context }) => changeCourse(context.db, actor, params.id, body, context.now),
  setCheck: ({ actor, params, body, context }) => setCheck(context.db, actor, params.id, body),
  readCheck: ({ actor, params, context }) => withOrg(context.db, actor, async (tx) => {
    const [course, check] = [await readCourse(tx, params.id), await readCheckOf(tx, params.id)]
    if (!course || !check) return none('knowledge check of course', params.id)
    return ok({ course: { id: course.id, name: course.name }, version: check.version, passMark: check.pass_mark, attempts: check.attempts, questions: check.questions.map(({ text, choices }) => ({ text, choices: [...choices] })) })
  }),
  takeCheck: ({ actor, params, body, context }) => takeCheck(context.db, actor, params.id, body, context.now),
  planSession: ({ actor, params, body, context }) => planSession(context.db, actor, params.id, body),
  changeSession: ({ actor, params, body, context }) => changeSession(context.db, actor, params.id, body, context.now),
  callSessionOff: ({ actor, params, body, context }) => callSessionOff(context.db, actor, params.id, body, context.now),
  readSessionSheet: ({ actor, params, context }) => readSessionSheet(context, actor, params.id),
  enrol: ({ actor, params, body, context }) => enrol(context.db, actor, params.id, body.personId, context.now),
  withdrawPlace: ({ actor, params, body, context }) => withdrawPlace(context.db, actor, params.id, body.version, context.now),
  recordAttendance: async ({ actor, params, body, context }) => {
    const done = await recordAttendance(context.db, actor, params.id, body, context.now)
    return done.ok ? readSessionSheet(context, actor, done.value) : done
  },
  tellUsefulness: ({ actor, params, body, context }) => tellUsefulness(context.db, actor, params.id, body, context.now),
  offerMentoring: ({ actor, body, context }) => offerMentoring(context.db, actor, body, context.now),
  endMentor: ({ actor, params, body, context }) => endMentor(context.db, actor, params.id, body.version, context.now),
  askMentor: ({ actor, params, body, context }) => askMentor(context.db, actor, params.id, body.goal, context.now),
  answerMentoring: ({ actor, params, body, context }) => answerMentoring(context.db, actor, params.id, body, context.now),
  endMentoring: ({ actor, params, body, context }) => endMentoring(context.db, actor, params.id, body, context.now),
  addCommunity: ({ actor, body, context }) => addCommunity(context.db, actor, body, context.now),
  changeCommunity: ({ actor, params, body, context }) => changeCommunity(context.db, actor, params.id, body, context.now),
  joinCommunity: ({ actor, params, body, context }) => joinCommunity(context.db, actor, params.id, body.member, context.now),
  readCommunity: ({ actor, params, query, context }) => readCommunity(context, actor, params.id, query),
  askCommunity: ({ actor, params, body, context }) => askCommunity(context.db, actor, params.id, body, context.now),
  answerQuestion: ({ actor, params, body, context }) => answerQuestion(context.db, actor, params.id, body.text, context.now),
  acceptAnswer: ({ actor, params, body, context }) => acceptAnswer(context.db, actor, params.id, body),
  markAnswer: ({ actor, params, body, context }) => markAnswer(context.db, actor, params.id, body.useful, context.now),
})
