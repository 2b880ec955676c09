import { describe, expect, it, test } from 'vitest'
import { ukFiscalCalendar } from '../../kernel/index.ts'
import type { MeasureFacts } from '../facts.ts'
import { periodEnds, placeAmong, type PlanFigure } from './index.ts'

const measure = (change: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'm', objectiveId: 'o', name: 'Calls', unit: 'count', direction: { kind: 'higher' }, aggregation: 'flow', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, course: { kind: 'linear' },
  baseline: 0, baselineOn: '2025-03-31', target: 365, dueOn: '2026-03-31', tolerance: null, actuals: [], ...change,
})
const actual = (on: string, value: number) => ({ id: on, on, value, source: '', state: 'approved' as const })
const plan: readonly PlanFigure[] = [{ kind: 'budget', on: '2025-10-31', value: 90 }, { kind: 'budget', on: '2025-09-30', value: 80 }, { kind: 'forecast', on: '2025-10-31', value: 95 }]
const statuses = (facts: MeasureFacts, today: string) => periodEnds(facts, plan, ukFiscalCalendar, today).map(({ end, actual: made }) => [end, made.metric.status === 'ok' ? made.metric.value : made.metric.status])

describe('the ends of periods', () => {
  const three = measure({ actuals: [actual('2025-07-31', 10), actual('2025-08-31', 20), actual('2025-09-30', 30), actual('2025-10-31', 40)] })
  it('roll up what is over: October is 40, the quarter to September 60, and four months do not make a year', () => {
    expect(statuses(three, '2025-11-21')).toEqual([['month', 40], ['quarter', 60], ['year', 'undefined']])
    expect(periodEnds(three, plan, ukFiscalCalendar, '2025-11-21')[0]).toMatchObject({ period: { from: '2025-10-01', to: '2025-11-01' }, budget: { metric: { value: 90 } }, forecast: { metric: { value: 95 } }, expected: { metric: { value: 214 } } })
  })
  it('of a measure that is reported once a year have no month', () => {
    const yearly = measure({ frequency: 'year', aggregation: 'stock', actuals: [actual('2025-03-31', 7)] })
    expect(statuses(yearly, '2025-11-21')).toEqual([['month', 'not_applicable'], ['quarter', 'not_applicable'], ['year', 7]])
  })
  it('without a plan miss it', () => expect(periodEnds(three, [], ukFiscalCalendar, '2025-11-21')[1]).toMatchObject({ budget: { metric: { status: 'missing', inputs: ['budget'] } }, forecast: { metric: { status: 'missing' } } }))
  it('without anything measured say so', () => expect(statuses(measure(), '2025-11-21')).toEqual([['month', 'undefined'], ['quarter', 'undefined'], ['year', 'undefined']]))
})

test.each([[9, 'better_quarter'], [6, 'above_median'], [4, 'below_median'], [1, 'worse_quarter']])('%d among quartiles of 3, 5 and 8 is %s, and mirrored where lower is better', (value, place) => {
  expect(placeAmong(measure(), value, { p25: 3, p50: 5, p75: 8 })).toBe(place)
  expect(placeAmong(measure({ direction: { kind: 'lower' } }), -value, { p25: -8, p50: -5, p75: -3 })).toBe(place)
})
test('peers say nothing without an actual, or of a band', () => {
  expect(placeAmong(measure(), undefined, { p25: null, p50: 5, p75: null })).toBe('no_actual')
  expect(placeAmong(measure({ direction: { kind: 'range', low: 1, high: 2 } }), 5, { p25: null, p50: 5, p75: null })).toBe('no_verdict')
})
