import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Metric } from '../../kernel/index.ts'
import { actualOf, assurance, attained, baselineDoubt, candidateEvents, controlChart, expectedAt, knownReports, priceVolume, priceVolumeMix, productEffects, rateAndMix, rebased, restatements, rollUp, scorecard, standingAgainst, type Agreed, type Aggregation, type Course, type Limits, type MeasureDefinition, type Reported } from './index.ts'

const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(JSON.stringify(metric))
  return metric.value
}
const measure = (aggregation: Aggregation): MeasureDefinition => ({ id: 'm', name: 'Calls', unit: 'count', direction: { kind: 'lower' }, aggregation, frequency: 'month', maxAgeDays: 40, dueAfterDays: 10 })
const month = (no: number, value: number | null, change: Partial<Reported> = {}): Reported => ({ id: `${no}`, periodFrom: `2026-0${no}-01`, periodTo: `2026-0${no + 1}-01`, value, state: value === null ? 'missing' : 'approved', recordedAt: `2026-0${no + 1}-05T00:00:00Z`, ...change })

describe('actuals', () => {
  const corrected = [month(3, 100), month(3, 130, { state: 'restated', recordedAt: '2026-05-20T00:00:00Z' })]
  it('are what was known at the instant: 100 until 20 May, then 130', () => {
    expect(knownReports(corrected, '2026-04-30T00:00:00Z').map(({ value }) => value)).toEqual([100])
    expect(knownReports(corrected, '2026-06-01T00:00:00Z').map(({ value }) => value)).toEqual([130])
    expect(restatements(corrected, '2026-04-30T00:00:00Z', '2026-06-01T00:00:00Z')).toEqual([{ periodFrom: '2026-03-01', before: 100, after: 130 }])
  })
  const april = { from: '2026-04-01', to: '2026-05-01' }
  it('that are not there are not due, then late, and never the one before unless that is asked for and said', () => {
    const reports = [month(3, 100)]
    expect(actualOf(measure('flow'), reports, april, '2026-05-05')).toEqual({ metric: { status: 'undefined', reason: 'NOT_DUE' }, standing: 'not_due' })
    expect(actualOf(measure('flow'), reports, april, '2026-05-11')).toEqual({ metric: { status: 'missing', inputs: ['actual'] }, standing: 'late' })
    expect(actualOf(measure('flow'), reports, april, '2026-05-11', 'flagged')).toEqual({ metric: { status: 'ok', value: 100 }, standing: 'carried' })
    expect(actualOf({ ...measure('flow'), maxAgeDays: 20 }, reports, april, '2026-05-11', 'flagged').standing).toBe('late')
  })
})

describe('courses', () => {
  const agreed = (course: Course): Agreed => ({ baseline: { on: '2026-01-01', value: 0 }, target: { on: '2027-01-01', value: 100 }, course, tolerance: 5 })
  const courses: readonly Course[] = [{ kind: 'linear' }, { kind: 's_curve' }, { kind: 'list', points: [{ on: '2026-07-02', value: 80 }] }, { kind: 'seasonal', monthShares: [4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6] }]
  test.each(courses)('$kind begins at the baseline, ends at the target, and is not extended', (course) => {
    expect([expectedAt(agreed(course), '2026-01-01'), expectedAt(agreed(course), '2027-01-01')].map(of)).toEqual([0, 100])
    expect([expectedAt(agreed(course), '2025-12-31').status, expectedAt(agreed(course), '2027-01-02').status]).toEqual(['undefined', 'undefined'])
  })
  it('differ in between: 1 July is 181 of 365 days', () => {
    expect(courses.map((course) => of(expectedAt(agreed(course), '2026-07-01')).toFixed(2))).toEqual(['49.59', '49.38', '79.56', '40.00'])
    expect(of(expectedAt(agreed({ kind: 'steps', points: [{ on: '2026-06-30', value: 30 }] }), '2026-07-01'))).toBe(30)
  })
  // Expected 50 on 2 July. Tolerance 5: behind by 5 on track, by 10 at risk, by 11 off track; lower is better the other way round.
  test.each([[45.1, 'on_track'], [40.5, 'at_risk'], [39, 'off_track']])('%d where more is better is %s', (value, standing) => expect(standingAgainst(agreed({ kind: 'linear' }), { kind: 'higher' }, { on: '2026-07-02', value })).toBe(standing))
  it('in a band is the distance to it', () => {
    const band = { kind: 'range' as const, low: 20, high: 30 }
    expect([24, 35, 40, 41].map((value) => standingAgainst(agreed({ kind: 'linear' }), band, { on: '2026-07-02', value }))).toEqual(['on_track', 'on_track', 'at_risk', 'off_track'])
    expect(attained({ ...agreed({ kind: 'linear' }), baseline: { value: 40 } }, band, 35)).toEqual({ status: 'ok', value: 0.5 })
    expect(attained({ ...agreed({ kind: 'linear' }), baseline: { value: 25 } }, band, 35)).toEqual({ status: 'undefined', reason: 'TARGET_EQUALS_BASELINE' })
  })
  it('without a report say so', () => expect(standingAgainst(agreed({ kind: 'linear' }), { kind: 'higher' }, undefined)).toBe('no_report'))
})

