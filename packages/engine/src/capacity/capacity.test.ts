import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, known, lengthDays, ukFiscalCalendar as uk, type Period } from '../kernel/index.ts'
import { addMonths, byPeriodSinceStart, explainLoad, hundredthsOf, loadOf, onPeriods, periodAt, periodLabel, periodsFrom, placed, planFaults, quantityText, toldPeople, toldPrice, withLine, type Line } from './index.ts'

const sum = (amounts: readonly (bigint | null)[]): bigint => amounts.reduce<bigint>((all, amount) => all + (amount ?? 0n), 0n)
const days = fc.integer({ min: 0, max: 2000 })
const period = fc.tuple(days, fc.integer({ min: 1, max: 900 })).map(([from, length]): Period => ({ from: addDays('2026-04-01', from), to: addDays('2026-04-01', from + length) }))
const lines = fc.array(fc.tuple(period, fc.bigInt({ min: 0n, max: 1_000_000n })).map(([own, amount]): Line => ({ ...own, amount })), { maxLength: 5 })

describe('the periods of a calendar', () => {
  it('follow the fiscal year: 10 May 2027 is in the first quarter of 2027-28', () => {
    expect(periodAt(uk, 'quarter', '2027-05-10')).toEqual({ from: '2027-04-01', to: '2027-07-01' })
    expect((['month', 'quarter', 'year'] as const).map((grain) => periodLabel(uk, grain, periodAt(uk, grain, '2028-03-31')))).toEqual(['Mar 2028', 'Q4 2027-28', '2027-28'])
    expect(periodsFrom(uk, 'quarter', '2027-03-31', 3).map(({ from }) => from)).toEqual(['2027-01-01', '2027-04-01', '2027-07-01'])
  })
  it('leave no gap and share no day, also in a year that begins on the 31st', () => {
    fc.assert(fc.property(fc.constantFrom('month', 'quarter', 'year'), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 3000 }), (grain, startMonth, startDay, from) => {
      const found = periodsFrom({ startMonth, startDay, label: 'start' }, grain, addDays('2024-01-01', from), 15)
      expect(found.every((one, at) => at === 0 || one.from === found[at - 1]?.to)).toBe(true)
      expect(found[0]!.from <= addDays('2024-01-01', from) && addDays('2024-01-01', from) < found[0]!.to).toBe(true)
    }), { numRuns: 60 })
  })
  it('count months by the calendar: a month after 31 January is the last of February', () => {
    expect([addMonths('2027-01-31', 1), addMonths('2027-11-15', 14), addMonths('2027-03-31', -1)]).toEqual(['2027-02-28', '2029-01-15', '2027-02-28'])
  })
})

describe('lines on other periods', () => {
  it('split hours by days: 91 hours of April to July are 30, 31 and 30', () => {
    expect(onPeriods([{ from: '2027-04-01', to: '2027-07-01', amount: 91n }], periodsFrom(uk, 'month', '2027-04-01', 4), 'flow')).toEqual([30n, 31n, 30n, null])
  })
  it('average what is a state: 3 FTE in April alone are 0.99 of the quarter', () => {
    expect(onPeriods([{ from: '2027-04-01', to: '2027-05-01', amount: 300n }], periodsFrom(uk, 'quarter', '2027-04-01', 2), 'level')).toEqual([99n, null])
  })
  it('lose nothing of a flow, however the periods lie', () => {
    fc.assert(fc.property(lines, fc.constantFrom('month', 'quarter', 'year'), (given, grain) => {
      const whole = { month: 140, quarter: 50, year: 14 }[grain]
      expect(sum(onPeriods(given, periodsFrom(uk, grain, '2026-04-01', whole), 'flow'))).toBe(sum(given.map(({ amount }) => amount)))
    }), { numRuns: 40 })
  })
  it('say what was given for a period, and leave the days outside as they were', () => {
    fc.assert(fc.property(lines, period, fc.option(fc.bigInt({ min: 0n, max: 9999n })), fc.constantFrom('flow', 'level'), (given, own, amount, kind) => {
      const after = withLine(given, own, amount, kind)
      expect(onPeriods(after, [own], kind)[0] ?? null).toBe(amount)
      const before = { from: '2020-01-01', to: own.from }
      const spill = kind === 'flow' ? BigInt(given.length * 2) : 0n
      const apart = (onPeriods(after, [before], kind)[0] ?? 0n) - (onPeriods(given, [before], kind)[0] ?? 0n)
      expect(apart <= spill && apart >= -spill).toBe(true)
      expect(lengthDays(own)).toBeGreaterThan(0)
    }), { numRuns: 60 })
  })
})

