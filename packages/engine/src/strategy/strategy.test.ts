import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignment, attained, attainment, expectedOn, normalisedWeights, objectiveAttainment, standing, sumToOne, weightServed, type ContributionFacts, type MeasureFacts, type ObjectiveFacts } from './index.ts'

const measure = (change: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'm', objectiveId: 'o', name: 'Defects', unit: 'count', direction: { kind: 'lower' }, aggregation: 'stock', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, course: { kind: 'linear' }, baseline: 10, baselineOn: '2024-01-01', target: 8, dueOn: '2024-12-31', tolerance: null, actuals: [], ...change,
})
const measured = (value: number, on = '2024-07-01') => [{ id: 'a', on, value, source: 'Report', state: 'approved' as const }]
const objective = (id: string, weight: number): ObjectiveFacts => ({ id, key: id, perspectiveId: 'p', statement: `Objective ${id}`, weight, owner: null, deadline: null, mandatory: false })
const link = (objectiveId: string, contribution: number): ContributionFacts => ({ initiativeId: 'i', objectiveId, contribution, rationale: '', origin: 'entered' })

describe('attainment', () => {
  test('lower is better: (8.2 − 10) / (8 − 10) = 0.90', () => {
    expect(attainment(measure({ actuals: measured(8.2) })).metric).toEqual({ status: 'ok', value: expect.closeTo(0.9, 12) })
  })
  test('a step back stays negative: (10.5 − 10) / (8 − 10) = −0.25', () => {
    expect(attainment(measure({ actuals: measured(10.5) })).metric).toEqual({ status: 'ok', value: -0.25 })
  })
  test('says why there is none', () => {
    expect(attainment(measure()).metric).toEqual({ status: 'undefined', reason: 'NO_ACTUALS' })
    expect(attainment(measure({ baseline: null, actuals: measured(9) })).metric).toEqual({ status: 'undefined', reason: 'NO_BASELINE' })
    expect(attainment(measure({ target: 10, actuals: measured(9) })).metric).toEqual({ status: 'undefined', reason: 'TARGET_EQUALS_BASELINE' })
  })
  test('is nought, not minus nought, where nothing was covered', () => {
    expect(attained({ baseline: { value: 10 }, target: { value: 8 } }, { kind: 'lower' }, 10)).toEqual({ status: 'ok', value: 0 })
  })
  test('does not change when the scale of the measure does', () => {
    fc.assert(fc.property(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 }), fc.constantFrom(2, 4, 8, -1), (baseline, target, actual, factor) => {
      fc.pre(baseline !== target)
      const share = (by: number) => attained({ baseline: { value: baseline * by }, target: { value: target * by } }, { kind: 'higher' }, actual * by)
      expect(share(factor)).toEqual(share(1))
    }))
  })
})

describe('trajectory', () => {
  const year = measure({ baseline: 0, target: 366, baselineOn: '2024-01-01', dueOn: '2025-01-01', direction: { kind: 'higher' } })
  test('covers one unit a day of a leap year', () => {
    expect(expectedOn(year, '2024-03-01').metric).toEqual({ status: 'ok', value: 60 })
  })
  test('is not extrapolated', () => {
    expect(expectedOn(year, '2023-12-31').metric).toEqual({ status: 'undefined', reason: 'OUTSIDE_TRAJECTORY' })
    expect(expectedOn(year, '2025-01-02').metric).toEqual({ status: 'undefined', reason: 'OUTSIDE_TRAJECTORY' })
  })
  // Expected on 1 March: 60. Tolerance 10: 50 is on track, 49 and 40 at risk, 39 off track.
  test.each([[50, 'on_track'], [49, 'at_risk'], [40, 'at_risk'], [39, 'off_track'], [366, 'complete']])('%d measured is %s', (value, expected) => {
    expect(standing({ ...year, tolerance: 10, actuals: measured(value, '2024-03-01') })).toBe(expected)
  })
  test('after the due date the target is the yardstick', () => {
    expect(standing({ ...year, tolerance: 10, actuals: measured(300, '2025-06-01') })).toBe('off_track')
  })
  test('a band is judged by the distance to it, and is never complete', () => {
    const band = (value: number) => standing(measure({ direction: { kind: 'range', low: 20, high: 30 }, baseline: 40, target: null, dueOn: null, actuals: measured(value) }))
    expect([25, 31, 32, 33].map(band)).toEqual(['on_track', 'on_track', 'at_risk', 'off_track'])
    expect(expectedOn(measure({ direction: { kind: 'range', low: 20, high: 30 } }), '2024-03-01').metric).toEqual({ status: 'not_applicable' })
    expect(standing(measure({ direction: { kind: 'maintain', at: 5 }, baseline: 15, target: null, actuals: measured(6) }))).toBe('on_track')
    expect(attainment(measure({ direction: { kind: 'range', low: 20, high: 30 }, baseline: 40, target: null, actuals: measured(35) })).metric).toEqual({ status: 'ok', value: 0.5 })
  })
  test('a course that is no line is followed', () => {
    const held = { ...year, course: { kind: 'steps' as const, points: [{ on: '2024-06-01', value: 300 }] } }
    expect(expectedOn(held, '2024-05-31').metric).toEqual({ status: 'ok', value: 0 })
    expect(expectedOn(held, '2024-06-01').metric).toEqual({ status: 'ok', value: 300 })
  })
  test('nothing measured is no report', () => expect(standing(year)).toBe('no_report'))
})

