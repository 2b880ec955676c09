import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Metric } from '../../kernel/index.ts'
import { atPricesOf, biasUplift, datedPresentValue, datedRateOfReturn, decliningFactors, discountedRatio, discountVintages, distributionalWeight, equivalentAnnual, equivalentAnnualBy, flatFactors, greenBookValue, internalRateOfReturn, modifiedRateOfReturn, netPresentValue, nominalRate, payback, polynomialRoots, presentValue, runningSums, switchingValue, vintageOn, type DiscountVintage } from './index.ts'

const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(JSON.stringify(metric))
  return metric.value
}
const nominal = (...amounts: readonly number[]) => ({ amounts, basis: 'nominal' as const })
const at = (perYear: number) => ({ perYear, basis: 'nominal' as const })
/** Equal in every digit that was printed: sixteen of them, less the last bit. */
const printed = (value: number, text: string): void => expect(Math.abs(value - Number(text)) <= 2e-15 * Math.max(1, Math.abs(Number(text))), `${value} against ${text}`).toBe(true)

describe('net present value', () => {
  const flows = nominal(-10_000, 3_000, 4_200, 6_800)
  it('leaves the first flow as it is; a spreadsheet’s discounts it too', () => {
    printed(of(netPresentValue(flows, at(0.1)).metric), '1307.287753568743')
    printed(of(netPresentValue(flows, at(0.1)).metric) / 1.1, '1188.4434123352216')
  })
  it('of mid-year flows is larger', () => printed(of(netPresentValue(flows, at(0.1), 'mid').metric), '1859.1834447488945'))
  it('of the published series at 5 %', () => expect(of(netPresentValue(nominal(-15_000, 1_500, 2_500, 3_500, 4_500, 6_000), at(0.05)).metric)).toBeCloseTo(122.89485495093959, 11))
  it('has its parts in its explanation', () => expect(netPresentValue(flows, at(0.1)).why.terms).toHaveLength(4))
  it('mixes no real rate with nominal flows, and knows no rate of −100 %', () => {
    expect(netPresentValue(flows, { perYear: 0.035, basis: 'real' }).metric).toEqual({ status: 'undefined', reason: 'MIXED_UNITS' })
    expect(netPresentValue(flows, at(-1)).metric.status).toBe('undefined')
  })
})

describe('internal rate of return', () => {
  const shop = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]
  // The digits are those of a halving in fifty decimal places; published solvers stop at about 1e-12 (0.08663094803671742).
  test.each([[shop, '0.08663094803653161'], [shop.slice(0, 5), '-0.02124484827341099'], [shop.slice(0, 3), '-0.44350694133474054']])('%j is %s', (amounts, text) => printed(of(internalRateOfReturn(amounts).metric), text))
  test.each([[[-150_000, 15_000, 25_000, 35_000, 45_000, 60_000], 0.0524], [[-100, 0, 0, 74], -0.0955], [[-100, 39, 59, 55, 20], 0.28095]])('%j is about %d', (amounts, about) => expect(of(internalRateOfReturn(amounts).metric)).toBeCloseTo(about, 4))
  it('says that there are two, and which', () => {
    const { metric, roots } = internalRateOfReturn([-1_000, 2_500, -1_540])
    expect(metric).toEqual({ status: 'undefined', reason: 'MULTIPLE_ROOTS' })
    expect(roots.map((root) => root.toFixed(12))).toEqual(['0.100000000000', '0.400000000000'])
    expect(of(netPresentValue(nominal(-1_000, 2_500, -1_540), at(0.25)).metric)).toBeCloseTo(14.4, 12)
  })
  it('finds 8.86 % among the rates of a series that changes sign three times', () => expect(internalRateOfReturn([-5, 10.5, 1, -8, 1]).roots.some((root) => Math.abs(root - 0.0886) < 1e-4)).toBe(true))
  it('has none without a change of sign, nor where no rate solves it', () => {
    expect(internalRateOfReturn([1, 2, 3]).metric).toEqual({ status: 'undefined', reason: 'NO_SIGN_CHANGE' })
    expect(internalRateOfReturn([-1_000, 1_500, -1_000]).metric).toEqual({ status: 'undefined', reason: 'NOT_REACHED' })
  })
  it('finds a rate that only touches: (1 − 1.2 x)²', () => expect(of(internalRateOfReturn([1, -2.4, 1.44]).metric)).toBeCloseTo(0.2, 6))
  it('gives a net present value of zero at every rate it finds', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 12 }), (amounts) => {
      const size = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0)
      for (const root of internalRateOfReturn(amounts).roots) {
        const scale = Math.max(...flatFactors(root, amounts.length))
        expect(Math.abs(presentValue(amounts, flatFactors(root, amounts.length)))).toBeLessThanOrEqual(1e-9 * size * scale)
      }
    }))
  })
  it('finds all roots that a polynomial was made of', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }), (roots) => {
      const made = roots.reduce<readonly number[]>((product, root) => Array.from({ length: product.length + 1 }, (_, power) => (product[power - 1] ?? 0) - root * (product[power] ?? 0)), [1])
      const found = polynomialRoots(made, 0.5, 20.5)
      expect(found.length).toBe(roots.length)
      for (const [place, root] of [...roots].sort((a, b) => a - b).entries()) expect(found[place]).toBeCloseTo(root, 6)
    }))
  })
})

