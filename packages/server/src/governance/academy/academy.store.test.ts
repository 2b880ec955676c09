import { expect, it } from 'vitest'
import { capacityRoutes } from '@throughline/contract/capacity'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { verifyEvidence } from '../evidence/verify.ts'

const anchors = ['None', 'Heard of it', 'With help', 'Alone', 'Teaches it', 'Shapes it']
const daysFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

onEachDatabase('the academy', (t) => {
  const app = testApp(t)

  it('changes a level by assessment alone, keeps of each person what is theirs, and lets it go with them', async () => {
    const { owner, editor, viewer } = app
    const [lia, sam] = [await app.member('viewer', 'Lia Learner'), await app.member('viewer', 'Sam Second')]
    await owner.read(capacityRoutes.createPool, { body: { name: 'Planners', unit: 'fte', skills: ['Scheduling', 'Welding'] } })
    expect((await viewer.read(governanceRoutes.readAcademy, {})).undescribed).toEqual(['Scheduling', 'Welding'])
    const skill = await owner.read(governanceRoutes.addSkill, { body: { name: ' scheduling', anchors, assessorIds: [sam.actor.accountId] } })
    const course = await owner.read(governanceRoutes.addCourse, { body: { name: 'Plan a project', outcome: 'Can build a schedule', kind: 'training', roles: ['viewer'], aims: [{ skillId: skill.id, level: 3 }] } })
    const seen = async (who = lia) => {
      const { courses, levels, ...rest } = await who.read(governanceRoutes.readAcademy, {})
      const [one] = courses
      if (!one) throw new Error('there is a course')
      return { course: one, level: levels.find((each) => each.skill.id === skill.id)?.level, ...rest }
    }
    expect((await seen()).undescribed).toEqual(['Welding'])

    // A seat, a line, and who gets the seat when it is given up.
    const session = (on: string, seats: number) => ({ params: { id: course.id }, body: { on, seats, trainerId: sam.actor.accountId, mode: 'remote' as const, place: '' } })
    const ahead = await owner.read(governanceRoutes.planSession, session(daysFromNow(30), 1))
    const [place, wait] = [await lia.read(governanceRoutes.enrol, { params: ahead, body: {} }), await viewer.read(governanceRoutes.enrol, { params: ahead, body: {} })]
    const own = async (who: typeof lia) => (await seen(who)).course.sessions.find(({ id }) => id === ahead.id)?.own
    expect(await own(viewer)).toMatchObject({ id: wait.id, state: 'waiting', rank: 1 })
    expect(await viewer.refused(governanceRoutes.withdrawPlace, { params: place, body: { version: 1 } })).toMatchObject({ code: 'academy_not_yours' })
    expect(await lia.refused(governanceRoutes.enrol, { params: ahead, body: { personId: viewer.actor.accountId } })).toMatchObject({ code: 'academy_not_yours' })
    await lia.read(governanceRoutes.withdrawPlace, { params: place, body: { version: 1 } })
    expect(await own(viewer)).toMatchObject({ state: 'taken', rank: null, version: 2 })
    expect(await owner.refused(governanceRoutes.changeSession, { params: ahead, body: { version: 1, trainerId: viewer.actor.accountId } })).toMatchObject({ code: 'academy_there' })
    expect(await sam.refused(governanceRoutes.recordAttendance, { params: ahead, body: { version: 1, attended: [wait.id] } })).toMatchObject({ code: 'attendance_early' })

    // Who has no access any more has no seat either: it goes to who waits as soon as anybody asks, and is not theirs when they come back.
    const lee = await app.member('viewer', 'Lee Leaver')
    const later = await owner.read(governanceRoutes.planSession, session(daysFromNow(40), 1))
    const second = async () => (await seen(owner)).course.sessions.find(({ id }) => id === later.id)
    await lee.read(governanceRoutes.enrol, { params: later, body: {} })
    await viewer.read(governanceRoutes.enrol, { params: later, body: {} })
    await owner.read(peopleRoutes.removeMember, { params: { id: lee.actor.accountId } })
    expect(await second()).toMatchObject({ taken: 0, waiting: 1 })
    await lia.read(governanceRoutes.enrol, { params: later, body: {} })
    expect([await second(), (await owner.read(governanceRoutes.readSessionSheet, { params: later })).places.map(({ person, state }) => [person.name, state])]).toMatchObject([{ taken: 1, waiting: 1 }, [[viewer.actor.name, 'taken'], ['Lia Learner', 'waiting']]])

    // Who attends and passes has the level that they had: none.
    const held = await owner.read(governanceRoutes.planSession, session(daysFromNow(-3), 5))
    expect(await lia.refused(governanceRoutes.enrol, { params: held, body: {} })).toMatchObject({ code: 'academy_over' })
    const came = await owner.read(governanceRoutes.enrol, { params: held, body: { personId: lia.actor.accountId } })
    expect(await lia.refused(governanceRoutes.recordAttendance, { params: held, body: { version: 1, attended: [came.id] } })).toMatchObject({ code: 'academy_not_yours' })
    expect((await sam.read(governanceRoutes.recordAttendance, { params: held, body: { version: 1, attended: [came.id] } })).places).toMatchObject([{ person: { name: 'Lia Learner' }, attended: true }])
    await lia.read(governanceRoutes.tellUsefulness, { params: came, body: { version: 2, usefulness: 'not_useful' } })
    expect(await lia.refused(governanceRoutes.tellUsefulness, { params: came, body: { version: 3, usefulness: 'useful' } })).toMatchObject({ code: 'academy_there' })
    await owner.read(governanceRoutes.setCheck, { params: course, body: { version: 1, passMark: 1, attempts: 1, questions: [{ text: 'Which?', choices: ['A', 'B'], right: 1 }] } })
    const taken = await lia.call(governanceRoutes.readCheck, { params: course })
    expect(taken.body).toMatchObject({ questions: [{ text: 'Which?', choices: ['A', 'B'] }] })
    expect(taken.bytes.toString('utf8')).not.toContain('"right"')
    expect(await lia.read(governanceRoutes.takeCheck, { params: course, body: { version: 1, answers: [1] } })).toMatchObject({ right: 1, asked: 1, passed: true })
    expect(await lia.refused(governanceRoutes.takeCheck, { params: course, body: { version: 1, answers: [1] } })).toMatchObject({ code: 'attempts_used' })
    expect((await seen()).level).toBeNull()
    expect((await seen()).course.reach.reached).toEqual({ status: 'undefined', reason: 'SMALL_GROUP' })

    const assessment = { personId: lia.actor.accountId, skillId: skill.id, level: 2 as const, evidence: 'Watched her plan the Zephyr works', on: daysFromNow(0) }
    expect(await lia.refused(governanceRoutes.assessSkill, { body: { ...assessment, personId: sam.actor.accountId } })).toMatchObject({ code: 'academy_not_yours' })
    expect(await sam.refused(governanceRoutes.assessSkill, { body: { ...assessment, personId: sam.actor.accountId } })).toMatchObject({ code: 'assessed_self' })
    expect(await sam.refused(governanceRoutes.assessSkill, { body: { ...assessment, on: daysFromNow(2) } })).toMatchObject({ code: 'evidence_ahead' })
    const sheet = await sam.read(governanceRoutes.assessSkill, { body: assessment })
    expect((await seen()).level).toBe(2)
    // What was found stays what it meant, whatever the level means from now on.
    await owner.read(governanceRoutes.changeSkill, { params: skill, body: { version: 1, anchors: anchors.toReversed() } })
    expect((await lia.read(governanceRoutes.readAcademy, {})).levels.map(({ level, anchor }) => [level, anchor])).toEqual([[2, 'With help']])
    expect(await lia.refused(governanceRoutes.withdrawAssessment, { params: { id: sheet.assessments[0]?.id ?? '' }, body: { version: 1, reason: 'No' } })).toMatchObject({ code: 'assessed_self' })
    expect(await viewer.refused(governanceRoutes.readSkillSheet, { params: skill })).toMatchObject({ code: 'academy_not_yours' })
    expect(await viewer.refused(governanceRoutes.readSessionSheet, { params: held })).toMatchObject({ code: 'academy_not_yours' })

    // Nobody else reads of it, in no list and in no history.
    for (const route of [governanceRoutes.readAcademy, governanceRoutes.listRevisions, governanceRoutes.listActivity]) {
      const text = (await viewer.call(route, {} as never)).bytes.toString('utf8')
      expect([route.path, text.includes('Zephyr'), /"level":2,"people":\{"status":"ok","value":1/.test(text)]).toEqual([route.path, false, false])
    }
    const record = await lia.read(governanceRoutes.readLearningRecord, {})
    expect([record.assessments[0]?.evidence, record.places.map(({ attended }) => attended), record.attempts[0]?.passed]).toEqual([assessment.evidence, expect.arrayContaining([true]), true])

    // Who learns from whom: neither the history nor a refusal tells it to others.
    const mentor = await sam.read(governanceRoutes.offerMentoring, { body: { skillId: skill.id, words: 'Plans', most: 1 } })
    const pairing = await lia.read(governanceRoutes.askMentor, { params: mentor, body: { goal: 'Plan alone' } })
    expect(JSON.stringify(await viewer.refused(governanceRoutes.answerMentoring, { params: pairing, body: { version: 9, accepted: true, words: '' } }))).not.toContain('Sam')
    await sam.read(governanceRoutes.answerMentoring, { params: pairing, body: { version: 1, accepted: true, words: '' } })
    expect(await lia.refused(governanceRoutes.endMentoring, { params: pairing, body: { version: 1, reason: 'Done' } })).toMatchObject({ code: 'version_moved', values: { by: 'Sam Second' } })
    const told = (await viewer.read(governanceRoutes.listRevisions, { query: {} })).filter(({ entityId }) => entityId === pairing.id)
    expect(new Set(told.map(({ by }) => by))).toEqual(new Set(['Lia Learner']))

    const community = await editor.read(governanceRoutes.addCommunity, { body: { name: 'Planners', theme: 'Plans that hold', stewardId: sam.actor.accountId } })
    await lia.read(governanceRoutes.joinCommunity, { params: community, body: { member: true } })
    const question = await lia.read(governanceRoutes.askCommunity, { params: community, body: { title: 'How long is a day?', text: '', initiativeId: null } })
    await sam.read(governanceRoutes.answerQuestion, { params: question, body: { text: 'Six hours of work' } })
    const found = async (find: string) => (await viewer.read(governanceRoutes.readCommunity, { params: community, query: { find, page: 9 } })).questions
    expect([(await found('SIX HOURS')).map(({ title }) => title), await found('weld')]).toEqual([['How long is a day?'], []])

    await owner.read(governanceRoutes.erasePerson, { body: { accountId: lia.actor.accountId, name: 'Lia Learner' } })
    expect(await sam.read(governanceRoutes.readSkillSheet, { params: skill })).toMatchObject({ levels: [], assessments: [] })
    expect((await owner.read(governanceRoutes.readSessionSheet, { params: held })).places).toEqual([])
    expect((await found(''))[0]?.by.name).toMatch(/^Person /)
    expect(await verifyEvidence(t.db, owner.actor)).toMatchObject({ holds: true, faults: [] })
  })
})
