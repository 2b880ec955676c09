import { deliveryRoutes, type IssueList, type RiskList } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import type { DrawnAct, Writers } from './kinds.ts'

/** Registers of risks and issues with their contingency, and the opinion on how they are kept. The editor keeps the register, the owner gives the opinion. */
export const riskActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const first = async () => (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows[0]?.id
  const risks = async (id: string): Promise<RiskList['risks']> => (await owner.read(deliveryRoutes.listRisks, { params: { id } })).risks
  const issues = async (id: string): Promise<IssueList['issues']> => (await owner.read(deliveryRoutes.listIssues, { params: { id } })).issues
  const on = '2026-02-02'
  /** Does something in the register of the first initiative. */
  const within = (act: (id: string) => ReturnType<DrawnAct>): DrawnAct => async () => {
    const id = await first()
    return id === undefined ? undefined : act(id)
  }
  return {
    'record a risk': within((id) => editor.call(deliveryRoutes.addRisk, { params: { id }, body: { title: 'Flood', identifiedOn: on, probability: 0.25, impactMinor: '4000', owner: 'Ada', strategy: 'reduce' } })),
    'change a risk': within(async (id) => {
      const [risk] = await risks(id)
      return risk && editor.call(deliveryRoutes.changeRisk, { params: { id: risk.id }, body: { version: risk.version, probability: risk.probability === 0.5 ? 0.25 : 0.5, impactMinor: '5000' } })
    }),
    'review a risk': within(async (id) => {
      const risk = (await risks(id)).find(({ state }) => state === 'open')
      return risk && editor.call(deliveryRoutes.reviewRisk, { params: { id: risk.id }, body: { version: risk.version, on: new Date().toISOString().slice(0, 10), words: 'As before' } })
    }),
    'bring a register': within(async (id) => {
      const known = (await risks(id)).find(({ key }) => key === 'X-1')
      return editor.call(deliveryRoutes.keepRiskList, { params: { id }, body: { rows: [{ line: 2, key: 'X-1', version: known?.version ?? null, title: known?.title === 'Strike' ? 'Strikes' : 'Strike', identifiedOn: on }] } })
    }),
    'record an issue': within(async (id) => {
      const [risk] = await risks(id)
      return editor.call(deliveryRoutes.addIssue, { params: { id }, body: { title: 'Water', severity: 'major', openedOn: on, cause: risk ? { kind: 'risk', riskId: risk.id } : { kind: 'none' } } })
    }),
    'resolve an issue': within(async (id) => {
      const [issue] = await issues(id)
      return issue && editor.call(deliveryRoutes.changeIssue, { params: { id: issue.id }, body: { version: issue.version, resolvedOn: issue.resolvedOn === null ? on : null, owner: 'Bo' } })
    }),
    'agree on a contingency': within(async (id) => {
      const { version } = await owner.read(deliveryRoutes.readContingency, { params: { id } })
      return editor.call(deliveryRoutes.agreeContingency, { params: { id }, body: { version, agreedMinor: version === 1 ? '9000' : '8000', agreedOn: on, words: 'By the board' } })
    }),
    'draw of a contingency': within(async (id) => ((await owner.read(deliveryRoutes.readContingency, { params: { id } })).version === null ? undefined : editor.call(deliveryRoutes.drawContingency, { params: { id }, body: { on, amountMinor: '700', for: null, words: 'Pumps' } }))),
    'take a drawdown back': within(async (id) => {
      const drawn = (await owner.read(deliveryRoutes.readContingency, { params: { id } })).drawdowns.find(({ reverses, reversed }) => reverses === null && !reversed)
      return drawn && editor.call(deliveryRoutes.reverseDrawdown, { params: { id: drawn.id }, body: { reason: 'Not drawn' } })
    }),
    'agree on rules for registers': async () => {
      const { rules } = await owner.read(governanceRoutes.readRiskAssurance, {})
      return owner.call(governanceRoutes.agreeRiskRules, { body: { ...rules, nearDays: rules.nearDays === 60 ? 90 : 60 } })
    },
    'give an opinion on a risk process': within(async (id) => {
      const { issued, process } = await owner.read(governanceRoutes.readInitiativeRiskAssurance, { params: { id } })
      return process.opinion.metric.status === 'ok' ? owner.call(governanceRoutes.giveRiskOpinion, { params: { id }, body: { version: issued[0]?.no ?? null, class: 'limited', words: 'What was seen' } }) : undefined
    }),
    'withdraw a risk': within(async (id) => {
      const risk = (await risks(id)).find(({ key }) => key === 'X-1')
      return risk && editor.call(deliveryRoutes.withdrawRisk, { params: { id: risk.id }, query: { version: risk.version } })
    }),
  }
}
