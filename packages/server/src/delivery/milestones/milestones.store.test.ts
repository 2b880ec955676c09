import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'

onEachDatabase('strategic milestones', (t) => {
  const app = testApp(t)

  it('learn from what publications said of ends before, and keep an initiative that was removed as what is lacking', async () => {
    const { editor, viewer } = app
    const publish = async (asOf: string, ends: readonly string[]) => {
      const rows = ends.map((end, at) => `I${at},Initiative ${at},2020-01-01,${end}`)
      const { id } = await editor.read(demandRoutes.uploadImport, { query: { fileName: 'ends.csv' }, body: Buffer.from(['Id,Name,Start date,End date', ...rows].join('\n')) })
      await editor.read(demandRoutes.changeImport, { params: { id }, body: { title: `Position of ${asOf}`, asOf, scope: 'whole' } })
      await editor.read(demandRoutes.applyImport, { params: { id } })
    }
    // Ten ends, planned 100 days ahead of 2020-01-01: five held, five took twice as long. The eleventh had passed by then and says nothing.
    await publish('2020-01-01', [...Array.from({ length: 10 }, () => '2020-04-10'), '2019-12-31'])
    await publish('2021-01-01', [...Array.from({ length: 5 }, () => '2020-04-10'), ...Array.from({ length: 5 }, () => '2020-07-19'), '2080-12-31'])
    const { perspectives } = await editor.read(strategyRoutes.readStrategy, {})
    const { objectives } = await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Dry roads', weight: 1 } })
    const running = (await editor.read(demandRoutes.listInitiatives, { query: {} })).rows.find(({ name }) => name === 'Initiative 10')
    const { id } = await editor.read(deliveryRoutes.addMilestone, { body: { objectiveId: objectives[0]?.id ?? '', name: 'No road under water', wantedOn: '2081-12-31', contributors: [{ initiativeId: running?.id ?? '', role: 'required' }] } })
    const read = async (query: object = {}) => (await viewer.read(deliveryRoutes.readMilestones, { query })).milestones.find((one) => one.id === id)

    expect((await viewer.read(deliveryRoutes.readMilestones, { query: {} })).slips).toBe(10)
    const [learnt, again] = [await read(), await read({ seed: 1, objectiveId: objectives[0]?.id })]
    expect(learnt).toMatchObject({ contributors: [{ basis: 'record', p10On: { status: 'ok', value: '2080-12-31' } }], driver: { name: 'Initiative 10', criticality: 1 }, certain: [] })
    expect(learnt?.confidence.metric).toEqual(again?.confidence.metric)
    expect(learnt?.confidence.metric.status === 'ok' && Math.abs(learnt.confidence.metric.value - 0.5)).toBeLessThan(0.03)
    expect((await read({ seed: 2 }))?.confidence.metric).not.toEqual(learnt?.confidence.metric)

    await editor.read(demandRoutes.removeInitiative, { params: { id: running?.id ?? '' } })
    expect(await read()).toMatchObject({ standing: 'unknown', p50On: { metric: { status: 'missing', inputs: ['Initiative 10: it was removed'] } }, contributors: [{ standing: 'gone' }] })
    // It can be changed all the same, and somebody else's change is not overwritten.
    expect((await editor.read(deliveryRoutes.changeMilestone, { params: { id }, body: { version: 1, note: 'Ask for another' } })).version).toBe(2)
    expect((await editor.call(deliveryRoutes.changeMilestone, { params: { id }, body: { version: 1, note: 'Late' } })).status).toBe(409)
  })
})
