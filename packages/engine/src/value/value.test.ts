import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { known, money, ukFiscalCalendar, undefinedBecause, type Metric, type Money } from '../kernel/index.ts'
import { byInitiative, byObjective, byUnit, closes, standingOf, waterfall, type BenefitFacts, type BookFacts, type Step, type StepKey } from './index.ts'

const gbp = (minor: number): Money => money(BigInt(minor), 'GBP')
const fact = (change: Partial<BenefitFacts>): BenefitFacts => ({
  id: 'a', name: 'A', unitId: 'u', unitName: 'Unit', serves: [], current: true, promisedAtFirst: true, promised: known(gbp(100)), last: known(gbp(100)), forecast: known(gbp(100)), forecastByYear: [], realised: [], ...change,
})
const book = (initiatives: readonly BenefitFacts[]): BookFacts => ({ zero: gbp(0), asOf: '2024-03-31', calendar: ukFiscalCalendar, initiatives })
const minor = (metric: Metric<Money> | undefined): bigint | string => (metric?.status === 'ok' ? metric.value.minor : (metric?.status ?? 'absent'))
const at = (steps: readonly Step[], key: StepKey): bigint | string => minor(steps.find((step) => step.key === key)?.metric)

describe('what is due', () => {
  it('counts a fiscal year that ends on the evening of the position as over', () => {
    // 2023-24 ends on 31 March 2024, the position; 2024-25 does not.
    const facts = fact({ forecast: known(gbp(100)), forecastByYear: [{ year: 2023, amount: gbp(30) }, { year: 2024, amount: gbp(60) }] })
    expect(standingOf(facts, book([facts]))).toMatchObject({ due: gbp(30), later: gbp(60), undated: gbp(10) })
  })
  it('counts what was realised of a year that is not over, up to its forecast: it came early, and is not above it', () => {
    const early = (forecast: number, realised: number) => {
      const facts = fact({ forecast: known(gbp(forecast)), last: known(gbp(forecast)), forecastByYear: [{ year: 2024, amount: gbp(forecast) }], realised: [{ year: 2024, amount: gbp(realised) }] })
      const { due, later } = standingOf(facts, book([facts]))
      return [due.minor, later.minor]
    }
    expect([early(100, 40), early(100, 130), early(100, -5), early(-100, -40)]).toEqual([[40n, 60n], [100n, 0n], [0n, 100n], [-40n, -60n]])
  })
})

describe('the value waterfall', () => {
  it('says that realised is undefined, not zero, while nothing was recorded', () => {
    const steps = waterfall(book([fact({ forecastByYear: [{ year: 2022, amount: gbp(100) }] })]))
    expect(at(steps, 'unreported')).toBe(-100n)
    expect(steps.at(-1)?.metric).toEqual(undefinedBecause('NOT_MEASURED'))
    expect(closes(steps)).toBe(true)
  })

  it('tells joined, raised, lowered, left and withdrawn apart', () => {
    const steps = waterfall(
      book([
        fact({ id: 'raised', promised: known(gbp(100)), last: known(gbp(130)), forecast: known(gbp(130)) }),
        fact({ id: 'joined and lowered', promisedAtFirst: false, promised: known(gbp(50)), last: known(gbp(40)), forecast: known(gbp(40)) }),
        fact({ id: 'left', current: false, promised: known(gbp(20)), last: known(gbp(20)), forecast: undefinedBecause('AFTER_END') }),
        fact({ id: 'withdrawn', promised: known(gbp(7)), last: known(gbp(7)), forecast: undefinedBecause('EXEMPT') }),
      ]),
    )
    // 127 + 50 + 30 − 10 − 20 − 7 = 170
    expect((['promised', 'joined', 'raised', 'lowered', 'left', 'withdrawn', 'forecast'] as const).map((key) => at(steps, key))).toEqual([127n, 50n, 30n, -10n, -20n, -7n, 170n])
    expect(closes(steps)).toBe(true)
  })

  it('shows a shortfall only for initiatives that reported', () => {
    const years = [{ year: 2022, amount: gbp(100) }]
    const steps = waterfall(book([fact({ id: 'a', forecastByYear: years, realised: [{ year: 2022, amount: gbp(80) }] }), fact({ id: 'b', forecastByYear: years })]))
    expect([at(steps, 'unreported'), at(steps, 'shortfall'), at(steps, 'realised')]).toEqual([-100n, -20n, 80n])
    expect(closes(steps)).toBe(true)
  })
})

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 })
const anyFacts: fc.Arbitrary<BenefitFacts> = fc
  .record({ id: fc.uuid(), first: fc.option(amount), last: amount, current: fc.boolean(), withheld: fc.boolean(), atFirst: fc.boolean(), share: fc.nat(100), years: fc.subarray([2020, 2021, 2023, 2024, 2030]), realised: fc.option(amount), unit: fc.constantFrom('u', 'v', null), serves: fc.subarray(['x', 'y', 'z']) })
  .map(({ id, first, last, current, withheld, atFirst, share, years, realised, unit, serves }) => {
    const given = first !== null
    const forecastKnown = given && current && !withheld
    const each = Math.trunc((last * share) / 100 / Math.max(1, years.length))
    return fact({
      id, name: id, unitId: unit, promisedAtFirst: atFirst, current, serves: serves.map((objectiveId, index) => ({ objectiveId, contribution: (index + 1) / 3 })),
      promised: given ? known(gbp(first)) : undefinedBecause('EXEMPT'), last: given ? known(gbp(last)) : undefinedBecause('EXEMPT'),
      forecast: forecastKnown ? known(gbp(last)) : undefinedBecause('EXEMPT'), forecastByYear: forecastKnown ? years.map((year) => ({ year, amount: gbp(each) })) : [],
      realised: realised === null ? [] : [{ year: 2021, amount: gbp(realised) }],
    })
  })
const anyBook = fc.uniqueArray(anyFacts, { maxLength: 8, selector: ({ id }) => id }).map(book)

describe('laws of a value book', () => {
  it('closes to the minor unit, whatever happened', () => {
    fc.assert(fc.property(anyBook, (facts) => closes(waterfall(facts))))
  })

  it('notices a penny that goes missing', () => {
    const steps = waterfall(book([fact({})]))
    expect(closes(steps.map((step) => (step.key === 'forecast' ? { ...step, metric: known(gbp(99)) } : step)))).toBe(false)
  })

  it('sums to the book by initiative, by unit and by objective, so that nothing is counted twice', () => {
    const sum = (amounts: readonly Metric<Money>[]): bigint => amounts.reduce((total, metric) => total + (metric.status === 'ok' ? metric.value.minor : 0n), 0n)
    fc.assert(
      fc.property(anyBook, (facts) => {
        const truth = sum(facts.initiatives.map(({ forecast }) => forecast))
        const objectives = ['x', 'y', 'z'].map((id) => ({ id, name: id }))
        for (const groups of [byInitiative(facts), byUnit(facts), byObjective(facts, objectives)]) expect(sum(groups.map(({ forecast }) => forecast.metric))).toBe(truth)
      }),
    )
  })
})
