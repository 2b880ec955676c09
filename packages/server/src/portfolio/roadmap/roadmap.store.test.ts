import { afterAll, beforeAll, expect, it } from 'vitest'
import { capacityRoutes } from '@throughline/contract/capacity'
import { demandRoutes } from '@throughline/contract/demand'
import { governanceRoutes, type Job } from '@throughline/contract/governance'
import { portfolioRoutes, type RoadmapOutcome } from '@throughline/contract/portfolio'
import { checkRoadmap, solveRoadmap } from '@throughline/engine/portfolio'
import { onEachDatabase, testApp } from '@throughline/testkit/database'
import { startWorker, type Worker } from '../../jobs/index.ts'
import { portfolioRoom } from '../index.ts'

/** Today is 21 November 2026; plans are by quarters, so the first period is October to December 2026 of a calendar year. */
onEachDatabase('roadmaps', (t) => {
  const app = testApp(t)
  let worker: Worker
  beforeAll(() => {
    worker = startWorker({ db: t.db, kinds: portfolioRoom.jobs ?? [], pollMs: 20, leaseSeconds: 20, onError: (error) => expect.fail(String(error)) })
  })
  afterAll(() => worker.stop())
  const add = async (name: string, costMinor: string, benefitsMinor: string, startOn = '2027-01-01', endOn = '2027-12-31') => (await app.editor.read(demandRoutes.createInitiative, { body: { name, costMinor, benefitsMinor, startOn, endOn } })).id
  let ids: readonly string[] = []
  const ready = async () => (ids = ids.length > 0 ? ids : [await add('A', '36500', '60000'), await add('B', '36500', '90000'), await add('C', '36500', '30000')])
  const stand = () => app.viewer.read(portfolioRoutes.readRoadmapCase, { query: {} })
  const finished = async (jobId: string): Promise<Job> => {
    for (;;) {
      const job = await app.viewer.read(governanceRoutes.readJob, { params: { id: jobId } })
      if (!['queued', 'running'].includes(job.state)) return job
      await new Promise((resume) => setTimeout(resume, 50))
    }
  }

  it('prepares a case that the engine takes up, in which the plan of record keeps everything', async () => {
    await ready()
    const { case: given, record, left, notes, from } = await stand()
    expect([given.candidates.map(({ name }) => name), left, from[0]]).toEqual([['A', 'B', 'C'], [], '2026-10-01'])
    const solved = solveRoadmap(given, { seed: 1, effort: 20_000 })
    expect(solved.ok && [solved.value.plan.length, solved.value.proved]).toEqual([3, true])
    expect(record.map(({ start }) => start)).toEqual([1, 1, 1])
    expect(notes.join(' ')).toContain('No pot of money is recorded')
  })

  it('computes under other demands in a job, with a bound that anybody can check again', async () => {
    const [a] = await ready()
    const { case: given } = await stand()
    const constraints = [...given.constraints.map((demand) => (demand.kind === 'potBudget' ? { ...demand, potIds: [...demand.potIds], byPeriod: demand.byPeriod.map((amount) => (amount === null ? null : Math.round(amount / 3))) } : demand)), { kind: 'must' as const, candidateId: String(a), because: 'promised' }]
    const { jobId } = await app.viewer.read(portfolioRoutes.startRoadmap, { body: { value: 'benefits', constraints: JSON.parse(JSON.stringify(constraints)), effort: 30_000 } })
    const job = await finished(jobId)
    expect(job.state).toBe('done')
    const { case: solvedCase, answer } = job.result as RoadmapOutcome
    expect(answer.plan.some(({ candidateId }) => candidateId === a)).toBe(true)
    const checked = checkRoadmap(solvedCase, answer)
    expect(checked.ok && [checked.value.keepsEverything, checked.value.value]).toEqual([true, answer.value])
    expect(checked.ok && checked.value.bound !== null && Number(checked.value.bound) >= answer.value).toBe(true)
  })

  it('keeps to so many moves from the plan of record, and works out beside the plan what is asked for', async () => {
    const [, , c] = await ready()
    const { case: given } = await stand()
    const constraints = given.constraints.map((demand) => (demand.kind === 'potBudget' ? { ...demand, byPeriod: demand.byPeriod.map((amount) => (amount === null ? null : Math.ceil((amount * 2) / 3))) } : demand))
    const body = { value: 'benefits' as const, constraints: JSON.parse(JSON.stringify([...constraints, { kind: 'startWithin', candidateId: c, from: 1, to: 1 }])), effort: 10_000, also: ['verdicts' as const, 'pins' as const, 'bottlenecks' as const, 'frontier' as const, 'moves' as const, 'steadiness' as const], letIn: [String(c)] }
    // Money for two of three by quarter: the plan of record, all three at once, needs a move at least
    const held = await finished((await app.viewer.read(portfolioRoutes.startRoadmap, { body: { ...body, mostMoves: 1 } })).jobId)
    const { answer, verdicts, pins, bottlenecks, frontiers, moves, steadiness, letIn } = held.result as RoadmapOutcome
    expect(answer.limits.find(({ constraint }) => constraint.kind === 'mostMoves')).toMatchObject({ used: 1, limit: 1 })
    expect(moves?.map(({ most, value }) => [most, value === null])).toEqual([[0, true], [1, false]])
    expect([verdicts?.length, pins?.length, bottlenecks !== undefined, frontiers?.map(({ against, points }) => [against, points.length]), steadiness?.candidates.length]).toEqual([3, 1, true, [['money', 12]], 3])
    expect(letIn).toMatchObject([{ candidateId: c, found: { kind: 'at_a_price' }, room: expect.anything() }])
    expect(await finished((await app.viewer.read(portfolioRoutes.startRoadmap, { body: { ...body, mostMoves: 0 } })).jobId)).toMatchObject({ state: 'failed', problem: { code: 'roadmap_unsound', detail: expect.stringMatching(/cannot be kept together.*At most 0 moves from the plan of record/s) } })
    expect(await app.viewer.refused(portfolioRoutes.startRoadmap, { body: { value: 'benefits', letIn: ['nobody'] } })).toMatchObject({ code: 'roadmap_unsound', detail: expect.stringContaining('letIn names candidate nobody') })
  })

  it('plans with what the capacity room holds: variants, starts, pots and pools', async () => {
    const [a] = await ready()
    const pool = await app.owner.read(capacityRoutes.createPool, { body: { name: 'Data engineers', unit: 'fte', people: 20 } })
    const pot = await app.owner.read(capacityRoutes.createPot, { body: { name: 'Capital', kind: 'capital', totalMinor: '50000' } })
    await app.owner.read(capacityRoutes.setCapacities, { body: { pools: [{ id: pool.id, version: pool.version, lines: [{ on: '2027-01-01', amount: '4' }, { on: '2027-04-01', amount: '4' }] }] } })
    const variant = (name: string, inPlan: boolean, quantity: string, amountMinor: string, valuePercent: number) => ({ name, inPlan, valuePercent, demands: [{ poolId: pool.id, lines: [{ fromMonth: 0, months: 6, quantity }] }], costs: [{ potId: pot.id, lines: [{ fromMonth: 0, months: 6, amountMinor }] }] })
    await app.owner.read(capacityRoutes.setPlan, { params: { id: String(a) }, body: { version: 1, earliestOn: '2027-01-01', latestOn: '2027-05-01', fixedOn: null, running: null, variants: [variant('Whole', true, '6', '40000', 100), variant('Half', false, '3', '20000', 60)] } })
    const { case: given } = await stand()
    expect(given.candidates.find(({ id }) => id === a)).toMatchObject({ starts: [1, 2], variants: [{ name: 'Whole', demand: [{ poolId: pool.id, amounts: [600, 600] }] }, { name: 'Half', value: { benefits: { amount: 36_000 } } }] })
    const [whole] = given.candidates.find(({ id }) => id === a)?.variants ?? []
    const asked = await app.editor.read(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'asVariant', initiativeId: String(a), variantId: String(whole?.id) }, because: 'All or nothing' } })
    expect((await stand()).case.constraints.find(({ kind }) => kind === 'startWithin')).toMatchObject({ candidateId: a, from: 0, variantId: whole?.id })
    expect(await app.editor.refused(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'asVariant', initiativeId: String(a), variantId: asked.id }, because: 'so' } })).toMatchObject({ code: 'roadmap_unsound', detail: expect.stringContaining('the initiative has none such') })
    await app.editor.read(portfolioRoutes.withdrawPlanningDemand, { params: { id: asked.id } })
    const solved = solveRoadmap(given, { seed: 1, effort: 20_000 })
    expect(solved.ok && solved.value.plan.find(({ candidateId }) => candidateId === a)).toMatchObject({ variantId: given.candidates.find(({ id }) => id === a)?.variants[1]?.id, start: 1 })
  })

  it('keeps what people recorded, with who asked and why, in periods of any grain; withdrawn, it is gone', async () => {
    const [a, b] = await ready()
    const because = 'The minister announced it'
    const pin = await app.editor.read(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'startWithin', initiativeId: String(b), fromOn: '2027-05-01', toOn: '2027-11-30' }, because, askedBy: 'The minister' } })
    const lag = await app.editor.read(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'finishToStart', initiativeId: String(a), afterId: String(b), lagMonths: 4 }, because: 'The same crew' } })
    expect([pin.askedBy, lag.askedBy, pin.recordedBy, lag.part]).toEqual(['The minister', lag.recordedBy, lag.recordedBy, { kind: 'finishToStart', initiativeId: a, afterId: b, lagMonths: 4 }])
    const inQuarters = (await stand()).case.constraints
    expect(inQuarters).toEqual(expect.arrayContaining([{ kind: 'startWithin', candidateId: b, from: 2, to: 4, because, by: 'The minister' }, { kind: 'finishToStart', candidateId: a, after: b, lag: 2 }]))
    const inYears = await app.viewer.read(portfolioRoutes.readRoadmapCase, { query: { grain: 'year', periods: '6' } })
    expect([inYears.grain, inYears.case.periods.length, inYears.case.constraints.find(({ kind }) => kind === 'startWithin'), inYears.demands.length]).toEqual(['year', 6, { kind: 'startWithin', candidateId: b, from: 1, to: 1, because, by: 'The minister' }, 2])
    expect(await app.viewer.refused(portfolioRoutes.recordPlanningDemand, { body: { part: { kind: 'must', initiativeId: String(a) }, because: 'so' } })).toMatchObject({ status: 403 })
    for (const part of [{ kind: 'must' as const, initiativeId: pin.id }, { kind: 'atLeast' as const, initiativeIds: [String(a)], least: 2 }, { kind: 'startWithin' as const, initiativeId: String(a), fromOn: '2028-01-01', toOn: '2027-01-01' }, { kind: 'shareFloor' as const, of: { by: 'unit' as const, value: pin.id }, percent: 10, tolerancePercent: 0 }])
      expect(await app.editor.refused(portfolioRoutes.recordPlanningDemand, { body: { part, because: 'so' } })).toMatchObject({ status: 422, code: 'roadmap_unsound', detail: expect.stringMatching(/^Found /) })
    for (const { id } of [pin, lag]) await app.editor.read(portfolioRoutes.withdrawPlanningDemand, { params: { id } })
    expect(await app.viewer.read(portfolioRoutes.listPlanningDemands, {})).toEqual([])
    expect(await app.editor.refused(portfolioRoutes.withdrawPlanningDemand, { params: { id: pin.id } })).toMatchObject({ status: 404 })
  })

  it('shows the plan of a scenario beside the plan of record, with its own figures', async () => {
    const [, b] = await ready()
    const scenario = await app.editor.read(portfolioRoutes.forkScenario, { body: { name: 'Dearer' } })
    await app.editor.read(portfolioRoutes.changeOverlay, { params: { id: scenario.id }, body: { version: scenario.version, set: [{ kind: 'initiative', id: String(b), field: 'costMinor', value: '73000' }] } })
    const [mine, theirs] = [await app.editor.read(portfolioRoutes.readRoadmapCase, { query: { scenario: scenario.id } }), await stand()]
    const whole = (found: typeof mine) => found.case.candidates.find(({ name }) => name === 'B')?.variants[0]?.costs.flatMap(({ amounts }) => amounts).reduce((sum, each) => sum + each, 0)
    expect([whole(mine), whole(theirs), mine.case.periods]).toEqual([73_000, 36_500, theirs.case.periods])
    expect(await app.viewer.refused(portfolioRoutes.readRoadmapCase, { query: { scenario: String(b) } })).toMatchObject({ status: 404 })
  })

  it('maximises what is asked for: one thing before another, or what is reached for sure', async () => {
    await ready()
    const simple = { kind: 'weighted' as const, weights: { benefits: 1 } }
    const outcomes = await Promise.all([{ kind: 'robust' as const, of: simple, confidencePercent: 80, worlds: 20, valuePercent: 30, weightPercent: 0, seed: 1 }, { kind: 'lexicographic' as const, first: simple, second: { kind: 'netPresentValue' as const, objectiveIds: ['benefits'] }, withinPercent: 10 }].map(async (objective) => {
      const { jobId } = await app.viewer.read(portfolioRoutes.startRoadmap, { body: { value: 'benefits', objective, effort: 6_000 } })
      return (await finished(jobId)).result as RoadmapOutcome
    }))
    for (const { case: given, answer } of outcomes) {
      const checked = checkRoadmap(given, answer)
      expect(checked.ok && [checked.value.keepsEverything, checked.value.value, checked.value.bound !== null && Number(checked.value.bound) >= answer.value]).toEqual([true, answer.value, true])
    }
    expect(await app.viewer.refused(portfolioRoutes.startRoadmap, { body: { value: 'benefits', objective: { kind: 'robust', of: simple, confidencePercent: 0, worlds: 20, valuePercent: 30, weightPercent: 0, seed: 1 } } })).toMatchObject({ code: 'roadmap_unsound', detail: expect.stringContaining('objective.confidencePercent') })
  })

  it.each([
    [{ kind: 'must' }, 'Demand 1 of 1, must: found no candidateId; expected candidateId.'],
    [{ kind: 'potTotal', potIds: [], limit: 5, least: 4 }, 'Demand 1 of 1, potTotal: found least; expected potIds, limit.'],
    [{ kind: 'shareFloor', of: { kind: 'tag' }, leastPercent: 10 }, 'found a share of a tag without its dimension and tag'],
    [{ kind: 'mustNot', candidateId: 'nobody' }, 'names candidate nobody, which is not in the case'],
  ])('refuses %j by its place and its words', async (demand, words) => {
    await ready()
    expect(await app.viewer.refused(portfolioRoutes.startRoadmap, { body: { value: 'benefits', constraints: JSON.parse(JSON.stringify([demand])) } })).toMatchObject({ status: 422, code: 'roadmap_unsound', detail: expect.stringContaining(words) })
  })

  it('tells another organisation nothing', async () => {
    await ready()
    const second = await app.secondOrganisation()
    const { case: given } = await second.viewer.read(portfolioRoutes.readRoadmapCase, { query: {} })
    expect(given.candidates).toEqual([])
    expect(await second.viewer.refused(portfolioRoutes.startRoadmap, { body: { value: 'benefits' } })).toMatchObject({ code: 'roadmap_unsound', detail: expect.stringContaining('Found no candidate') })
  })
})
