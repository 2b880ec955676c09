import { governanceRoutes, type Academy, type AcademySkill, type Course, type CourseSession } from '@throughline/contract/governance'
import { skillLevels } from '@throughline/engine/governance'
import { checkTable, number, theOne, words } from '../check.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { accountOf, act, callerOf, present, type World } from '../world.ts'

/** Sentences about the academy: what there is to learn, who came, who was assessed, who helps whom. */
export const academySentences: readonly Sentence[] = [
  does('{person} describes the skill {text}', ({ world }, person, name) => act(world, person, governanceRoutes.addSkill, { body: { name, anchors: skillLevels.map((level) => `Stands at ${level}`), assessorIds: [] } })),
  does('{person} describes the course {text} that aims at level {count} of {text}', async ({ world }, person, name, level, skill) =>
    act(world, person, governanceRoutes.addCourse, { body: { name, outcome: 'Can do it', kind: 'training', roles: [], aims: [{ skillId: (await skillOf(world, skill)).id, level: present(skillLevels.find((one) => one === level), `level ${level}`) }] } })),
  does('{person} plans a session of {text} on {date} with {count} seats', async ({ world }, person, course, on, seats) =>
    act(world, person, governanceRoutes.planSession, { params: { id: (await courseOf(world, course)).id }, body: { on, seats, trainerId: accountOf(world, 'the owner'), mode: 'remote', place: '' } })),
  does('{person} enrols {person} in {text} on {date}', async ({ world }, person, learner, course, on) => act(world, person, governanceRoutes.enrol, { params: { id: (await sessionOf(world, course, on)).id }, body: { personId: accountOf(world, learner) } })),
  does('{person} gives the session of {text} on {date} {count} seats', async ({ world }, person, course, on, seats) => {
    const { id, version } = await sessionOf(world, course, on)
    await act(world, person, governanceRoutes.changeSession, { params: { id }, body: { version, seats } })
  }),
  does('{person} calls the session of {text} on {date} off', async ({ world }, person, course, on) => {
    const { id, version } = await sessionOf(world, course, on)
    await act(world, person, governanceRoutes.callSessionOff, { params: { id }, body: { version, reason: 'No trainer' } })
  }),
  does('{person} records that {person} came to {text} on {date}', async ({ world }, person, learner, course, on) => {
    const { id, version } = await sessionOf(world, course, on)
    const { places } = await world.home.owner.read(governanceRoutes.readSessionSheet, { params: { id } })
    await act(world, person, governanceRoutes.recordAttendance, { params: { id }, body: { version, attended: places.filter((one) => one.person.id === accountOf(world, learner)).map((one) => one.id) } })
  }),
  does('{person} gives {text} a check that takes {count} right of {count}, tried {count} times', async ({ world }, person, course, passMark, asked, attempts) => {
    const { id, version } = await courseOf(world, course)
    await act(world, person, governanceRoutes.setCheck, { params: { id }, body: { version, passMark, attempts, questions: Array.from({ length: asked }, (_, at) => ({ text: `Question ${at + 1}`, choices: ['Yes', 'No'], right: 0 })) } })
  }),
  does('{person} answers {count} of the check of {text} rightly', async ({ world }, person, right, course) => {
    const { id } = await courseOf(world, course)
    const { version, questions } = await world.home.viewer.read(governanceRoutes.readCheck, { params: { id } })
    await act(world, person, governanceRoutes.takeCheck, { params: { id }, body: { version, answers: questions.map((_, at) => (at < right ? 0 : 1)) } })
  }),
  does('{person} assesses {person} in {text} at level {count} on {date}', async ({ world }, person, learner, skill, level, on) =>
    act(world, person, governanceRoutes.assessSkill, { body: { personId: accountOf(world, learner), skillId: (await skillOf(world, skill)).id, level: present(skillLevels.find((one) => one === level), `level ${level}`), evidence: 'Seen at work', on } })),
  checks('the levels of {person} read', async ({ world, table }, person) => checkTable('levels', table, (await (await callerOf(world, person)).read(governanceRoutes.readAcademy, {})).levels, levelColumns)),
  checks('the figures of the course {text} read', async ({ world, table }, course) => checkTable('figures', table, figuresOf(await courseOf(world, course)), figureColumns)),
]

const seen = ({ home }: World): Promise<Academy> => home.viewer.read(governanceRoutes.readAcademy, {})
const skillOf = async (world: World, name: string): Promise<AcademySkill> => theOne('skill', (await seen(world)).skills, (one) => one.name, name)
const courseOf = async (world: World, name: string): Promise<Course> => theOne('course', (await seen(world)).courses, (one) => one.name, name)
const sessionOf = async (world: World, course: string, on: string): Promise<CourseSession> => theOne('session', (await courseOf(world, course)).sessions, (one) => one.on, on)

type Level = Academy['levels'][number]
const levelColumns = { skill: words<Level>(({ skill }) => skill.name), level: words<Level>(({ level }) => level) }
type FigureOf = { readonly figure: string; readonly people: Course['reach']['reached'] }
const figuresOf = ({ reach, usefulness, changes }: Course): readonly FigureOf[] => [{ figure: 'for', people: reach.audience }, { figure: 'attended', people: reach.reached }, { figure: 'told', people: usefulness.told }, ...changes.flatMap(({ counts }) => counts.map(({ change, people }) => ({ figure: change, people })))]
const figureColumns = { figure: words<FigureOf>((one) => one.figure), people: number<FigureOf>((one) => one.people) }
