import { beforeAll, describe, expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import type { RequestOf, Route } from '@throughline/contract/wire'
import { valueRoutes } from '@throughline/contract/value'
import { onEachDatabase, testApp, type Person } from '@throughline/testkit/database'
import { rooms } from '../rooms.ts'

/** Amounts that stand nowhere by chance, as minor units and in full. */
const costMinor = '73919151300'
const benefitsMinor = '86868686800'
const amount = /73919151|739191513|739,191,513|8686868|868686868|868,686,868|43737|1\.175/

onEachDatabase('amounts', (t) => {
  const app = testApp(t)
  let blind: Person
  let id: string
  beforeAll(async () => {
    blind = await app.member('resource_manager')
    const field = await app.owner.read(demandRoutes.createField, { body: { name: 'Reserve', kind: 'money' } })
    const word = await app.owner.read(demandRoutes.createField, { body: { name: 'Colour', kind: 'text' } })
    const row = await app.owner.read(demandRoutes.createInitiative, { body: { name: 'Bridge', costMinor, benefitsMinor, startOn: '2025-01-01', endOn: '2027-12-31', state: 'active' } })
    id = row.id
    await app.owner.read(demandRoutes.changeCells, { body: { changes: [{ id, version: row.version, field: `custom:${field.id}`, value: '4373700' }, { id, version: row.version, field: `custom:${word.id}`, value: 'Blue' }] } })
    await app.owner.read(valueRoutes.recordEntry, { body: { initiativeId: id, kind: 'realised', year: 2025, amountMinor: benefitsMinor, cashClass: 'cash_releasing', evidence: 'Counted' } })
    await app.owner.read(portfolioRoutes.createScenario, { body: { name: 'All', value: 'benefits', constraints: [], chosen: [id], sharing: 'everyone' } })
  })

  const reads = rooms.flatMap(({ room, routes }) => Object.entries(routes as Readonly<Record<string, Route>>).filter(([, { method, access }]) => method === 'GET' && access !== 'public').map(([name, route]) => ({ name: `${room}.${name}`, route })))
  const ask = (person: Person, route: Route) =>
    person.call(route, { params: { id }, query: route.path.endsWith('/subject') || route.path.includes('/comments') ? { room: 'demand', kind: 'initiative', id } : route.path.endsWith('-export') ? { format: 'csv' } : route.path.endsWith('/comparison') ? { ids: 'plan,plan' } : route.path.endsWith('/views') ? { list: 'initiatives' } : undefined } as unknown as RequestOf<Route>)

  it('are told by many reads to who may see them, so that there is something to withhold', async () => {
    const answers = await Promise.all(reads.filter(({ route }) => !route.path.includes(':') || route.path.includes('initiatives')).map(async ({ name, route }) => ({ name, tells: amount.test((await ask(app.viewer, route)).bytes.toString('utf8')) })))
    const telling = answers.filter(({ tells }) => tells).map(({ name }) => name)
    expect(telling).toEqual(expect.arrayContaining(['demand.listInitiatives', 'demand.readWindow', 'demand.readInitiative', 'demand.exportInitiatives', 'value.readValue', 'portfolio.readCockpit', 'portfolio.listScenarios', 'governance.listActivity', 'governance.listRevisions']))
  })

  it('are told of a window that others were given as well to who may see them alone, and to each with their own rights, whoever asked before', async () => {
    const query = { ask: JSON.stringify({ search: 'Bridge', groups: ['unit'], sort: [{ field: 'name', descending: false }] }) }
    for (const [person, tells, edits] of [[app.viewer, true, false], [blind, false, false], [app.editor, true, true], [blind, false, false], [app.viewer, true, false], [app.editor, true, true]] as const) {
      const { bytes } = await person.call(demandRoutes.readWindow, { query })
      const { rows } = JSON.parse(bytes.toString('utf8')) as { readonly rows: readonly { readonly may: readonly string[] }[] }
      expect([amount.test(bytes.toString('utf8')), rows.map(({ may }) => may.includes('edit_initiative'))]).toEqual([tells, [edits]])
    }
  })

  it.each(reads)('are told by no read to who may not: $name', async ({ route }) => {
    for (const query of [undefined, '?asOf=now'] as const) {
      const answer = query === undefined ? await ask(blind, route) : await blind.call({ ...route, path: `${route.path}?asOf=${encodeURIComponent(new Date().toISOString())}` } as Route, { params: { id } } as unknown as RequestOf<Route>)
      const text = answer.bytes.toString('utf8')
      expect(amount.exec(text)?.[0]).toBeUndefined()
      if (route.money === 'refused') expect(answer.body).toMatchObject({ code: expect.stringMatching(/amounts_withheld|role_insufficient|input_invalid/) as unknown })
    }
  })

  it('are a figure with a reason in their place, and so are their sums and ratios', async () => {
    const reason = { status: 'undefined', reason: 'WITHHELD' }
    expect((await blind.read(demandRoutes.listInitiatives, {})).rows[0]).toMatchObject({ name: 'Bridge', cost: reason, benefits: reason, ratio: reason })
    const window = await blind.read(demandRoutes.readWindow, { query: { ask: '{"groups":["state"]}' } })
    expect(window).toMatchObject({ cost: reason, benefits: reason, groups: [{ count: 1, cost: reason }], rows: [{ cost: reason }] })
    const cockpit = await blind.read(portfolioRoutes.readCockpit, {})
    expect(cockpit).toMatchObject({ initiatives: 1, cost: { metric: reason, why: { figure: reason } }, ratio: { metric: reason } })
    expect(Object.values(window.rows[0]?.custom ?? {})).toEqual(['Blue'])
  })

  it('leave what else was recorded and decided: evidence, reasons, who and when', async () => {
    expect(await blind.read(valueRoutes.listEntries, {})).toMatchObject([{ initiative: 'Bridge', kind: 'realised', amount: null, evidence: 'Counted', by: app.owner.actor.name }])
    expect(await app.viewer.read(valueRoutes.listEntries, {})).toMatchObject([{ amount: { minor: benefitsMinor } }])
    const fork = await app.editor.read(portfolioRoutes.forkScenario, { body: { name: 'Dearer', sharing: 'everyone' } })
    const dearer = await app.editor.read(portfolioRoutes.changeOverlay, { params: { id: fork.id }, body: { version: fork.version, set: [{ kind: 'initiative', id, field: 'costMinor', value: '43737000' }] } })
    const proposed = await app.editor.read(portfolioRoutes.proposeScenario, { params: { id: fork.id }, body: { version: dearer.version } })
    const { decisionId } = await app.owner.read(portfolioRoutes.rejectScenario, { params: { id: fork.id }, body: { version: proposed.version, rationale: 'Not this year' } })
    const seen = await app.viewer.read(governanceRoutes.readDecision, { params: { id: decisionId ?? '' } })
    expect(JSON.stringify(seen)).toMatch(amount)
    const decision = await blind.read(governanceRoutes.readDecision, { params: { id: decisionId ?? '' } })
    const reason = { status: 'undefined', reason: 'WITHHELD' }
    expect(decision).toMatchObject({ rationale: 'Not this year', decider: { name: app.owner.actor.name }, changes: 1, hashBefore: null, hashAfter: null, differences: { items: [{ name: 'Bridge', what: 'changed', fields: [{ field: 'costMinor', from: reason, to: reason }], cost: null }], cost: { metric: reason } } })
    expect(decision.options.map(({ figures }) => figures.cost)).toEqual(decision.options.map(() => reason))
    expect(JSON.stringify(decision)).not.toMatch(amount)
  })

  it('leave of scenarios, comparisons and changes what is no amount', async () => {
    const reason = { status: 'undefined', reason: 'WITHHELD' }
    const field = (await app.viewer.read(demandRoutes.listFields, {})).find(({ name }) => name === 'Reserve')?.id ?? ''
    const fork = await app.editor.read(portfolioRoutes.forkScenario, { body: { name: 'Wider', sharing: 'everyone' } })
    const set = [{ field: 'costMinor', value: '43737000' }, { field: 'endOn', value: '2028-12-31' }, { field: `custom:${field}`, value: '4373799' }].map((one) => ({ kind: 'initiative' as const, id, ...one }))
    await app.editor.read(portfolioRoutes.changeOverlay, { params: { id: fork.id }, body: { version: fork.version, set } })
    const [saved] = (await app.viewer.read(portfolioRoutes.listScenarios, {})).filter(({ selection }) => selection !== null)
    const asked = [
      [portfolioRoutes.readScenario, { params: { id: fork.id } }], [portfolioRoutes.readScenario, { params: { id: saved?.id ?? '' } }], [portfolioRoutes.listScenarioRows, { params: { id: fork.id } }],
      [portfolioRoutes.comparePlans, { query: { ids: `plan,${fork.id}` } }], [portfolioRoutes.readChanges, { query: {} }], [portfolioRoutes.readChanges, { query: { field: 'benefits' } }],
    ] as const
    for (const [route, request] of asked) {
      const told = async (person: Person) => (await person.call(route as Route, request as unknown as RequestOf<Route>)).bytes.toString('utf8')
      expect([route.path, amount.test(await told(app.viewer))]).toEqual([route.path, true])
      expect([route.path, amount.exec(await told(blind))?.[0]]).toEqual([route.path, undefined])
    }
    const scenario = await blind.read(portfolioRoutes.readScenario, { params: { id: fork.id } })
    expect(scenario).toMatchObject({ figures: { initiatives: 1, funded: 1, cost: { metric: reason }, years: [], undatedCost: null }, differences: { items: [{ name: 'Bridge', cost: null }], cost: { metric: reason } } })
    expect(scenario.overlay.map(({ field: name, value }) => [name, value]).toSorted()).toEqual([['costMinor', reason], [`custom:${field}`, reason], ['endOn', '2028-12-31']].toSorted())
    expect((await blind.read(portfolioRoutes.readScenario, { params: { id: saved?.id ?? '' } })).selection).toMatchObject({ chosen: [{ name: 'Bridge' }], candidates: 1, proved: true, amounts: 'withheld', totalValue: null, bound: null, gap: null, totalCost: null })
    expect(await blind.read(portfolioRoutes.listScenarioRows, { params: { id: fork.id } })).toMatchObject({ amounts: 'withheld', rows: [{ name: 'Bridge', endOn: '2028-12-31', costMinor: null, benefitsMinor: null, years: [], changed: expect.arrayContaining(['costMinor', 'endOn']) as unknown }] })
    expect(await blind.read(portfolioRoutes.comparePlans, { query: { ids: `plan,${fork.id}` } })).toMatchObject({ plans: [{ figuresHash: null }, { figuresHash: null, change: { cost: { metric: reason } } }], fields: expect.arrayContaining([expect.objectContaining({ field: 'endOn', values: ['2027-12-31', '2028-12-31'] }), expect.objectContaining({ field: 'costMinor', values: [reason, reason] })]) as unknown })
    expect(await blind.read(portfolioRoutes.readChanges, { query: {} })).toMatchObject({ amounts: 'withheld', totals: { cost: { after: reason, lines: [{ cause: 'joined', initiatives: 1, amount: null }] } }, counts: { joined: 1 }, items: [{ name: 'Bridge', moves: expect.arrayContaining([expect.objectContaining({ cause: 'joined', amount: null })]) as unknown }], rest: { amount: null } })
  })

  it('are not found out by trying what a budget allows: a token that may make scenarios saves no selection', async () => {
    const { secret } = await app.owner.read(peopleRoutes.createToken, { body: { name: 'blind maker', may: ['read', 'make_scenario'] } })
    const maker = app.withToken(secret)
    const body = { name: 'Guess', value: 'benefits' as const, constraints: [{ kind: 'totalBudget' as const, limit: 1 }], chosen: [id] }
    for (const route of [portfolioRoutes.createScenario, portfolioRoutes.startSaving]) expect(await maker.refused(route, { body })).toMatchObject({ code: 'amounts_withheld' })
    const fork = await maker.read(portfolioRoutes.forkScenario, { body: { name: 'Mine' } })
    const { bytes } = await maker.call(portfolioRoutes.changeOverlay, { params: { id: fork.id }, body: { version: fork.version, set: [{ kind: 'initiative', id, field: 'costMinor', value: '1' }] } })
    expect(amount.exec(bytes.toString('utf8'))?.[0]).toBeUndefined()
  })

  describe('are not found out', () => {
    it.each(['{"filters":[{"field":"cost","op":"at_least","values":["5"]}]}', '{"sort":[{"field":"benefits","descending":true}]}', '{"groups":["inYearForecast"]}', '{"sort":[{"field":"ratio","descending":true}]}'])('by asking %s', async (text) => {
      expect(await blind.refused(demandRoutes.readWindow, { query: { ask: text } })).toMatchObject({ code: 'amounts_withheld' })
      expect(await blind.refused(demandRoutes.exportInitiatives, { query: { format: 'csv', ask: text } })).toMatchObject({ code: 'amounts_withheld' })
    })

    it('in a file, whose cells say that they are withheld', async () => {
      const file = (await blind.call(demandRoutes.exportInitiatives, { query: { format: 'csv' } })).bytes.toString('utf8')
      expect(file).toContain('withheld')
      expect(file).toContain('Blue')
    })

    it('in the history, where fields without amounts stay', async () => {
      const { entries } = await blind.read(governanceRoutes.listActivity, { query: { act: 'demand.create-initiative' } })
      expect(entries[0]?.changes.find(({ field }) => field === 'name')).toMatchObject({ after: 'Bridge' })
      expect(entries[0]?.changes.find(({ field }) => /cost/i.test(field))?.after).toEqual({ status: 'undefined', reason: 'WITHHELD' })
    })
  })
})
