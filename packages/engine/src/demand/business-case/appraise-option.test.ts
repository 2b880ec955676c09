import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { Metric } from '../../kernel/index.ts'
import { appraiseOption, flowsOf, later, overrunUplift, benefitsDownlift, rankOptions, upliftInterval, type CaseOption, type OverrunClass } from './index.ts'
import { factorsOf, yearsOf } from './flows.ts'
import { caseOf, greenBook, lineOf, nothing, optionOf } from './testing.ts'

const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(JSON.stringify(metric))
  return metric.value
}
const flat = (perYear: number, timing: 'end' | 'mid' = 'end') => ({ ...greenBook, rate: { kind: 'flat', perYear, basis: 'real' } as const, timing })
/** A capital cost of 100 in 2026 and five years of benefits of 30. */
const plain = optionOf('Plain', 'do_something', [lineOf('Build', 'capital_cost', 100), lineOf('Save', 'cashable', 0, 30, 30, 30, 30, 30)])
const figures = (option: CaseOption, basis = greenBook) => appraiseOption(option, nothing, basis, 'GBP').figures

it('−100 and five times 30 under the Green Book: 35.45, 1.3545, and 7.85 a year', () => {
  const { net_present_value, ratio, equivalent_annual, payback, costs, benefits } = figures(plain)
  expect([of(net_present_value.metric), of(ratio.metric), of(equivalent_annual.metric), of(payback.metric), of(costs.metric)]).toEqual([35.451571264122464, 1.3545157126412246, 7.851862684190062, 10 / 3, 100].map((value) => expect.closeTo(value, 10) as number))
  expect(of(benefits.metric)).toBeCloseTo(135.451571264, 8)
  expect(net_present_value.why.terms?.map(({ term }) => term)).toEqual(['Save', 'Build'])
})
it('the flows of a textbook at 10 %: from the day of the decision, and in the middle of years', () => {
  const textbook = optionOf('Textbook', 'do_something', [lineOf('Buy', 'revenue_cost', 10_000), lineOf('Gain', 'cashable', 0, 3_000, 4_200, 6_800)])
  expect(of(figures(textbook, flat(0.1)).net_present_value.metric)).toBeCloseTo(1307.287753568743, 9)
  expect(of(figures(textbook, flat(0.1, 'mid')).net_present_value.metric)).toBeCloseTo(1859.1834447488945, 9)
  // The rate of return is of the flows as they fall: discounted by it, they are worth nothing.
  for (const timing of ['end', 'mid'] as const) {
    const found = figures(textbook, flat(0.1, timing))
    expect(of(figures(textbook, flat(of(found.internal_rate.metric), timing)).net_present_value.metric)).toBeCloseTo(0, 6)
  }
})
it('a shop has 8.66 %, is paid back after 4.15 years, and discounted at 10 % never', () => {
  const shop = optionOf('Shop', 'do_something', [lineOf('Fit', 'capital_cost', 70_000), lineOf('Profit', 'cashable', 0, 12_000, 15_000, 18_000, 21_000, 26_000)])
  const { internal_rate, payback, discounted_payback } = figures(shop, flat(0.1))
  expect([of(internal_rate.metric), of(payback.metric)]).toEqual([0.08663094803653161, 4.153846153846154].map((value) => expect.closeTo(value, 10) as number))
  expect(discounted_payback.metric).toEqual({ status: 'undefined', reason: 'NOT_REACHED' })
})
it('says of rates of return that there are several, or none', () => {
  const twice = optionOf('Twice', 'do_something', [lineOf('Out', 'revenue_cost', 1000, 0, 1540), lineOf('In', 'cashable', 0, 2500)])
  const found = appraiseOption(twice, nothing, flat(0.25), 'GBP')
  expect([found.figures.internal_rate.metric, found.roots.map((root) => root.toFixed(6)), found.againstRoots.length]).toEqual([{ status: 'undefined', reason: 'MULTIPLE_ROOTS' }, ['0.100000', '0.400000'], 2])
  expect(of(found.figures.net_present_value.metric)).toBeCloseTo(14.4, 10)
  expect(figures(optionOf('Cost', 'do_minimum', [lineOf('Mend', 'revenue_cost', 5)])).internal_rate.metric).toEqual({ status: 'undefined', reason: 'NO_SIGN_CHANGE' })
})
it('what nobody said is missing, and a ratio without benefits is no 0', () => {
  expect(figures(optionOf('Empty', 'do_something', [])).net_present_value.metric).toEqual({ status: 'missing', inputs: ['cash flow'] })
  expect(figures(optionOf('Cost', 'do_minimum', [lineOf('Mend', 'revenue_cost', 5)])).ratio.metric).toEqual({ status: 'missing', inputs: ['benefits in money'] })
  expect(of(figures(nothing).net_present_value.metric)).toBe(0)
})
it('nothing is paid back before anything is spent, and what only costs never is', () => {
  expect(figures(optionOf('Decay', 'do_nothing', [lineOf('Repairs', 'revenue_cost', 0, 4, 4)])).payback.metric).toEqual({ status: 'undefined', reason: 'NOT_REACHED' })
  expect(of(figures(optionOf('Late', 'do_something', [lineOf('Build', 'capital_cost', 0, 10), lineOf('Save', 'cashable', 0, 0, 5, 5)])).payback.metric)).toBe(3)
})
it('a disbenefit is less benefit, not more cost', () => {
  const noisy = { ...plain, lines: [...plain.lines, lineOf('Noise', 'disbenefit', 0, -10)] }
  expect([of(figures(noisy).costs.metric), of(figures(noisy).benefits.metric)]).toEqual([100, expect.closeTo(135.451571264 - 10 / 1.035, 8)])
})
it('nominal flows that grow with prices are worth what real ones are', () => {
  const grown = optionOf('Grown', 'do_something', [lineOf('Build', 'capital_cost', 100), lineOf('Save', 'cashable', ...[0, 1, 2, 3, 4, 5].map((year) => (year === 0 ? 0 : 30 * Math.pow(1.02, year))))])
  expect(of(figures(grown, { ...greenBook, prices: 'nominal', inflation: 0.02 }).net_present_value.metric)).toBeCloseTo(35.451571264122464, 9)
  expect(of(figures(plain, { ...greenBook, rate: { kind: 'flat', perYear: 1.035 * 1.02 - 1, basis: 'nominal' }, inflation: 0.02 }).net_present_value.metric)).toBeCloseTo(35.451571264122464, 9)
  // Prices of two years before are lower: real flows are worth 1.02² of them in nominal terms.
  expect(of(figures(plain, { ...greenBook, priceYear: 2024, rate: { kind: 'flat', perYear: 1.035 * 1.02 - 1, basis: 'nominal' }, inflation: 0.02 }).net_present_value.metric)).toBeCloseTo(35.451571264122464 * 1.02 * 1.02, 9)
})
it('mid-year factors of a schedule lie half a year before those of its end', () => expect(factorsOf({ ...greenBook, timing: 'mid' }, 32).map((factor) => factor.toFixed(4)).filter((_, at) => [0, 1, 31].includes(at))).toEqual(['1.0000', (1.035 ** -0.5).toFixed(4), (1.035 ** -30 / 1.03 ** 0.5).toFixed(4)]))

