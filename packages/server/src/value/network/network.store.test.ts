import { beforeAll, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes, type Network } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the benefits network', (t) => {
  const app = testApp(t)
  const ids: Record<string, string> = {}
  const id = (name: string): string => ids[name] ?? ''
  const read = (around?: string): Promise<Network> => app.viewer.read(valueRoutes.readNetwork, { query: around === undefined ? {} : { around } })
  const link = (from: string, to: string) => app.editor.call(valueRoutes.addNetworkEdge, { body: { from: id(from), to: id(to) } })
  const code = ({ body }: { readonly body?: unknown }): unknown => (body as { readonly code?: unknown } | undefined)?.code
  const namesOf = (network: Network) => network.nodes.map(({ name }) => name).sort()
  const gaps = async (name: string) => (await read()).nodes.find((node) => node.name === name)?.gaps

  beforeAll(async () => {
    const { perspectives } = await app.owner.read(strategyRoutes.createPerspective, { body: { name: 'Customers' } })
    const { objectives } = await app.owner.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives.at(-1)?.id ?? '', statement: 'Answer faster', weight: 1 } })
    const { measures } = await app.owner.read(strategyRoutes.createMeasure, { body: { objectiveId: objectives.at(-1)?.id ?? '', name: 'Handling time', unit: 'count', direction: 'lower' } })
    const { id: initiativeId } = await app.owner.read(demandRoutes.createInitiative, { body: { name: 'Chatbot' } })
    await app.owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2020-10', from: '2020-10-01', to: '2020-11-01' }] } })
    await app.owner.read(valueRoutes.registerMeasure, { body: { measureId: measures.at(-1)?.id ?? '', unit: 'GBP.noncash', counterfactual: { method: 'trend', level: 3 } } })
    Object.assign(ids, { objective: objectives.at(-1)?.id, measure: measures.at(-1)?.id, initiative: initiativeId })
    for (const name of ['Fewer calls', 'Less cost']) ids[name] = (await app.owner.read(valueRoutes.addBenefit, { body: { name, initiativeId, unit: 'GBP.noncash', measureId: id('measure'), ownerId: app.owner.actor.accountId } })).id
    ids['driver'] = (await app.editor.read(valueRoutes.addNetworkNode, { body: { kind: 'driver', name: 'Costs rise' } })).id
    ids['change'] = (await app.editor.read(valueRoutes.addNetworkNode, { body: { kind: 'business_change', name: 'Ask the chatbot first', dueOn: '2020-12-31' } })).id
  }, 120_000)

  it('refers to what other rooms keep, and says what is missing', async () => {
    const network = await read()
    expect(namesOf(network)).toEqual(['Answer faster', 'Ask the chatbot first', 'Chatbot', 'Costs rise', 'Fewer calls', 'Less cost'])
    expect(network.said).toEqual(['Fewer calls', 'Less cost'].map((name) => ({ from: id('initiative'), to: id(name), said: 'promises', shown: false })))
    expect([await gaps('Fewer calls'), await gaps('Ask the chatbot first'), await gaps('Costs rise')]).toEqual([['benefit_without_change', 'benefit_without_objective', 'without_baseline'], ['without_owner', 'change_without_benefit'], ['driver_without_objective']])
  })

  it('takes edges by the grammar, and refuses the others by name', async () => {
    for (const [from, to] of [['initiative', 'change'], ['change', 'Fewer calls'], ['Fewer calls', 'Less cost'], ['Less cost', 'objective'], ['objective', 'driver']] as const) expect([from, to, (await link(from, to)).status]).toEqual([from, to, 201])
    expect([code(await link('initiative', 'Fewer calls')), code(await link('Less cost', 'Fewer calls')), code(await link('change', 'Fewer calls')), code(await link('nowhere', 'change'))]).toEqual(['link_not_allowed', 'link_cycle', 'link_there', 'input_invalid'])
    const whole = await read()
    expect(whole.said.every(({ shown }) => shown)).toBe(true)
    expect(whole.findings.map(({ code: found }) => found)).toContain('counted_twice')
    expect(namesOf(await read(id('Less cost')))).toEqual(namesOf(whole))
    expect(await app.viewer.refused(valueRoutes.addNetworkEdge, { body: { from: id('initiative'), to: id('change') } })).toMatchObject({ code: 'role_insufficient' })
  })

  it('is what the ledger counts by: of two benefits on one path one is promised', async () => {
    const line = (name: string) => ({ benefitId: id(name), lines: [{ period: '2020-10', amount: '100' }] })
    await app.owner.read(valueRoutes.promiseBenefit, { body: line('Fewer calls') })
    expect(await app.owner.refused(valueRoutes.promiseBenefit, { body: line('Less cost') })).toMatchObject({ code: 'chain_counted_twice', detail: expect.stringContaining('Fewer calls') })
    const between = (await read()).edges.find(({ from, to }) => from === id('Fewer calls') && to === id('Less cost'))
    await app.editor.call(valueRoutes.removeNetworkEdge, { params: { id: between?.id ?? '' }, query: { version: between?.version ?? 0 } })
    await app.owner.read(valueRoutes.promiseBenefit, { body: line('Less cost') })
    expect([code(await link('Fewer calls', 'Less cost')), (await app.owner.refused(valueRoutes.changeBenefit, { params: { id: id('Fewer calls') }, body: { version: 1, leadsTo: id('Less cost') } })).code]).toEqual(['chain_counted_twice', 'chain_counted_twice'])
    expect((await read()).findings.find((found) => found.code === 'due_too_early')?.words).toBe('Fewer calls is expected by 2020-10-31, and what it needs shows from 2020-12-31 on: Ask the chatbot first')
  })

  it('gives up a node, brings it back, removes it, and keeps what was', async () => {
    const before = await read()
    const change = async (state: 'retired' | 'planned') => app.editor.read(valueRoutes.changeNetworkNode, { params: { id: id('change') }, body: { version: (await read()).nodes.find((node) => node.id === id('change'))?.version ?? 0, state } })
    await change('retired')
    expect([await gaps('Fewer calls'), code(await link('change', 'Less cost'))]).toEqual([expect.arrayContaining(['benefit_without_change']), 'link_retired'])
    await change('planned')
    expect(await app.editor.refused(valueRoutes.addNetworkNode, { body: { kind: 'business_change', name: ' ask the CHATBOT first' } })).toMatchObject({ code: 'node_name_taken' })
    expect(await app.editor.refused(valueRoutes.removeNetworkNode, { params: { id: id('change') }, query: { version: 1 } })).toMatchObject({ code: 'version_moved' })
    const at = (await t.owner.selectFrom('act_clock').select('last').where('org_id', '=', app.owner.actor.orgId).executeTakeFirstOrThrow()).last
    await app.editor.call(valueRoutes.removeNetworkNode, { params: { id: id('change') } })
    expect((await read()).edges.length).toBe(before.edges.length - 2)
    expect((await app.viewer.read(valueRoutes.readNetwork, { query: { asOf: at } })).edges.length).toBe(before.edges.length)
  })

  it('takes a list from a file: what it adds is shown first, and what is wrong is named', async () => {
    const bytes = new TextEncoder().encode('Kind,Name,Owner,Leads to\nBusiness change,Clinics order online,Ada,Fewer calls\nDeliverable,Portal,,Clinics order online\nObjective,Fly to the moon,,\n')
    const { rows, adds, issues } = await app.editor.read(valueRoutes.previewNetworkList, { query: { fileName: 'network.csv' }, body: bytes })
    expect([adds, issues.map(({ line, code: found }) => [line, found])]).toEqual([{ nodes: 2, edges: 2 }, [[4, 'kept_elsewhere']]])
    expect(await app.editor.read(valueRoutes.addNetworkList, { body: { rows } })).toMatchObject({ nodes: 2, edges: 2 })
    expect(await gaps('Portal')).toEqual(['without_owner'])
    expect(await app.editor.refused(valueRoutes.addNetworkList, { body: { rows } })).toMatchObject({ code: 'list_adds_nothing' })
  })

  it('draws the counterfactual by what was known when it was registered', async () => {
    const lacking = await app.viewer.read(valueRoutes.readCounterfactual, { params: { id: id('measure') } })
    expect([lacking.registered?.method, lacking.points, lacking.lacks]).toEqual(['trend', [], 'Fewer than two actuals were known when the trend was registered'])
    for (const [on, value] of [['2020-08-31', '10'], ['2020-09-30', '9']] as const) await app.owner.read(strategyRoutes.recordActual, { params: { id: id('measure') }, body: { on, value } })
    const { measures } = await app.viewer.read(valueRoutes.readRegister, {})
    await app.owner.read(valueRoutes.changeAgreement, { params: { id: id('measure') }, body: { version: measures[0]?.version ?? 1, counterfactual: { method: 'trend', level: 3 } } })
    await app.owner.read(strategyRoutes.recordActual, { params: { id: id('measure') }, body: { on: '2020-10-31', value: '5' } })
    const { points } = await app.viewer.read(valueRoutes.readCounterfactual, { params: { id: id('measure') } })
    // 10 and 9 go on to 8, whatever was measured afterwards.
    expect(points).toEqual([{ on: '2020-08-31', value: 10 }, { on: '2020-10-30', value: 8 }])
  })
})
