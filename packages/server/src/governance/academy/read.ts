import type { Academy, CommunitySheet, LearningRecord, SessionSheet, SkillSheet } from '@throughline/contract/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Scope, type Tx } from '../../database/index.ts'
import { todayOf, type RequestContext } from '../../http/index.ts'
import { may, readMembers } from '../../people/index.ts'
import { initiativeNames } from '../services/index.ts'
import { countCommunities, readAnsweredBy, readAnswers, readAskedBy, readCommunities, readCommunityMembers, readMarkedBy, readMarks, readMembershipsOf, readMentorings, readMentors, readQuestions } from './community-store.ts'
import { countPlaces, readAttemptsOf, readAttended, readChecks, readCourse, readCourses, readPlaces, readPlacesOf, readSession, readSessions, readUsefulness, type StoredAttempt, type StoredPlace } from './course-store.ts'
import { assesses, leads, none, notYours, trains, type Member } from './guards.ts'
import { presentCommunity, presentCommunitySheet, presentMentoring, presentMentors } from './present-communities.ts'
import { presentCourses, presentSessionSheet } from './present-courses.ts'
import { factsOf, presentAssessment, presentLevels, presentSheet, presentSkills, type Pool, type Reader } from './present-skills.ts'
import { readAssessmentsIn, readAssessmentsOf, readSkill, readSkills, readStanding } from './skill-store.ts'

/** What the academy is told by rooms that stand beside this one: the pools of people with the skills that they name. */
export type AcademySources = { readonly readPools: (tx: Tx) => Promise<readonly Pool[]> }

const readerOf = (actor: Actor & Pick<Scope, 'moment'>, context: RequestContext): Reader => {
  const now = actor.moment === undefined
  return { actor, today: todayOf(context), takesPart: now && may(actor, 'take_part'), leads: now && leads(actor) }
}
const peopleOf = async (tx: Tx): Promise<readonly Member[]> => (await readMembers(tx)).filter(({ service }) => !service)

/** The academy as one reader sees it. */
export const readAcademy = (context: RequestContext, actor: Actor, { readPools }: AcademySources): Promise<Academy> =>
  withOrg(context.db, actor, async (tx) => {
    const reader = readerOf(actor, context)
    const [people, skills, standing, own] = [await peopleOf(tx), await readSkills(tx), await readStanding(tx), await readPlacesOf(tx, actor.accountId)]
    const lines = new Map<string, readonly StoredPlace[]>()
    for (const { session_id, state } of own) if (state === 'waiting') lines.set(session_id, await readPlaces(tx, session_id))
    const counts = await countCommunities(tx)
    const mine = new Set((await readMembershipsOf(tx, actor.accountId)).map(({ community_id }) => community_id))
    return {
      ...presentSkills({ skills, pools: await readPools(tx), people, standing }, reader),
      ...presentCourses({ courses: await readCourses(tx), sessions: await readSessions(tx), counts: await countPlaces(tx), attended: await readAttended(tx), useful: await readUsefulness(tx), checks: await readChecks(tx), people, standing: standing.map(factsOf), skills, own, lines, attempts: await readAttemptsOf(tx, actor.accountId) }, reader),
      ...presentMentors({ mentors: await readMentors(tx), mentorings: await readMentorings(tx), skills: new Map(skills.map(({ id, name }) => [id, name])), members: new Set(people.map(({ id }) => id)) }, reader),
      communities: (await readCommunities(tx)).map((one) => presentCommunity(one, counts, mine, reader)), levels: presentLevels(skills, await readAssessmentsOf(tx, 'person_id', actor.accountId), reader.today), may: { lead: reader.leads, takePart: reader.takesPart },
    }
  })

/** The levels of people in a skill; refused to who neither assesses it nor leads the academy. */
export const readSkillSheet = (context: RequestContext, actor: Actor, id: string): Promise<Result<SkillSheet, Refusal<'not_found' | 'academy_not_yours'>>> =>
  withOrg(context.db, actor, async (tx) => {
    const skill = await readSkill(tx, id)
    if (!skill) return none('skill', id)
    if (!assesses(skill, actor)) return notYours(`levels of ${skill.name}`, 'its assessors and who may plan capacity')
    return ok(presentSheet(skill, await readAssessmentsIn(tx, id), await peopleOf(tx), readerOf(actor, context)))
  })

/** Who has a place in a session; refused to who neither gives it nor leads the academy. */
export const readSessionSheet = (context: RequestContext, actor: Actor, id: string): Promise<Result<SessionSheet, Refusal<'not_found' | 'academy_not_yours'>>> =>
  withOrg(context.db, actor, async (tx) => {
    const session = await readSession(tx, id)
    const course = session && (await readCourse(tx, session.course_id))
    if (!session || !course) return none('session', id)
    if (!trains(session, actor)) return notYours('list of who has a place', 'its trainer and who may plan capacity')
    return ok(presentSessionSheet(session, { id: course.id, name: course.name }, await readPlaces(tx, id), readerOf(actor, context)))
  })

