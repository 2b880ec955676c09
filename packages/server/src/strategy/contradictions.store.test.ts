import { expect, it } from 'vitest'
import { capacityRoutes } from '@throughline/contract/capacity'
import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import type { RequestOf } from '@throughline/contract/wire'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('contradictions', (t) => {
  const app = testApp(t)
  const read = () => app.viewer.read(strategyRoutes.readContradictions, {})
  const strategy = () => app.viewer.read(strategyRoutes.readStrategy, {})
  const addObjective = async (statement: string, weight: number) => {
    const { perspectives } = await strategy()
    const { objectives } = await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement, weight, owner: 'Ada' } })
    return objectives.find((one) => one.statement === statement)?.id ?? ''
  }
  const addMeasure = (objectiveId: string, name: string, direction: 'higher' | 'lower', target: string) =>
    app.editor.read(strategyRoutes.createMeasure, { body: { objectiveId, name, definition: 'Days of stock at the end of the month', unit: 'day', direction, target: { baseline: '40', baselineOn: '2026-01-01', target, dueOn: '2030-12-31', tolerance: null } } })
  const accepting = (key: string, reviewOn: string) => ({ body: { key, owner: 'Ada', tradeOff: 'Service first, then days', reviewOn } })

  it('finds nothing in a strategy that agrees, and says what it could not look at', async () => {
    await addObjective('Lean stock', 0.6)
    await addObjective('Happy customers', 0.4)
    const register = await read()
    expect(register).toMatchObject({ entries: [], checked: { objectives: 2, measures: 0, initiatives: 0 } })
    expect(register.unchecked.map(({ rule }) => rule)).toEqual(['X-3', 'X-5', 'X-6', 'X-7', 'X-8', 'X-9', 'X-10', 'X-11'])
  })

  it('finds targets that clash and a measure that is defined twice, with what shows it', async () => {
    const { objectives } = await strategy()
    await addMeasure(objectives[0]?.id ?? '', 'Inventory days', 'lower', '30')
    await addMeasure(objectives[1]?.id ?? '', 'Days of stock', 'higher', '45')
    const { entries } = await read()
    expect(entries.map(({ rule, severity, state }) => ({ rule, severity, state }))).toEqual([{ rule: 'X-1', severity: 'hard', state: 'open' }, { rule: 'X-13', severity: 'hard', state: 'open' }])
    expect(entries[0]?.witness.map(({ kind, name, objectiveId }) => ({ kind, name, objectiveId })).sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { kind: 'target', name: 'Days of stock', objectiveId: objectives[1]?.id }, { kind: 'target', name: 'Inventory days', objectiveId: objectives[0]?.id },
    ])
    expect(entries[0]?.resolutions).not.toContain('accept_tension')
    expect(await app.editor.refused(strategyRoutes.acceptTension, accepting(entries[0]?.key ?? '', '2250-01-01'))).toMatchObject({ code: 'contradiction_is_hard' })
  })

  it('keeps a tension that somebody manages in sight, until it is reopened or gone', async () => {
    const { objectives } = await strategy()
    const initiative = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Fewer warehouses', costMinor: '700' } })
    const contribute = (contribution: number) => app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: initiative.id, objectiveId: objectives[1]?.id ?? '', contribution, rationale: '' } })
    await contribute(-0.5)
    const harm = async () => (await read()).entries.find(({ rule }) => rule === 'X-4')
    const found = await harm()
    expect(found).toMatchObject({ severity: 'tension', state: 'open', accepted: null })
    const key = found?.key ?? ''
    expect(await app.editor.refused(strategyRoutes.acceptTension, accepting('X-4 initiative:none', '2250-01-01'))).toMatchObject({ code: 'contradiction_gone' })
    expect(await app.editor.refused(strategyRoutes.acceptTension, accepting(key, '2020-01-01'))).toMatchObject({ code: 'review_not_ahead', values: { found: '2020-01-01' } })
    expect(await app.viewer.refused(strategyRoutes.acceptTension, accepting(key, '2250-01-01'))).toMatchObject({ code: 'role_insufficient' })
    await app.editor.read(strategyRoutes.acceptTension, accepting(key, '2250-01-01'))
    expect(await harm()).toMatchObject({ state: 'managed', accepted: { owner: 'Ada', reviewOn: '2250-01-01', tradeOff: 'Service first, then days' } })
    expect(await app.editor.refused(strategyRoutes.acceptTension, accepting(key, '2250-01-01'))).toMatchObject({ code: 'tension_accepted' })
    await contribute(0.5)
    const resolved = (await read()).entries.find((one) => one.key === key)
    expect(resolved).toMatchObject({ state: 'resolved', severity: null, words: found?.words, witness: [] })
    await contribute(-0.5)
    await app.editor.read(strategyRoutes.reopenTension, { params: { id: resolved?.accepted?.id ?? '' }, query: { version: 1 } })
    expect(await harm()).toMatchObject({ state: 'open', accepted: null })
  })

  it('holds people, milestones and benefits of other rooms against the strategy', async () => {
    const { editor } = app
    const [first] = (await strategy()).objectives
    const hall = (await editor.read(demandRoutes.createInitiative, { body: { name: 'New hall', state: 'active', endOn: '2250-01-01' } })).id
    const { periods } = await editor.read(capacityRoutes.readCapacity, { query: {} })
    const next = periods[1]
    const pool = await editor.read(capacityRoutes.createPool, { body: { name: 'Welders', unit: 'day' } })
    await editor.read(capacityRoutes.setCapacities, { body: { pools: [{ id: pool.id, version: pool.version, lines: [{ on: next?.from ?? '', amount: '10' }] }] } })
    await editor.read(capacityRoutes.setPlan, { params: { id: hall }, body: { version: 1, earliestOn: null, latestOn: null, fixedOn: next?.from ?? null, variants: [{ name: 'Whole', inPlan: true, valuePercent: null, demands: [{ poolId: pool.id, lines: [{ fromMonth: 0, months: 1, quantity: '10.5' }] }] }] } })
    await editor.read(deliveryRoutes.addMilestone, { body: { objectiveId: first?.id ?? '', name: 'Opening', wantedOn: '2249-12-31', contributors: [{ initiativeId: hall, role: 'required' }] } })
    await app.owner.read(valueRoutes.addBenefit, { body: { name: 'Less stock', initiativeId: hall, unit: 'GBP.noncash', ownerId: app.owner.actor.accountId } })
    const { entries, unchecked } = await read()
    expect(entries.filter(({ rule }) => rule === 'X-6' || rule === 'X-8').map(({ rule, severity, words, witness }) => [rule, severity, words, witness.map(({ kind, id }) => [kind, id])])).toEqual([
      ['X-6', 'hard', `New hall is committed and takes 10.5 days of Welders in ${next?.label ?? ''}, which has 10 days.`, [['initiative', hall], ['limit', pool.id]]],
      ['X-8', 'hard', `Opening of ${first?.statement ?? ''} is due on 2249-12-31 and needs New hall, which finishes by 2250-01-01 half of the time and by 2250-01-01 four times of five.`, [['initiative', hall], ['objective', first?.id]]],
    ])
    expect(unchecked.map(({ rule }) => rule)).toEqual(['X-3', 'X-5', 'X-9', 'X-10', 'X-11'])
  })

  it('looks at policies and what becomes of assets, and tells amounts to who may see them', async () => {
    const { editor, viewer } = app
    const [dock, crane] = [await editor.read(demandRoutes.createInitiative, { body: { name: 'New dock', state: 'active', category: 'Harbour', costMinor: '500000000' } }), await editor.read(demandRoutes.createInitiative, { body: { name: 'Old crane', state: 'active' } })]
    const add = (body: RequestOf<typeof strategyRoutes.addGround>['body']) => editor.read(strategyRoutes.addGround, { body })
    const ceiling = { kind: 'policy', name: 'Ceiling', attribute: 'cost', rule: 'at_most', value: '400000000', from: null, to: null } as const
    const found = async (rule: string, who = editor) => (await who.read(strategyRoutes.readContradictions, {})).entries.filter((one) => one.rule === rule)
    await add(ceiling)
    await add({ kind: 'policy', name: 'No harbours', attribute: 'category', rule: 'differs', value: 'harbour', from: null, to: null })
    await add({ kind: 'asset_need', asset: 'Quay 3', state: 'Dry', initiativeId: dock.id, from: '2250-01-01', to: '2250-06-01' })
    await add({ kind: 'asset_change', asset: 'quay 3', state: 'flooded', initiativeId: crane.id, on: '2250-03-01' })
    const { grounds } = await add({ kind: 'asset_change', asset: 'Quay 3', state: 'dry', initiativeId: crane.id, on: '2249-03-01' })
    expect((await found('X-11')).map(({ words }) => words)).toEqual(['New dock has cost 5,000,000 EUR; Ceiling asks for at most 4,000,000 EUR.', 'New dock has category Harbour; No harbours asks for anything but Harbour.'])
    expect((await found('X-5')).map(({ words, witness }) => [words, witness.map(({ kind, name }) => `${kind} ${name}`).toSorted()])).toEqual([['New dock needs Quay 3 to be dry from 2250-01-01; Old crane makes it flooded on 2250-03-01.', ['asset Quay 3', 'initiative New dock', 'initiative Old crane']]])
    expect((await viewer.read(strategyRoutes.readContradictions, {})).unchecked.map(({ rule }) => rule)).not.toContain('X-11')

    // Two policies of one name, an amount rule on what is no amount, ends out of order, and what is not there are refused; nobody but editors records any.
    const refused = (body: RequestOf<typeof strategyRoutes.addGround>['body']) => editor.refused(strategyRoutes.addGround, { body })
    expect(await refused({ ...ceiling, name: 'ceiling' })).toMatchObject({ code: 'name_taken' })
    expect(await refused({ ...ceiling, name: 'Other', attribute: 'category' })).toMatchObject({ code: 'ground_unsound', values: { found: 'at_most for category' } })
    expect(await refused({ ...ceiling, name: 'Other', value: '4.5m' })).toMatchObject({ code: 'ground_unsound', values: { found: '4.5m' } })
    expect(await refused({ ...ceiling, name: 'Other', from: '2030-01-01', to: '2030-01-01' })).toMatchObject({ code: 'ground_unsound' })
    expect(await refused({ kind: 'reward', role: 'Sales', direction: 'higher', measureId: dock.id })).toMatchObject({ code: 'not_found', values: { what: 'measure' } })
    expect(await viewer.refused(strategyRoutes.addGround, { body: ceiling })).toMatchObject({ code: 'role_insufficient' })

    const policy = grounds.find((one) => one.kind === 'policy' && one.name === 'Ceiling')
    const change = (version: number) => editor.call(strategyRoutes.changeGround, { params: { id: policy?.id ?? '' }, body: { version, ground: { ...ceiling, value: '500000000' } } })
    expect((await Promise.all([change(1), change(1)])).map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await editor.refused(strategyRoutes.changeGround, { params: { id: policy?.id ?? '' }, body: { version: 2, ground: { kind: 'asset_change', asset: 'Quay', state: 'dry', initiativeId: dock.id, on: '2250-01-01' } } })).toMatchObject({ code: 'ground_unsound' })
    expect((await found('X-11')).map(({ words }) => words)).toEqual(['New dock has category Harbour; No harbours asks for anything but Harbour.'])
    expect((await editor.call(strategyRoutes.removeGround, { params: { id: policy?.id ?? '' }, query: { version: 1 } })).status).toBe(409)
    await editor.read(strategyRoutes.removeGround, { params: { id: policy?.id ?? '' }, query: { version: 2 } })
    expect((await viewer.read(strategyRoutes.readGrounds, {})).grounds).toHaveLength(4)
  })
})