describe('modified rate of return', () => {
  const loan = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000]
  it('is that of the published examples', () => {
    printed(of(modifiedRateOfReturn(loan, { finance: 0.1, reinvest: 0.12 }).metric), '0.1260941303659051')
    printed(of(modifiedRateOfReturn(loan.slice(0, 4), { finance: 0.1, reinvest: 0.12 }).metric), '-0.048044655249980806')
    printed(of(modifiedRateOfReturn(loan, { finance: 0.1, reinvest: 0.14 }).metric), '0.13475911082831482')
    printed(of(modifiedRateOfReturn([-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000], { finance: 0.08, reinvest: 0.055 }).metric), '0.06659717503155349')
  })
  it('needs both directions', () => expect(modifiedRateOfReturn([1, 2], { finance: 0.1, reinvest: 0.1 }).metric.status).toBe('undefined'))
})

describe('dated flows', () => {
  const shop = [['2008-01-01', -10_000], ['2008-03-01', 2_750], ['2008-10-30', 4_250], ['2009-02-15', 3_250], ['2009-04-01', 2_750]].map(([on, amount]) => ({ on: String(on), amount: Number(amount) }))
  it('are worth what a spreadsheet says', () => printed(of(datedPresentValue(shop, 0.09)), '2086.647602031535'))
  it('return what a spreadsheet says, in any order', () => {
    expect(of(datedRateOfReturn(shop).metric)).toBeCloseTo(0.3733625335188315, 14)
    expect(datedRateOfReturn([...shop].reverse()).metric).toEqual(datedRateOfReturn(shop).metric)
  })
  it('by quarter', () => expect(of(datedRateOfReturn([...['2010-01-01', '2010-04-01', '2010-07-01', '2010-10-01'].map((on) => ({ on, amount: -1000 })), { on: '2011-01-01', amount: 4300 }]).metric)).toBeCloseTo(0.1212676, 6))
  it('have none without a change of sign, or without flows', () => {
    expect(datedRateOfReturn([{ on: '2026-01-01', amount: 1 }]).metric).toEqual({ status: 'undefined', reason: 'NO_SIGN_CHANGE' })
    expect(datedPresentValue([], 0.1).status).toBe('undefined')
  })
})

describe('payback', () => {
  const shop = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]
  it('is evenly within its year', () => printed(of(payback(shop).metric), '4.153846153846154'))
  it('discounted at 10 % is not reached', () => {
    const discounted = shop.map((amount, year) => amount * (flatFactors(0.1, 6)[year] ?? 0))
    expect(payback(discounted).metric).toEqual({ status: 'undefined', reason: 'NOT_REACHED' })
    expect(runningSums(discounted).map((sum) => Math.round(sum * 10) / 10)).toEqual([-70000, -59090.9, -46694.2, -33170.5, -18827.3, -2683.3])
  })
  it('tells of a later dip', () => expect(payback([-100, 120, -50, 10])).toMatchObject({ metric: { status: 'ok' }, dipsAgain: true }))
})

test('equivalent annual amounts: at no rate it is the mean, and over factors it is the same', () => {
  expect(of(equivalentAnnual(1_000, 0, 4).metric)).toBe(250)
  const factors = flatFactors(0.08, 6).slice(1)
  expect(of(equivalentAnnual(1_000, 0.08, 5).metric)).toBeCloseTo(of(equivalentAnnualBy(1_000, factors)), 10)
})