describe('roll-up', () => {
  const parts = [month(1, 10, { numerator: 1, denominator: 10, weight: 1 }), month(2, 30, { numerator: 90, denominator: 100, weight: 3 })]
  // 1/10 and 90/100 are 91/110, not the mean of .1 and .9; 10 and 30 weighed 1 and 3 are 25.
  test.each([['flow', 40], ['stock', 30], ['ratio', 91 / 110], ['weighted_average', 25], ['min', 10], ['max', 30]] as const)('of %s is %d', (kind, expected) => expect(of(rollUp(measure(kind), parts).metric)).toBeCloseTo(expected, 12))
  it('of what cannot be added does not apply', () => expect(rollUp(measure('non_additive'), parts).metric).toEqual({ status: 'not_applicable' }))
  it('says its coverage, and is hidden below seven tenths', () => {
    expect(rollUp(measure('flow'), [month(1, 1), month(2, null)])).toMatchObject({ coverage: 0.5, metric: { status: 'undefined', reason: 'INSUFFICIENT_POINTS' } })
    expect(scorecard('All', [{ name: 'a', weight: 3, attainment: { status: 'ok', value: 0.5 } }, { name: 'b', weight: 1, attainment: { status: 'missing', inputs: ['x'] } }])).toMatchObject({ coverage: 0.75, metric: { status: 'ok', value: 0.5 } })
  })
})

describe('control chart', () => {
  const vignette = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
  it('has the published limits, screened and unscreened', () => {
    expect(of(controlChart(vignette, { direction: 'higher', screenRanges: true }).limits)).toMatchObject({ mean: expect.closeTo(1.9444444444444444, 14), upper: expect.closeTo(4.604444444444445, 12), lower: expect.closeTo(-0.7155555555555557, 12), trial: false })
    expect(of(controlChart(vignette, { direction: 'higher' }).limits)).toMatchObject({ meanMovingRange: expect.closeTo(1.8823529411764706, 14), upper: expect.closeTo(6.951503267973856, 12), lower: expect.closeTo(-3.062614379084967, 12) })
    expect(controlChart(vignette, { direction: 'higher', naturalLeast: 0 }).lowerShown).toBe(0)
  })
  it('marks the one point outside, and reads it by the direction', () => {
    const { points } = controlChart(vignette, { direction: 'lower' })
    expect(points.flatMap(({ rule, reading }, at) => (rule === 'outside_limits' ? [[at, reading]] : []))).toEqual([[4, 'concern']])
  })
  it('marks all seven of a trend, and all of a run on one side', () => {
    const trend = controlChart([50, 70, 30, 70, 30, 44, 46, 48, 50, 52, 54, 56, 30, 70, 30], { direction: 'higher' }).points.map(({ rule }) => rule)
    expect(trend.slice(5, 12)).toEqual(Array.from({ length: 7 }, () => 'trend'))
    const side = controlChart([1, 1.2, 0.9, 1.1, 1, 0.9, 1.1, 1.6, 1.5, 1.7, 1.5, 1.6, 1.7, 1.5], { direction: 'higher', fixAfter: 7 }).points.map(({ rule }) => rule)
    expect(side.slice(7).every((rule) => rule !== null)).toBe(true)
  })
  it('does not bridge a missing point, and takes any change of a constant as a signal', () => {
    expect(controlChart([1, null, 2], { direction: 'higher' }).limits).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
    expect(controlChart([5, 5, 5, 5, 6], { direction: 'higher', fixAfter: 4 }).points.at(-1)?.rule).toBe('outside_limits')
  })
  it('assures a target only beyond the limits', () => {
    const limits: Limits = { mean: 5, meanMovingRange: 1, upper: 8, lower: 2, usualRange: 3, trial: false }
    expect([9, 1, 5].map((target) => assurance(limits, target, 'higher'))).toEqual(['consistently_fails', 'consistently_passes', 'inconsistent'])
    expect([9, 1, 5].map((target) => assurance(limits, target, 'lower'))).toEqual(['consistently_passes', 'consistently_fails', 'inconsistent'])
    expect(assurance(limits, 9, 'neutral')).toBe('no_verdict')
  })
  it('is not rebased without a reason and its evidence', () => {
    expect(rebased([1, 2, 3], 1, { reason: '', evidence: '' }, { direction: 'higher' })).toEqual({ status: 'missing', inputs: ['reason', 'evidence'] })
    expect(rebased([1, 2, 3], 1, { reason: 'New counter', evidence: 'Minutes' }, { direction: 'higher' }).status).toBe('ok')
  })
  it('doubts the worst month on record as a baseline', () => {
    expect(baselineDoubt([10, 11, 10, 11, 10, 18], 18)).toBe('outside_limits')
    expect(baselineDoubt([10, 11, 10, 11, 10, 11], 11)).toBeNull()
    expect(baselineDoubt([10, 11], 11)).toBe('too_few_points')
  })
  it('turns round with the measure: mirrored values have mirrored signals', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 30 }), (values) => {
      const [one, other] = [controlChart(values, { direction: 'higher' }), controlChart(values.map((value) => -value), { direction: 'lower' })]
      expect(one.points.map(({ rule, reading }) => [rule, reading])).toEqual(other.points.map(({ rule, reading }) => [rule, reading]))
    }))
  })
})

