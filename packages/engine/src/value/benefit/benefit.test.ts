import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Metric } from '../../kernel/index.ts'
import { quantile } from '../../strategy/index.ts'
import { additional, benefitAtCompletion, confidenceOf, counterfactualAt, efficiencyOf, explainWarning, findingsOf, profileOf, sharesPathWith, slip, trace, warningsOf, type BenefitNetwork, type ClaimCircumstances, type NetworkNode } from './index.ts'

const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(JSON.stringify(metric))
  return metric.value
}
const node = (id: string, kind: NetworkNode['kind'], change: Partial<NetworkNode> = {}): NetworkNode => ({ id, kind, name: id, ownerId: 'somebody', ...(kind === 'benefit' ? { measured: { hasMeasure: true, hasBaseline: true } } : {}), ...change })
const line = (...ids: readonly string[]) => ids.slice(1).map((to, at) => ({ from: ids[at] ?? '', to }))

describe('the benefits network', () => {
  const whole: BenefitNetwork = { nodes: [node('tool', 'enabler'), node('training', 'enabling_change'), node('new way', 'business_change'), node('faster', 'benefit'), node('cheaper', 'benefit', { counted: true }), node('save', 'objective'), node('budget', 'driver', { ownerId: null })], edges: line('tool', 'training', 'new way', 'faster', 'cheaper', 'save', 'budget') }
  it('that is whole has no findings, and is traced both ways', () => {
    expect(findingsOf(whole)).toEqual([])
    expect([...trace(whole, 'faster', 'forward')]).toEqual(['faster', 'cheaper', 'save', 'budget'])
    expect([...trace(whole, 'faster', 'back')]).toEqual(['faster', 'new way', 'training', 'tool'])
    expect(sharesPathWith(whole, 'cheaper')).toEqual(['faster'])
  })
  it('has a grammar: an enabler is no benefit, and nothing goes back', () => {
    expect(findingsOf({ nodes: [node('tool', 'enabler'), node('b', 'benefit')], edges: line('tool', 'b') })[0]).toEqual({ code: 'edge_wrong', edge: { from: 'tool', to: 'b' }, found: ['enabler', 'benefit'] })
    expect(findingsOf({ nodes: [], edges: line('a', 'b') })).toEqual([{ code: 'node_unknown', edge: { from: 'a', to: 'b' } }])
  })
  it('names the circle', () => expect(findingsOf({ nodes: [node('a', 'benefit'), node('b', 'benefit')], edges: [...line('a', 'b'), ...line('b', 'a')] })).toEqual([{ code: 'cycle', nodeIds: ['a', 'b', 'a'] }]))
  it('counts once on a path', () => {
    const twice = { ...whole, nodes: whole.nodes.map((one) => (one.id === 'faster' ? { ...one, counted: true } : one)) }
    expect(findingsOf(twice)).toEqual([{ code: 'counted_twice', nodeIds: ['faster', 'cheaper'] }])
  })
  it('shows its gaps', () => {
    const nodes = [node('b', 'benefit', { measured: { hasMeasure: true, hasBaseline: false } }), node('c', 'business_change', { ownerId: null }), node('o', 'objective')]
    expect(findingsOf({ nodes, edges: [] }).map((finding) => [finding.code, 'nodeId' in finding ? finding.nodeId : ''])).toEqual([['benefit_without_change', 'b'], ['benefit_without_objective', 'b'], ['without_baseline', 'b'], ['without_owner', 'c'], ['change_without_benefit', 'c'], ['objective_without_benefit', 'o']])
  })
})

test('a profile of full 100 that loses a tenth a year: 100, 90, 81, 72.9, 65.61', () => {
  expect(profileOf({ full: 100, ramp: [1], dropOff: 0.1, periods: 5 }).map((amount) => Number(amount.toFixed(9)))).toEqual([100, 90, 81, 72.9, 65.61])
  expect(profileOf({ full: 100, ramp: [0.25, 0.5, 1], dropOff: 0.1, periods: 4 })).toEqual([25, 50, 100, 90])
})

test('counterfactuals: frozen, trend, others, season', () => {
  expect(of(counterfactualAt({ method: 'frozen_baseline', baseline: 10 }, 3))).toBe(10)
  // 10.6, 10.3, 10.0 go on to 9.7.
  expect(of(counterfactualAt({ method: 'trend', history: [10.6, 10.3, 10] }, 0))).toBeCloseTo(9.7, 12)
  expect(of(counterfactualAt({ method: 'comparison_group', before: { treated: 10, others: 9.9 } }, 0, 9.6))).toBeCloseTo(9.7, 12)
  expect(counterfactualAt({ method: 'comparison_group', before: { treated: 10, others: 9.9 } }, 0)).toEqual({ status: 'missing', inputs: ['comparison group'] })
  expect(of(counterfactualAt({ method: 'seasonal', lastYear: [5, 8], growth: 0.5 }, 3))).toBe(12)
})

test('additionality multiplies: 74.25 − 14.85 = 59.4', () => {
  const effect = { gross: 100, leakage: 0.1, displacement: 0.25, substitution: 0, multiplier: 1.1 }
  expect(of(additional(effect, { ...effect, gross: 20 }))).toBeCloseTo(59.4, 12)
  expect(additional({ ...effect, leakage: 1.2 }, effect).status).toBe('undefined')
})

