import { governanceRoutes, type Academy, type AcademySkill, type CheckResult, type Community, type Course, type CourseSession } from '@throughline/contract/governance'
import { skillLevels } from '@throughline/engine/governance'
import { UsageError, wordAt, type Command } from '../terminal/command.ts'
import { explanationLines, metricText, percent } from '../terminal/figures.ts'
import { tableLines } from '../terminal/print.ts'

const count = String
const courses: Command = {
  name: 'academy',
  summary: 'Courses with their next session, and what came of them: reach, usefulness, change of levels',
  options: { why: { about: 'Explain reach, usefulness and change' } },
  run: async (typed, { call, print }) => {
    const found = await call(governanceRoutes.readAcademy, {})
    print.answer(found, () => (found.courses.length === 0 ? ['No course is described.'] : [
      ...tableLines(found.courses, [
        { head: 'Course', of: (one: Course) => one.name, widest: 40 }, { head: 'After it', of: ({ outcome }) => outcome, widest: 50 }, { head: 'Next', of: ({ sessions }) => sessions.find(({ may, own }) => may.enrol || own?.state === 'taken' || own?.state === 'waiting')?.on ?? '' },
        { head: 'Reach', of: ({ reach }) => metricText(reach.share.metric, (one) => percent(one)), right: true }, { head: 'Very useful', of: ({ usefulness: { counts: [most] } }) => (most ? metricText(most.people, count) : ''), right: true },
        { head: 'Higher level', of: ({ changes }) => changes.map(({ skill, counts: [rose] }) => `${skill.name} ${rose ? metricText(rose.people, count) : ''}`).join('; '), widest: 40 },
      ]),
      ...(typed.on('why') ? found.courses.flatMap(({ name, reach, usefulness, changes }) => ['', name, ...explanationLines(reach.share.why), ...explanationLines(usefulness.why), ...changes.flatMap(({ why }) => explanationLines(why))]) : []),
    ]))
  },
}

const sessions: Command = {
  name: 'academy sessions',
  summary: 'Sessions of courses with their seats and your place, the next ones first',
  run: async (_, { call, print }) => {
    const { courses: all } = await call(governanceRoutes.readAcademy, {})
    const found = all.flatMap((course) => course.sessions.map((session) => ({ course: course.name, ...session })))
    print.answer(found, () => tableLines(found, [
      { head: 'Id', of: ({ id }: CourseSession & { readonly course: string }) => id }, { head: 'Course', of: ({ course }) => course, widest: 40 }, { head: 'Day', of: ({ on }) => on }, { head: 'Trainer', of: ({ trainer }) => trainer.name, widest: 30 }, { head: 'Mode', of: ({ mode }) => mode.replaceAll('_', ' ') },
      { head: 'Taken', of: ({ taken, seats }) => `${taken} of ${seats}`, right: true }, { head: 'Wait', of: ({ waiting }) => count(waiting), right: true }, { head: 'You', of: ({ own, calledOff }) => (calledOff ? 'called off' : own ? (own.state === 'waiting' && own.rank !== null ? `waiting, number ${own.rank}` : own.state) : '') },
    ]))
  },
}

const enrol: Command = {
  name: 'academy enrol',
  usage: '<session>',
  summary: 'Take a place in a session, or wait for one where it is full',
  run: async (typed, { call, print }) => {
    const id = wordAt(typed, 0, 'session')
    const done = await call(governanceRoutes.enrol, { params: { id }, body: {} })
    const own = ownIn(await call(governanceRoutes.readAcademy, {}), id)
    print.answer(done, () => [own?.state === 'waiting' ? `You wait for a seat, number ${own.rank ?? ''}.` : 'You have a place.'])
  },
}
const withdraw: Command = {
  name: 'academy withdraw',
  usage: '<session>',
  summary: 'Give your place in a session up',
  run: async (typed, { call, print }) => {
    const id = wordAt(typed, 0, 'session')
    const own = ownIn(await call(governanceRoutes.readAcademy, {}), id)
    if (!own) throw new UsageError(`Found no place of yours in session ${id}; expected one of academy sessions.`)
    print.answer(await call(governanceRoutes.withdrawPlace, { params: { id: own.id }, body: { version: own.version } }), () => ['You gave your place up.'])
  },
}
const ownIn = ({ courses: all }: Academy, sessionId: string) => all.flatMap((course) => course.sessions).find(({ id }) => id === sessionId)?.own

