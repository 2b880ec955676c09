import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { valueRoutes } from '@throughline/contract/value'
import type { DrawnAct, Drawing, Writers } from './kinds.ts'

/** Forecasts of value, the benefits network, a fork of the plan, and what goes at the end. */
export const planActs = ({ owner, editor }: Writers, { one, on, row, word, minor, below }: Drawing): Readonly<Record<string, DrawnAct>> => {
  const networkNode = () => owner.read(valueRoutes.readNetwork, {}).then(({ nodes }) => one(nodes.filter(({ keptIn }) => keptIn === 'network')))
  const scenario = (state: string) => owner.read(portfolioRoutes.listScenarios, {}).then((all) => one(all.filter((each) => each.state === state)))
  return {
    'forecast a value': async () => on(row(), ({ id }) => editor.call(valueRoutes.recordEntry, { body: { initiativeId: id, kind: one(['promised', 'forecast', 'realised'] as const) ?? 'forecast', year: 2026, amountMinor: minor(), cashClass: 'cash_releasing', evidence: 'a study' } })),
    'open a value period': () => owner.call(valueRoutes.openPeriods, { body: { periods: [{ code: '2026Q1', from: '2026-01-01', to: '2026-04-01' }] } }),
    'draw a node': () => editor.call(valueRoutes.addNetworkNode, { body: { kind: 'business_change', name: `${word()} ${below(1e6)}`, dueOn: '2026-12-31' } }),
    'draw an edge': async () => on(row(), async (initiative) => on(networkNode(), ({ id }) => editor.call(valueRoutes.addNetworkEdge, { body: { from: initiative.id, to: id } }))),
    'give up a node': async () => on(networkNode(), ({ id, version }) => editor.call(valueRoutes.changeNetworkNode, { params: { id }, body: { version, state: 'retired' } })),
    'reverse it': async () => on(owner.read(valueRoutes.listEntries, { query: {} }).then(one), ({ id }) => editor.call(valueRoutes.reverseEntry, { params: { id }, body: { reason: 'counted twice' } })),
    'fork the plan': () => editor.call(portfolioRoutes.forkScenario, { body: { name: word(), sharing: 'everyone' } }),
    'change the fork': async () => on(scenario('draft'), async ({ id, version }) => on(row(), (initiative) => editor.call(portfolioRoutes.changeOverlay, { params: { id }, body: { version, set: [{ kind: 'initiative', id: initiative.id, field: 'costMinor', value: minor() }] } }))),
    'propose': async () => on(scenario('draft'), ({ id, version }) => editor.call(portfolioRoutes.proposeScenario, { params: { id }, body: { version } })),
    'reject': async () => on(scenario('proposed'), ({ id, version }) => owner.call(portfolioRoutes.rejectScenario, { params: { id }, body: { version, rationale: 'too dear' } })),
    'comment': async () => on(row(), ({ id }) => editor.call(governanceRoutes.addComment, { body: { subject: { room: 'demand', kind: 'initiative', id }, text: word() } })),
    'rename the organisation': async () => on(owner.read(peopleRoutes.readOrganisation, {}), ({ version }) => owner.call(peopleRoutes.changeOrganisation, { body: { version, name: word() } })),
    'remove an initiative': async () => on(row(), ({ id }) => editor.call(demandRoutes.removeInitiative, { params: { id } })),
  }
}
