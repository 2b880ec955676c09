import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes, type Scenario } from '@throughline/contract/portfolio'
import { strategyRoutes } from '@throughline/contract/strategy'
import { onEachDatabase, testApp, type Caller } from '@throughline/testkit/database'

onEachDatabase('scenarios', (t) => {
  const app = testApp(t)
  const initiative = async (name: string, costMinor: string, state: 'idea' | 'active' = 'active') => (await app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor, benefitsMinor: '900', startOn: '2027-01-01', endOn: '2028-01-01', state } })).id
  const fork = (name: string, by: Caller = app.editor) => by.read(portfolioRoutes.forkScenario, { body: { name, sharing: 'everyone' } })
  const params = ({ id }: { readonly id: string }) => ({ params: { id } })
  const set = (scenario: Scenario, id: string, field: string, value: string | number | boolean | null | string[], kind: 'initiative' | 'objective' | 'contribution' | 'dependency' = 'initiative') =>
    app.editor.read(portfolioRoutes.changeOverlay, { ...params(scenario), body: { version: scenario.version, set: [{ kind, id, field, value }] } })
  const initiativeNow = async (id: string) => (await app.viewer.read(demandRoutes.readInitiative, { params: { id } })).row
  const cost = (figures: Scenario['figures']) => (figures.cost.metric.status === 'ok' ? figures.cost.metric.value.minor : figures.cost.metric.status)
  const fresh = (scenario: Scenario) => app.editor.read(portfolioRoutes.readScenario, params(scenario))
  const propose = async (scenario: Scenario, by: Caller = app.editor) => by.read(portfolioRoutes.proposeScenario, { ...params(scenario), body: { version: scenario.version } })
  const approval = async (scenario: Scenario, by: Caller = app.owner) => {
    const { seen } = await by.read(portfolioRoutes.previewApproval, params(scenario))
    return { ...params(scenario), body: { version: (await fresh(scenario)).version, seen, rationale: 'The board agreed' } }
  }

  it('is isolated: nothing of it is in any answer about the plan', async () => {
    const id = await initiative('Isolated', '100')
    const answers = async () => JSON.stringify([
      await app.viewer.read(portfolioRoutes.readCockpit, {}), await app.viewer.read(demandRoutes.listInitiatives, { query: {} }), await app.viewer.read(portfolioRoutes.readSelectionCase, { query: {} }), await app.viewer.read(strategyRoutes.readStrategy, {}), await app.viewer.read(demandRoutes.listTies, {}),
    ])
    const before = await answers()
    const begun = await fork('Isolation')
    const changed = await set(begun, id, 'costMinor', '777777')
    const added = await app.editor.read(portfolioRoutes.changeOverlay, { ...params(begun), body: { version: changed.version, add: [{ kind: 'initiative', fields: { name: 'Only imagined', state: 'approved', costMinor: '5' } }] } })
    expect([added.changes, added.differences.items.length, added.moved]).toEqual([6, 2, false])
    expect(await answers()).toBe(before)
    expect(before).not.toContain('777777')
    expect(await app.viewer.read(portfolioRoutes.listScenarios, {})).toMatchObject([{ name: 'Isolation', figures: { funded: 2 } }])
  })

  it('adds up: the differences sum to the difference of the totals, and what is set back is no change', async () => {
    const id = await initiative('Adds up', '100')
    const begun = await fork('Sums')
    const dearer = await set(begun, id, 'costMinor', '250')
    expect(BigInt(cost(dearer.figures)) - BigInt(cost(dearer.basis))).toBe(150n)
    expect(dearer.differences).toMatchObject({ cost: { metric: { value: { minor: '150' } } }, items: [{ name: 'Adds up', fields: [{ field: 'costMinor', from: '100', to: '250' }], cost: { minor: '150' } }] })
    expect((await set(dearer, id, 'costMinor', '100')).changes).toBe(0)
  })

  it('says all that is wrong with its changes at once, and keeps none of them', async () => {
    const id = await initiative('Unsound', '100')
    const begun = await fork('Unsound')
    const body = { version: begun.version, set: [{ kind: 'initiative' as const, id, field: 'endOn', value: 'soon' }, { kind: 'initiative' as const, id, field: 'rating', value: 'green' }, { kind: 'dependency' as const, id: `${id}>${id}`, field: 'exists', value: true }] }
    const refused = await app.editor.refused(portfolioRoutes.changeOverlay, { ...params(begun), body })
    expect(refused).toMatchObject({ code: 'overlay_unsound', status: 422, values: { count: '3 things' } })
    const dates = { version: begun.version, set: [{ kind: 'initiative' as const, id, field: 'endOn', value: '2026-01-01' }] }
    expect((await app.editor.refused(portfolioRoutes.changeOverlay, { ...params(begun), body: dates })).detail).toContain('Unsound: found an end on 2026-01-01; expected an end on or after the start, 2027-01-01.')
    expect((await fresh(begun)).changes).toBe(0)
  })

  it('is seen by its author alone until it is shared, and by everybody once it is proposed', async () => {
    const id = await initiative('Private', '100')
    const hidden = await app.editor.read(portfolioRoutes.forkScenario, { body: { name: 'Secret plan' } })
    await set(hidden, id, 'costMinor', '123454321')
    const names = async (caller: Caller) => (await caller.read(portfolioRoutes.listScenarios, {})).map(({ name }) => name)
    expect([(await names(app.editor)).includes('Secret plan'), (await names(app.owner)).includes('Secret plan'), (await names(app.viewer)).includes('Secret plan')]).toEqual([true, false, false])
    expect(await app.owner.refused(portfolioRoutes.readScenario, params(hidden))).toMatchObject({ code: 'not_found' })
    const revisions = JSON.stringify(await app.owner.read(governanceRoutes.listRevisions, { query: { limit: 200 } }))
    expect([revisions.includes('Secret plan'), revisions.includes('123454321')]).toEqual([false, false])
    const version = (await fresh(hidden)).version
    await app.editor.read(portfolioRoutes.shareScenario, { ...params(hidden), body: { version, sharing: 'people', people: [app.viewer.actor.accountId] } })
    expect([(await names(app.viewer)).includes('Secret plan'), (await names(app.owner)).includes('Secret plan')]).toEqual([true, false])
    await propose(await fresh(hidden))
    expect((await names(app.owner)).includes('Secret plan')).toBe(true)
    expect(await app.editor.refused(portfolioRoutes.changeOverlay, { ...params(hidden), body: { version: (await fresh(hidden)).version } })).toMatchObject({ code: 'scenario_closed' })
    expect(await app.viewer.refused(portfolioRoutes.proposeScenario, { ...params(hidden), body: { version: 1 } })).toMatchObject({ code: 'role_insufficient' })
  })

  it('becomes the plan of record, with its decision, and shows what it changed', async () => {
    const [a, b] = [await initiative('Story A', '100'), await initiative('Story B', '200', 'idea')]
    const strategy = await app.editor.read(strategyRoutes.readStrategy, {})
    const withObjective = await app.editor.read(strategyRoutes.createObjective, { body: { perspectiveId: strategy.perspectives[0]?.id ?? '', statement: 'More value', weight: 1 } })
    const objective = withObjective.objectives.find(({ statement }) => statement === 'More value')?.id ?? ''
    const begun = await fork('The story')
    const changed = await app.editor.read(portfolioRoutes.changeOverlay, { ...params(begun), body: {
      version: begun.version,
      set: [
        { kind: 'initiative', id: a, field: 'costMinor', value: '150' }, { kind: 'initiative', id: b, field: 'state', value: 'approved' }, { kind: 'contribution', id: `${a}>${objective}`, field: 'contribution', value: 0.5 },
        { kind: 'dependency', id: `${b}>${a}`, field: 'exists', value: true }, { kind: 'objective', id: objective, field: 'deadline', value: '2029-12-31' },
      ],
      add: [{ kind: 'initiative', fields: { name: 'Story C', state: 'approved', costMinor: '40', startOn: '2027-01-01', endOn: '2028-01-01' } }],
    } })
    await propose(changed)
    const shown = await app.owner.read(portfolioRoutes.comparePlans, { query: { ids: `plan,${begun.id}` } })
    const preview = await app.owner.read(portfolioRoutes.previewApproval, params(begun))
    expect([preview.problems, preview.may]).toEqual([[], true])
    const done = await app.owner.read(portfolioRoutes.approveScenario, await approval(begun))
    expect([done.state, done.differences, done.moved]).toEqual(['approved', preview.changes, false])
    expect(await initiativeNow(a)).toMatchObject({ cost: { value: { minor: '150' } }, alignment: { value: 0.5 }, version: 2 })
    expect(await initiativeNow(b)).toMatchObject({ state: 'approved' })
    expect((await app.viewer.read(demandRoutes.listInitiatives, { query: {} })).rows.find(({ name }) => name === 'Story C')).toMatchObject({ state: 'approved', cost: { value: { minor: '40' } } })
    expect((await app.viewer.read(demandRoutes.listTies, {})).dependencies).toMatchObject([{ fromId: b, toId: a }])
    const [decision] = await app.viewer.read(governanceRoutes.listDecisions, { query: { scenarioId: begun.id } })
    expect(decision).toMatchObject({ chosen: 'The story', rationale: 'The board agreed', decider: { name: app.owner.actor.name }, proposer: { name: app.editor.actor.name }, hashBefore: shown.plans[0]?.figuresHash, hashAfter: shown.plans[1]?.figuresHash })
    expect((await app.viewer.read(portfolioRoutes.comparePlans, { query: { ids: `plan,${begun.id}` } })).plans[0]?.figuresHash).toBe(decision?.hashAfter)
    const replayed = await app.viewer.read(portfolioRoutes.comparePlans, { query: { ids: `plan@${decision?.knownAt},plan@${decision?.decidedAt}` } })
    expect(replayed.plans.map(({ figuresHash }) => figuresHash)).toEqual(shown.plans.map(({ figuresHash }) => figuresHash))
    expect(replayed.fields.map(({ name, field, values }) => [name, field, values])).toEqual(shown.fields.map(({ name, field, values }) => [name, field, values]))
    const revisions = await app.viewer.read(governanceRoutes.listRevisions, { query: { entityId: a } })
    expect(revisions[0]).toMatchObject({ act: 'portfolio.approve-scenario', why: `Decision ${decision?.id}: The story` })
    expect(await app.owner.refused(portfolioRoutes.approveScenario, await approval(begun))).toMatchObject({ code: 'scenario_not_proposed', values: { by: ` by ${app.owner.actor.name}` } })
  })

  it('is rebased: what arrived is dropped, what carries over stays, and conflicts wait for a person', async () => {
    const [a, b, c] = [await initiative('Moves A', '100'), await initiative('Moves B', '100'), await initiative('Moves C', '100')]
    const begun = await fork('Moving')
    const changed = await app.editor.read(portfolioRoutes.changeOverlay, { ...params(begun), body: { version: begun.version, set: [{ kind: 'initiative', id: a, field: 'costMinor', value: '150' }, { kind: 'initiative', id: b, field: 'costMinor', value: '150' }, { kind: 'initiative', id: c, field: 'costMinor', value: '150' }] } })
    for (const [id, costMinor] of [[a, '150'], [b, '120']] as const) await app.editor.read(demandRoutes.changeInitiative, { params: { id }, body: { version: 1, costMinor } })
    expect(await fresh(begun)).toMatchObject({ moved: true, conflicts: 1 })
    const behind = await fresh(begun)
    // The base stays as it was known: A and B at 100. The plan of now has 150 and 120, the scenario three times 150.
    expect([BigInt(cost(behind.plan)) - BigInt(cost(behind.basis)), BigInt(cost(behind.figures)) - BigInt(cost(behind.basis))]).toEqual([70n, 150n])
    const preview = await app.editor.read(portfolioRoutes.previewRebase, params(begun))
    expect([preview.clean.map(({ name }) => name), preview.already.map(({ name }) => name), preview.conflicts.map(({ name, base, plan, scenario }) => [name, base, plan, scenario])]).toEqual([['Moves C'], ['Moves A'], [['Moves B', '100', '120', '150']]])
    const body = { version: changed.version, seen: preview.seen }
    expect(await app.editor.refused(portfolioRoutes.rebaseScenario, { ...params(begun), body })).toMatchObject({ code: 'conflicts_open' })
    expect(await app.editor.refused(portfolioRoutes.rebaseScenario, { ...params(begun), body: { ...body, seen: 'older' } })).toMatchObject({ code: 'preview_outdated' })
    const rebased = await app.editor.read(portfolioRoutes.rebaseScenario, { ...params(begun), body: { ...body, resolutions: [{ kind: 'initiative', id: b, field: 'costMinor', take: 'other', value: '130' }] } })
    expect([cost(rebased.basis), cost(rebased.plan)].map(BigInt).reduce((x, y) => x - y)).toBe(0n)
    expect([rebased.moved, rebased.conflicts, rebased.overlay.map(({ name, base, value }) => [name, base, value])]).toEqual([false, 0, expect.arrayContaining([['Moves B', '120', '130'], ['Moves C', '100', '150']])])
    expect(rebased.overlay).toHaveLength(2)
  })

  it('is not approved over a conflict, nor after the plan moved under the approver, nor twice', async () => {
    const a = await initiative('Raced', '100')
    const changed = await set(await fork('Race one'), a, 'costMinor', '150')
    const rival = await set(await fork('Race two'), a, 'costMinor', '160')
    for (const scenario of [changed, rival]) await propose(scenario)
    const stale = await approval(changed)
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: a }, body: { version: 1, sponsor: 'Somebody' } })
    const [one, two] = await Promise.all([app.owner.call(portfolioRoutes.approveScenario, stale), app.owner.call(portfolioRoutes.approveScenario, stale)])
    expect([one, two].map(({ status }) => status).sort()).toEqual([200, 409])
    expect([one, two].find(({ status }) => status === 409)?.body).toMatchObject({ code: 'scenario_not_proposed', detail: expect.stringContaining(`approved by ${app.owner.actor.name}`) })
    const blocked = await app.owner.refused(portfolioRoutes.approveScenario, await approval(rival))
    expect(blocked).toMatchObject({ code: 'approval_blocked', detail: expect.stringContaining('Raced: costMinor was 100 when the scenario began; the plan says 150 now, the scenario 160.') })
    expect(await initiativeNow(a)).toMatchObject({ cost: { value: { minor: '150' } }, sponsor: 'Somebody' })
  })

  it('waits for edits of the plan, or they wait for it: neither is lost', async () => {
    const ids = [await initiative('Busy A', '100'), await initiative('Busy B', '100')]
    const scenario = await set(await fork('Busy'), ids[0] ?? '', 'costMinor', '150')
    await propose(scenario)
    const request = await approval(scenario)
    const edits = ids.map((id) => app.editor.call(demandRoutes.changeInitiative, { params: { id }, body: { version: 1, category: 'Edited' } }))
    const [approved, first, second] = await Promise.all([app.owner.call(portfolioRoutes.approveScenario, request), ...edits])
    expect([approved?.status, second?.status]).toEqual([200, 200])
    // Whoever came second on the same row either saw the new version and was refused by name, or came first and both stand.
    expect([200, 409]).toContain(first?.status)
    const row = await initiativeNow(ids[0] ?? '')
    expect(row).toMatchObject({ cost: { value: { minor: '150' } }, category: first?.status === 200 ? 'Edited' : null })
  })

  it('is decided by another owner than proposed it, as long as there is one', async () => {
    const a = await initiative('Whose', '100')
    const mine = await set(await fork('Whose'), a, 'costMinor', '150')
    await propose(mine, app.owner)
    const approving = await approval(mine)
    const other = await app.owner.read(peopleRoutes.addMember, { body: { email: 'second.owner@example.org', name: 'Second Owner', role: 'owner', password: 'a long enough password' } })
    expect(await app.owner.refused(portfolioRoutes.approveScenario, approving)).toMatchObject({ code: 'proposer_decides', values: { others: 'Second Owner' } })
    expect((await fresh(mine)).may.decide).toBe(false)
    await app.owner.call(peopleRoutes.removeMember, { params: { id: other.id } })
    expect((await app.owner.read(portfolioRoutes.approveScenario, approving)).state).toBe('approved')
  })

  it('takes the decisions of a selection, switchable, and is not approved where its budget breaks', async () => {
    const [a, b] = [await initiative('Chosen', '100', 'idea'), await initiative('Not chosen', '300')]
    const { input } = await app.viewer.read(portfolioRoutes.readSelectionCase, { query: {} })
    const outs = input.candidates.filter(({ id }) => id !== a).map(({ id }) => ({ kind: 'mustExclude' as const, candidateId: id }))
    const saved = await app.editor.read(portfolioRoutes.createScenario, { body: { name: 'Selected', value: 'benefits', constraints: [{ kind: 'totalBudget', limit: 150 }, ...outs], chosen: [a] } })
    const stateOf = (scenario: Scenario, id: string) => scenario.overlay.find((change) => change.id === id && change.field === 'state')
    expect([stateOf(saved, a), stateOf(saved, b)]).toMatchObject([{ base: 'idea', value: 'approved', origin: 'selection' }, { base: 'active', value: 'on_hold', origin: 'selection' }])
    const off = await app.editor.read(portfolioRoutes.decideBySelection, { ...params(saved), body: { version: saved.version, on: false } })
    expect(off.changes).toBe(0)
    const on = await app.editor.read(portfolioRoutes.decideBySelection, { ...params(saved), body: { version: off.version, on: true } })
    expect(on.changes).toBe(saved.changes)
    const kept = await app.editor.read(portfolioRoutes.changeOverlay, { ...params(on), body: { version: on.version, reset: [{ kind: 'initiative', id: b, field: 'state' }] } })
    await propose(kept)
    const refused = await app.owner.refused(portfolioRoutes.approveScenario, await approval(kept))
    expect(refused).toMatchObject({ code: 'approval_blocked', values: { all: [{ code: 'constraint_broken' }] } })
  })

  it('goes back and forth between draft, proposed, rejected and withdrawn', async () => {
    const a = await initiative('States', '100')
    const begun = await fork('States')
    expect(await app.editor.refused(portfolioRoutes.proposeScenario, { ...params(begun), body: { version: begun.version } })).toMatchObject({ code: 'scenario_empty' })
    const proposed = await propose(await set(begun, a, 'costMinor', '150'))
    const withdrawn = await app.editor.read(portfolioRoutes.withdrawScenario, { ...params(begun), body: { version: proposed.version } })
    expect(await app.editor.refused(portfolioRoutes.withdrawScenario, { ...params(begun), body: { version: withdrawn.version } })).toMatchObject({ code: 'scenario_not_proposed' })
    const again = await propose(withdrawn)
    const rejected = await app.owner.read(portfolioRoutes.rejectScenario, { ...params(begun), body: { version: again.version, rationale: 'Too dear' } })
    expect([rejected.state, rejected.remark, rejected.may.edit]).toEqual(['rejected', 'Too dear', true])
    expect((await set(rejected, a, 'costMinor', '140')).state).toBe('draft')
    const copy = await app.owner.read(portfolioRoutes.forkScenario, { body: { name: 'States, once more', from: begun.id } })
    expect([copy.forkOf?.name, copy.changes, copy.overlay[0]?.value]).toEqual(['States', 1, '140'])
  })

  it('compares two to four plans', async () => {
    expect(await app.viewer.refused(portfolioRoutes.comparePlans, { query: { ids: 'plan' } })).toMatchObject({ code: 'comparison_size' })
    expect(await app.viewer.refused(portfolioRoutes.comparePlans, { query: { ids: 'plan,nothing' } })).toMatchObject({ code: 'not_found' })
    const a = await initiative('Compared', '100')
    const one = await set(await fork('Compare one'), a, 'costMinor', '150')
    const two = await set(await fork('Compare two'), a, 'costMinor', '170')
    const found = await app.viewer.read(portfolioRoutes.comparePlans, { query: { ids: `plan,${one.id},${two.id}` } })
    expect(found.fields).toEqual([{ kind: 'initiative', id: a, name: 'Compared', field: 'costMinor', values: ['100', '150', '170'] }])
    expect(found.plans.map(({ change }) => change.cost.metric)).toMatchObject([{ value: { minor: '0' } }, { value: { minor: '50' } }, { value: { minor: '70' } }])
  })
})
