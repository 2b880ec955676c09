import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, missing, undefinedBecause } from '../../kernel/index.ts'
import { coverageOf, coverageTold, type CoverableMeasure, type PromisedMovement } from './coverage.ts'

const hours: CoverableMeasure = { id: 'hours', name: 'Processing hours', unit: 'person_hour', every: 'quarter', baseline: 52_000, target: 48_000, dueOn: '2026-12-31' }
const promise = (initiativeId: string, least: number, more: Partial<PromisedMovement> = {}): PromisedMovement => ({ initiativeId, measureId: 'hours', unit: 'hour', from: '2025-10-01', to: '2026-01-01', least: BigInt(least), ...more })
const earlier = { from: '2025-07-01', to: '2025-10-01' }
const told = (measure: Partial<CoverableMeasure>, ...promised: readonly PromisedMovement[]) => coverageTold('lean', [{ ...hours, ...measure }], promised)
const share = (of: ReturnType<typeof told>, ...chosen: readonly string[]) => coverageOf(of, 'Lean', new Set(chosen), (id) => id.toUpperCase())

describe('coverage', () => {
  test('is what those that go ahead promise for the last period, over the way to the target', () => {
    // 52,000 to 48,000: 4,000. Promised 3,000 by a and 500 by b; the 2,000 of the period before do not count again.
    const found = told({}, promise('a', 2_000, earlier), promise('a', 2_500), promise('a', 500), promise('b', 500))
    expect(share(found, 'a').metric).toEqual(known(0.75))
    expect(share(found, 'a', 'b').metric).toEqual(known(0.875))
    expect(share(found).metric).toEqual(known(0))
    expect(share(found, 'a').why).toMatchObject({ formula: 'objective-coverage', note: 'By Processing hours', terms: [{ term: 'Promised', terms: [{ term: 'A', figure: known({ kind: 'number', value: 3_000, unit: 'person_hour' }) }] }, { figure: known({ kind: 'number', value: 4_000, unit: 'person_hour' }) }] })
  })

  test('money counts in whole units of the measure, whatever its class', () => {
    const payroll = { unit: 'gbp', baseline: 2_400_000, target: 2_300_000 }
    expect(share(told(payroll, promise('a', 2_500_000, { unit: 'GBP.cash' }), promise('a', 2_500_000, { unit: 'GBP.noncash' })), 'a').metric).toEqual(known(0.5))
    expect(share(told({ ...payroll, unit: 'gbp_million', baseline: 24, target: 23 }, promise('a', 50_000_000, { unit: 'GBP.cash' })), 'a').metric).toEqual(known(0.5))
  })

  test('says why there is none', () => {
    expect(share(coverageTold('lean', [], [])).metric).toEqual(missing('a measure'))
    expect(share(told({ target: null }, promise('a', 1))).metric).toEqual(undefinedBecause('NO_TARGET'))
    expect(share(told({ baseline: null }, promise('a', 1))).metric).toEqual(undefinedBecause('NO_BASELINE'))
    expect(share(told({ baseline: 48_000 }, promise('a', 1))).metric).toEqual(undefinedBecause('TARGET_EQUALS_BASELINE'))
    expect(share(told({}), 'a').metric).toEqual(missing('a promise'))
    expect(share(told({}, promise('a', 1, { measureId: 'other' })), 'a').metric).toEqual(missing('a promise'))
    for (const unit of ['GBP.cash', 'tCO2e']) expect(share(told({}, promise('a', 1, { unit })), 'a').metric).toEqual(missing('a promise in the unit of the measure'))
    for (const every of ['month', null] as const) expect(share(told({ every }, promise('a', 1)), 'a').metric).toEqual(missing('a promise for periods like those of the measure'))
    expect(share(told({ dueOn: '2025-09-30' }, promise('a', 1)), 'a').metric).toEqual(missing('a promise by the day it is due'))
  })

  test('of several measures the first that tells it stands', () => {
    const [mute, blind] = [{ ...hours, id: 'mute', name: 'Mute' }, { ...hours, id: 'blind', name: 'Blind', target: null }]
    expect(coverageTold('lean', [blind, mute, hours], [promise('a', 1)]).measure).toBe('Processing hours')
    expect(coverageTold('lean', [blind, mute], [promise('a', 1)]).measure).toBe('Mute')
    expect(coverageTold('lean', [blind], []).measure).toBe('Blind')
  })

  test('law: more that goes ahead never covers less', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 9_000 })), { minLength: 1, maxLength: 8 }), fc.subarray(['a', 'b', 'c', 'd']), (promised, some) => {
      const found = told({}, ...promised.map(([id, least]) => promise(id, least)))
      const of = (ids: readonly string[]): number => {
        const { metric } = share(found, ...ids)
        return metric.status === 'ok' ? metric.value : NaN
      }
      expect(of(some)).toBeLessThanOrEqual(of(['a', 'b', 'c', 'd']))
    }), { numRuns: 40 })
  })
})