describe('a delay', () => {
  const profile = [100, 100, 100, 100, 100]
  const factors = Array.from({ length: 8 }, (_, year) => Math.pow(1.035, -year))
  it('that shifts loses 15.27, one that loses the first year 96.62', () => {
    const shifted = slip(profile, 1, factors, 'shifted')
    expect([shifted.before, shifted.after].map((value) => value * 1000)).toEqual([expect.closeTo(451505.2375470748, 8), expect.closeTo(436236.9444899274, 8)])
    expect(of(shifted.metric)).toBeCloseTo(15.27, 2)
    const lost = slip(profile, 1, factors, 'lost_window')
    expect(lost.after * 1000).toBeCloseTo(354886.8800591521, 8)
    expect(of(lost.metric)).toBeCloseTo(96.62, 2)
  })
  it('beyond the discount factors has no figure', () => expect(slip(profile, 5, factors, 'shifted').metric.status).toBe('missing'))
  it('never gains while rates and benefits are above zero', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), fc.constantFrom('shifted' as const, 'lost_window' as const), (amounts, periods, kind) => {
      expect(of(slip(amounts, periods, factors, kind).metric)).toBeGreaterThanOrEqual(-1e-9)
    }))
  })
})

describe('confidence from what was realised', () => {
  const rates = [0.4, 0.55, 0.6, 0.7, 0.8, 0.85, 0.9, 1, 1.05, 1.2]
  const history = rates.map((rate) => ({ rate, classPath: ['roads'] }))
  it('is .825 at one half, .59 at a fifth', () => {
    expect(of(confidenceOf(history, ['roads'], 0.5).metric)).toBeCloseTo(0.825, 12)
    expect(quantile(rates, 0.2)).toBeCloseTo(0.59, 12)
  })
  it('falls back to the wider class and says so', () => {
    const wider = [...history.map(({ rate }) => ({ rate, classPath: ['bridges', 'transport'] })), { rate: 0.1, classPath: ['tunnels', 'transport'] }]
    const found = confidenceOf(wider, ['tunnels', 'transport'], 0.5)
    expect(found).toMatchObject({ from: 'transport', fellBack: true, count: 11 })
    expect(found.why.note).toContain('tunnels alone has 1')
    expect(confidenceOf(wider, ['hospitals'], 0.5)).toMatchObject({ from: 'organisation', fellBack: true })
  })
  it('has none without ten benefits', () => {
    const none = confidenceOf(history.slice(1), ['roads'], 0.5)
    expect(none.metric).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
    expect(benefitAtCompletion(10, 20, none.metric).status).toBe('undefined')
    expect(benefitAtCompletion(10, 20, { status: 'ok', value: 0.5 })).toEqual({ status: 'ok', value: 20 })
  })
})

test('less for less is a cut, later is a deferral', () => {
  expect([efficiencyOf({ output: 90, outputWithout: 100, laterCost: 0 }), efficiencyOf({ output: 100, outputWithout: 100, laterCost: 5 }), efficiencyOf({ output: 100, outputWithout: 100, laterCost: 0 })]).toEqual(['not_efficiency', 'deferral', 'efficiency'])
})

test('each circumstance gives its own warning, and a plain claim none', () => {
  const plain: ClaimCircumstances = { baseline: 10, history: [10, 11, 10, 11, 10, 11], nature: 'saving', cash: true, calledRunRate: false, periodsSeen: 1, exchangePart: 0n, priceBasis: 'nominal', measurePriceBasis: 'nominal', organisationMovement: 5n, probabilityRecordedBefore: false, disbenefitsWithoutMeasurement: [], objectiveRetired: false }
  expect(warningsOf(plain)).toEqual([])
  const changes: readonly Partial<ClaimCircumstances>[] = [{ baseline: 18, history: [10, 11, 10, 11, 10, 18] }, { nature: 'avoided_cost' }, { calledRunRate: true }, { exchangePart: 1n }, { priceBasis: 'real 2024' }, { organisationMovement: 0n }, { nature: 'avoided_loss' }, { disbenefitsWithoutMeasurement: ['noise'] }, { objectiveRetired: true }]
  expect(warningsOf({ ...plain, baseline: null, history: [] })).toEqual([])
  const told = changes.flatMap((change) => warningsOf({ ...plain, ...change }).map((warning) => explainWarning(warning, { ...plain, ...change }, { benefit: 'Minutes', amount: 500n, unit: 'GBP.cash', objective: 'Faster', measure: 'Time' })))
  expect(told.map(({ formula, terms }) => [formula, terms?.map(({ term }) => term).join(', ')])).toEqual([
    ['claim-warning', 'Baseline, Points up to it, Usual until then, at least, Usual until then, at most'], ['claim-warning', 'Counted as, Said to be'], ['claim-warning', 'Periods in which it was claimed'], ['claim-warning', 'Of it from exchange rates'], ['claim-warning', 'Claimed at prices, Measured at prices'],
    ['claim-warning', 'What the account above moved'], ['claim-warning', 'Probability recorded before'], ['claim-warning', 'Promised to get worse, not measured'], ['claim-warning', 'Measure, Objective'],
  ])
  // 10, 11, 10, 11, 10: mean 10.4, moving ranges of 1, so 10.4 ± 2.66.
  expect(told[0]?.terms?.slice(2).map(({ figure }) => (figure.status === 'ok' && figure.value.kind === 'number' ? figure.value.value.toFixed(2) : null))).toEqual(['7.74', '13.06'])
  expect(changes.map((change) => warningsOf({ ...plain, ...change }))).toEqual([['regression_to_the_mean'], ['avoided_cost_as_cash'], ['one_period_as_run_rate'], ['exchange_gain'], ['price_basis_differs'], ['moved_elsewhere'], ['avoided_loss_without_probability'], ['disbenefit_not_measured'], ['objective_retired']])
})
