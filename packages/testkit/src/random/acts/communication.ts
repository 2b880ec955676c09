import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Communication: a stakeholder, what they are told, what was told and answered, the end of it, and the stakeholder removed. The owner tells. */
export const communicationActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const plan = () => owner.read(governanceRoutes.readCommunication, {})
  const running = async () => (await plan()).communications.find(({ state }) => state === 'due' || state === 'planned')
  const manner = { channel: 'mail', detail: 'brief', language: 'en' } as const
  return {
    'add a stakeholder': () => editor.call(governanceRoutes.addStakeholder, { body: { name: crypto.randomUUID(), kind: 'group', note: word(), ...manner } }),
    'change a stakeholder': async () => {
      const one = (await plan()).stakeholders[0]
      return one && editor.call(governanceRoutes.changeStakeholder, { params: { id: one.id }, body: { version: one.version, note: crypto.randomUUID() } })
    },
    'plan communication': async () => {
      const one = (await plan()).stakeholders[0]
      return one && editor.call(governanceRoutes.planCommunication, { body: { stakeholderId: one.id, about: word(), cadence: 'month', firstOn: '2026-01-31', ownerId: owner.actor.accountId } })
    },
    'tell a stakeholder': async () => {
      const one = await running()
      return one && owner.call(governanceRoutes.deliverMessage, { params: { id: one.id }, body: { version: one.version, on: '2026-02-02', ...manner, words: word() } })
    },
    'record an answer': async () => {
      const one = (await plan()).messages.find(({ answer }) => answer === null)
      return one && owner.call(governanceRoutes.answerMessage, { params: { id: one.id }, body: { version: one.version, words: word() } })
    },
    'end communication': async () => {
      const one = await running()
      return one && editor.call(governanceRoutes.endCommunication, { params: { id: one.id }, body: { version: one.version, reason: word() } })
    },
    'remove a stakeholder': async () => {
      const one = (await plan()).stakeholders[0]
      return one && editor.call(governanceRoutes.removeStakeholder, { params: { id: one.id }, query: { version: one.version } })
    },
  }
}