describe('a profile since the start', () => {
  const profile = [{ fromMonth: 0, months: 3, amount: 300n }, { fromMonth: 3, months: 6, amount: 600n }]
  it('stands on the calendar from its start', () => {
    expect(placed(profile, '2027-02-01')).toEqual([{ from: '2027-02-01', to: '2027-05-01', amount: 300n }, { from: '2027-05-01', to: '2027-11-01', amount: 600n }])
  })
  it('is the same by any grain: 900 hours are 9 months of 100, 3 quarters of 300, a year of 900; 900 hundredths of FTE average to 225 + 300', () => {
    expect((['month', 'quarter', 'year'] as const).map((grain) => byPeriodSinceStart(profile, grain, 'flow').join(' '))).toEqual(['100 100 100 100 100 100 100 100 100', '300 300 300', '900'])
    expect(byPeriodSinceStart(profile, 'year', 'level')).toEqual([375n])
    expect(byPeriodSinceStart([], 'quarter', 'flow')).toEqual([])
  })
})

describe('the load of a pool', () => {
  const pool = { id: 'p', name: 'Data engineers', unit: 'hour', capacity: [{ from: '2027-04-01', to: '2027-07-01', amount: 10_000n }, { from: '2027-07-01', to: '2027-10-01', amount: 0n }] } as const
  const works = [{ initiativeId: 'a', name: 'Atlas', demand: [{ from: '2027-04-01', to: '2027-10-01', amount: 18_300n }] }, { initiativeId: 'b', name: 'Boreas', demand: [{ from: '2027-04-01', to: '2027-07-01', amount: 2_900n }] }]
  const loads = loadOf(pool, works, periodsFrom(uk, 'quarter', '2027-04-01', 3))

  it('is demand over capacity: 91 hours of Atlas and 29 of Boreas on 100 are 120 %', () => {
    expect(loads[0]).toMatchObject({ capacity: known(10_000n), demand: 12_000n, load: known(1.2), parts: [{ name: 'Atlas', demand: 9_100n }, { name: 'Boreas', demand: 2_900n }] })
  })
  it('is undefined on no capacity and missing where nobody gave any, never infinite and never 0', () => {
    expect(loads.slice(1).map(({ load }) => load)).toEqual([{ status: 'undefined', reason: 'DIV_BY_ZERO' }, { status: 'missing', inputs: ['capacity'] }])
  })
  it('says which initiatives take it', () => {
    const why = explainLoad(pool, loads[0]!, 'Q1 2027-28')
    expect(why).toMatchObject({ term: 'Load of Data engineers in Q1 2027-28', formula: 'capacity-load', terms: [{ term: 'Demand', figure: known({ kind: 'number', value: 120, unit: 'person_hour' }), terms: [{ term: 'Atlas' }, { term: 'Boreas' }] }, { term: 'Capacity' }] })
  })
})

describe('how an initiative may be planned', () => {
  const none = { earliestOn: null, latestOn: null, fixedOn: null }
  const variant = { name: 'Whole', inPlan: true, demands: [], costs: [] }
  it('is sound where nothing contradicts itself', () => {
    expect([...planFaults(none, []), ...planFaults({ earliestOn: '2027-01-01', latestOn: '2027-06-01', fixedOn: '2027-06-01' }, [variant])]).toEqual([])
  })
  it('names every contradiction', () => {
    expect(planFaults({ earliestOn: '2027-06-01', latestOn: '2027-01-01', fixedOn: '2027-03-01' }, [variant, { ...variant, name: ' whole' }])).toEqual([
      'the latest start 2027-01-01 is before the earliest 2027-06-01', 'the fixed start 2027-03-01 is before the earliest 2027-06-01', 'the fixed start 2027-03-01 is after the latest 2027-01-01', '2 variants are in the plan, expected one', 'two variants are named whole',
    ])
    const lines = [{ fromMonth: 0, months: 3, amount: 1n }, { fromMonth: 2, months: 1, amount: 1n }]
    expect(planFaults(none, [{ ...variant, demands: [{ poolId: 'p', lines }, { poolId: 'p', lines: [{ fromMonth: 1199, months: 2, amount: 1n }] }] }])).toEqual(['Whole names a pool twice', 'Whole gives two amounts for one month', 'Whole reaches beyond 100 years'])
  })
})

describe('small pools', () => {
  it('of one to four people are not told, nor what would tell of them; those that nobody counted are missing', () => {
    expect(toldPeople([{ people: 12 }, { people: 3 }, { people: null }, { people: 6 }]).map(({ status }) => status)).toEqual(['ok', 'undefined', 'missing', 'undefined'])
    expect([toldPrice({ people: 1 }, 5), toldPrice({ people: 5 }, 5), toldPrice({ people: null }, null)].map(({ status }) => status)).toEqual(['undefined', 'ok', 'missing'])
  })
  it('count in hundredths, shortest', () => {
    expect([hundredthsOf('7.5'), hundredthsOf('x'), quantityText(750n), quantityText(700n), quantityText(0n), quantityText(1000n)]).toEqual([750n, undefined, '7.5', '7', '0', '10'])
  })
})
