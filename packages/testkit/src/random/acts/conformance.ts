import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** What initiatives show of their framework, what deviates, and a check of it. The editor asks, the owner answers. */
export const conformanceActs = ({ owner, editor }: Writers, word: () => string): Readonly<Record<string, DrawnAct>> => {
  const read = () => owner.read(governanceRoutes.readConformance, {})
  const followed = async () => (await owner.read(governanceRoutes.readFrameworks, {})).adoptions[0]?.initiative.id
  const on = '2026-02-02'
  return {
    'show an element': async () => {
      const id = await followed()
      return id === undefined ? undefined : editor.call(governanceRoutes.addConformanceEvidence, { params: { id }, body: { key: 'G1', kind: 'event', on, words: word(), link: '' } })
    },
    'ask to deviate': async () => {
      const id = await followed()
      return id === undefined || (await read()).waiting.length > 0 ? undefined : editor.call(governanceRoutes.askDeviation, { params: { id }, body: { key: 'G1', reason: word() } })
    },
    'answer a deviation': async () => {
      const [deviation] = (await read()).waiting
      return deviation && owner.call(governanceRoutes.answerDeviation, { params: { id: deviation.id }, body: { version: deviation.version, approve: true, words: '' } })
    },
    'sample an initiative': async () => {
      const id = await followed()
      return id === undefined ? undefined : owner.call(governanceRoutes.setConformanceTier, { params: { id }, body: { tier: 'low', reason: word() } })
    },
    'check conformance': async () => owner.call(governanceRoutes.checkConformance, { body: { on, seed: 7, lowShare: 0.5, reason: word() } }),
    'take evidence away': async () => {
      const id = await followed()
      const evidence = id === undefined ? undefined : (await owner.read(governanceRoutes.readInitiativeConformance, { params: { id } })).evidence[0]
      return id === undefined || !evidence ? undefined : editor.call(governanceRoutes.removeConformanceEvidence, { params: { id, evidenceId: evidence.id } })
    },
  }
}
