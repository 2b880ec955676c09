import { describe, expect, it } from 'vitest'
import { known, missing, money } from '../../kernel/index.ts'
import { readPlan } from '../roadmap/index.ts'
import type { PlanFacts, PlanPot, RoadmapFacts } from './facts.ts'
import { prepareRoadmap } from './prepare.ts'

const gbp = (minor: number) => money(BigInt(minor), 'GBP')
/** Work from April 2027 to March 2029: 300 in the first year, 100 in the second. */
const work = (id: string, change: Partial<PlanFacts> = {}): PlanFacts => ({
  id, key: id.toUpperCase(), name: id, unitId: null, category: null, mandatory: false, funded: true, startOn: '2027-04-01', endOn: '2029-03-31', cost: known(gbp(400)), benefits: known(gbp(900)),
  costByYear: [{ year: 2027, amount: gbp(300) }, { year: 2028, amount: gbp(100) }], benefitsByYear: [], contributions: {}, starts: { earliestOn: null, latestOn: null, fixedOn: null }, running: null, variants: [], ...change,
})
const facts = (initiatives: readonly PlanFacts[], change: Partial<RoadmapFacts> = {}): RoadmapFacts => ({
  calendar: { startMonth: 4, startDay: 1, label: 'span' }, grain: 'year', periods: 5, from: '2026-06-01', currency: 'GBP', ratePerYear: 0.035, initiatives, pools: [], pots: [], ties: { dependencies: [], exclusions: [] }, objectives: [], demands: [], ...change,
})
const pot = (id: string, change: Partial<PlanPot> = {}): PlanPot => ({ id, name: id, lines: [{ from: '2026-04-01', to: '2031-04-01', amount: 5_000n }], totalMinor: null, carryOver: 'none', carryOverPercent: null, categories: [], unitIds: [], ...change })