it('optimism bias: a building of £100 m, 92 % mitigated, costs £104.08 m', () => {
  const built = { ...plain, bias: { category: 'non_standard_building', mitigation: 0.92, evidence: 'Ground is surveyed' } as const }
  expect(yearsOf(flowsOf(built, greenBook)).costs.reduce((sum, one) => sum + one, 0)).toBeCloseTo(104.08, 9)
})
it('its duration moves costs and benefits: works of one year that take 39 % longer', () => {
  const built = { ...plain, bias: { category: 'non_standard_building', mitigation: 0, evidence: '' } as const }
  const { costs, benefits } = yearsOf(flowsOf(built, greenBook))
  // 151 of cost over 1.39 years; benefits of 2027 fall from 1.39 to 2.39.
  expect(costs.slice(0, 2)).toEqual([151 / 1.39, (151 * 0.39) / 1.39].map((value) => expect.closeTo(value, 9) as number))
  expect(benefits).toEqual([0, 30 * 0.61, 30, 30, 30, 30, 30 * 0.39].map((value) => expect.closeTo(value, 9) as number))
})
it('outsourcing has bias of running cost, and none of duration', () => {
  const bought = optionOf('Bought', 'do_something', [lineOf('Fee', 'revenue_cost', 0, 100), lineOf('Kit', 'capital_cost', 100)], { bias: { category: 'outsourcing', mitigation: 0, evidence: '' } })
  expect([flowsOf(bought, greenBook).lateYears, yearsOf(flowsOf(bought, greenBook)).costs]).toEqual([0, [100, expect.closeTo(141, 9)]])
})
it('a risk costs its chance of the mean of its range, and nothing on top of a P80 estimate', () => {
  const risks = [{ id: 'r', name: 'Rock', chance: 20, low: 10, likely: 20, high: 60, year: 2026, response: 'Drill', owner: 'Ada' }]
  expect(yearsOf(flowsOf({ ...plain, risks }, greenBook)).costs[0]).toBeCloseTo(106, 9)
  expect(yearsOf(flowsOf({ ...plain, risks, estimate: 'p80' }, greenBook)).costs[0]).toBe(100)
})

