import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('strategy', (t) => {
  const app = testApp(t)
  const read = () => app.viewer.read(strategyRoutes.readStrategy, {})
  const addObjective = async (statement: string, weight: number) => {
    const { perspectives } = await read()
    const { objectives } = await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement, weight } })
    const objective = objectives.find((one) => one.statement === statement)
    if (!objective) throw new Error(`${statement} was not added`)
    return objective
  }

  it('begins with four perspectives, and the first write keeps what was shown', async () => {
    const shown = await read()
    expect(shown).toMatchObject({ version: 1, objectives: [], weightTotal: 0, strategyVersion: { no: 1, status: 'in_force' } })
    expect(shown.perspectives).toHaveLength(4)
    const changed = await app.editor.read(strategyRoutes.changeStrategy, { body: { version: shown.version, mission: 'Serve' } })
    expect(changed).toMatchObject({ id: shown.id, perspectives: shown.perspectives, mission: 'Serve', version: 2 })
    expect(await app.editor.refused(strategyRoutes.changeStrategy, { body: { version: 1, mission: 'Late' } })).toMatchObject({ code: 'version_moved' })
  })

  it('has perspectives with names of their own, and keeps those that hold objectives', async () => {
    const { perspectives } = await app.editor.read(strategyRoutes.createPerspective, { body: { name: 'Nature' } })
    const nature = perspectives.find(({ name }) => name === 'Nature')
    expect(await app.editor.refused(strategyRoutes.createPerspective, { body: { name: 'nature' } })).toMatchObject({ code: 'name_taken' })
    await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: nature?.id ?? '', statement: 'Clean rivers', weight: 0.5 } })
    expect(await app.editor.refused(strategyRoutes.removePerspective, { params: { id: nature?.id ?? '' } })).toMatchObject({ code: 'perspective_in_use', values: { found: 1 } })
  })

  it('takes weights that sum to 1 and refuses others', async () => {
    const rivers = (await read()).objectives[0]
    const roads = await addObjective('Safe roads', 0.2)
    const weights = (first: number, second: number) => [{ objectiveId: rivers?.id ?? '', weight: first, version: rivers?.version ?? 0 }, { objectiveId: roads.id, weight: second, version: roads.version }]
    expect(await app.editor.refused(strategyRoutes.changeWeights, { body: { weights: weights(0.6, 0.3) } })).toMatchObject({ code: 'weights_not_one', values: { found: 0.9 } })
    expect(await app.editor.read(strategyRoutes.changeWeights, { body: { weights: weights(0.6, 0.4) } })).toMatchObject({ weightTotal: 1 })
    expect(await app.editor.refused(strategyRoutes.changeWeights, { body: { weights: weights(0.5, 0.5) } })).toMatchObject({ code: 'version_moved' })
  })

  it('measures attainment by the latest actual; a second record of a date restates the first', async () => {
    const { objectives } = await read()
    const objectiveId = objectives[0]?.id ?? ''
    const body = { objectiveId, name: 'Spills', unit: 'count', direction: 'lower' as const, target: { baseline: '10', baselineOn: '2024-01-01', target: '8', dueOn: '2024-12-31', tolerance: null } }
    expect(await app.editor.refused(strategyRoutes.createMeasure, { body: { ...body, unit: 'furlong' } })).toMatchObject({ code: 'unit_unknown' })
    expect(await app.editor.refused(strategyRoutes.createMeasure, { body: { ...body, target: { ...body.target, dueOn: '2024-01-01' } } })).toMatchObject({ code: 'due_before_baseline' })
    const measure = (await app.editor.read(strategyRoutes.createMeasure, { body })).measures[0]
    expect(measure).toMatchObject({ attainment: { metric: { status: 'undefined', reason: 'NO_ACTUALS' } }, status: 'no_report' })
    const record = (value: string) => app.editor.read(strategyRoutes.recordActual, { params: { id: measure?.id ?? '' }, body: { on: '2024-07-01', value } })
    await record('10.5')
    const after = await record('8.2')
    expect(after.measures[0]?.attainment.metric).toEqual({ status: 'ok', value: expect.closeTo(0.9, 9) })
    expect(after.measures[0]?.actuals).toMatchObject([{ value: '8.2', state: 'restated', version: 2 }])
    expect(after.objectives.find(({ id }) => id === objectiveId)?.attainment.metric).toMatchObject({ status: 'ok' })
    await app.editor.read(strategyRoutes.removeActual, { params: { id: after.measures[0]?.actuals[0]?.id ?? '' } })
    expect((await read()).measures[0]?.actuals).toEqual([])
  })

  it('knows which initiatives serve what, and which objectives nobody serves', async () => {
    const initiative = await app.editor.read(demandRoutes.createInitiative, { body: { name: 'Wetland', costMinor: '700' } })
    const [rivers, roads] = (await read()).objectives
    expect(await read()).toMatchObject({ orphans: [{ name: 'Wetland' }], unserved: [rivers?.id, roads?.id] })
    const link = (objectiveId: string | undefined, contribution: number | null) => app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: initiative.id, objectiveId: objectiveId ?? '', contribution, rationale: 'Reeds filter' } })
    await link(rivers?.id, 0.5)
    const strategy = await link(roads?.id, -0.25)
    expect(strategy).toMatchObject({ orphans: [], unserved: [roads?.id], objectives: [{ initiatives: 1, cost: { metric: { status: 'ok', value: { minor: '700' } } } }, { initiatives: 0, hurtBy: 1, cost: { metric: { status: 'not_applicable' } } }] })
    // 0.6 × 0.5 − 0.4 × 0.25 = 0.2
    const { rows } = await app.viewer.read(demandRoutes.listInitiatives, {})
    expect(rows[0]).toMatchObject({ objectives: 2, alignment: { status: 'ok', value: expect.closeTo(0.2, 9) } })
    expect((await link(rivers?.id, null)).contributions).toHaveLength(1)
  })

  it('loses an objective with its measures and links', async () => {
    const before = await read()
    const after = await app.editor.read(strategyRoutes.removeObjective, { params: { id: before.objectives[0]?.id ?? '' } })
    expect(after.objectives).toHaveLength(before.objectives.length - 1)
    expect(after.measures).toEqual([])
  })
})
