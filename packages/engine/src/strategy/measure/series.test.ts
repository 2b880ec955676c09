import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ukFiscalCalendar, type FiscalCalendar } from '../../kernel/index.ts'
import type { MeasureFacts } from '../facts.ts'
import { identityText, periodHolding, periodsBetween, reportDue, seriesOf } from './index.ts'

const calendar: FiscalCalendar = { startMonth: 1, startDay: 1, label: 'start' }
const measure = (change: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'm', objectiveId: 'o', name: 'Calls', unit: 'count', direction: { kind: 'higher' }, aggregation: 'flow', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, course: { kind: 'linear' },
  baseline: 0, baselineOn: null, target: 1, dueOn: null, tolerance: null, actuals: [], ...change,
})
const actual = (on: string, value: number) => ({ id: `${on} ${value}`, on, value, source: '', state: 'approved' as const })

describe('periods', () => {
  it('are months, quarters and years of the fiscal calendar, and days of what comes now and then', () => {
    expect(periodHolding('month', ukFiscalCalendar, '2024-02-29')).toEqual({ from: '2024-02-01', to: '2024-03-01' })
    expect(periodHolding('quarter', ukFiscalCalendar, '2024-03-31')).toEqual({ from: '2024-01-01', to: '2024-04-01' })
    expect(periodHolding('quarter', { startMonth: 2, startDay: 6, label: 'end' }, '2024-05-05')).toEqual({ from: '2024-02-06', to: '2024-05-06' })
    expect(periodHolding('year', ukFiscalCalendar, '2024-03-31')).toEqual({ from: '2023-04-01', to: '2024-04-01' })
    expect(periodHolding('ad_hoc', ukFiscalCalendar, '2024-03-31')).toEqual({ from: '2024-03-31', to: '2024-04-01' })
  })
  it('hold their day, and follow one another without gap or overlap', () => {
    const calendars = fc.record({ startMonth: fc.integer({ min: 1, max: 12 }), startDay: fc.integer({ min: 1, max: 28 }), label: fc.constant('end' as const) })
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(fc.property(calendars, fc.constantFrom('month' as const, 'quarter' as const, 'year' as const), day, (own, frequency, on) => {
      const period = periodHolding(frequency, own, on)
      expect(period.from <= on && on < period.to).toBe(true)
      expect(periodHolding(frequency, own, period.from)).toEqual(period)
      expect(periodHolding(frequency, own, period.to).from).toBe(period.to)
    }), { numRuns: 200 })
    expect(periodsBetween('month', calendar, '2024-11-30', '2025-02-01').map(({ from }) => from)).toEqual(['2024-11-01', '2024-12-01', '2025-01-01', '2025-02-01'])
  })
})

describe('a series', () => {
  it('keeps its gaps: nothing was measured in February', () => {
    expect(seriesOf(measure({ actuals: [actual('2024-01-31', 5), actual('2024-03-31', 7)] }), calendar).map(({ metric }) => metric)).toEqual([{ status: 'ok', value: 5 }, { status: 'undefined', reason: 'NO_ACTUALS' }, { status: 'ok', value: 7 }])
  })
  // Two reports of one month: flows add, levels take the last, and what cannot be added as well.
  test.each([['flow', 12], ['stock', 7], ['max', 7], ['min', 5], ['non_additive', 7]] as const)('of %s makes %d of 5 and 7 in one month', (aggregation, value) => {
    expect(seriesOf(measure({ aggregation, actuals: [actual('2024-01-10', 5), actual('2024-01-31', 7)] }), calendar).map(({ metric }) => metric)).toEqual([{ status: 'ok', value }])
  })
  it('of ratios divides the sums', () => {
    const ratio = measure({ aggregation: 'ratio', actuals: [{ ...actual('2024-01-10', 0.1), numerator: 1, denominator: 10 }, { ...actual('2024-01-31', 0.9), numerator: 90, denominator: 100 }] })
    expect(seriesOf(ratio, calendar)[0]?.metric).toEqual({ status: 'ok', value: 91 / 110 })
  })
  it('of nothing is empty', () => expect(seriesOf(measure(), calendar)).toEqual([]))
})

test('a report is due of the last period that is over: not yet, then late, and known once it is there', () => {
  const due = (today: string, actuals: MeasureFacts['actuals'] = []) => reportDue(measure({ actuals }), calendar, today)
  expect(due('2024-03-05')).toMatchObject({ period: { from: '2024-02-01' }, standing: 'not_due' })
  expect(due('2024-03-11')).toMatchObject({ standing: 'late', metric: { status: 'missing' } })
  expect(due('2024-03-11', [actual('2024-02-29', 4)])).toMatchObject({ standing: 'known', metric: { status: 'ok', value: 4 } })
  expect(reportDue(measure({ frequency: 'ad_hoc' }), calendar, '2024-03-11')).toBeNull()
})

test('a duplicate under another name is the same measure, another definition is not', () => {
  const calls = { name: 'Calls', definition: 'Calls answered  by the service desk.', unit: 'count' as const, aggregation: 'flow' as const, direction: { kind: 'higher' as const } }
  expect(identityText({ ...calls, name: 'Contacts', definition: 'calls answered by the Service-desk', direction: { kind: 'lower' } })).toBe(identityText(calls))
  expect(identityText({ ...calls, definition: 'Calls lost' })).not.toBe(identityText(calls))
  expect(identityText({ ...calls, definition: ' ' })).toBe(identityText({ ...calls, name: 'CALLS', definition: '' }))
})