describe('the Green Book', () => {
  const [vintage] = discountVintages as readonly [DiscountVintage]
  const golden = { 0: [1, 1, 1], 1: [0.9662, 0.9852, 0.9709], 2: [0.9335, 0.9707, 0.9426], 5: [0.842, 0.9283, 0.8626], 10: [0.7089, 0.8617, 0.7441], 20: [0.5026, 0.7425, 0.5537], 30: [0.3563, 0.6398, 0.412], 31: [0.3459, 0.6316, 0.4017], 50: [0.1973, 0.4951, 0.248], 60: [0.1468, 0.4355, 0.1924], 75: [0.0942, 0.3594, 0.1315], 76: [0.0919, 0.3556, 0.1288], 100: [0.0508, 0.2754, 0.0775], 125: [0.0274, 0.2111, 0.0456] }
  test.each(Object.entries(golden))('factors of year %s', (year, expected) => {
    expect((['standard', 'health', 'sensitivity'] as const).map((kind) => Number((decliningFactors(vintage, kind, 125)[Number(year)] ?? 0).toFixed(4)))).toEqual(expected)
  })
  it('multiplies over the kink instead of taking a power: 0.3459, not 0.4000', () => printed(Math.pow(1.03, -31), '0.3999871451610742'))
  it('values −100 and then five times 30', () => {
    const flows = [-100, 30, 30, 30, 30, 30]
    const factors = decliningFactors(vintage, 'standard', 5)
    printed(of(greenBookValue({ amounts: flows, basis: 'real' }, vintage).metric), '35.451571264122464')
    printed(of(discountedRatio(flows.map((amount) => Math.max(0, amount)), [100], factors).metric), '1.3545157126412246')
    printed(factors.slice(1).reduce((sum, factor) => sum + factor, 0), '4.515052375470749')
    printed(of(equivalentAnnualBy(35.451571264122464, factors.slice(1))), '7.851862684190062')
    expect(greenBookValue({ amounts: flows, basis: 'nominal' }, vintage).metric).toEqual({ status: 'undefined', reason: 'MIXED_UNITS' })
  })
  it('keeps the vintage of the day', () => {
    expect(of(vintageOn('2026-02-05')).id).toBe('green-book-2026')
    expect(of(vintageOn('2026-02-04')).id).toBe('green-book-2022')
    expect(vintageOn('1990-01-01').status).toBe('undefined')
  })
})

test('real and nominal: 3.5 % real and 2 % inflation are 5.57 %', () => {
  expect(nominalRate(0.035, 0.02)).toBeCloseTo(0.0557, 12)
  expect(of(atPricesOf(110, 2026, 2024, new Map([[2024, 100], [2026, 110]])))).toBeCloseTo(100, 12)
  expect(atPricesOf(110, 2027, 2024, new Map([[2024, 100]]))).toEqual({ status: 'missing', inputs: ['price index of 2027'] })
})

describe('optimism bias', () => {
  it('of 92 % mitigated: 51 × 8 % = 4.08', () => expect(of(biasUplift([{ category: 'non_standard_building', share: 1 }], 'cost', 0.92).metric)).toBeCloseTo(4.08, 12))
  it('is never below its lower bound', () => expect(of(biasUplift([{ category: 'equipment', share: 1 }], 'cost', 1).metric)).toBe(10))
  it('of mixed works is by their shares: 32.1 % and 14.5 %', () => {
    const mixed = [{ category: 'non_standard_building', share: 0.3 }, { category: 'standard_building', share: 0.7 }] as const
    expect([of(biasUplift(mixed, 'cost', 0).metric), of(biasUplift(mixed, 'duration', 0).metric)]).toEqual([expect.closeTo(32.1, 12), expect.closeTo(14.5, 12)])
  })
  it('does not apply to the duration of outsourcing', () => expect(biasUplift([{ category: 'outsourcing', share: 1 }], 'duration', 0).metric).toEqual({ status: 'not_applicable' }))
})

test('distributional weights of 50k to 20k and 80k', () => {
  printed(of(distributionalWeight(20_000, 50_000)), '3.2909555108355937')
  printed(of(distributionalWeight(80_000, 50_000)), '0.5428052288186521')
  expect(distributionalWeight(0, 1).status).toBe('undefined')
})

test('a ratio of benefits needs costs; a switching value needs an effect', () => {
  expect(of(discountedRatio([0, 110], [50, 55], flatFactors(0.1, 2)).metric)).toBeCloseTo(1, 12)
  expect(discountedRatio([1], [0], [1]).metric.status).toBe('undefined')
  expect(switchingValue(-50, 50)).toEqual({ status: 'ok', value: 0.5 })
  expect(switchingValue(1, 1).status).toBe('undefined')
})
