import { expect, it } from 'vitest'
import { strategyRoutes, type NewDefinition } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

const definition = (name: string, more: Partial<NewDefinition> = {}): NewDefinition => ({ name, calculation: `${name} ÷ days`, unit: 'count', direction: 'lower', aggregation: 'ratio', frequency: 'month', tellsOf: 'outcome', leading: false, perspective: null, meaning: 'What it means', gamingRisk: 'Nobody tells', watch: 'Who tells', source: '', patterns: [], ...more })

onEachDatabase('the measure library', (t) => {
  const app = testApp(t)
  const library = () => app.viewer.read(strategyRoutes.readLibrary, {})
  const named = async (name: string) => (await library()).definitions.find((one) => one.name === name)
  const addObjective = async (statement: string) => {
    const { perspectives } = await app.viewer.read(strategyRoutes.readStrategy, {})
    const { objectives } = await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement, weight: 0.5 } })
    return objectives.find((one) => one.statement === statement)?.id ?? ''
  }

  it('takes the starter library and a list over once, and says what it leaves out', async () => {
    expect(await app.viewer.refused(strategyRoutes.loadStarterLibrary, {})).toMatchObject({ code: 'role_insufficient' })
    const { added, library: { starter } } = await app.editor.read(strategyRoutes.loadStarterLibrary, {})
    expect([added > 30, starter]).toEqual([true, 0])
    const csv = 'Name,Calculation,Unit,Direction,Tells of\nInjuries,injuries ÷ days,count,lower,outcome\nWaiting,median  days from request until SERVED,day,lower,outcome\nLate,late,furlong,lower,outcome\n'
    const preview = await app.editor.read(strategyRoutes.previewDefinitions, { query: { fileName: 'ours.csv' }, body: Buffer.from(csv) })
    expect([preview.definitions.map(({ name }) => name), preview.issues.map(({ line, found }) => [line, found])]).toEqual([['Injuries', 'Waiting'], [[4, 'furlong']]])
    const rows = [...preview.definitions.slice(0, 1), { ...preview.definitions[1], aggregation: 'non_additive' } as NewDefinition]
    expect(await app.editor.read(strategyRoutes.importDefinitions, { body: { definitions: rows } })).toMatchObject({ added: 1, skipped: [{ name: 'Waiting', words: 'Waiting time, median is calculated like this already; it is used by no objective yet. Choose that one.' }] })
    // What was retired is not brought back by taking the starter library over again.
    const waiting = await named('Waiting time, median')
    await app.owner.read(strategyRoutes.retireDefinition, { params: { id: waiting?.id ?? '' }, body: { version: waiting?.version ?? 0, reason: 'Everybody counts it otherwise' } })
    expect(await app.editor.refused(strategyRoutes.loadStarterLibrary, {})).toMatchObject({ code: 'definitions_known' })
  })

  it('changes a definition, and what was measured by it keeps its own sheet', async () => {
    await app.editor.read(strategyRoutes.addDefinition, { body: definition('Falls') })
    const objectiveId = await addObjective('Nobody falls')
    const falls = await named('Falls')
    await app.editor.read(strategyRoutes.chooseMeasure, { params: { id: objectiveId }, body: { from: { kind: 'definition', id: falls?.id ?? '' }, target: { baseline: '9', baselineOn: '2026-01-01', target: '3', dueOn: '2027-12-31', tolerance: null } } })
    await app.editor.read(strategyRoutes.changeDefinition, { params: { id: falls?.id ?? '' }, body: { version: falls?.version ?? 0, meaning: 'Another' } })
    const { measures } = await app.viewer.read(strategyRoutes.readStrategy, {})
    expect(measures).toMatchObject([{ name: 'Falls', definition: 'Falls ÷ days', target: { baseline: '9', target: '3' }, settings: { sheet: { tellsOf: 'outcome', meaning: 'What it means', gamingRisk: 'Nobody tells', watch: 'Who tells' } }, alsoOf: [] }])
    expect(await named('Falls')).toMatchObject({ meaning: 'Another', usedBy: [{ objective: 'Nobody falls' }] })
    expect(await app.editor.refused(strategyRoutes.changeDefinition, { params: { id: falls?.id ?? '' }, body: { version: falls?.version ?? 0, meaning: 'Later' } })).toMatchObject({ code: 'version_moved' })
  })

  it('links a measure, whose attainment then counts for both; it goes on with the other where its own objective goes', async () => {
    const strategy = () => app.viewer.read(strategyRoutes.readStrategy, {})
    const { measures: [measure], objectives: [first] } = await strategy()
    await app.editor.read(strategyRoutes.recordActual, { params: { id: measure?.id ?? '' }, body: { on: '2026-06-30', value: '6' } })
    const second = await addObjective('Floors are dry')
    const from = { kind: 'measure' as const, id: measure?.id ?? '' }
    const chosen = await app.editor.read(strategyRoutes.chooseMeasure, { params: { id: second }, body: { from } })
    expect(chosen).toMatchObject({ mix: { outcome: 1, warnings: [] }, measures: [{ name: 'Falls', tellsOf: 'outcome' }] })
    expect((await strategy()).objectives.map(({ attainment }) => attainment.metric)).toEqual([{ status: 'ok', value: 0.5 }, { status: 'ok', value: 0.5 }])
    expect(await app.editor.refused(strategyRoutes.chooseMeasure, { params: { id: second }, body: { from } })).toMatchObject({ code: 'measure_defined' })
    const [link] = chosen.measures
    await app.editor.read(strategyRoutes.unlinkMeasure, { params: { id: link?.linkId ?? '' }, query: { version: link?.linkVersion ?? 0 } })
    expect((await strategy()).measures).toMatchObject([{ alsoOf: [] }])
    await app.editor.read(strategyRoutes.chooseMeasure, { params: { id: second }, body: { from } })
    await app.editor.read(strategyRoutes.removeObjective, { params: { id: first?.id ?? '' }, query: {} })
    expect((await strategy()).measures).toMatchObject([{ id: measure?.id, objectiveId: second, alsoOf: [], actuals: [{ value: '6' }] }])
  })
})