describe('a roadmap is prepared from what is known', () => {
  it('cost by period from the start; a start that nobody limited is the planned one or later', () => {
    const { case: given, record } = prepareRoadmap(facts([work('a')]), 'benefits')
    expect(given.periods).toEqual(['2026-27', '2027-28', '2028-29', '2029-30', '2030-31'])
    expect(given.candidates[0]).toMatchObject({ starts: [1, 2, 3], variants: [{ duration: 2, costs: [{ potId: 'unassigned', amounts: [300, 100] }], value: { benefits: { kind: 'once', amount: 900 } } }] })
    expect(record).toEqual([{ candidateId: 'a', variantId: 'planned', start: 1 }])
    expect(given.discountPerPeriod).toBeCloseTo(0.035, 12)
  })
  it('benefits whose years are known come by year and move with the start; a variant that takes longer gets them later, and its share sums', () => {
    const benefitsByYear = [{ year: 2029, amount: gbp(600) }, { year: 2030, amount: gbp(301) }]
    const variants = (['whole', 'half'] as const).map((id) => ({ id, name: id, inPlan: id === 'whole', valuePercent: id === 'half' ? 50 : null, benefitsMinor: null, demands: [], costs: [{ potId: null, lines: [{ fromMonth: 0, months: id === 'half' ? 36 : 24, amount: 9n }] }] }))
    const { case: given, goals, notes } = prepareRoadmap(facts([work('a', { benefitsByYear }), work('b', { benefitsByYear, variants }), work('c')]), 'net')
    expect(given.candidates.map(({ variants: own }) => own.map(({ value }) => value['benefits']))).toEqual([[{ kind: 'stream', amounts: [0, 0, 600, 301] }], [{ kind: 'stream', amounts: [0, 0, 600, 301] }, { kind: 'stream', amounts: [0, 0, 0, 300, 151] }], [{ kind: 'once', amount: 900 }]])
    // started a year later, a gives 600 in 2030-31: nothing of it in 2029-30 any more
    expect(readPlan(given, [{ candidateId: 'a', variantId: 'planned', start: 2 }], { kind: 'benefitIn', objectiveIds: ['benefits'], periods: [3, 4] }).worth).toBe(600)
    expect([goals.net.kind, notes[0]]).toEqual(['netPresentValue', expect.stringContaining('of 2 initiatives year by year as given, later where the work starts later, of the others whole when the work ends')])
    // what came before the first period is history: only 40 of 90 are still to come
    const over = prepareRoadmap(facts([work('d', { running: { exitMinor: null }, startOn: '2020-04-01', benefitsByYear: [{ year: 2024, amount: gbp(50) }, { year: 2026, amount: gbp(40) }] })]), 'benefits')
    expect(over.case.candidates[0]?.variants[0]?.value['benefits']).toEqual({ kind: 'stream', amounts: [40] })
  })
  it('without a pot, each period may spend what the plan itself spends; the plan of record keeps everything', () => {
    const { case: given, record, notes } = prepareRoadmap(facts([work('a'), work('b', { startOn: '2028-04-01', endOn: '2030-03-31', costByYear: [{ year: 2028, amount: gbp(50) }, { year: 2029, amount: gbp(60) }] })]), 'benefits')
    expect(given.constraints).toEqual([{ kind: 'potBudget', potIds: ['unassigned'], byPeriod: [0, 300, 150, 60, 0] }])
    expect(given.objective.kind === 'weighted' && readPlan(given, record, given.objective).faults).toEqual([])
    expect(notes.join(' ')).toContain('No pot of money is recorded')
  })
  it('what was spent before the first period is sunk: a running initiative has only its cost to go, and may be stopped at its exit cost', () => {
    const running = work('r', { startOn: '2025-04-01', endOn: '2027-03-31', running: { exitMinor: 70n }, costByYear: [{ year: 2025, amount: gbp(999) }, { year: 2026, amount: gbp(40) }] })
    const { case: given } = prepareRoadmap(facts([running]), 'benefits')
    expect(given.candidates[0]).toMatchObject({ running: { exitCosts: [{ potId: 'unassigned', amounts: [70] }] }, variants: [{ duration: 1, costs: [{ amounts: [40] }] }] })
    expect(given.candidates[0]?.starts).toBeUndefined()
  })
  it('says of each why it is no candidate, and never takes a missing figure as zero', () => {
    const { left, case: given } = prepareRoadmap(facts([
      work('no cost', { cost: missing('cost') }), work('no benefits', { benefits: missing('benefits') }), work('worthless', { benefits: known(gbp(0)) }), work('no start', { startOn: null }), work('no end', { endOn: null }),
      work('late', { startOn: '2040-04-01', endOn: '2041-03-31' }), work('over', { startOn: '2020-04-01', endOn: '2021-03-31' }), work('must', { mandatory: true, benefits: missing('benefits') }),
    ]), 'benefits')
    expect(left.map(({ id, because }) => [id, because.split(/[.:]/)[0]])).toEqual([
      ['no cost', 'No whole-life cost is given'], ['no benefits', 'No monetised benefits are given'], ['worthless', 'Its monetised benefits are not above zero'], ['no start', 'It has no start'], ['no end', 'It has no end, and no plan says how long it takes'],
      ['late', 'Its start lies after the last period that is planned'], ['over', 'It ended before the first period that is planned'],
    ])
    expect(given.candidates.map(({ id, mandatory }) => [id, mandatory])).toEqual([['must', true]])
  })
  it('recorded starts, variants, pots and pools stand as recorded', () => {
    const variant = (id: string, inPlan: boolean, valuePercent: number | null) => ({ id, name: id, inPlan, valuePercent, benefitsMinor: null, demands: [{ poolId: 'data', lines: [{ fromMonth: 0, months: 24, amount: 200n }] }], costs: [{ potId: 'capital', lines: [{ fromMonth: 0, months: 12, amount: 1_000n }] }] })
    const pools = [{ id: 'data', name: 'Data', unit: 'fte' as const, capacity: [{ from: '2026-04-01', to: '2031-04-01', amount: 500n }], overload: { percent: 20, priceMinor: 10_000n } }]
    const { case: given, record } = prepareRoadmap(facts([work('a', { starts: { earliestOn: '2028-05-01', latestOn: '2029-05-01', fixedOn: null }, variants: [variant('whole', true, null), variant('half', false, 50)] })], { pools, pots: [pot('capital', { carryOver: 'limited', carryOverPercent: 10 })] }), 'net')
    expect(given.candidates[0]).toMatchObject({ starts: [2, 3], variants: [{ id: 'whole', demand: [{ poolId: 'data', amounts: [200, 200] }], costs: [{ potId: 'capital', amounts: [1_000] }] }, { id: 'half', value: { benefits: { amount: 450 } } }] })
    expect(record[0]).toMatchObject({ variantId: 'whole', start: 1 })
    expect(given.constraints).toMatchObject([{ kind: 'potBudget', potIds: ['capital'], carryOver: { most: expect.any(Number) } }, { kind: 'poolCapacity', byPeriod: [500, 500, 500, 500, 500], overload: { most: 100, price: 100 } }])
  })
  it('who may not draw on a pot and was planned to is left out, by name of the pot', () => {
    const paid = [{ id: 'v', name: 'v', inPlan: true, valuePercent: null, benefitsMinor: null, demands: [], costs: [{ potId: 'digital', lines: [{ fromMonth: 0, months: 12, amount: 10n }] }] }]
    const { left } = prepareRoadmap(facts([work('a', { category: 'roads', variants: paid }), work('b', { category: 'ict', variants: paid })], { pots: [pot('digital', { categories: ['ict'] })] }), 'benefits')
    expect(left).toMatchObject([{ id: 'a', because: 'It is to be paid from digital, on which it may not draw.' }])
  })
  it('strategy counts contributions in points by the weight of their objective', () => {
    const { case: given } = prepareRoadmap(facts([work('a', { contributions: { growth: 0.5, safety: -0.2 } })], { objectives: [{ id: 'growth', statement: 'Growth', weight: 3 }, { id: 'safety', statement: 'Safety', weight: 1 }] }), 'strategic')
    expect(given.objective).toEqual({ kind: 'weighted', weights: { growth: 7_500, safety: 2_500 }, discounted: true })
    const unknown = prepareRoadmap(facts([work('a', { benefits: missing('benefits'), contributions: { growth: 0.5 } })], { objectives: [{ id: 'growth', statement: 'Growth', weight: 1 }] }), 'strategic')
    expect([Object.keys(unknown.case.candidates[0]?.variants[0]?.value ?? {}), unknown.notes.join(' ').includes('1 initiative has no monetised benefits')]).toEqual([['growth'], true])
    expect(given.candidates[0]?.variants[0]?.value).toEqual({ benefits: { kind: 'once', amount: 900 }, growth: { kind: 'once', amount: 500 }, safety: { kind: 'once', amount: -200 } })
  })
  it('the plan of record is what is funded, and everything where nothing is, which is said', () => {
    const two = [work('a'), work('b', { funded: false })]
    expect(prepareRoadmap(facts(two), 'benefits').record.map(({ candidateId }) => candidateId)).toEqual(['a'])
    const none = prepareRoadmap(facts(two.map((each) => ({ ...each, funded: false }))), 'benefits')
    expect([none.record.length, none.notes.join(' ').includes('Nothing is approved')]).toEqual([2, true])
  })
  it('recorded demands hold in periods of any grain; one that is about nobody here says so', () => {
    const asked = { because: 'promised', askedBy: 'Ada' }
    const demands: RoadmapFacts['demands'] = [
      { id: '1', part: { kind: 'startWithin', initiativeId: 'a', fromOn: '2028-06-01', toOn: '2029-01-01' }, ...asked },
      { id: '2', part: { kind: 'finishToStart', initiativeId: 'a', afterId: 'b', lagMonths: 14 }, ...asked },
      { id: '3', part: { kind: 'atMost', initiativeIds: ['a', 'gone', 'b'], most: 1 }, ...asked },
      { id: '4', part: { kind: 'shareFloor', of: { by: 'category', value: 'data' }, percent: 20, tolerancePercent: 5 }, ...asked },
      { id: '5', part: { kind: 'must', initiativeId: 'gone' }, ...asked },
      { id: '6', part: { kind: 'startWithin', initiativeId: 'b', fromOn: '2050-01-01', toOn: '2051-01-01' }, ...asked },
      { id: '7', part: { kind: 'valueFloor', objectiveId: 'growth', leastPoints: 5_000 }, ...asked },
      { id: '8', part: { kind: 'parallel', initiativeIds: [], most: 3 }, ...asked },
      { id: '9', part: { kind: 'asVariant', initiativeId: 'b', variantId: 'planned' }, ...asked },
      { id: '10', part: { kind: 'startWithin', initiativeId: 'b', fromOn: '2027-06-01', toOn: '2029-01-01', variantId: 'planned' }, ...asked },
      { id: '11', part: { kind: 'asVariant', initiativeId: 'b', variantId: 'gone' }, ...asked },
    ]
    const { case: given, notes } = prepareRoadmap(facts([work('a'), work('b')], { demands }), 'benefits')
    expect(given.constraints.slice(1)).toEqual([
      { kind: 'startWithin', candidateId: 'a', from: 2, to: 2, because: 'promised', by: 'Ada' },
      { kind: 'finishToStart', candidateId: 'a', after: 'b', lag: 2 },
      { kind: 'atMost', candidateIds: ['a', 'b'], most: 1 },
      { kind: 'shareFloor', of: { kind: 'tag', dimension: 'category', tag: 'data' }, leastPercent: 20, tolerancePercent: 5 },
      { kind: 'valueFloor', objectiveId: 'growth', least: 500 },
      { kind: 'parallel', most: 3 },
      { kind: 'startWithin', candidateId: 'b', from: 0, to: 4, variantId: 'planned', because: 'promised', by: 'Ada' },
      { kind: 'startWithin', candidateId: 'b', from: 1, to: 2, variantId: 'planned', because: 'promised', by: 'Ada' },
    ])
    expect(notes.join(' ')).toContain('3 recorded demands say nothing here')
    expect(prepareRoadmap(facts([work('a'), work('b')], { demands, grain: 'quarter' }), 'benefits').case.constraints.find(({ kind }) => kind === 'finishToStart')).toMatchObject({ lag: 5 })
  })
})
