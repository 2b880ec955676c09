import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Metric } from '../../kernel/index.ts'
import { leastHistory, slip, type Realisation } from '../benefit/index.ts'
import { outlookOf, type PlannedBenefit } from './outlook.ts'

const of = <T>(metric: Metric<T>): T => {
  if (metric.status !== 'ok') throw new Error(JSON.stringify(metric))
  return metric.value
}
const year = (at: number): { from: string; to: string } => ({ from: `${2027 + at}-01-01`, to: `${2028 + at}-01-01` })
const planned = (change: Partial<PlannedBenefit> = {}): PlannedBenefit => ({
  id: 'savings', name: 'Savings', classPath: ['Transport / Roads', 'Transport'], endThen: '2026-12-31', endNow: '2026-12-31', lines: [0, 1, 2, 3, 4].map((at) => ({ ...year(at), waiting: 10_000n, delivered: 0n })), ...change,
})
const history = (path: readonly string[], rates: readonly number[]): readonly Realisation[] => rates.map((rate) => ({ rate, classPath: path }))
const setting = { unit: 'GBP.cash', discounting: { rate: 0.035, basis: '3.5% a year' }, history: [] as readonly Realisation[], yearOf: (day: string) => Number(day.slice(0, 4)) }

describe('what is still to come', () => {
  it('moves with the schedule: its years and its present value', () => {
    const { loss, years, planned: whole, benefits: [one] } = outlookOf([planned({ endNow: '2027-12-31' })], setting)
    const factors = Array.from({ length: 8 }, (_, at) => 1.035 ** -at)
    const { before, after } = slip([100, 100, 100, 100, 100], 1, factors, 'shifted')
    expect(Number(of(loss.metric)) / 100).toBeCloseTo(before - after, 1)
    expect([whole, one?.days, one?.plannedUntil, one?.expectedUntil]).toEqual([50_000n, { status: 'ok', value: 365 }, '2031-12-31', '2032-12-30'])
    expect(years.map((row) => [row.year, row.planned, row.expected])).toEqual([[2027, 10_000n, 0n], [2028, 10_000n, 10_000n], [2029, 10_000n, 10_000n], [2030, 10_000n, 10_000n], [2031, 10_000n, 10_000n], [2032, 0n, 10_000n]])
    expect(one?.loss.why.note).toContain('moved from 2026-12-31 to 2027-12-31, 365 days later')
  })

  it('leaves what is delivered where it is, and says where no end is known', () => {
    const [done] = outlookOf([planned({ endNow: '2028-12-31', lines: [{ ...year(0), waiting: 0n, delivered: 10_000n }] })], setting).benefits
    expect([of(done?.loss.metric ?? { status: 'not_applicable' }), done?.expectedUntil]).toEqual([0n, '2027-12-31'])
    const open = outlookOf([planned({ endThen: null })], setting)
    expect([open.loss.metric, open.benefits[0]?.days, open.years.every((row) => row.planned === row.expected)]).toEqual([{ status: 'missing', inputs: ['end of the initiatives'] }, { status: 'missing', inputs: ['end of the initiative'] }, true])
    expect(outlookOf([planned({ endNow: '2027-12-31' }), planned({ id: 'other', endNow: null })], setting).loss.why.note).toContain('of 1 of 2 benefits the end is not known')
    expect(outlookOf([planned()], { ...setting, unit: 'hour' }).loss.metric).toEqual({ status: 'not_applicable' })
  })

  it('says what usually comes from the own history, and of the class above where its own is too small', () => {
    const rates = [0.4, 0.55, 0.6, 0.7, 0.8, 0.85, 0.9, 1, 1.05, 1.2]
    const own = outlookOf([planned()], { ...setting, history: history(['Transport / Roads', 'Transport'], rates) }).benefits[0]
    expect([of(own?.likely.metric ?? { status: 'not_applicable' }), own?.confidence.fellBack, own?.confidence.from]).toEqual([41_250n, false, 'Transport / Roads'])
    const wider = outlookOf([planned()], { ...setting, history: [...history(['Transport / Roads', 'Transport'], rates.slice(0, leastHistory - 1)), ...history(['Transport'], [1.2])] }).benefits[0]
    expect([of(wider?.likely.metric ?? { status: 'not_applicable' }), wider?.confidence.fellBack, wider?.likely.why.note]).toEqual([41_250n, true, '10 verified benefits of Transport; Transport / Roads alone has 9'])
    const none = outlookOf([planned()], setting).benefits[0]
    expect([none?.likely.metric, none?.likely.why.note]).toEqual([{ status: 'undefined', reason: 'INSUFFICIENT_POINTS' }, 'Fewer than 10 benefits were verified'])
    const worse = outlookOf([planned({ lines: [{ ...year(0), waiting: -10_000n, delivered: 0n }] })], { ...setting, history: history(['Transport'], rates) }).benefits[0]
    expect(of(worse?.likely.metric ?? { status: 'not_applicable' })).toBe(-10_000n)
  })

  it('is nothing where nothing is to come', () => {
    expect(outlookOf([planned({ lines: [{ ...year(0), waiting: 0n, delivered: 0n }] })], setting)).toMatchObject({ planned: 0n, years: [], benefits: [] })
  })

  it('neither makes nor loses an amount by moving it, and a delay of what is wanted costs where later is worth less', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
    const lines = fc.array(fc.record({ at: fc.integer({ min: 0, max: 9 }), waiting: amount, delivered: amount }), { minLength: 1, maxLength: 6 }).map((all) => all.map(({ at, ...rest }) => ({ ...year(at), ...rest })))
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, fc.integer({ min: 0, max: 1500 })), { minLength: 1, maxLength: 4 }), (given) => {
        const all = given.map(([each, days], at) => planned({ id: String(at), lines: each, endNow: addDays('2026-12-31', days) }))
        const { planned: whole, years, loss, benefits } = outlookOf(all, setting)
        const sum = (part: 'planned' | 'expected'): bigint => years.reduce((total, row) => total + row[part], 0n)
        expect([sum('planned'), sum('expected')]).toEqual([whole, whole])
        if (benefits.length > 0) expect(of(loss.metric)).toBeGreaterThanOrEqual(0n)
        expect(benefits.reduce((total, one) => total + of(one.loss.metric), 0n)).toBe(benefits.length > 0 ? of(loss.metric) : 0n)
      }),
    )
  })
})