describe('a spike', () => {
  it('of price and volume: .60 to .66 and 1000 to 1100 are 60 + 60 + 6', () => {
    const { total, parts } = priceVolume({ price: 0.6, volume: 1000 }, { price: 0.66, volume: 1100 })
    expect([total, ...parts.map(({ amount }) => amount)]).toEqual([126, 60, 60, 6].map((value) => expect.closeTo(value, 10)))
  })
  it('of mix: the same volume in dearer lines is all mix', () => {
    const lines = (cheap: number, dear: number) => [{ name: 'cheap', volume: cheap, price: 1 }, { name: 'dear', volume: dear, price: 3 }]
    expect(priceVolumeMix(lines(50, 50), lines(40, 60)).parts).toEqual([{ key: 'volume', amount: 0 }, { key: 'mix', amount: 20 }, { key: 'price', amount: 0 }])
  })
  it('of a rate over groups: equal rates leave only mix', () => expect(rateAndMix([{ name: 'a', share: 0.5, rate: 0.2 }, { name: 'b', share: 0.5, rate: 0.4 }], [{ name: 'a', share: 0.25, rate: 0.2 }, { name: 'b', share: 0.75, rate: 0.4 }]).parts.map(({ key, amount }) => [key, amount.toFixed(9)])).toEqual([['rate', '0.000000000'], ['mix', '0.050000000']]))
  it('has candidates that fit in time, the nearest first', () => expect(candidateEvents([{ event: 'late', daysBefore: -1 }, { event: 'old', daysBefore: 90 }, { event: 'release', daysBefore: 12 }, { event: 'storm', daysBefore: 3 }], 30).map(({ event }) => event)).toEqual(['storm', 'release']))
  it('sums exactly, whatever changed', () => {
    const line = fc.record({ name: fc.constantFrom('a', 'b', 'c'), volume: fc.integer({ min: 0, max: 1000 }), price: fc.integer({ min: 0, max: 1000 }) })
    const lines = fc.uniqueArray(line, { maxLength: 3, selector: ({ name }) => name })
    fc.assert(fc.property(lines, lines, (before, after) => {
      const { total, parts } = priceVolumeMix(before, after)
      expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(total, 6)
    }))
    const factors = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 3, maxLength: 3 })
    fc.assert(fc.property(factors, factors, (before, after) => {
      const product = (each: readonly number[]): number => each.reduce((a, b) => a * b, 1)
      expect(productEffects(before, after).reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(product(after) - product(before), 6)
    }))
  })
})
