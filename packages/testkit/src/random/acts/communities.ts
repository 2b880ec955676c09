import { governanceRoutes, type Academy } from '@throughline/contract/governance'
import { inTurn, type DrawnAct, type Writers } from './kinds.ts'

/** Mentors and communities of practice: the owner helps, the editor asks. */
export const communityActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const seen = (): Promise<Academy> => editor.read(governanceRoutes.readAcademy, {})
  const skill = async () => (await seen()).skills.find(({ retired }) => retired === null)
  const community = async () => (await seen()).communities.find(({ ended }) => ended === null)
  const question = async () => {
    const one = await community()
    return one && (await editor.read(governanceRoutes.readCommunity, { params: { id: one.id } })).questions[0]
  }
  return { 'share what is known': inTurn({
    'offer to be a mentor': async () => {
      const [one, { mentors }] = [await skill(), await seen()]
      return one && !mentors.some(({ skill: of, mentor }) => of.id === one.id && mentor.id === owner.actor.accountId) ? owner.call(governanceRoutes.offerMentoring, { body: { skillId: one.id, words: 'Ask me', most: 5 } }) : undefined
    },
    'ask a mentor': async () => {
      const one = (await seen()).mentors.find(({ may }) => may.ask)
      return one && editor.call(governanceRoutes.askMentor, { params: { id: one.id }, body: { goal: 'Plan alone' } })
    },
    'answer a learner': async () => {
      const one = (await owner.read(governanceRoutes.readAcademy, {})).pairings.find(({ may }) => may.answer)
      return one && owner.call(governanceRoutes.answerMentoring, { params: { id: one.id }, body: { version: one.version, accepted: true, words: '' } })
    },
    'end a pairing': async () => {
      const one = (await seen()).pairings.find(({ may, learner }) => may.end && learner.id === editor.actor.accountId)
      return one && editor.call(governanceRoutes.endMentoring, { params: { id: one.id }, body: { version: one.version, reason: 'Done' } })
    },
    'take an offer to be a mentor back': async () => {
      const one = (await owner.read(governanceRoutes.readAcademy, {})).mentors.find(({ may }) => may.end)
      return one && owner.call(governanceRoutes.endMentor, { params: { id: one.id }, body: { version: one.version } })
    },
    'begin a community': async () => owner.call(governanceRoutes.addCommunity, { body: { name: crypto.randomUUID(), theme: 'What works', stewardId: owner.actor.accountId } }),
    'change a community': async () => {
      const one = await community()
      return one && owner.call(governanceRoutes.changeCommunity, { params: { id: one.id }, body: { version: one.version, theme: 'What does not' } })
    },
    'join a community': async () => {
      const one = await community()
      return one && editor.call(governanceRoutes.joinCommunity, { params: { id: one.id }, body: { member: true } })
    },
    'ask a community': async () => {
      const one = await community()
      return one?.isMember ? editor.call(governanceRoutes.askCommunity, { params: { id: one.id }, body: { title: 'How?', text: 'And when?', initiativeId: null } }) : undefined
    },
    'answer a question': async () => {
      const one = await question()
      return one?.may.answer ? editor.call(governanceRoutes.answerQuestion, { params: { id: one.id }, body: { text: 'So' } }) : undefined
    },
    'mark an answer': async () => {
      const answer = (await question())?.answers[0]
      return answer && owner.call(governanceRoutes.markAnswer, { params: { id: answer.id }, body: { useful: true } })
    },
    'accept an answer': async () => {
      const one = await question()
      return one?.may.accept ? editor.call(governanceRoutes.acceptAnswer, { params: { id: one.id }, body: { version: one.version, answerId: one.answers[0]?.id ?? null } }) : undefined
    },
  }) }
}
