import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { portfolioRoutes, type FieldRef, type Scenario } from '@throughline/contract/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import type { FieldValue } from '@throughline/engine/portfolio'

onEachDatabase('what a scenario changes', (t) => {
  const app = testApp(t)
  const params = ({ id }: { readonly id: string }) => ({ params: { id } })
  const initiative = async (name: string, more: object = {}) => (await app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor: '900', benefitsMinor: '900', startOn: '2025-01-01', endOn: '2027-01-01', state: 'active', ...more } })).id
  const fork = (name: string) => app.editor.read(portfolioRoutes.forkScenario, { body: { name, sharing: 'everyone' } })
  const fresh = (scenario: Scenario) => app.editor.read(portfolioRoutes.readScenario, params(scenario))
  const set = async (scenario: Scenario, ...changes: (FieldRef & { value: FieldValue })[]) => app.editor.read(portfolioRoutes.changeOverlay, { ...params(scenario), body: { version: (await fresh(scenario)).version, set: changes } })
  const of = (id: string, field: string, value: FieldValue) => ({ kind: 'initiative' as const, id, field, value })
  const give = async (id: string, year: number, amountMinor: string | null) => {
    const { row } = await app.viewer.read(demandRoutes.readInitiative, { params: { id } })
    await app.editor.read(demandRoutes.setYears, { params: { id }, body: { version: row.version, lines: [{ year, kind: 'cost', amountMinor }] } })
  }
  const decide = async (scenario: Scenario) => {
    await app.editor.read(portfolioRoutes.proposeScenario, { ...params(scenario), body: { version: (await fresh(scenario)).version } })
    const { seen, problems } = await app.owner.read(portfolioRoutes.previewApproval, params(scenario))
    expect(problems).toEqual([])
    return app.owner.read(portfolioRoutes.approveScenario, { ...params(scenario), body: { version: (await fresh(scenario)).version, seen, rationale: 'Agreed', expected: 'Earlier opening' } })
  }

  it('is years and the description too: 500 of 900 in 2025, the rule spreads 400, and approval writes them', async () => {
    const id = await initiative('Dam')
    await give(id, 2026, '100')
    const changed = await set(await fork('Years'), of(id, 'cost:2025', '500'), of(id, 'cost:2026', null), of(id, 'benefits:2030', '70'), of(id, 'description', 'A wall across the river'))
    const yearsOf = ({ years }: Scenario['figures']) => years.flatMap(({ year, cost }) => (cost.minor === '0' ? [] : [[year, cost.minor]]))
    // The fiscal year is the calendar year here; what 500 leaves lies on the days of 2026 alone.
    expect([yearsOf(changed.basis), yearsOf(changed.figures)]).toEqual([[[2025, '800'], [2026, '100']], [[2025, '500'], [2026, '400']]])
    expect(changed.differences.items).toMatchObject([{ name: 'Dam', cost: { minor: '0' }, fields: [{ field: 'description', from: null, to: 'A wall across the river' }, { field: 'benefits:2030', to: '70' }, { field: 'cost:2025', from: null, to: '500' }, { field: 'cost:2026', from: '100', to: null }] }])
    const { rows } = await app.editor.read(portfolioRoutes.listScenarioRows, params(changed))
    expect(rows.find((row) => row.id === id)).toMatchObject({ description: 'A wall across the river', years: [{ kind: 'cost', year: 2025, minor: '500' }, { kind: 'benefits', year: 2030, minor: '70' }], standing: 'changed' })
    await decide(changed)
    const { description, costProfile, revisions } = await app.viewer.read(demandRoutes.readInitiative, { params: { id } })
    expect([description, costProfile.lines.map(({ year, amount, derived }) => [year, amount.minor, derived])]).toEqual(['A wall across the river', [[2025, '500', false], [2026, '400', true]]])
    expect(revisions[0]).toMatchObject({ act: 'portfolio.approve-scenario', changes: expect.arrayContaining([{ field: 'cost 2025', before: null, after: '500' }, { field: 'cost 2026', before: '100', after: null }]) })
  })

  it('conflicts year by year, and an added initiative brings its years', async () => {
    const id = await initiative('Weir')
    const begun = await fork('Weirs')
    await set(begun, of(id, 'cost:2025', '500'))
    const added = await app.editor.read(portfolioRoutes.changeOverlay, { ...params(begun), body: { version: (await fresh(begun)).version, add: [{ kind: 'initiative', fields: { name: 'Sluice', state: 'approved', costMinor: '40', startOn: '2026-01-01', endOn: '2028-01-01', 'cost:2026': '30' } }] } })
    expect(added.figures.years.find(({ year }) => year === 2027)?.cost.minor).toBe('10')
    await give(id, 2025, '450')
    const preview = await app.editor.read(portfolioRoutes.previewRebase, params(begun))
    expect(preview.conflicts.map(({ name, field, base, plan, scenario }) => [name, field, base, plan, scenario])).toEqual([['Weir', 'cost:2025', null, '450', '500']])
    await app.editor.read(portfolioRoutes.rebaseScenario, { ...params(begun), body: { version: added.version, seen: preview.seen, resolutions: [{ kind: 'initiative', id, field: 'cost:2025', take: 'other', value: '480' }] } })
    await decide(begun)
    const { rows } = await app.viewer.read(demandRoutes.listInitiatives, { query: {} })
    const sluice = await app.viewer.read(demandRoutes.readInitiative, { params: { id: rows.find(({ name }) => name === 'Sluice')?.id ?? '' } })
    expect(sluice.costProfile.lines.map(({ year, amount }) => [year, amount.minor])).toEqual([[2026, '30'], [2027, '10']])
  })

  it('is moved by what it touches and by what counts in figures, and by nothing else', async () => {
    const [mine, other] = [await initiative('Mine'), await initiative('Other')]
    const begun = await set(await fork('Moved'), of(mine, 'sponsor', 'Somebody'))
    const change = async (id: string, body: object) => app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version: (await app.viewer.read(demandRoutes.readInitiative, { params: { id } })).row.version, ...body } })
    const moved = async () => [(await fresh(begun)).moved, (await app.editor.read(portfolioRoutes.listScenarios, {})).find(({ id }) => id === begun.id)?.moved]
    await change(other, { sponsor: 'Another', description: 'Told anew', name: 'The other' })
    await change(other, { costMinor: '900' })
    expect(await moved()).toEqual([false, false])
    await app.editor.read(demandRoutes.createDependency, { body: { fromId: other, toId: await initiativeBefore(), reason: 'Order' } })
    expect(await moved()).toEqual([false, false])
    await change(mine, { category: 'Touched' })
    expect(await moved()).toEqual([true, true])
    const next = await fork('Moved by figures')
    await change(other, { costMinor: '901' })
    expect((await fresh(next)).moved).toBe(true)
  })
  const initiativeBefore = async () => (await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows.find(({ name }) => name === 'Dam')?.id ?? ''

  it('is kept with the decision when it is rejected: the plan stays, and what would have changed can be read', async () => {
    const id = await initiative('Declined')
    const [begun, rival] = [await set(await fork('Declined'), of(id, 'costMinor', '950')), await set(await fork('Rival'), of(id, 'costMinor', '800'))]
    const proposed = await app.editor.read(portfolioRoutes.proposeScenario, { ...params(begun), body: { version: begun.version } })
    const rejected = await app.owner.read(portfolioRoutes.rejectScenario, { ...params(begun), body: { version: proposed.version, rationale: 'Too dear', options: [rival.id] } })
    expect([rejected.state, rejected.remark]).toEqual(['rejected', 'Too dear'])
    const decision = await app.viewer.read(governanceRoutes.readDecision, { params: { id: rejected.decisionId ?? '' } })
    expect(decision).toMatchObject({ chosen: 'Reject', rationale: 'Too dear', changes: 1, scenario: { name: 'Declined' }, hashBefore: decision.hashAfter, differences: { items: [{ name: 'Declined' }] } })
    expect(decision.options.map(({ name, chosen }) => [name, chosen])).toEqual([['The plan as it is', true], ['Declined', false], ['Rival', false]])
    expect((await app.viewer.read(demandRoutes.readInitiative, { params: { id } })).row.cost).toMatchObject({ value: { minor: '900' } })
    expect(await app.owner.refused(portfolioRoutes.approveScenario, { ...params(begun), body: { version: 1, seen: '', rationale: 'Late' } })).toMatchObject({ code: 'scenario_not_proposed', values: { state: 'rejected', by: ` by ${app.owner.actor.name}` } })
  })
})
