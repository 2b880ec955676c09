import { beforeAll, expect, it } from 'vitest'
import { capacityRoutes } from '@throughline/contract/capacity'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes, type Sight } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('lines of sight and alignment', (t) => {
  const app = testApp(t)
  const ids: Record<string, string> = {}
  const id = (name: string): string => ids[name] ?? ''
  const sight = (kind: Sight['subject']['kind'], name: string) => app.viewer.read(strategyRoutes.readSight, { query: { kind, id: id(name) } })
  const namesIn = ({ columns }: Sight) => Object.fromEntries(columns.map(({ column, things }) => [column, things.map(({ name }) => name)]))

  beforeAll(async () => {
    const { perspectives } = await app.owner.read(strategyRoutes.createPerspective, { body: { name: 'Customers' } })
    for (const [name, weight] of [['Answer faster', 0.7], ['Calm nights', 0.3]] as const) {
      const { objectives } = await app.owner.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives.at(-1)?.id ?? '', statement: name, weight } })
      ids[name] = objectives.find(({ statement }) => statement === name)?.id ?? ''
    }
    const { measures } = await app.owner.read(strategyRoutes.createMeasure, { body: { objectiveId: id('Answer faster'), name: 'Handling time', definition: 'Mean minutes of a call', unit: 'count', direction: 'lower' } })
    ids['Handling time'] = measures.at(-1)?.id ?? ''
    for (const [name, costMinor, mandatory] of [['Chatbot', '30000', false], ['Night shifts', '10000', true], ['Idle', '10000', false]] as const) {
      const initiative = await app.owner.read(demandRoutes.createInitiative, { body: { name, costMinor, mandatory, state: 'approved', startOn: '2026-01-01', endOn: '2027-01-01' } })
      ids[name] = initiative.id
    }
    for (const [initiative, objective, contribution] of [['Chatbot', 'Answer faster', 0.8], ['Night shifts', 'Calm nights', 0.5], ['Chatbot', 'Calm nights', -0.2]] as const)
      await app.owner.read(strategyRoutes.changeContribution, { body: { initiativeId: id(initiative), objectiveId: id(objective), contribution, rationale: 'Said so' } })
    await app.owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2199-12', from: '2199-12-01', to: '2200-01-01' }] } })
    await app.owner.read(valueRoutes.registerMeasure, { body: { measureId: id('Handling time'), unit: 'GBP.noncash' } })
    ids['Minutes'] = (await app.owner.read(valueRoutes.addBenefit, { body: { name: 'Minutes', initiativeId: id('Chatbot'), unit: 'GBP.noncash', measureId: id('Handling time'), ownerId: app.owner.actor.accountId } })).id
    ids['promise'] = (await app.owner.read(valueRoutes.promiseBenefit, { body: { benefitId: id('Minutes'), lines: [{ period: '2199-12', amount: '100' }], evidence: 'Board paper 7' } })).id
  }, 120_000)

  it('tell somebody what their own work contributes to, what works against it left out, and nobody else’s', async () => {
    const { things, objectives } = await app.owner.read(strategyRoutes.readMyWork, {})
    expect(things.map(({ name, ties, records, newest }) => [name, ties, records, newest?.name])).toEqual([['Minutes', ['owner'], 1, 'Promised 2199-12']])
    expect(objectives.map(({ name, ownIds }) => [name, ownIds])).toEqual([['Answer faster', [id('Minutes')]]])
    expect((await app.viewer.read(strategyRoutes.readMyWork, {})).things).toEqual([])
  })

  it('go down from an objective and up from an entry of the ledger', async () => {
    const down = await sight('objective', 'Answer faster')
    expect(namesIn(down)).toEqual({ objectives: ['Answer faster'], initiatives: ['Chatbot'], benefits: ['Minutes'], measures: ['Handling time'], evidence: ['Promised 2199-12'] })
    expect(down.links.find(({ to }) => to.kind === 'initiative')).toMatchObject({ strength: 0.8, words: 'Said so' })
    expect(down.columns[4]?.things[0]?.note).toContain('Board paper 7')
    expect(namesIn(await sight('entry', 'promise'))).toMatchObject({ objectives: ['Answer faster', 'Calm nights'], initiatives: ['Chatbot'], benefits: ['Minutes'] })
    expect(namesIn(await sight('measure', 'Handling time'))).toMatchObject({ objectives: ['Answer faster', 'Calm nights'], initiatives: ['Chatbot'] })
    expect(await app.viewer.refused(strategyRoutes.readSight, { query: { kind: 'benefit', id: id('Chatbot') } })).toMatchObject({ code: 'not_found' })
  })

  it('are counted, with what hangs on none', async () => {
    const { lines, gaps } = await app.viewer.read(strategyRoutes.readSightLines, {})
    expect(lines.map(({ statement, initiatives, benefits, measures, evidence }) => [statement, initiatives, benefits, measures, evidence])).toEqual([['Answer faster', 1, 1, 1, 1], ['Calm nights', 1, 0, 0, 0]])
    expect(gaps.flatMap(({ code, things }) => things.map(({ name }) => `${code} ${name}`))).toEqual(['objective_unmeasured Calm nights', 'initiative_serves_nothing Idle', 'initiative_without_benefit Night shifts', 'measure_without_actual Handling time'])
  })

  it('money lies 0.2 from the priorities, and 0.3 without mandatory work; people’s time is told once it is planned', async () => {
    const money = await app.viewer.read(strategyRoutes.readAlignment, { query: {} })
    // 30,000 of 50,000 to answers (0.7 stated), 10,000 to nights (0.3), 10,000 to nothing; without nights 0.75, 0 and 0.25.
    expect(money.distances.slice(0, 2).map(({ distance }) => distance.metric)).toEqual([{ status: 'ok', value: expect.closeTo(0.2, 9) as number }, { status: 'ok', value: expect.closeTo(0.3, 9) as number }])
    expect(money.bases).toEqual(['money'])
    const pool = await app.owner.read(capacityRoutes.createPool, { body: { name: 'Agents', unit: 'day' } })
    const variants = [{ name: 'As planned', inPlan: true, demands: [{ poolId: pool.id, lines: [{ fromMonth: 0, months: 12, quantity: '120' }] }], valuePercent: null, costs: [] }]
    await app.owner.read(capacityRoutes.setPlan, { params: { id: id('Chatbot') }, body: { version: 1, earliestOn: null, latestOn: null, fixedOn: null, variants } })
    const days = await app.viewer.read(strategyRoutes.readAlignment, { query: { basis: 'day', period: '2026' } })
    expect([days.bases, days.shares.find(({ objectiveId }) => objectiveId === id('Answer faster'))?.revealed]).toEqual([['money', 'day'], 1])
  })

  it('shares of money are kept from who may not see amounts, and so is what was said as evidence', async () => {
    const blind = await app.member('resource_manager')
    expect(await blind.refused(strategyRoutes.readAlignment, { query: {} })).toMatchObject({ code: 'amounts_withheld' })
    expect((await blind.read(strategyRoutes.readAlignment, { query: { basis: 'day' } })).basis).toBe('day')
    expect((await blind.read(strategyRoutes.readSight, { query: { kind: 'entry', id: id('promise') } })).subject).toMatchObject({ name: 'Promised 2199-12', note: expect.not.stringContaining('Board paper') as string })
  })
})
