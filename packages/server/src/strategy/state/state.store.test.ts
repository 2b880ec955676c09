import { capacityRoutes } from '@throughline/contract/capacity'
import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes, type AlignmentState } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'

onEachDatabase('the state of alignment', (t) => {
  const app = testApp(t, { now: () => new Date('2026-06-01T09:00:00Z') })
  const read = (): Promise<AlignmentState> => app.owner.read(strategyRoutes.readAlignmentState, {})
  const statuses = ({ facets }: AlignmentState) => Object.fromEntries(facets.map(({ facet, status }) => [facet, status]))
  const found = ({ facets }: AlignmentState) => facets.flatMap(({ checks }) => checks.flatMap(({ id, findings }) => findings.first.map(({ words, things, measured }) => [id, words, [...things, ...measured].map(({ kind, name }) => `${kind} ${name}`)])))

  it('says nothing of an organisation that has recorded nothing, and what would have to be', async () => {
    const state = await read()
    expect([state.asOf, new Set(Object.values(statuses(state)))]).toEqual(['2026-06-01', new Set(['not_checked'])])
    for (const { because, checks } of state.facets) expect([because === null || because === '', checks.length > 0]).toEqual([false, true])
  })

  it('reads every room: what is recorded holds or fails on things that can be opened', async () => {
    const { editor, owner } = app
    const { version, perspectives } = await owner.read(strategyRoutes.readStrategy, {})
    await editor.read(strategyRoutes.changeStrategy, { body: { version, vision: 'Nobody dies on our roads', mission: 'Keep people moving' } })
    const { objectives } = await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Safe roads', weight: 1, owner: 'Ada' } })
    await editor.read(strategyRoutes.createMeasure, { body: { objectiveId: objectives[0]?.id ?? '', name: 'Deaths', definition: 'Of a year', unit: 'count', direction: 'lower', horizon: 'long' } })
    const bridge = await editor.read(demandRoutes.createInitiative, { body: { name: 'Bridge', state: 'active', costMinor: '500', startOn: '2026-01-01', endOn: '2027-01-01' } })
    await editor.read(strategyRoutes.changeContribution, { body: { initiativeId: bridge.id, objectiveId: objectives[0]?.id ?? '', contribution: 1 } })
    await editor.read(strategyRoutes.addValue, { body: { name: 'Care', meaning: '', behaviours: [] } })
    for (const [name, state] of [['Foundations', 'in_progress'], ['Survey', 'done']] as const) await editor.read(deliveryRoutes.addTask, { params: { id: bridge.id }, body: { name, kind: 'task', state, finishOn: '2026-05-31' } })
    // Of what was stopped nobody waits for the rest.
    const ferry = await editor.read(demandRoutes.createInitiative, { body: { name: 'Ferry', state: 'stopped' } })
    await editor.read(deliveryRoutes.addTask, { params: { id: ferry.id }, body: { name: 'Piers', kind: 'task', state: 'in_progress', finishOn: '2026-05-31' } })
    await editor.read(valueRoutes.addNetworkNode, { body: { kind: 'enabler', name: 'Sensors', owner: 'Bea', dueOn: '2026-12-01' } })
    await editor.read(capacityRoutes.createPot, { body: { name: 'Capital', kind: 'capital' } })
    const pool = await editor.read(capacityRoutes.createPool, { body: { name: 'Engineers', unit: 'hour' } })
    await editor.read(capacityRoutes.setCapacities, { body: { pools: [{ id: pool.id, version: 1, lines: [{ on: '2026-04-01', amount: '90' }] }] } })
    const state = await read()
    expect(found(state)).toEqual([
      ['values-seen', 'Nothing says how “Care” would be seen', ['value Care']],
      ['objectives-current', 'Nothing says where “Deaths” stands', ['measure Deaths']],
      ['work-in-time', '1 piece of the work of Bridge is late', ['initiative Bridge']],
      ['budgets-funded', 'Capital has no money for any period that is not over', ['pot Capital']],
      ['systems-lead', '“Sensors” leads to no benefit', ['system Sensors']],
    ])
    expect(statuses(state)).toEqual({ vision: 'holds', mission: 'fails', objectives: 'fails', policies: 'not_checked', processes: 'fails', assets: 'fails', resources: 'holds', systems: 'fails', value: 'not_checked' })
    expect(state.facets.find(({ facet }) => facet === 'resources')?.checks.map(({ id, status, looked }) => [id, status, looked.first.map(({ kind }) => kind)])).toEqual([['money-follows', 'holds', ['weights', 'spending']], ['skills-follow', 'holds', ['pool']], ['people-enough', 'holds', ['pool']]])
    await editor.read(valueRoutes.addNetworkNode, { body: { kind: 'business_change', name: 'Night shifts', dueOn: '2026-01-01' } })
    expect(found(await read()).filter(([check]) => check === 'changes-lead').map(([, words]) => words)).toEqual(['“Night shifts” leads to no benefit', '“Night shifts” has no owner', '“Night shifts” was to be there by 2026-01-01 and is not'])
  })

  it('withholds what tells of amounts from who may not see them', async () => {
    const { facets } = await (await app.member('resource_manager')).read(strategyRoutes.readAlignmentState, {})
    const withheld = facets.flatMap(({ checks }) => checks.filter(({ because }) => because?.startsWith('your rights')).map(({ id }) => id))
    expect(withheld).toEqual(['budgets-funded', 'money-follows', 'value-owners', 'value-customers', 'value-employees', 'value-alliances', 'value-communities'])
  })
})
