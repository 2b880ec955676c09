import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { portfolioRoutes, type Scenario } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import type { Constraint } from '@throughline/engine/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('a selection is stale', (t) => {
  const app = testApp(t)
  const add = async (name: string, more: object = {}) => (await app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor: '100', benefitsMinor: '900', startOn: '2027-01-01', endOn: '2028-01-01', ...more } })).id
  const change = async (id: string, body: object) => app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version: (await app.viewer.read(demandRoutes.readInitiative, { params: { id } })).row.version, ...body } })
  const save = (name: string, value: 'benefits' | 'strategic', constraints: readonly Constraint[], chosen: readonly string[], more: object = {}) =>
    app.editor.read(portfolioRoutes.createScenario, { body: { name, value, constraints: [...constraints], chosen: [...chosen], ...more } })
  /** As the list and the scenario itself say it: they agree. */
  const stale = async ({ id }: Scenario) => {
    const [listed, whole] = [(await app.viewer.read(portfolioRoutes.listScenarios, {})).find((one) => one.id === id)?.selection?.stale, (await app.viewer.read(portfolioRoutes.readScenario, { params: { id } })).selection?.stale]
    expect(listed).toBe(whole)
    return whole
  }
  const budget: Constraint = { kind: 'totalBudget', limit: 5000 }

  it('where a figure of a candidate is different, and not where it was changed back, or is not looked at', async () => {
    const [a, b] = [await add('A'), await add('B')]
    const bare = await add('No benefits', { benefitsMinor: null })
    const saved = await save('Total', 'benefits', [budget], [a, b])
    await change(a, { sponsor: 'Another', name: 'A, renamed', state: 'active', startOn: '2027-02-01' })
    await change(bare, { costMinor: '4000' })
    expect(await stale(saved)).toBe(false)
    await change(a, { costMinor: '101' })
    expect(await stale(saved)).toBe(true)
    await change(a, { costMinor: '100' })
    expect(await stale(saved)).toBe(false)
    await change(bare, { benefitsMinor: '10' })
    expect(await stale(saved)).toBe(true)
    await change(bare, { benefitsMinor: null })
    expect(await stale(saved)).toBe(false)
    await change(b, { mandatory: true })
    expect(await stale(saved)).toBe(true)
  })

  it('where days or years of cost are different, only if years have budgets', async () => {
    const a = await add('Dated')
    const [plain, yearly] = [await save('Plain', 'benefits', [budget], [a]), await save('Yearly', 'benefits', [budget, { kind: 'yearlyBudget', year: 2027, limit: 5000 }], [a])]
    const { row } = await app.viewer.read(demandRoutes.readInitiative, { params: { id: a } })
    await app.editor.read(demandRoutes.setYears, { params: { id: a }, body: { version: row.version, lines: [{ year: 2027, kind: 'cost', amountMinor: '60' }] } })
    expect([await stale(plain), await stale(yearly)]).toEqual([false, true])
  })

  it('where a candidate came or went, or a tie between candidates', async () => {
    const [a, b, bare] = [await add('Tied'), await add('To'), await add('Bare', { costMinor: null, benefitsMinor: null })]
    const saved = await save('Ties', 'benefits', [budget], [a])
    await app.editor.read(demandRoutes.createDependency, { body: { fromId: a, toId: bare, reason: '' } })
    await add('Bare too', { costMinor: null, benefitsMinor: null })
    expect(await stale(saved)).toBe(false)
    const { dependencies } = await app.editor.read(demandRoutes.createDependency, { body: { fromId: a, toId: b, reason: '' } })
    expect(await stale(saved)).toBe(true)
    await app.editor.call(demandRoutes.removeDependency, { params: { id: dependencies.find(({ toId }) => toId === b)?.id ?? '' } })
    expect(await stale(saved)).toBe(false)
    const gone = await add('Came')
    expect(await stale(saved)).toBe(true)
    await app.editor.call(demandRoutes.removeInitiative, { params: { id: gone } })
    expect(await stale(saved)).toBe(false)
  })

  it('among some candidates by these alone', async () => {
    const [small, large] = [await add('Small', { costMinor: '5', benefitsMinor: '50' }), await add('Large')]
    const ask = JSON.stringify({ filters: [{ field: 'cost', op: 'at_most', values: ['10'] }] })
    const saved = await save('Narrowed', 'benefits', [budget], [small], { ask })
    await change(large, { costMinor: '300' })
    expect(await stale(saved)).toBe(false)
    await change(small, { benefitsMinor: '51' })
    expect(await stale(saved)).toBe(true)
  })

  it('by what serves which objective, only where that is its value', async () => {
    const a = await add('Serving')
    const strategy = await app.editor.read(strategyRoutes.readStrategy, {})
    const { objectives } = await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: strategy.perspectives[0]?.id ?? '', statement: 'Serve', weight: 1 } })
    const objectiveId = objectives.find(({ statement }) => statement === 'Serve')?.id ?? ''
    const link = (contribution: number) => app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: a, objectiveId, contribution, rationale: '' } })
    await link(0.5)
    const [worth, aligned] = [await save('Worth', 'benefits', [budget], [a]), await save('Aligned', 'strategic', [budget], [a])]
    await change(a, { benefitsMinor: '901' })
    expect([await stale(worth), await stale(aligned)]).toEqual([true, false])
    const after = await save('Worth again', 'benefits', [budget], [a])
    await link(0.75)
    expect([await stale(after), await stale(aligned)]).toEqual([false, true])
  })
})