describe('alignment', () => {
  const four = [objective('1', 0.4), objective('2', 0.3), objective('3', 0.2), objective('4', 0.1)]
  // .4×.8 + .3×.2 + .2×0 + .1×.1 = .39; .4×.1 + .3×.6 + .2×.5 = .32; .3×.3 + .2×.2 + .1×.9 = .22
  test.each([[[0.8, 0.2, 0, 0.1], 0.39], [[0.1, 0.6, 0.5, 0], 0.32], [[0, 0.3, 0.2, 0.9], 0.22]])('%j is %d', (contributions, expected) => {
    const links = contributions.map((contribution, index) => link(String(index + 1), contribution))
    expect(alignment(four, links).metric).toEqual({ status: 'ok', value: expect.closeTo(expected, 12) })
  })
  test('unlinked is not assessed and without effect', () => {
    expect(alignment(four, []).metric).toEqual({ status: 'missing', inputs: ['contribution'] })
    expect(alignment(four, [link('1', 0)]).metric).toEqual({ status: 'ok', value: 0 })
  })
  test('a link to an objective that is no longer active counts for nothing', () => {
    expect(alignment(four, [link('gone', 1)]).metric.status).toBe('missing')
  })
  test('weights normalise, and the terms sum to the figure', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 })
    fc.assert(fc.property(weights, fc.infiniteStream(fc.integer({ min: -10, max: 10 })), (each, stream) => {
      const objectives = each.map((weight, index) => objective(String(index), weight))
      const shares = normalisedWeights(objectives)
      expect(shares.status === 'ok' && [...shares.value.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
      const { metric, why } = alignment(objectives, objectives.map(({ id }) => link(id, (stream.next().value ?? 0) / 10)))
      const parts = (why.terms ?? []).map(({ figure }) => (figure.status === 'ok' && figure.value.kind === 'number' ? figure.value.value : Number.NaN))
      expect(metric.status === 'ok' && metric.value).toBeCloseTo(parts.reduce((a, b) => a + b, 0), 9)
    }))
  })
})

describe('objective', () => {
  test('mean of its measures, alike: (0.9 + −0.25) / 2', () => {
    const metric = objectiveAttainment([measure({ actuals: measured(8.2) }), measure({ actuals: measured(10.5) })]).metric
    expect(metric).toEqual({ status: 'ok', value: expect.closeTo(0.325, 12) })
  })
  test('is hidden while under 70 % of its measures can tell', () => {
    expect(objectiveAttainment([measure({ actuals: measured(9) }), measure()]).metric).toEqual({ status: 'undefined', reason: 'INSUFFICIENT_POINTS' })
  })
  test('is served only by what helps it', () => {
    expect(weightServed([objective('1', 3), objective('2', 1)], [link('1', 0.5), link('2', -1)]).metric).toEqual({ status: 'ok', value: 0.75 })
  })
})

test('weights sum to one in their last digit', () => {
  expect(sumToOne([0.1, 0.2, 0.7])).toBe(true)
  expect(sumToOne([0.33333333, 0.33333333, 0.33333333])).toBe(true)
  expect(sumToOne([0.5, 0.49])).toBe(false)
})
