import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeMetric, known, mapMetric, missing, notApplicable, ratio, undefinedBecause, undefinedReasons, type Metric, type UndefinedReason } from './metric.ts'

const reasons = Object.keys(undefinedReasons) as UndefinedReason[]
const metrics: fc.Arbitrary<Metric<number>> = fc.oneof(
  fc.integer().map(known),
  fc.constantFrom(...reasons).map(undefinedBecause),
  fc.array(fc.string(), { minLength: 1 }).map((inputs) => missing(...inputs)),
  fc.constant(notApplicable),
)

describe('metrics', () => {
  it('divide, or say why not', () => {
    expect(ratio(1, 4)).toEqual({ status: 'ok', value: 0.25 })
    expect(ratio(0, 4)).toEqual({ status: 'ok', value: 0 })
    expect(ratio(1, 0)).toEqual({ status: 'undefined', reason: 'DIV_BY_ZERO' })
    expect(ratio(0, -0, 'NO_ACTUALS')).toEqual({ status: 'undefined', reason: 'NO_ACTUALS' })
  })

  it('are never a number that is none', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (numerator, denominator) => {
        const metric = ratio(numerator, denominator)
        expect(metric.status === 'ok').toBe(denominator !== 0)
        if (metric.status === 'ok') expect(Number.isFinite(metric.value)).toBe(true)
      }),
    )
  })

  it('change their value and keep their reason', () => {
    fc.assert(
      fc.property(metrics, (metric) => {
        const doubled = mapMetric(metric, (value) => value * 2)
        expect(doubled).toEqual(metric.status === 'ok' ? known(metric.value * 2) : metric)
        expect(mapMetric(metric, (value) => value)).toEqual(metric)
      }),
    )
  })

  it('say in words what is wrong', () => {
    expect(describeMetric(known(3))).toBe('')
    expect(describeMetric(undefinedBecause('NO_BASELINE'))).toBe('Undefined: no baseline has been agreed')
    expect(describeMetric(missing('start', 'budget'))).toBe('Missing: start, budget')
    expect(describeMetric(notApplicable)).toBe('Not applicable')
  })

  it('have words for each reason, all different', () => {
    expect(new Set(Object.values(undefinedReasons)).size).toBe(reasons.length)
  })
})