const skills: Command = {
  name: 'academy skills',
  summary: 'Skills with how many people stand at each level; of fewer than five people nothing is told',
  options: { why: { about: 'Explain how many are assessed' } },
  run: async (typed, { call, print }) => {
    const { skills: found, undescribed } = await call(governanceRoutes.readAcademy, {})
    const at = (level: number | null) => ({ profile }: AcademySkill): string => { const people = profile.find((one) => one.level === level)?.people; return people ? metricText(people, count) : '' }
    print.answer(found, () => [
      ...tableLines(found, [{ head: 'Skill', of: ({ name }: AcademySkill) => name, widest: 40 }, { head: 'Assessed', of: ({ assessed }) => metricText(assessed.metric, (one) => percent(one)), right: true }, ...skillLevels.map((level) => ({ head: count(level), of: at(level), right: true })), { head: 'Unknown', of: at(null), right: true }]),
      ...(undescribed.length > 0 ? [`Asked for by pools and not described: ${undescribed.join(', ')}.`] : []),
      ...(typed.on('why') ? found.flatMap(({ name, assessed }) => ['', name, ...explanationLines(assessed.why)]) : []),
    ])
  },
}

const record: Command = {
  name: 'academy record',
  summary: 'Everything the academy holds of you: levels, sessions, attempts, mentoring, what you asked and answered',
  run: async (_, { call, print }) => {
    const found = await call(governanceRoutes.readLearningRecord, {})
    print.answer(found, () => [
      ...found.assessments.map(({ skill, level, anchor, on, assessor, withdrawn }) => `${skill.name}: level ${level}, ${anchor} (${assessor.name}, ${on}${withdrawn ? ', withdrawn' : ''})`),
      ...found.places.map(({ course, on, state, attended }) => `${course.name}, ${on}: ${attended === null ? state : attended ? 'attended' : 'did not attend'}`),
      ...found.attempts.map(({ course, right, asked, passed }: CheckResult) => `Check of ${course.name}: ${right} of ${asked} right, ${passed ? 'passed' : 'not passed'}`),
      ...found.pairings.map(({ skill, mentor, learner, state }) => `${skill.name}: ${learner.name} with mentor ${mentor.name}, ${state}`),
      ...found.communities.map(({ community }) => `Member of ${community.name}`),
      ...found.said.map(({ kind, community, text }) => `${kind === 'question' ? 'Asked' : 'Answered in'} ${community.name}: ${text}`),
    ])
  },
}

const communities: Command = {
  name: 'academy communities',
  usage: '[community]',
  summary: 'Communities of practice, or the questions of one with their answers, also those in which words stand',
  options: { find: { about: 'Words that stand in a question or an answer', takes: 'words' } },
  run: async (typed, { call, print }) => {
    const [id] = typed.words
    if (id === undefined) {
      const { communities: found } = await call(governanceRoutes.readAcademy, {})
      print.answer(found, () => tableLines(found, [{ head: 'Id', of: (one: Community) => one.id }, { head: 'Community', of: ({ name }) => name, widest: 40 }, { head: 'Theme', of: ({ theme }) => theme, widest: 60 }, { head: 'Members', of: ({ members }) => count(members), right: true }, { head: 'Questions', of: ({ questions }) => count(questions), right: true }]))
      return
    }
    const find = typed.one('find')
    const found = await call(governanceRoutes.readCommunity, { params: { id }, query: find === undefined ? {} : { find } })
    print.answer(found, () => [...found.questions.flatMap(({ title, by, answers, acceptedId }) => [`${title} (${by.name})`, ...answers.map((one) => `  ${one.id === acceptedId ? '* ' : ''}${one.text} (${one.by.name}, useful to ${one.useful})`)]), ...(found.pages > 1 ? [`Page ${found.page} of ${found.pages}.`] : [])])
  },
}

export const academyCommands: readonly Command[] = [courses, sessions, enrol, withdraw, skills, record, communities]
