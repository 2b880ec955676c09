import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('the business plan', (t) => {
  const app = testApp(t)

  it('takes a list, holds the ledger against it at each stage, and lets go of a benefit with its line', async () => {
    const { owner, editor } = app
    await owner.read(valueRoutes.openPeriods, { body: { periods: [{ code: '2027-10', from: '2027-10-01', to: '2027-11-01' }] } })
    const { id: initiativeId } = await editor.read(demandRoutes.createInitiative, { body: { name: 'Letters' } })
    const { perspectives } = await owner.read(strategyRoutes.createPerspective, { body: { name: 'Finance' } })
    const { objectives } = await owner.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives.at(-1)?.id ?? '', statement: 'Cheaper mail', weight: 1 } })
    const add = async (name: string, unit: string) => {
      const { measures } = await owner.read(strategyRoutes.createMeasure, { body: { objectiveId: objectives.at(-1)?.id ?? '', name, definition: name, unit: 'count', direction: 'lower' } })
      const measureId = measures.find((one) => one.name === name)?.id ?? ''
      await owner.read(valueRoutes.registerMeasure, { body: { measureId, unit } })
      return editor.read(valueRoutes.addBenefit, { body: { name, initiativeId, unit, measureId, ownerId: editor.actor.accountId } })
    }
    const [stamps, hours] = [await add('Cheaper stamps', 'GBP.cash'), await add('Hours', 'hour')]

    const file = Buffer.from('Line,Kind,From,To,Baseline,Planned,Currency\nPostage,cost,2027-01-01,2027-12-31,1000,800,GBP\nPostage,cost,2027-06-01,2027-07-31,1,1,GBP\nAgents,headcount,2027-01-01,2027-12-31,40,34,\nRent,loss,2027-01-01,2027-12-31,1,1,GBP\n')
    const preview = await owner.read(valueRoutes.previewPlanList, { query: { fileName: 'plan.csv' }, body: file })
    expect([preview.adds, preview.issues.map(({ line, code }) => [line, code])]).toEqual([{ lines: 2, periods: 2 }, [[3, 'plan_periods_unsound'], [5, 'unreadable']]])
    expect(await owner.read(valueRoutes.addPlanList, { body: { rows: preview.rows } })).toMatchObject({ lines: 2, periods: 2 })
    expect(await owner.refused(valueRoutes.addPlanList, { body: { rows: preview.rows.slice(0, 1) } })).toMatchObject({ code: 'list_adds_nothing' })
    const read = (query: { readonly stage?: 'promised' | 'forecast' | 'realised' } = {}) => app.viewer.read(valueRoutes.readBusinessPlan, { query })
    const line = (await read()).lines.find(({ name }) => name === 'Postage')

    for (const { id: benefitId } of [stamps, hours]) {
      await editor.read(valueRoutes.linkBenefitToPlan, { body: { benefitId, lineId: line?.id ?? '', reason: 'The case' } })
      await editor.read(valueRoutes.promiseBenefit, { body: { benefitId, lines: [{ period: '2027-10', amount: '15000' }] } })
    }
    const plan = await read()
    const postage = plan.lines.find(({ name }) => name === 'Postage')
    expect(postage).toMatchObject({ benefits: [{ benefit: 'Cheaper stamps', reason: 'The case' }, { benefit: 'Hours' }], apart: [{ benefit: 'Hours', because: 'other_unit', amount: '15000' }] })
    expect(postage?.parts.map(({ standing, ambition, claimed, uncovered, coverage }) => [standing, ...[ambition, claimed, uncovered, coverage].map((metric) => (metric.status === 'ok' ? metric.value : metric))])).toEqual([['partly_covered', '20000', '15000', '5000', 0.75]])
    expect([plan.totals.map(({ kind, unit }) => `${kind} ${unit}`), plan.free]).toEqual([['cost GBP.cash', 'headcount people'], []])
    // Nothing is approved yet, so nothing is forecast of it.
    expect((await read({ stage: 'forecast' })).lines.find(({ name }) => name === 'Postage')?.parts[0]?.claimed).toEqual({ status: 'ok', value: '0' })
    expect((await app.viewer.read(valueRoutes.readRegister, {})).benefits.map(({ planLine }) => planLine?.name)).toEqual(['Postage', 'Postage'])

    // Its initiative is removed: nobody delivers what it promised.
    await owner.call(demandRoutes.removeInitiative, { params: { id: initiativeId } })
    expect((await read()).lines.find(({ name }) => name === 'Postage')).toMatchObject({ parts: [{ covered: { value: '0' }, standing: 'uncovered' }], apart: [{ because: 'initiative_removed', amount: '15000' }, { because: 'initiative_removed' }] })
    await owner.read(valueRoutes.removePlanLine, { params: { id: line?.id ?? '' }, query: { version: line?.version ?? 0 } })
    expect((await read()).free.map(({ benefit }) => benefit)).toEqual(['Cheaper stamps', 'Hours'])
    const blind = await app.member('resource_manager')
    expect(await blind.refused(valueRoutes.readBusinessPlan, { query: {} })).toMatchObject({ status: 403 })

    // Two lists at once with the same new line: the second adds to what the first has made.
    const grows = preview.rows.filter(({ name }) => name === 'Postage').slice(0, 1).flatMap((row) => ['2028', '2029'].map((year) => ({ ...row, from: `${year}-01-01`, to: `${Number(year) + 1}-01-01` })))
    await Promise.all(grows.map((row) => owner.read(valueRoutes.addPlanList, { body: { rows: [row] } })))
    const periods = (await read()).lines.find(({ name }) => name === 'Postage')?.parts.map(({ from }) => from)
    expect(periods).toEqual(['2028-01-01', '2029-01-01'])
  })
})
