import { demandRoutes, type CriteriaDraft, type CriteriaStudio, type Criterion, type InitiativeRow } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { expect, it } from 'vitest'

const [cheap, reach] = ['0190f000-0000-7000-8000-000000000001', '0190f000-0000-7000-8000-000000000002']
const gateId = '0190f000-0000-7000-8000-000000000003'

onEachDatabase('the criteria model', (t) => {
  const app = testApp(t)

  it('is drafted, weighed and approved by somebody else, scores initiatives, and is held against decisions by what was known then', async () => {
    const { editor, owner, viewer } = app
    const { perspectives } = await owner.read(strategyRoutes.readStrategy, {})
    await editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement: 'Safe roads', weight: 1 } })
    const rows: InitiativeRow[] = []
    for (const [name, cost] of [['A', 1], ['B', 2], ['C', 4], ['D', 8], ['E', 9]] as const) rows.push(await editor.read(demandRoutes.createInitiative, { body: { name, costMinor: String(cost * 100), state: 'case' } }))
    const drafted = await editor.read(demandRoutes.draftCriteria, { body: { name: 'Selection 2026' } })
    const id = drafted.shown?.id ?? ''
    expect([drafted.versions.map(({ no, state }) => [no, state]), drafted.shown?.notReady, drafted.around.objectives.map(({ statement }) => statement)]).toEqual([[[1, 'draft']], ['no_criteria'], ['Safe roads']])
    expect(await editor.refused(demandRoutes.draftCriteria, { body: { name: 'Another' } })).toMatchObject({ status: 409, code: 'criteria_draft_there' })

    const criteria: Criterion[] = [
      { id: cheap, name: 'Cheap', about: '', source: { kind: 'figure', figure: 'cost' }, scale: { kind: 'points', unit: 'EUR', points: [{ at: 0, value: 100 }, { at: 10, value: 0 }] }, objectiveKeys: [] },
      { id: reach, name: 'Reach', about: '', source: { kind: 'judged', measureId: null }, scale: { kind: 'levels', levels: [{ name: 'One', value: 0 }, { name: 'Some', value: 40 }, { name: 'All', value: 100 }] }, objectiveKeys: drafted.around.objectives.map(({ key }) => key) },
    ]
    const says = (version: number, more: Partial<CriteriaDraft> = {}) => ({ params: { id }, body: { version, name: 'Selection 2026', note: '', criteria, gates: [{ id: gateId, name: 'Approval', before: 'approved' as const, hurdles: [{ criterionId: cheap, least: null, most: 5, levels: [] }], leastScore: null }], ...more } })
    expect(await viewer.refused(demandRoutes.changeCriteria, says(1))).toMatchObject({ code: 'role_insufficient' })
    expect(await editor.refused(demandRoutes.changeCriteria, says(1, { criteria: criteria.map((one) => ({ ...one, name: 'Same' })) }))).toMatchObject({ code: 'criteria_unsound', detail: expect.stringContaining('Same twice') as unknown })
    await editor.read(demandRoutes.changeCriteria, says(1))
    expect(await editor.refused(demandRoutes.changeCriteria, says(1))).toMatchObject({ code: 'version_moved' })
    const weigh = (version: number, values: readonly { id: string; value: number }[]) => ({ params: { id }, body: { version, method: 'swing' as const, table: 'saaty_1980' as const, values: [...values], pairs: [] } })
    expect(await editor.refused(demandRoutes.weighCriteria, weigh(2, [{ id: cheap, value: 100 }]))).toMatchObject({ code: 'criteria_unweighed', detail: expect.stringContaining('Not judged: Reach.') as unknown })
    expect(await owner.refused(demandRoutes.approveCriteria, { params: { id }, body: { version: 2, reason: 'Agreed' } })).toMatchObject({ code: 'criteria_not_ready', detail: expect.stringContaining('not weighed') as unknown })
    const weighed = await editor.read(demandRoutes.weighCriteria, weigh(2, [{ id: cheap, value: 100 }, { id: reach, value: 0 }]))
    expect(weighed.shown?.weights?.weights).toEqual([{ criterionId: cheap, weight: 1 }, { criterionId: reach, weight: 0 }])
    const scored = await editor.read(demandRoutes.weighCriteria, weigh(3, [{ id: cheap, value: 100 }, { id: reach, value: 100 }]))
    // Nobody judged the reach: half of the score is not known, and never 0.
    expect(scored.shown?.scores.map(({ initiative, total, low, high, best, worst }) => [initiative.name, total.metric.status, low, high, best, worst])[0]).toEqual(['A', 'missing', 45, 95, 1, 5])
    const judge = (name: string, raw: string | number) => ({ body: { initiativeId: rows.find((row) => row.name === name)?.id ?? '', criterionId: reach, raw, rationale: 'Asked the users' } })
    expect(await editor.refused(demandRoutes.scoreInitiative, judge('A', 'Few'))).toMatchObject({ code: 'score_off_scale', detail: expect.stringContaining('one of One, Some, All') as unknown })
    let last: CriteriaStudio = scored
    for (const name of ['A', 'B', 'C', 'D', 'E']) last = await editor.read(demandRoutes.scoreInitiative, judge(name, 'Some'))
    expect(last.shown?.scores.map(({ initiative, total, best, atGate }) => [initiative.name, total.metric, best, atGate?.standing])).toEqual([
      ['A', { status: 'ok', value: 65 }, 1, 'met'], ['B', { status: 'ok', value: 60 }, 2, 'met'], ['C', { status: 'ok', value: 50 }, 3, 'met'], ['D', { status: 'ok', value: 30 }, 4, 'not_met'], ['E', { status: 'ok', value: 25 }, 5, 'not_met'],
    ])
    const approving = { params: { id }, body: { version: last.shown?.version ?? 0, reason: 'Agreed by the board' } }
    const second = await app.member('owner', 'Second Owner')
    await owner.read(demandRoutes.changeCriteria, says(last.shown?.version ?? 0, { note: 'Checked' }))
    approving.body.version += 1
    expect(await owner.refused(demandRoutes.approveCriteria, approving)).toMatchObject({ code: 'criteria_own', detail: expect.stringContaining('Second Owner') as unknown })
    const approved = await second.read(demandRoutes.approveCriteria, approving)
    expect([approved.shown?.state, approved.shown?.reason, approved.shown?.backTest.agreement.metric]).toEqual(['in_force', 'Agreed by the board', { status: 'undefined', reason: 'INSUFFICIENT_POINTS' }])
    expect(await editor.refused(demandRoutes.changeCriteria, says(approved.shown?.version ?? 0))).toMatchObject({ code: 'criteria_closed' })

    // The three cheapest are taken up and two put off; that the dearest becomes free afterwards changes nothing of what was known then.
    const fork = await editor.read(portfolioRoutes.forkScenario, { body: { name: 'Plan', sharing: 'everyone' } })
    const params = { id: fork.id }
    const changed = await editor.read(portfolioRoutes.changeOverlay, { params, body: { version: fork.version, set: rows.map(({ id: one, name }) => ({ kind: 'initiative' as const, id: one, field: 'state', value: ['A', 'B', 'C'].includes(name) ? 'approved' : 'on_hold' })) } })
    const proposed = await editor.read(portfolioRoutes.proposeScenario, { params, body: { version: changed.version } })
    const { seen } = await owner.read(portfolioRoutes.previewApproval, { params })
    await owner.read(portfolioRoutes.approveScenario, { params, body: { version: proposed.version, seen, rationale: 'As scored' } })
    const dear = (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows.find(({ name }) => name === 'E')
    await editor.read(demandRoutes.changeInitiative, { params: { id: dear?.id ?? '' }, body: { version: dear?.version ?? 0, costMinor: '0' } })
    const { shown } = await viewer.read(demandRoutes.readCriteria, {})
    expect(shown?.scores[0]?.initiative.name).toBe('E')
    // All six pairs apart in order, four tied in outcome: τ-b = 6/√(10·6).
    expect(shown?.backTest).toMatchObject({ decisions: 1, counted: 5, alike: 6, against: 0, tiedOutcomes: 4, agreement: { metric: { status: 'ok', value: expect.closeTo(6 / Math.sqrt(60), 9) as number } } })
    expect(shown?.inUse.followed.metric).toEqual({ status: 'ok', value: 1 })

    // Who may not see amounts sees no score and no rank that is made of them.
    const blind = await (await app.member('resource_manager')).read(demandRoutes.readCriteria, {})
    expect(blind.shown?.scores.map(({ total, low, high, best, worst }) => [total.metric, low, high, best, worst])).toEqual(Array.from({ length: 5 }, () => [{ status: 'undefined', reason: 'WITHHELD' }, 20, 70, 1, 5]))
    expect([blind.shown?.backTest.agreement.metric, blind.shown?.inUse.scored.metric, blind.shown?.inUse.followed.metric]).toEqual([1, 2, 3].map(() => ({ status: 'undefined', reason: 'WITHHELD' })))

    const next = await editor.read(demandRoutes.draftCriteria, { body: { name: 'Selection 2027' } })
    expect([next.shown?.criteria.map(({ name }) => name), next.versions.map(({ no, state }) => [no, state])]).toEqual([['Cheap', 'Reach'], [[2, 'draft'], [1, 'in_force']]])
    // What the version before stood for is gone meanwhile.
    const { objectives } = await owner.read(strategyRoutes.readStrategy, {})
    await owner.read(strategyRoutes.removeObjective, { params: { id: objectives[0]?.id ?? '' }, query: { version: objectives[0]?.version ?? 0 } })
    expect(await owner.refused(demandRoutes.approveCriteria, { params: { id: next.shown?.id ?? '' }, body: { version: 1, reason: 'As before' } })).toMatchObject({ code: 'criteria_unsound', detail: expect.stringContaining('objectives of the strategy in force') as unknown })
    const put = await editor.read(demandRoutes.removeCriteria, { params: { id: next.shown?.id ?? '' }, query: { version: 1 } })
    expect(put.shown?.name).toBe('Selection 2026')
    const { map } = await owner.read(governanceRoutes.listRevisions, { query: { entityId: id } }).then((all) => ({ map: all.map(({ act }) => act) }))
    expect(map).toEqual(['demand.approve-criteria', 'demand.change-criteria', 'demand.weigh-criteria', 'demand.weigh-criteria', 'demand.change-criteria', 'demand.draft-criteria'])
  })
})
