import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ukFiscalCalendar } from '../../kernel/index.ts'
import type { MeasureFacts } from '../facts.ts'
import { amountText, changeBetween, changesOf, decimalText, partsMake, valueOfParts, type ChangeParts, type PricedLine } from './index.ts'

const measure = (change: Partial<MeasureFacts> = {}): MeasureFacts => ({
  id: 'm', objectiveId: 'o', name: 'Calls', unit: 'count', direction: { kind: 'higher' }, aggregation: 'flow', frequency: 'month', maxAgeDays: 40, dueAfterDays: 10, course: { kind: 'linear' },
  baseline: 0, baselineOn: '2025-03-31', target: 365, dueOn: '2026-03-31', tolerance: null, actuals: [], ...change,
})
const parted = (on: string, parts: readonly PricedLine[], aggregation: MeasureFacts['aggregation'] = 'flow') => ({ id: on, on, value: Number(decimalText(valueOfParts(aggregation, parts))), source: '', state: 'approved' as const, parts })
const line = (volume: number, price: number, name = 'a'): PricedLine => ({ name, volume, price })
const amountsOf = ({ parts }: ChangeParts) => parts.map(({ key, amount }) => [key, amountText(amount)])
const over = (facts: MeasureFacts, from = '2025-09-30', to = '2025-10-31') => changeBetween(facts, ukFiscalCalendar, from, to)

describe('a change in parts', () => {
  it('of one line is volume, price and both: 60 + 60 + 6', () => {
    const facts = measure({ actuals: [parted('2025-09-30', [line(1000, 0.6)]), parted('2025-10-31', [line(1100, 0.66)])] })
    expect([amountsOf(over(facts)), over(facts).total.metric]).toEqual([[['volume', '60'], ['price', '60'], ['joint', '6']], { status: 'ok', value: 126_000_000_000n }])
    expect(changesOf(facts, ukFiscalCalendar).map(amountsOf)).toEqual([amountsOf(over(facts))])
  })
  it('of two lines has a mix: 10 at 1 and 10 at 3 become 30 at 1 and 10 at 3: 40 of volume, 20 less by the mix', () =>
    expect(amountsOf(over(measure({ actuals: [parted('2025-09-30', [line(10, 1), line(10, 3, 'b')]), parted('2025-10-31', [line(30, 1), line(10, 3, 'b')])] })))).toEqual([['volume', '40'], ['mix', '-20'], ['price', '0']]))
  it('between any two periods, over gaps and backwards, is the opposite in all', () => {
    const facts = measure({ actuals: [parted('2025-06-30', [line(2, 3)]), parted('2025-08-31', [line(4, 3)]), parted('2025-10-31', [line(5, 2)])] })
    expect([over(facts, '2025-06-02', '2025-10-31').total.metric, over(facts, '2025-10-31', '2025-06-02').total.metric]).toEqual([{ status: 'ok', value: 4_000_000_000n }, { status: 'ok', value: -4_000_000_000n }])
    expect(changesOf(facts, ukFiscalCalendar)).toEqual([])
  })
  it('of a period with several actuals takes their lines together: 2 at 3 and 2 at 5 are 4 at 4', () => {
    const facts = measure({ actuals: [parted('2025-09-30', [line(4, 4)]), parted('2025-10-10', [line(2, 3)]), parted('2025-10-31', [line(2, 5)])] })
    expect([amountsOf(over(facts)), over(facts).now.metric]).toEqual([[['volume', '0'], ['price', '0'], ['joint', '0']], { status: 'ok', value: 16 }])
  })
  it.each([
    ['no actual', [parted('2025-09-30', [line(1, 1)])], { status: 'missing', inputs: ['the actual of 2025-10-01 to 2025-10-31'] }],
    ['no parts', [parted('2025-09-30', [line(1, 1)]), { ...parted('2025-10-31', []), value: 4 }], { status: 'missing', inputs: ['the parts of 2025-10-01 to 2025-10-31'] }],
    ['parts that make something else', [parted('2025-09-30', [line(1, 1)]), { ...parted('2025-10-31', [line(2, 2)]), value: 5 }], { status: 'undefined', reason: 'PARTS_DIFFER' }],
  ])('with %s has a reason and no parts', (_, actuals, metric) => expect(over(measure({ actuals }))).toMatchObject({ parts: [], total: { metric, why: { figure: metric } } }))
})

it('the parts sum to what was recorded to the last digit, whatever the lines and the kind of measure', () => {
  const number = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 })).map(([whole, places]) => Number(`${whole}e-${places}`))
  const lines = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), volume: number, price: number }), { minLength: 1, maxLength: 4, selector: ({ name }) => name })
  fc.assert(fc.property(lines, lines, fc.constantFrom('flow' as const, 'stock' as const, 'ratio' as const, 'weighted_average' as const), (before, now, aggregation) => {
    const facts = measure({ aggregation, actuals: [parted('2025-09-30', before, aggregation), parted('2025-10-31', now, aggregation)] })
    const change = over(facts)
    fc.pre(change.total.metric.status === 'ok')
    const value = (text: string) => BigInt(text.replace(/^(-?)(\d+)(?:\.(\d+))?$/, (_, sign: string, whole: string, rest = '') => `${sign}${whole}${(rest as string).padEnd(9, '0')}`))
    const [was, is] = facts.actuals.map((actual) => value(decimalText(actual.value)))
    expect(change.parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe((is ?? 0n) - (was ?? 0n))
    expect(change.total.metric).toEqual({ status: 'ok', value: (is ?? 0n) - (was ?? 0n) })
  }), { numRuns: 300 })
})

it('parts make a value to the last digit that it was given with, and to a millionth at most', () => {
  expect([partsMake('flow', [line(2, 3)], 6), partsMake('flow', [line(2, 3)], 7), partsMake('ratio', [line(2, 0.3)], 0.3)]).toEqual([true, false, true])
  expect([partsMake('ratio', [line(1, 8), line(2, 8.5, 'b')], 8.333333), partsMake('ratio', [line(1, 8), line(2, 8.5, 'b')], 8.33), partsMake('flow', [line(1_000_000_999, 1)], 1_000_000_000)]).toEqual([true, false, false])
})
