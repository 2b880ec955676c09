import { expect, it } from 'vitest'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes } from '@throughline/contract/governance'
import { peopleRoutes } from '@throughline/contract/people'
import { portfolioRoutes } from '@throughline/contract/portfolio'
import { selectPortfolio, type Constraint } from '@throughline/engine/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'

onEachDatabase('portfolio', (t) => {
  const app = testApp(t)
  const add = async (name: string, costMinor: string, benefitsMinor: string) => (await app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor, benefitsMinor, startOn: '2027-01-01', endOn: '2028-01-01' } })).id
  let ids: readonly string[] = []
  const ready = async () => (ids = ids.length > 0 ? ids : [await add('A', '600', '6000'), await add('B', '500', '4500'), await add('C', '500', '4500')])
  const budget = { kind: 'totalBudget' as const, limit: 1000 }

  it('gives a case that the engine solves: the ratio takes A, the best is B and C', async () => {
    const [, b, c] = await ready()
    const selection = await app.viewer.read(portfolioRoutes.readSelectionCase, { query: {} })
    expect(selection.totals.candidates).toBe(3)
    const result = selectPortfolio({ ...selection.input, constraints: [budget] })
    expect(result.ok && [result.value.chosen, result.value.value, result.value.proved, result.value.ranking.valueLeftOnTable]).toEqual([[b, c].sort(), 9000, true, 3000])
  })

  it('saves what it can prove, and refuses a plan that breaks a constraint or names no candidate', async () => {
    const [a, b, c] = await ready()
    const save = (name: string, chosen: (string | undefined)[]) => app.editor.call(portfolioRoutes.createScenario, { body: { name, value: 'benefits', constraints: [budget], chosen: chosen.map(String) } })
    expect((await save('Best', [b, c])).body).toMatchObject({ selection: { totalValue: 9000, bound: 9000, proved: true, stale: false, gap: 0 } })
    expect((await save('Ratio', [a])).body).toMatchObject({ selection: { totalValue: 6000, bound: 9000, proved: false, gap: 0.5 } })
    expect((await save('Too much', [a, b])).body).toMatchObject({ code: 'selection_breaks_constraint' })
    expect((await save('Stranger', ['01890a5d-ac96-774b-bcce-b302099a8057'])).body).toMatchObject({ code: 'selection_invalid' })
    expect((await save('best', [b])).body).toMatchObject({ code: 'scenario_name_taken' })
  })

  it('weighs only those that a filter lets through, and decides on nothing else', async () => {
    const [a, b, c] = await ready()
    const ask = JSON.stringify({ filters: [{ field: 'cost', op: 'at_most', values: ['500'] }] })
    const { input, totals } = await app.viewer.read(portfolioRoutes.readSelectionCase, { query: { ask } })
    expect([input.candidates.map(({ id }) => id).sort(), totals.candidates]).toEqual([[b, c].sort(), 2])
    const half = { kind: 'totalBudget' as const, limit: 500 }
    const best = selectPortfolio({ ...input, constraints: [half] })
    expect(best.ok && [best.value.value, best.value.proved]).toEqual([4500, true])
    expect(await app.viewer.read(portfolioRoutes.startSelection, { body: { value: 'benefits', constraints: [half, { kind: 'mustInclude', candidateId: String(c) }], ask } })).toEqual({ jobId: expect.any(String) })
    expect(await app.viewer.refused(portfolioRoutes.startSelection, { body: { value: 'benefits', constraints: [half, { kind: 'mustInclude', candidateId: String(a) }], ask } })).toMatchObject({ code: 'selection_invalid' })
    await app.editor.read(demandRoutes.changeInitiative, { params: { id: String(a) }, body: { version: 1, state: 'approved' } })
    const body = { value: 'benefits' as const, constraints: [half], chosen: [String(b)] }
    expect(await app.editor.read(portfolioRoutes.createScenario, { body: { ...body, name: 'Small ones', ask } })).toMatchObject({ selection: { candidates: 2, bound: 4500, proved: true }, overlay: [{ id: b, field: 'state' }] })
    expect(await app.editor.read(portfolioRoutes.createScenario, { body: { ...body, name: 'Of all' } })).toMatchObject({ selection: { candidates: 3, bound: 4500, proved: true }, overlay: expect.arrayContaining([expect.objectContaining({ id: a, field: 'state' })]) })
    for (const problem of [await app.viewer.refused(portfolioRoutes.readSelectionCase, { query: { ask: '{"filters":[{"field":"colour"}]}' } }), await app.editor.refused(portfolioRoutes.createScenario, { body: { ...body, name: 'Unasked', ask: '{' } })])
      expect(problem).toMatchObject({ status: 422, code: 'selection_invalid', detail: expect.stringContaining('The filter of candidates cannot be asked') })
  })

  it.each([
    [{ kind: 'budget' }, 'Constraint 2 of 2: found kind "budget"; expected one of totalBudget, yearlyBudget'],
    [{ kind: 'toString' }, 'Constraint 2 of 2: found kind "toString"; expected one of'],
    [{ kind: 'totalBudget' }, 'found totalBudget.limit nothing; expected a whole number of minor units.'],
    [{ kind: 'totalBudget', limit: '5' }, 'found totalBudget.limit "5"; expected a whole number of minor units.'],
    [{ kind: 'totalBudget', limit: 5, unit: 'GBP' }, 'found field "unit" in totalBudget; expected limit.'],
    [{ kind: 'yearlyBudget', year: 12_026, limit: 5 }, 'found yearlyBudget.year 12026; expected a year from 1900 to 2299'],
    [{ kind: 'exclusion', candidateIds: ['a', 5] }, 'found exclusion.candidateIds ["a",5]; expected a list of at most 5000 ids.'],
    [{ kind: 'mustInclude', candidateId: {} }, 'found mustInclude.candidateId {}; expected an id as text.'],
    [{ kind: 'totalBudget', limit: -5 }, 'Found totalBudget.limit -5; expected zero or more.'],
    [{ kind: 'totalBudget', limit: 0.5 }, 'Found totalBudget.limit 0.5; expected whole minor units.'],
    [{ kind: 'totalBudget', limit: 1e300 }, 'Found totalBudget.limit 1e+300; expected whole minor units.'],
    [{ kind: 'minimumShare', departmentId: 'x', leastPercent: 101 }, 'Found 101%; expected 0 to 100.'],
    [{ kind: 'mustInclude', candidateId: 'x' }, 'mustInclude names x, which is no candidate.'],
  ])('refuses %j before any work is done, in words', async (constraint, words) => {
    await ready()
    const body = { value: 'benefits' as const, constraints: [budget, constraint as Constraint] }
    const problems = [
      await app.viewer.refused(portfolioRoutes.startSelection, { body }),
      await app.viewer.refused(portfolioRoutes.startFrontier, { body }),
      await app.viewer.refused(portfolioRoutes.startPins, { body }),
      await app.editor.refused(portfolioRoutes.createScenario, { body: { ...body, name: 'Unsound', chosen: [] } }),
    ]
    for (const problem of problems) expect(problem).toMatchObject({ status: 422, code: 'selection_invalid', detail: expect.stringContaining(words) })
  })

  it('says that a scenario is stale when the portfolio has moved, and edits it by version', async () => {
    await ready()
    const [scenario] = await app.viewer.read(portfolioRoutes.listScenarios, {})
    expect(scenario?.selection?.stale).toBe(false)
    await add('D', '100', '100')
    const params = { id: scenario?.id ?? '' }
    expect((await app.viewer.read(portfolioRoutes.readScenario, { params })).selection?.stale).toBe(true)
    expect(await app.editor.read(portfolioRoutes.changeScenario, { params, body: { version: 1, note: 'For the board' } })).toMatchObject({ note: 'For the board', version: 2 })
    expect(await app.editor.refused(portfolioRoutes.changeScenario, { params, body: { version: 1, note: 'Late' } })).toMatchObject({ code: 'version_moved' })
    await app.editor.call(portfolioRoutes.removeScenario, { params })
    expect(await app.viewer.refused(portfolioRoutes.readScenario, { params })).toMatchObject({ code: 'not_found' })
  })

  it('has a cockpit that says what is undefined and why', async () => {
    await ready()
    const cockpit = await app.viewer.read(portfolioRoutes.readCockpit, {})
    expect(cockpit.before.cost.metric).toEqual({ status: 'undefined', reason: 'NO_EARLIER_PUBLICATION' })
    expect(cockpit.cost.metric).toMatchObject({ status: 'ok', value: { currency: 'EUR' } })
    expect(cockpit.health.all.none).toBe(cockpit.initiatives)
  })

  it('writes who changed what, field by field', async () => {
    await ready()
    const revisions = await app.viewer.read(governanceRoutes.listRevisions, { query: { limit: 200 } })
    const change = revisions.find(({ act }) => act === 'portfolio.change-scenario')
    expect([change?.by, change?.changes]).toEqual(['Eddie Editor', [{ field: 'note', before: '', after: 'For the board' }]])
    const second = await app.secondOrganisation()
    expect((await second.viewer.read(governanceRoutes.listRevisions, { query: {} })).some(({ act }) => act.startsWith('portfolio.'))).toBe(false)
    expect(await second.viewer.read(peopleRoutes.listUnits, {})).toEqual([])
  })
})
