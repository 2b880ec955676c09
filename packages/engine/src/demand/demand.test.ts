import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, missing, money, ukFiscalCalendar, undefinedBecause, dateOfDay, type Metric, type Money } from '../kernel/index.ts'
import { addByYear, benefitCostRatio, cycleClosedBy, dateOf, normalName, spreadBenefits, spreadCost, totalOf, type InitiativeFacts } from './index.ts'

const pounds = (minor: bigint): Money => money(minor, 'GBP')
const facts = (cost: Metric<Money>, benefits: Metric<Money>): InitiativeFacts => ({
  id: 'i', key: 'I-1', name: 'Bridge', kind: 'project', state: 'active', unitId: null, unitName: null, category: null, sponsor: null, mandatory: false, rating: null, ratingAsOf: null, startOn: null, endOn: null,
  cost, benefits, inYearBaseline: missing('inYearBaseline'), inYearForecast: missing('inYearForecast'), sources: {}, flags: [], version: 1, current: true, reports: 0, lastReportedOn: null,
})

describe('cost by fiscal year', () => {
  test('by days: 1 January to 1 July 2023 has 90 days before and 91 from 1 April', () => {
    const { lines } = spreadCost({ total: pounds(18_100n), startOn: '2023-01-01', endOn: '2023-07-01' }, ukFiscalCalendar)
    expect(lines.map(({ label, amount, derived }) => [label, amount.minor, derived])).toEqual([['2022-23', 9_000n, true], ['2023-24', 9_100n, true]])
  })
  test('a published year keeps its figure and is not derived', () => {
    const { lines } = spreadCost({ total: pounds(100n), startOn: '2023-01-01', endOn: '2023-07-01', known: [{ year: 2022, amount: pounds(70n), source: 'Report 2023' }] }, ukFiscalCalendar)
    expect(lines.map(({ year, amount, derived }) => [year, amount.minor, derived])).toEqual([[2022, 70n, false], [2023, 30n, true]])
  })
  test('published years that exceed the whole are set aside, and it says so', () => {
    const { lines, note } = spreadCost({ total: pounds(100n), startOn: '2023-01-01', endOn: '2023-07-01', known: [{ year: 2022, amount: pounds(101n), source: 'Report 2023' }] }, ukFiscalCalendar)
    expect(lines.every(({ derived }) => derived)).toBe(true)
    expect(note).toContain('set aside')
  })
  test('without a start there are no lines, and it says why', () => {
    expect(spreadCost({ total: pounds(100n), startOn: null, endOn: '2023-07-01' }, ukFiscalCalendar)).toEqual({ lines: [], note: 'Without start it cannot be spread over years' })
  })
})

test('lines sum exactly to the whole, whatever the dates, signs and published years', () => {
  const day = fc.integer({ min: 10_000, max: 30_000 }).map(dateOfDay)
  const years = fc.array(fc.record({ year: fc.integer({ min: 1990, max: 2060 }), amount: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }).map(pounds), source: fc.constant('Report') }), { maxLength: 6 })
  fc.assert(fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), day, day, years, (whole, startOn, endOn, published) => {
    const total = pounds(whole)
    for (const { lines } of [spreadCost({ total, startOn, endOn, known: published }, ukFiscalCalendar), spreadBenefits({ total, endOn }, ukFiscalCalendar)]) {
      if (lines.length === 0) expect(startOn >= endOn).toBe(true)
      else expect([...addByYear(lines).values()].reduce((sum, { minor }) => sum + minor, 0n)).toBe(whole)
    }
  }))
})

test('benefits run for ten years from the end', () => {
  const { lines } = spreadBenefits({ total: pounds(3_652n), endOn: '2024-04-01' }, ukFiscalCalendar)
  // 1 April 2024 to 1 April 2034 has 3,652 days: 365 or 366 in each of ten years.
  expect(lines.map(({ amount }) => Number(amount.minor))).toEqual([365, 365, 365, 366, 365, 365, 365, 366, 365, 365])
})

describe('benefits over cost', () => {
  test('300 over 200 is 1.5', () => expect(benefitCostRatio(facts(known(pounds(200n)), known(pounds(300n)))).metric).toEqual({ status: 'ok', value: 1.5 }))
  test('a cost of zero or below has no ratio', () => {
    expect(benefitCostRatio(facts(known(pounds(0n)), known(pounds(3n)))).metric).toEqual({ status: 'undefined', reason: 'DIV_BY_ZERO' })
    expect(benefitCostRatio(facts(known(pounds(-1n)), known(pounds(3n)))).metric).toEqual({ status: 'undefined', reason: 'SUSPECT' })
  })
  test('hands on the reason of its figures', () => {
    expect(benefitCostRatio(facts(undefinedBecause('EXEMPT'), known(pounds(3n)))).metric).toEqual({ status: 'undefined', reason: 'EXEMPT' })
    expect(benefitCostRatio(facts(known(pounds(3n)), missing('benefits'))).metric).toEqual({ status: 'missing', inputs: ['benefits'] })
  })
})

test('a total leaves out what has no figure and says how many', () => {
  const { metric, why } = totalOf('Cost', [facts(known(pounds(2n)), missing('b')), facts(undefinedBecause('EXEMPT'), missing('b'))], 'cost')
  expect(metric).toEqual({ status: 'ok', value: pounds(2n) })
  expect(why.note).toBe('1 of 2 have no figure and are left out: 1 because the publisher withheld the figure.')
})

test('a date that a publication withholds is not one that nobody was asked for', () => {
  const bridge = facts(missing('cost'), missing('benefits'))
  expect(dateOf(bridge, 'endOn').figure).toEqual({ status: 'missing', inputs: ['end'] })
  const withheld = { kind: 'published', reportId: 'r', publication: 'Report 2024', asOf: '2024-03-31', cell: 'J7', asPublished: 'Exempt' } as const
  expect(dateOf({ ...bridge, sources: { endOn: withheld } }, 'endOn')).toMatchObject({ figure: { status: 'undefined', reason: 'NOT_PUBLISHED' }, source: { cell: 'J7', asPublished: 'Exempt' } })
})

test('the circle is named from the new dependency round to its start', () => {
  const needs = [{ fromId: 'b', toId: 'c' }, { fromId: 'c', toId: 'd' }, { fromId: 'd', toId: 'a' }, { fromId: 'c', toId: 'x' }]
  expect(cycleClosedBy(needs, 'a', 'b')).toEqual(['a', 'b', 'c', 'd', 'a'])
  expect(cycleClosedBy(needs, 'x', 'y')).toBeNull()
  expect(cycleClosedBy([], 'a', 'a')).toEqual(['a', 'a'])
})

test('names of units are one where only case, spaces and punctuation differ', () => {
  expect(normalName(' DfT ')).toBe(normalName('DFT'))
  expect(normalName('Business, Energy & Industrial Strategy')).toBe(normalName('business energy and  industrial strategy'))
  expect(normalName('DfT')).not.toBe(normalName('Department for Transport'))
})
