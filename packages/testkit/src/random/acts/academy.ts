import { governanceRoutes, type Academy } from '@throughline/contract/governance'
import { inTurn, type DrawnAct, type Writers } from './kinds.ts'

const anchors = ['None', 'Heard of it', 'With help', 'Alone', 'Teaches it', 'Shapes it']

/** Skills and courses: described, checked, assessed. The owner leads, the editor learns. */
export const academyActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const seen = (): Promise<Academy> => editor.read(governanceRoutes.readAcademy, {})
  const skill = async () => (await owner.read(governanceRoutes.readAcademy, {})).skills.find(({ retired }) => retired === null)
  const course = async () => (await seen()).courses.find(({ retired }) => retired === null)
  return { 'learn a skill': inTurn({
    'describe a skill': async () => owner.call(governanceRoutes.addSkill, { body: { name: crypto.randomUUID(), anchors, assessorIds: [editor.actor.accountId] } }),
    'change a skill': async () => {
      const one = await skill()
      return one && owner.call(governanceRoutes.changeSkill, { params: { id: one.id }, body: { version: one.version, anchors: anchors.toReversed() } })
    },
    'describe a course': async () => {
      const one = await skill()
      return one && owner.call(governanceRoutes.addCourse, { body: { name: crypto.randomUUID(), outcome: 'Can do it', kind: 'workshop', roles: [], aims: [{ skillId: one.id, level: 3 }] } })
    },
    'change a course': async () => {
      const one = await course()
      return one && owner.call(governanceRoutes.changeCourse, { params: { id: one.id }, body: { version: one.version, outcome: 'Can do it alone' } })
    },
    'give a knowledge check': async () => {
      const one = await course()
      return one && owner.call(governanceRoutes.setCheck, { params: { id: one.id }, body: { version: one.version, passMark: 1, attempts: 20, questions: [{ text: 'Which?', choices: ['A', 'B'], right: 0 }] } })
    },
    'take a knowledge check': async () => {
      const one = await course()
      return one?.check && one.check.tried < one.check.attempts ? editor.call(governanceRoutes.takeCheck, { params: { id: one.id }, body: { version: one.check.version, answers: [1] } }) : undefined
    },
    'assess a skill': async () => {
      const one = await skill()
      return one && owner.call(governanceRoutes.assessSkill, { body: { personId: editor.actor.accountId, skillId: one.id, level: 3, evidence: 'What was seen', on: '2026-01-15' } })
    },
    'withdraw an assessment': async () => {
      const one = (await editor.read(governanceRoutes.readLearningRecord, {})).assessments.find(({ withdrawn }) => withdrawn === null)
      return one && owner.call(governanceRoutes.withdrawAssessment, { params: { id: one.id }, body: { version: one.version, reason: 'Another person' } })
    },
  }) }
}
