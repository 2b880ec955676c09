import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Explanation, Metric } from '../../kernel/index.ts'
import { appraise, appraisalKeys, type AppraisalChoices, type YearFlow } from './index.ts'

const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(JSON.stringify(metric))
  return metric.value
}
const greenBook: AppraisalChoices = { currency: 'GBP', rate: { vintage: 'green-book-2026', schedule: 'standard' }, prices: 'real', inflation: 0, bias: null }
/** 100 in 2026, then five years of 30. */
const plain: readonly YearFlow[] = [{ year: 2026, cost: 100, benefit: 0 }, ...[2027, 2028, 2029, 2030, 2031].map((year) => ({ year, cost: 0, benefit: 30 }))]
const value = (years: readonly YearFlow[], choices: AppraisalChoices, key: (typeof appraisalKeys)[number]): number => of(of(appraise(years, choices)).figures[key].metric)

it('−100 and five times 30 under the Green Book: 35.45, 1.35, 7.85 a year, paid back after 3.33 years, discounted after 3.61', () => {
  const figures = (['net_present_value', 'discounted_ratio', 'equivalent_annual', 'payback'] as const).map((key) => value(plain, greenBook, key))
  expect(figures).toEqual([expect.closeTo(35.451571264122464, 11), expect.closeTo(1.3545157126412246, 12), expect.closeTo(7.851862684190062, 11), expect.closeTo(10 / 3, 12)])
  // After three years 84.0491 of 100 are covered (30 × 2.801637), and the fourth brings 26.1433.
  expect(value(plain, greenBook, 'discounted_payback')).toBeCloseTo(3.6101, 4)
})

it('an earlier vintage has the same factors today, and is named in the explanation', () => {
  const { figures } = of(appraise(plain, { ...greenBook, rate: { vintage: 'green-book-2022', schedule: 'health' } }))
  expect(figures.net_present_value.why.note).toContain('green-book-2022, health schedule')
  expect(of(figures.net_present_value.metric)).toBeGreaterThan(35.451571264122464)
  expect(appraise(plain, { ...greenBook, rate: { vintage: 'green-book-1998', schedule: 'standard' } }).status).toBe('undefined')
})

it('a rate of one’s own, with the internal and the modified rate', () => {
  const shop = [70_000, 12_000, 15_000, 18_000, 21_000, 26_000].map((amount, at) => ({ year: 2026 + at, cost: at === 0 ? amount : 0, benefit: at === 0 ? 0 : amount }))
  const choices: AppraisalChoices = { ...greenBook, rate: { perYear: 0.1, basis: 'nominal', timing: 'end' }, prices: 'nominal' }
  expect([value(shop, choices, 'internal_rate'), value(shop, choices, 'payback')]).toEqual([expect.closeTo(0.08663094803653161, 12), expect.closeTo(4.153846153846154, 12)])
  const { figures } = of(appraise(shop, choices))
  expect(figures.discounted_payback.metric).toEqual({ status: 'undefined', reason: 'NOT_REACHED' })
  expect(value(shop, choices, 'net_present_value')).toBeCloseTo(-2683.3, 1)
})

it('several internal rates are no answer, and all are given', () => {
  const twice = [{ year: 1, cost: 1000, benefit: 0 }, { year: 2, cost: 0, benefit: 2500 }, { year: 3, cost: 1540, benefit: 0 }]
  const found = of(appraise(twice, { ...greenBook, rate: { perYear: 0.25, basis: 'real', timing: 'end' } }))
  expect(found.figures.internal_rate.metric).toEqual({ status: 'undefined', reason: 'MULTIPLE_ROOTS' })
  expect(found.roots.map((root) => root.toFixed(6))).toEqual(['0.100000', '0.400000'])
  expect(of(found.figures.net_present_value.metric)).toBeCloseTo(14.4, 10)
})

it('nominal flows that grow with prices are worth what real ones are, under a real rate and under the nominal one of Fisher', () => {
  fc.assert(fc.property(fc.double({ min: -0.02, max: 0.15, noNaN: true }), fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 20 }), (inflation, benefits) => {
    const real = [{ year: 2026, cost: 1000, benefit: 0 }, ...benefits.map((benefit, at) => ({ year: 2027 + at, cost: 0, benefit }))]
    const grown = real.map(({ year, cost, benefit }) => ({ year, cost, benefit: benefit * Math.pow(1 + inflation, year - 2026) }))
    const expected = value(real, { ...greenBook, rate: { perYear: 0.035, basis: 'real', timing: 'end' } }, 'net_present_value')
    expect(value(grown, { ...greenBook, rate: { perYear: 0.035, basis: 'real', timing: 'end' }, prices: 'nominal', inflation }, 'net_present_value')).toBeCloseTo(expected, 6)
    expect(value(grown, { ...greenBook, rate: { perYear: 1.035 * (1 + inflation) - 1, basis: 'nominal', timing: 'end' }, prices: 'nominal', inflation: 0 }, 'net_present_value')).toBeCloseTo(expected, 6)
  }))
})

it('optimism bias lifts costs alone, and mitigation takes it back to its lower bound', () => {
  const biased = (mitigation: number): number => value(plain, { ...greenBook, bias: { category: 'non_standard_building', mitigation } }, 'net_present_value')
  expect([biased(0), biased(0.92), biased(1)]).toEqual([expect.closeTo(35.451571264122464 - 51, 10), expect.closeTo(35.451571264122464 - 4.08, 10), expect.closeTo(35.451571264122464 - 4, 10)])
})

it('without cost or benefits nothing is appraised: what nobody said is not zero', () => {
  expect(appraise([{ year: 2026, cost: 5, benefit: 0 }], greenBook)).toEqual({ status: 'missing', inputs: ['benefits by year'] })
  expect(appraise([], greenBook)).toEqual({ status: 'missing', inputs: ['cost by year', 'benefits by year'] })
})

it('every figure says why, in money and with its method', () => {
  const { figures } = of(appraise(plain, greenBook))
  for (const key of appraisalKeys) expect(figures[key].why.formula, key).toBeDefined()
  const kinds = (why: Explanation): readonly string[] => [...(why.figure.status === 'ok' ? [why.figure.value.kind] : []), ...(why.terms ?? []).flatMap(kinds)]
  expect(new Set(kinds(figures.net_present_value.why))).toEqual(new Set(['money']))
})