const roads: OverrunClass = { name: 'Roads', overruns: [-5, 0, 2, 8, 10, 15, 20, 27, 40, 80], acceptable: 0.2, method: 'linear', source: '' }
test.each([[0.5, 12.5], [0.2, 29.6], [0.1, 44]])('ten overruns give at an acceptable chance of %d an uplift of %d %%', (acceptable, wanted) => expect(of(overrunUplift({ ...roads, acceptable }).metric)).toBeCloseTo(wanted, 10))
it('the method matters at small numbers, few works are said, fewer than ten are none, and an interval stands beside', () => {
  expect([of(overrunUplift({ ...roads, method: 'inverted_cdf' }).metric), of(overrunUplift({ ...roads, method: 'weibull' }).metric), overrunUplift(roads).few]).toEqual([27, expect.closeTo(37.4, 10), true])
  expect(overrunUplift({ ...roads, overruns: roads.overruns.slice(1) }).metric).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
  const [low, high] = upliftInterval(roads)
  expect([low < 29.6, high > 29.6, upliftInterval(roads)]).toEqual([true, true, [low, high]])
})
it('of benefits .825 usually comes, .59 surely; a parent speaks for a small class, and nothing is lifted', () => {
  const rates = [0.4, 0.55, 0.6, 0.7, 0.8, 0.85, 0.9, 1, 1.05, 1.2]
  const own = { name: 'IT', rates, parent: null, chance: 0.5, source: '' }
  expect([of(benefitsDownlift(own).metric), of(benefitsDownlift({ ...own, chance: 0.2 }).metric), of(benefitsDownlift({ ...own, chance: 1 }).metric)]).toEqual([expect.closeTo(0.825, 12), expect.closeTo(0.59, 12), 1])
  expect(benefitsDownlift({ ...own, rates: [1], parent: { name: 'All', rates } })).toMatchObject({ from: 'All', fellBack: true, count: 10 })
  const lowered = yearsOf(flowsOf({ ...plain, lines: [...plain.lines, lineOf('Noise', 'disbenefit', -10)], realised: own }, greenBook)).benefits
  expect(lowered.slice(0, 2)).toEqual([-10, expect.closeTo(24.75, 12)])
})

it('lateness loses nothing, and moves what follows by the whole delay', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 12 }), fc.nat(4), fc.integer({ min: 1, max: 5 }), fc.double({ min: 0, max: 9, noNaN: true }), (amounts, from, years, late) => {
    const moved = later(amounts, { from, years, late })
    expect(moved.reduce((sum, one) => sum + one, 0)).toBeCloseTo(amounts.reduce((sum, one) => sum + one, 0), 6)
  }))
  expect(later([5, 0, 7], { from: 0, years: 1, late: 2 })).toEqual([5 / 3, 5 / 3, 5 / 3, 0, 7].map((value) => expect.closeTo(value, 9) as number))
})

it('ranks by net present value against doing nothing, and says what a ratio would have put first', () => {
  const small = optionOf('Small', 'do_minimum', [lineOf('Patch', 'capital_cost', 10), lineOf('Gain', 'cashable', 0, 20)])
  const large = optionOf('Large', 'do_something', [lineOf('Build', 'capital_cost', 1000), lineOf('Gain', 'cashable', 0, 1200)])
  const ranking = rankOptions(caseOf([nothing, small, large]), 'GBP')
  expect(ranking.options.map(({ option, rank }) => [option.name, rank])).toEqual([['Large', 1], ['Small', 2], ['Nothing', 3]])
  expect([ranking.best?.name, ranking.byRatio?.name, ranking.byRate?.name]).toEqual(['Large', 'Small', 'Small'])
  expect(rankOptions(caseOf([small, large]), 'GBP').options.every(({ rank }) => rank === null)).toBe(true)
})
it('an option against doing nothing is what it is beyond it', () => {
  const decays = optionOf('Decay', 'do_nothing', [lineOf('Repairs', 'revenue_cost', 0, 40)])
  const { against, figures: own } = appraiseOption(plain, decays, greenBook, 'GBP')
  expect(of(against?.net_present_value.metric ?? { status: 'not_applicable' }) - of(own.net_present_value.metric)).toBeCloseTo(40 / 1.035, 9)
})