/** Questions on one page. */
const perPage = 20

/** A page of a community’s questions; a page beyond the last is the last. */
export const readCommunity = (context: RequestContext, actor: Actor, id: string, { find = '', page: asked = 1 }: { readonly find?: string; readonly page?: number }): Promise<Result<CommunitySheet, Refusal<'not_found'>>> =>
  withOrg(context.db, actor, async (tx) => {
    const [row, reader] = [(await readCommunities(tx)).find((one) => one.id === id), readerOf(actor, context)]
    if (!row) return none('community', id)
    const first = await readQuestions(tx, { communityId: id, find, page: asked, perPage })
    const page = Math.min(asked, Math.max(1, Math.ceil(first.found / perPage)))
    const { found, questions } = page === asked ? first : await readQuestions(tx, { communityId: id, find, page, perPage })
    const answers = await readAnswers(tx, questions.map((one) => one.id))
    const mine = new Set((await readMembershipsOf(tx, actor.accountId)).map(({ community_id }) => community_id))
    return ok(presentCommunitySheet({
      community: presentCommunity(row, await countCommunities(tx), mine, reader), people: (await readCommunityMembers(tx, id)).map(({ person }) => person), questions, found, page, perPage, answers, marks: await readMarks(tx, answers.map((one) => one.id)),
      initiatives: await initiativeNames(tx, questions.flatMap(({ initiative_id }) => initiative_id ?? []), true),
    }, reader))
  })

/** Everything that is held of who asks. */
export const readRecord = (context: RequestContext, actor: Actor): Promise<LearningRecord> =>
  withOrg(context.db, actor, async (tx) => {
    const [me, skills, courses, communities, sessions] = [actor.accountId, await readSkills(tx), await readCourses(tx), await readCommunities(tx), new Map((await readSessions(tx)).map((one) => [one.id, one]))]
    const named = (all: readonly { readonly id: string; readonly name: string }[], id: string) => ({ id, name: all.find((one) => one.id === id)?.name ?? '' })
    const [mentors, mentorings] = [new Map((await readMentors(tx)).map((one) => [one.id, one])), await readMentorings(tx)]
    return {
      person: { id: me, name: actor.name },
      assessments: (await readAssessmentsOf(tx, 'person_id', me)).map((row) => presentAssessment(row, skills.find(({ id }) => id === row.skill_id) ?? { name: '', anchors: [] }, readerOf(actor, context))),
      places: (await readPlacesOf(tx, me)).map(({ id, session_id, state, asked_at, attended, usefulness }) => ({ id, course: named(courses, sessions.get(session_id)?.course_id ?? ''), on: sessions.get(session_id)?.held_on ?? '', state, askedAt: asked_at, attended, usefulness })),
      attempts: (await readAttemptsOf(tx, me)).map((row) => presentAttempt(row, named(courses, row.course_id))),
      assessed: (await readAssessmentsOf(tx, 'assessor_id', me)).map(({ skill_id, assessed_on, assessed_at }) => ({ skill: named(skills, skill_id), on: assessed_on, at: assessed_at })),
      mentor: [...mentors.values()].filter(({ mentor_id }) => mentor_id === me).map(({ skill_id, words, ended_at }) => ({ skill: named(skills, skill_id), words, endedAt: ended_at })),
      pairings: mentorings.flatMap((row) => {
        const mentor = mentors.get(row.mentor_id)
        return mentor && (row.learner_id === me || mentor.mentor_id === me) ? [presentMentoring(row, mentor, named(skills, mentor.skill_id), { me, takesPart: may(actor, 'take_part') })] : []
      }),
      communities: (await readMembershipsOf(tx, me)).map(({ community_id, joined_at }) => ({ community: named(communities, community_id), joinedAt: joined_at })),
      said: [
        ...(await readAskedBy(tx, me)).map(({ community_id, title, body, asked_at }) => ({ kind: 'question' as const, community: named(communities, community_id), text: body === '' ? title : `${title}\n${body}`, at: asked_at })),
        ...(await readAnsweredBy(tx, me)).map(({ community_id, body, given_at }) => ({ kind: 'answer' as const, community: named(communities, community_id), text: body, at: given_at })),
      ],
      marked: (await readMarkedBy(tx, me)).map(({ answer_id, marked_at }) => ({ answerId: answer_id, at: marked_at })),
    }
  })

const presentAttempt = ({ id, taken_at, right_answers, asked, pass_mark, passed }: StoredAttempt, course: { readonly id: string; readonly name: string }) => ({ id, course, at: taken_at, right: right_answers, asked, passMark: pass_mark, passed })
