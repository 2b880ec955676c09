import { expect, it, vi } from 'vitest'
import { commentRoutes, decisionRoutes, governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { demandRoutes } from '@throughline/contract/demand'
import { linkRoutes, strategyRoutes, treeRoutes, versionRoutes, type RecalibrationCase, type StrategyVersionDetail } from '@throughline/contract/strategy'
import { prepareRecalibration, recalibrate } from '@throughline/engine/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { startWorker } from '../../jobs/index.ts'
import { portfolioRoom } from '../../portfolio/index.ts'

onEachDatabase('versions of the strategy', (t) => {
  const app = testApp(t)
  const strategy = () => app.viewer.read(strategyRoutes.readStrategy, {})
  const version = (id: string) => app.editor.read(versionRoutes.readVersion, { params: { id } })
  const edit = (draft: StrategyVersionDetail, change: object) => app.editor.read(versionRoutes.changeDraft, { params: { id: draft.id }, body: { version: draft.version, ...change } })
  const keyOf = (whole: { readonly content: StrategyVersionDetail['content'] }, statement: string) => whole.content.objectives.find((one) => one.statement === statement)?.key ?? ''
  const preview = (id: string) => app.owner.read(versionRoutes.previewAdoption, { params: { id } })
  const signal = { title: 'After the flood', reason: 'Rivers rose', signalOn: '2026-01-05' }
  let [wetland, bypass] = ['', '']
  const state = async (id: string) => (await app.viewer.read(demandRoutes.listInitiatives, {})).rows.find((row) => row.id === id)?.state

  it('begins beside the strategy in force, once, and changes nothing of it', async () => {
    const { perspectives } = await strategy()
    for (const [statement, weight] of [['Safe roads', 0.6], ['Clean rivers', 0.4]] as const) await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: perspectives[0]?.id ?? '', statement, weight, owner: 'Ada' } })
    const { objectives } = await strategy()
    const add = async (name: string, costMinor: string, serves: number) => {
      const { id } = await app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor, benefitsMinor: '900', state: 'active', startOn: '2024-04-01', endOn: '2040-04-01' } })
      await app.editor.read(strategyRoutes.changeContribution, { body: { initiativeId: id, objectiveId: objectives[serves]?.id ?? '', contribution: 0.8, rationale: 'As judged' } })
      return id
    }
    bypass = await add('Bypass', '1600', 0)
    wetland = await add('Wetland', '800', 1)
    const draft = await app.editor.read(versionRoutes.startDraft, { body: signal })
    expect(draft).toMatchObject({ status: 'draft', no: 2, problems: [], may: { edit: true, send: false } })
    expect(await app.editor.refused(versionRoutes.startDraft, { body: signal })).toMatchObject({ code: 'draft_exists' })
    expect((await app.viewer.read(versionRoutes.listVersions, {})).map(({ no, status, objectives: size }) => [no, status, size])).toEqual([[2, 'draft', 2], [1, 'in_force', 2]])
    expect(await app.editor.refused(versionRoutes.sendDraft, { params: { id: draft.id }, body: { version: draft.version } })).toMatchObject({ code: 'draft_changes_nothing' })
  })

  it('takes whole edits or none; of two editors the slower one is told', async () => {
    const [item] = await app.viewer.read(versionRoutes.listVersions, {})
    const draft = await version(item?.id ?? '')
    const [roads, rivers] = [keyOf(draft, 'Safe roads'), keyOf(draft, 'Clean rivers')]
    const perspectiveId = draft.content.perspectives[0]?.id ?? ''
    expect(await app.editor.refused(versionRoutes.changeDraft, { params: { id: draft.id }, body: { version: draft.version, weights: [{ key: 'nowhere', weight: 1 }, { key: rivers, weight: 0.1 }] } })).toMatchObject({ code: 'draft_edit_unsound' })
    const wider = await edit(draft, { addObjectives: [{ key: 'floods', perspectiveId, statement: 'Homes that stay dry', weight: 0.5, owner: 'Ada' }], weights: [{ key: roads, weight: 0.2 }, { key: rivers, weight: 0.3 }], contributions: [{ initiativeId: wetland, key: 'floods', contribution: 1, rationale: 'Holds water' }] })
    expect(wider.problems.map(({ code }) => code)).toEqual(['objectives_unmatched'])
    expect(await app.editor.refused(versionRoutes.changeDraft, { params: { id: draft.id }, body: { version: draft.version, weights: [{ key: roads, weight: 1 }] } })).toMatchObject({ code: 'version_moved' })
    expect(await app.editor.refused(versionRoutes.sendDraft, { params: { id: draft.id }, body: { version: wider.version } })).toMatchObject({ code: 'draft_unsound', values: { all: [{ code: 'objectives_unmatched', ids: ['floods'] }] } })
    const unsound = await edit(wider, { mappings: [{ kind: 'added', key: 'floods', weight: [] }], setObjectives: [{ key: 'floods', parentKey: rivers }, { key: rivers, parentKey: 'floods' }], weights: [{ key: roads, weight: 0.3 }] })
    expect(unsound.problems.map(({ code }) => code)).toEqual(['weights_not_one', 'objective_cycle'])
    const sound = await edit(unsound, { setObjectives: [{ key: rivers, parentKey: null }], weights: [{ key: roads, weight: 0.2 }], links: [{ id: '019a0000-0000-7000-8000-000000000001', from: rivers, to: 'floods', polarity: 'same', lag: 1, rationale: 'Rivers that flow flood less' }] })
    expect(sound.problems).toEqual([])
    const { id: unitId } = await app.owner.read(peopleRoutes.createUnit, { body: { code: 'RIV', name: 'Rivers', kind: 'division' } })
    const below = (at: number, statement: string, weight: number, serves: string | null, initiativeId?: string) => ({ id: `019a0000-0000-7000-8000-00000000002${at}`, statement, description: '', weight, owner: 'Grace', deadline: null, serves, contributions: initiativeId === undefined ? [] : [{ initiativeId, contribution: 1, rationale: 'Holds water' }] })
    const unit = { id: '019a0000-0000-7000-8000-000000000020', name: 'Rivers first', intent: 'Room for water', level: 'unit' as const, unitId, parentId: null, weights: 'inherited' as const, objectives: [below(1, 'Meadows that flood', 3, 'floods', wetland), below(2, 'Gauges that warn', 1, 'gone')].map((one) => ({ ...one, weight: one.weight / 4 })) }
    expect(await app.editor.refused(versionRoutes.changeDraft, { params: { id: draft.id }, body: { version: sound.version, unitStrategies: [{ ...unit, unitId: wetland }] } })).toMatchObject({ code: 'draft_edit_unsound', values: { all: [{ code: 'unit_unknown' }] } })
    const detached = await edit(sound, { unitStrategies: [unit], waivers: [{ id: '019a0000-0000-7000-8000-000000000030', unitId, reason: 'New', guardrails: 'Safety', from: '2026-01-01', to: '2030-01-01' }] })
    expect(detached.problems.map(({ code, words }) => [code, words])).toEqual([['unit_parent_retired', '“Gauges that warn” serves “gone”, which is not in the strategy above it.']])
    await edit(detached, { unitStrategies: [{ ...unit, objectives: [unit.objectives[0], below(2, 'Gauges that warn', 0.25, 'floods')] }] })
    expect((await app.viewer.read(treeRoutes.readTree, {})).strategies).toHaveLength(1)
    expect((await strategy()).objectives.map(({ statement, weight }) => [statement, weight])).toEqual([['Safe roads', 0.6], ['Clean rivers', 0.4]])
    const difference = await app.viewer.read(versionRoutes.readDifference, { params: { id: draft.id } })
    expect(difference.changes.map(({ kind }) => kind).sort()).toEqual(['added', 'reweighted', 'reweighted'])
    expect(difference).toMatchObject({ contributions: [{ initiativeId: wetland, key: 'floods', from: null, to: 1 }], links: { added: 1, changed: 0, removed: 0 }, unitStrategies: [{ name: 'Rivers first', kind: 'added', objectives: [{ kinds: ['added'] }, { kinds: ['added'] }] }] })
  })

  it('gives the engine everything to recalibrate, from now on, and whoever reads it computes the same', async () => {
    const [item] = await app.viewer.read(versionRoutes.listVersions, {})
    const found: RecalibrationCase = await app.viewer.read(versionRoutes.readRecalibrationCase, { params: { id: item?.id ?? '' } })
    // A sixteenth of the cost falls in each year; the years that are over or decided are no input.
    const first = found.initiatives.find(({ id }) => id === bypass)
    expect(first).toMatchObject({ standing: 'running', exitCost: { status: 'missing' }, after: { [Object.keys(first?.before ?? {})[0] ?? '']: 800 } })
    expect(first?.costToGo.status === 'ok' && first.costToGo.value > 0 && first.costToGo.value < 1600).toBe(true)
    const prepared = prepareRecalibration({ ...found, settings: { ...found.settings, constraints: [{ kind: 'atMostK', candidateIds: [bypass, wetland], most: 1 }] } })
    // The bypass brings 900 and costs more than that from now on.
    const outcome = recalibrate(prepared.input)
    expect(outcome.ok && outcome.value.actions.map(({ initiativeId, kind }) => [initiativeId, kind])).toEqual([[bypass, 'stop'], [wetland, 'accelerate']])
    expect(await app.viewer.read(versionRoutes.readToGo, { params: { id: bypass } })).toMatchObject({ costToGo: { metric: { status: 'ok' }, why: { formula: 'value-to-go' } } })
  })

  it('puts version and actions in force in one act with its decision, by somebody else, on the plan that was shown', async () => {
    const [item] = await app.viewer.read(versionRoutes.listVersions, {})
    const id = item?.id ?? ''
    const draft = await edit(await version(id), { actions: [{ initiativeId: bypass, kind: 'pause', note: 'Make room' }, { initiativeId: wetland, kind: 'accelerate', endOn: '2039-04-01' }] })
    const sent = await app.editor.read(versionRoutes.sendDraft, { params: { id }, body: { version: draft.version, remark: 'Please decide' } })
    expect(await app.editor.refused(versionRoutes.changeDraft, { params: { id }, body: { version: sent.version, title: 'Late' } })).toMatchObject({ code: 'version_closed' })
    const worker = startWorker({ db: t.db, kinds: portfolioRoom.jobs ?? [], pollMs: 20, leaseSeconds: 20, onError: (error) => expect.fail(String(error)) })
    const ended = ({ jobId }: { readonly jobId: string }) => vi.waitUntil(async () => {
      const found = await app.owner.read(governanceRoutes.readJob, { params: { id: jobId } })
      return found.state === 'done' || found.state === 'failed' ? found : false
    }, { timeout: 60_000, interval: 100 })
    const job = await ended(await app.owner.read(versionRoutes.startVersionRoadmap, { params: { id } }))
    const ranks = await ended(await app.viewer.read(versionRoutes.startVersionRanks, { params: { id }, body: { samples: 40, weights: { kind: 'around', doubt: 0 }, spread: 0 } }))
    await worker.stop()
    // Nothing is doubted: the wetland serves more weight in every sample, and money limits nothing.
    expect(ranks).toMatchObject({ state: 'done', result: { seed: 1, samples: 40, cutSamples: 40, left: [], mandatory: [], ranked: [[wetland, 1], [bypass, 2]].map(([initiativeId, rank]) => ({ initiativeId, rank, low: rank, high: rank, shares: [{ rank, share: 1 }], aboveCut: { status: 'ok', value: expect.any(Number) as number }, why: { formula: 'rank-acceptability' } })) } })
    // The bypass is paused by the draft, and is no part of its roadmap; money limits nothing.
    expect(job).toMatchObject({ state: 'done', result: { after: { proved: true, goAhead: 1 }, shifts: [{ initiativeId: bypass }], objectives: expect.arrayContaining([expect.objectContaining({ statement: 'Homes that stay dry', before: 0 })]) } })
    const approve = (seen: string, at = sent.version) => ({ params: { id }, body: { version: at, seen, rationale: 'Homes first' } })
    expect(await app.editor.refused(versionRoutes.approveDraft, approve(''))).toMatchObject({ code: 'role_insufficient' })
    // The plan moves under it: the cost of the bypass grows.
    const row = (await app.viewer.read(demandRoutes.listInitiatives, {})).rows.find((one) => one.id === bypass)
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: bypass }, body: { version: row?.version ?? 0, costMinor: '3200' } })
    expect(await app.owner.refused(versionRoutes.approveDraft, approve((await preview(id)).seen))).toMatchObject({ code: 'plan_moved', values: { all: [{ code: 'initiative_moved', ids: [bypass] }] } })
    expect(await state(bypass)).toBe('active')
    const rebase = await app.viewer.read(versionRoutes.previewDraftRebase, { params: { id } })
    expect(rebase).toMatchObject({ carried: 0, conflicts: [], initiatives: [{ id: bypass }] })
    const again = await app.editor.read(versionRoutes.rebaseDraft, { params: { id }, body: { version: sent.version, seen: rebase.seen } })
    expect(again.status).toBe('draft')
    const resent = await app.editor.read(versionRoutes.sendDraft, { params: { id }, body: { version: again.version } })
    const shown = await preview(id)
    expect(shown).toMatchObject({ may: true, problems: [] })
    expect(await app.owner.refused(versionRoutes.approveDraft, approve('another', resent.version))).toMatchObject({ code: 'draft_preview_outdated' })
    const approved = await app.owner.read(versionRoutes.approveDraft, approve(shown.seen, resent.version))
    expect(approved).toMatchObject({ status: 'in_force', content: { links: [{ polarity: 'same', lag: 1 }] } })
    expect([await state(bypass), await state(wetland)]).toEqual(['on_hold', 'active'])
    const now = await strategy()
    expect(now.strategyVersion).toMatchObject({ no: 2, status: 'in_force' })
    expect(now.objectives.map(({ statement, weight }) => [statement, weight]).sort()).toEqual([['Clean rivers', 0.3], ['Homes that stay dry', 0.5], ['Safe roads', 0.2]])
    const decision = await app.viewer.read(decisionRoutes.readDecision, { params: { id: approved.decisionId ?? '' } })
    expect(decision).toMatchObject({ chosen: 'After the flood', rationale: 'Homes first', proposer: { name: expect.any(String) } })
    expect(decision.hashAfter).not.toBe(decision.hashBefore)
    expect((await app.viewer.read(linkRoutes.readMap, {})).links).toMatchObject([{ polarity: 'same', evidence: { state: 'untested' } }])
    // What the unit wants goes with the version: three quarters and one of the half that it serves.
    const tree = await app.viewer.read(treeRoutes.readTree, {})
    expect(tree).toMatchObject({ issues: [], untaken: [expect.any(String), expect.any(String)], waivers: [{ unit: 'Rivers', state: 'in_force' }] })
    expect(tree.strategies[1]).toMatchObject({ unit: 'Rivers', waived: true, arrived: { value: 0.5 }, objectives: [{ effective: { metric: { value: 0.375 }, why: { formula: 'effective-weight' } }, served: [{ initiative: { name: 'Wetland' } }] }, { initiatives: 0 }] })
    expect(tree.strategies[0]?.objectives.find(({ id: key }) => key === 'floods')?.servedBy).toHaveLength(2)
    // Its objective is measured and talked about as one of the organisation is, and stands on the line of sight with it.
    const own = tree.strategies[1]?.objectives[0]?.id ?? ''
    const nobody = await app.editor.refused(strategyRoutes.createMeasure, { body: { objectiveId: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Of nothing', unit: 'count', direction: 'higher' } })
    expect(nobody).toMatchObject({ code: 'not_found' })
    await app.editor.read(strategyRoutes.createMeasure, { body: { objectiveId: own, name: 'Banks planted', unit: 'count', direction: 'higher', target: { baseline: '0', baselineOn: '2020-01-01', target: '10', dueOn: '2040-01-01', tolerance: null } } })
    const measured = (await app.viewer.read(strategyRoutes.listMeasures, {})).measures.find(({ strategy }) => strategy !== null)
    await app.editor.read(strategyRoutes.recordActual, { params: { id: measured?.id ?? '' }, body: { on: '2021-01-01', value: '5' } })
    const list = await app.viewer.read(strategyRoutes.listMeasures, {})
    expect(list.units).toMatchObject([{ unit: 'Rivers', composite: { metric: { value: 0.5 } }, coverage: 1 }])
    expect(list.composite.metric.status).not.toBe('ok')
    const [remeasured, mapped] = [await app.viewer.read(treeRoutes.readTree, {}), await app.viewer.read(linkRoutes.readMap, {})]
    expect(remeasured.strategies[1]).toMatchObject({ composite: { metric: { value: 0.5 } }, objectives: [{ attainment: { metric: { value: 0.5 } }, measures: [{ name: 'Banks planted', actuals: [{ value: '5' }] }] }, { measures: [] }] })
    expect(mapped.unitObjectives.find(({ id }) => id === own)?.attainment.metric).toEqual({ status: 'ok', value: 0.5 })
    const line = await app.viewer.read(strategyRoutes.readSight, { query: { kind: 'measure', id: measured?.id ?? '' } })
    expect(line.columns.flatMap(({ things }) => things.map(({ kind }) => kind))).toEqual(['objective', 'unit_objective', 'measure'])
    const said = { room: 'strategy', kind: 'unit_objective', id: own } as const
    const comment = await app.viewer.read(commentRoutes.addComment, { body: { subject: said, text: 'Where are the seedlings?' } })
    expect(await app.viewer.read(commentRoutes.listComments, { query: said })).toMatchObject({ subject: { name: 'Meadows that flood', place: `/strategy/units?objective=${own}` }, threads: [{ id: comment.threadId }] })
    const { items } = await app.viewer.read(versionRoutes.listRecalibrations, {})
    expect(items).toMatchObject([{ no: 2, actions: [{ kind: 'pause', count: 1 }, { kind: 'accelerate', count: 1 }] }])
    expect(items[0]?.steps.map(({ step, open }) => [step, open])).toEqual([['signal', false], ['recognised', false], ['sent', false], ['approved', false], ['moved', false], ['effect', true]])
  })

  it('carries what units are measured by: added, changed and taken away with the version, in its one act', async () => {
    const measuresBelow = async () => (await app.viewer.read(treeRoutes.readTree, {})).strategies[1]?.objectives ?? []
    const [meadows, gauges] = await measuresBelow()
    await app.editor.read(strategyRoutes.createMeasure, { body: { objectiveId: meadows?.id ?? '', name: 'Banks mown', unit: 'count', direction: 'higher' } })
    const draft = await app.editor.read(versionRoutes.startDraft, { body: { ...signal, title: 'Measured' } })
    const [planted, mown] = draft.content.unitStrategies[0]?.objectives[0]?.measures ?? []
    expect([planted, mown]).toMatchObject([{ name: 'Banks planted', target: { target: '10' } }, { name: 'Banks mown' }])
    const target = { baseline: '0', baselineOn: '2020-01-01', target: '20', dueOn: '2040-01-01', tolerance: null }
    const read = { id: '019a0000-0000-7000-8000-000000000040', name: 'Gauges read', unit: 'count', direction: 'higher', target }
    const changed = await edit(draft, { addMeasures: [{ ...read, key: gauges?.id }], setMeasures: [{ id: planted?.id, target }], removeMeasures: [mown?.id] })
    expect((await measuresBelow()).map(({ measures }) => measures.map(({ name, target: agreed }) => [name, agreed.target]))).toEqual([[['Banks planted', '10'], ['Banks mown', null]], []])
    const { unitStrategies } = await app.viewer.read(versionRoutes.readDifference, { params: { id: draft.id } })
    expect(unitStrategies).toMatchObject([{ kind: 'kept', objectives: [
      { kinds: ['measures_changed'], measures: [{ kind: 'target_changed', measure: { name: 'Banks planted' }, from: 10, to: 20 }, { kind: 'measure_replaced', from: [{ name: 'Banks mown' }], to: [] }] },
      { kinds: ['measures_changed'], measures: [{ kind: 'measure_replaced', from: [], to: [{ name: 'Gauges read' }] }] },
    ] }])
    expect((await app.viewer.read(versionRoutes.readRecalibrationCase, { params: { id: draft.id } })).unitStrategies).toEqual(unitStrategies)
    // What is renamed in force meanwhile is carried over beside the target of the draft.
    const [inForce] = (await measuresBelow())[0]?.measures ?? []
    await app.editor.read(strategyRoutes.changeMeasure, { params: { id: inForce?.id ?? '' }, body: { version: inForce?.version ?? 0, name: 'Banks that hold', owner: 'Grace' } })
    const rebase = await app.viewer.read(versionRoutes.previewDraftRebase, { params: { id: draft.id } })
    expect(rebase).toMatchObject({ carried: 1, conflicts: [] })
    const based = await app.editor.read(versionRoutes.rebaseDraft, { params: { id: draft.id }, body: { version: changed.version, seen: rebase.seen } })
    const sent = await app.editor.read(versionRoutes.sendDraft, { params: { id: draft.id }, body: { version: based.version } })
    await app.owner.read(versionRoutes.approveDraft, { params: { id: draft.id }, body: { version: sent.version, seen: (await preview(draft.id)).seen, rationale: 'So it is seen' } })
    // It is the very measure, with its owner and what was recorded of it: 5 of 20.
    expect(await measuresBelow()).toMatchObject([{ attainment: { metric: { value: 0.25 } }, measures: [{ id: planted?.id, name: 'Banks that hold', owner: 'Grace', target: { target: '20' }, actuals: [{ value: '5' }] }] }, { measures: [{ id: read.id, name: 'Gauges read' }] }])
    expect((await measuresBelow())[0]?.measures).toHaveLength(1)
  })

  it('is undone by a new recalibration: what went comes back under the ids that it had', async () => {
    const versions = await app.viewer.read(versionRoutes.listVersions, {})
    const earlier = versions.find(({ no }) => no === 1)
    expect(earlier?.status).toBe('superseded')
    expect((await version(earlier?.id ?? '')).content).toMatchObject({ objectives: [{ weight: 0.6 }, { weight: 0.4 }], contributions: [{ contribution: 0.8 }, { contribution: 0.8 }] })
    const draft = await app.editor.read(versionRoutes.startDraft, { body: { ...signal, title: 'Back', from: earlier?.id ?? '' } })
    const ready = await edit(draft, { mappings: [{ kind: 'retired', key: 'floods', weight: [{ key: keyOf(draft, 'Safe roads'), weight: 0.5 }] }], actions: [{ initiativeId: bypass, kind: 'start' }] })
    expect(ready.problems).toEqual([])
    // What is changed in force meanwhile is carried over, or asked about where both changed it.
    const road = (await strategy()).objectives.find(({ statement }) => statement === 'Safe roads')
    await app.editor.read(strategyRoutes.changeObjective, { params: { id: road?.id ?? '' }, body: { version: road?.version ?? 0, owner: 'Grace' } })
    const rebase = await app.viewer.read(versionRoutes.previewDraftRebase, { params: { id: draft.id } })
    expect(rebase).toMatchObject({ carried: 1, conflicts: [] })
    const based = await app.editor.read(versionRoutes.rebaseDraft, { params: { id: draft.id }, body: { version: ready.version, seen: rebase.seen } })
    const sent = await app.editor.read(versionRoutes.sendDraft, { params: { id: draft.id }, body: { version: based.version } })
    const { seen } = await preview(draft.id)
    await app.owner.read(versionRoutes.approveDraft, { params: { id: draft.id }, body: { version: sent.version, seen, rationale: 'The water fell' } })
    expect((await strategy()).objectives.map(({ id, weight, owner }) => [id, weight, owner])).toEqual([[road?.id, 0.6, 'Grace'], [expect.any(String), 0.4, 'Ada']])
    expect(await state(bypass)).toBe('approved')
    expect((await app.viewer.read(treeRoutes.readTree, {})).strategies).toHaveLength(1)
    const link = await app.editor.refused(linkRoutes.createLink, { body: { from: road?.id ?? '', to: road?.id ?? '', polarity: 'same', lag: 0 } })
    expect(link).toMatchObject({ code: 'link_to_itself' })
  })
})
