import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { known, missing, money, ukFiscalCalendar as uk } from '../../kernel/index.ts'
import { periodsFrom } from '../grain.ts'
import { crewAtStart, crewByPeriod, envelopeBook, overCommitted, presentWithin, shortageOf, startReadiness, type FundingMove, type StartFacts, type StartSetting } from './index.ts'

const envelopes = [{ id: 'e', name: 'Change 2027-28', amountMinor: 100n }, { id: 'f', name: 'Other', amountMinor: 50n }]
const move = (envelopeId: string, initiativeId: string, amountMinor: bigint): FundingMove => ({ envelopeId, initiativeId, amountMinor })

describe('the budget ledger', () => {
  test('commits what is free and not a penny more', () => {
    // 100 less 60 leaves 40.
    expect(shortageOf(envelopes, [move('e', 'a', 60n)], [move('e', 'b', 40n)])).toBeUndefined()
    expect(shortageOf(envelopes, [move('e', 'a', 60n)], [move('e', 'b', 41n)])).toEqual({ kind: 'envelope', envelopeId: 'e', free: 40n, asked: 41n })
  })

  test('releases what is held and no more; a transfer within a full envelope holds', () => {
    const full = [move('e', 'a', 100n)]
    expect(shortageOf(envelopes, full, [move('e', 'a', -101n)])).toEqual({ kind: 'commitment', envelopeId: 'e', initiativeId: 'a', held: 100n, asked: 101n })
    expect(shortageOf(envelopes, full, [move('e', 'a', -30n), move('e', 'b', 30n)])).toBeUndefined()
    expect(shortageOf(envelopes, full, [move('e', 'a', -60n), move('f', 'a', 60n)])).toMatchObject({ kind: 'envelope', envelopeId: 'f', free: 50n })
  })

  test('never holds more than an envelope nor less than nothing, whatever is tried', () => {
    const tried = fc.tuple(fc.constantFrom('e', 'f'), fc.constantFrom('a', 'b'), fc.bigInt({ min: -120n, max: 120n })).map(([envelope, initiative, minor]) => move(envelope, initiative, minor))
    fc.assert(fc.property(fc.array(fc.array(tried, { minLength: 1, maxLength: 2 }), { maxLength: 30 }), (acts) => {
      const book: FundingMove[] = []
      for (const moves of acts) if (shortageOf(envelopes, book, moves) === undefined) book.push(...moves)
      const sum = (keep: (one: FundingMove) => boolean) => book.filter(keep).reduce((total, { amountMinor }) => total + amountMinor, 0n)
      for (const { id, amountMinor } of envelopes) {
        expect(sum(({ envelopeId }) => envelopeId === id)).toBeLessThanOrEqual(amountMinor)
        for (const initiative of ['a', 'b']) expect(sum((one) => one.envelopeId === id && one.initiativeId === initiative)).toBeGreaterThanOrEqual(0n)
      }
    }))
  })

  test('says what is committed and free, by initiative', () => {
    const { committed, free } = envelopeBook({ name: 'Change', amountMinor: 100n }, [{ initiativeId: 'a', name: 'Atlas', amountMinor: 20n }, { initiativeId: 'b', name: 'Boreas', amountMinor: 50n }], 'GBP')
    expect([committed.metric, free.metric]).toEqual([known(money(70n, 'GBP')), known(money(30n, 'GBP'))])
    expect(committed.why.terms?.map(({ term }) => term)).toEqual(['Boreas', 'Atlas'])
  })
})

const quarters = periodsFrom(uk, 'quarter', '2027-04-01', 2)
const year = { from: '2027-04-01', to: '2028-04-01' }

describe('people of a pool', () => {
  test('are committed as far as there are any, as the load counts them', () => {
    // 2 FTE in the first half of a quarter of 91 days are 1 on average.
    const half = { from: '2027-04-01', to: '2027-05-16', amount: 200n }
    const pool = { unit: 'fte', capacity: [{ ...year, amount: 100n }] } as const
    expect(overCommitted({ ...pool, committed: [half] }, quarters)).toBeUndefined()
    expect(overCommitted({ ...pool, committed: [half, { ...year, amount: 100n }] }, quarters)).toMatchObject({ period: { from: '2027-04-01' }, supply: 100n })
    expect(overCommitted({ unit: 'fte', capacity: [], committed: [half] }, quarters)).toMatchObject({ supply: null })
  })

  test('are present as the fewest on any day, hours as all of them', () => {
    const lines = [{ from: '2027-04-01', to: '2027-05-01', amount: 300n }, { from: '2027-05-01', to: '2027-07-01', amount: 100n }]
    expect(presentWithin({ unit: 'fte', committed: lines }, { from: '2027-04-01', to: '2027-07-01' })).toBe(100n)
    expect(presentWithin({ unit: 'hour', committed: lines }, { from: '2027-04-01', to: '2027-07-01' })).toBe(400n)
    expect(presentWithin({ unit: 'fte', committed: [] }, { from: '2027-04-01', to: '2027-07-01' })).toBe(0n)
  })

  test('of a crew are needed from the start to the end of its period', () => {
    const line = { poolId: 'p', hundredths: 200n, months: 6 }
    const counting = { calendar: uk, grain: 'quarter' } as const
    const found = crewAtStart(line, { unit: 'fte', startOn: '2027-05-10', committed: [{ from: '2027-04-01', to: '2027-07-01', amount: 200n }], counting })
    expect(found).toEqual({ stretch: { from: '2027-05-10', to: '2027-07-01' }, needed: 200n, found: 200n })
    // Who comes a day late is not there on the first day.
    expect(crewAtStart(line, { unit: 'fte', startOn: '2027-05-10', committed: [{ from: '2027-05-11', to: '2027-07-01', amount: 200n }], counting }).found).toBe(0n)
    expect(crewByPeriod(line, { unit: 'fte', startOn: '2027-04-01', committed: [{ ...year, amount: 50n }] }, quarters)).toEqual([{ needed: 200n, committed: 50n }, { needed: 200n, committed: 50n }])
  })
})

const setting: StartSetting = { calendar: uk, grain: 'quarter', currency: 'GBP', today: '2026-11-01', envelopes: true }
const atlas: StartFacts = {
  name: 'Atlas', startOn: '2027-04-01', endOn: '2028-04-01', cost: known(money(1000n, 'GBP')), costYears: [], funds: new Map([[2027, 1000n]]),
  crew: [{ poolId: 'p', hundredths: 200n, months: 3 }], pools: new Map([['p', { id: 'p', name: 'Engineers', unit: 'fte', committed: [{ ...year, amount: 200n }] }]]), prerequisites: [{ name: 'Boreas', freeFrom: '2027-03-01' }],
}
const stateOf = (change: Partial<StartFacts>, on: Partial<StartSetting> = {}) => startReadiness({ ...atlas, ...change }, { ...setting, ...on })

describe('a start', () => {
  test('is ready with funds, crew and what it waits for', () => expect(stateOf({})).toMatchObject({ state: 'ready', startsOn: '2027-04-01' }))

  test('is blocked by a penny, a person or a day that lacks', () => {
    expect(stateOf({ funds: new Map([[2027, 999n]]) }).conditions.filter(({ state }) => state === 'unmet')).toMatchObject([{ kind: 'funds', when: '2027-28' }])
    expect(stateOf({ crew: [{ poolId: 'p', hundredths: 201n, months: 3 }] }).conditions.filter(({ state }) => state === 'unmet')).toMatchObject([{ kind: 'crew', thing: 'Engineers', when: 'Q1 2027-28, from 2027-04-01' }])
    expect(stateOf({ prerequisites: [{ name: 'Boreas', freeFrom: null }] }).state).toBe('blocked')
    expect(stateOf({ prerequisites: [{ name: 'Boreas', freeFrom: '2027-04-02' }] }).state).toBe('blocked')
  })

  test('is not known, and so not ready, without a day or a cost; without any envelope nothing is asked of the funds', () => {
    expect(stateOf({ startOn: null })).toMatchObject({ state: 'unknown', startsOn: null, conditions: [{ kind: 'start_day' }] })
    expect(stateOf({ cost: missing('cost') }).state).toBe('unknown')
    expect(stateOf({ cost: missing('cost'), funds: new Map() }).state).toBe('ready')
    expect(stateOf({ startOn: null, crew: [], prerequisites: [] }, { envelopes: false }).state).toBe('ready')
  })

  test('that is overdue would be today, with the crew of today', () => {
    const late = stateOf({ startOn: '2026-04-01' })
    expect(late).toMatchObject({ startsOn: '2026-11-01', state: 'blocked' })
    expect(late.conditions.map(({ when }) => when)).toContain('Q3 2026-27, from 2026-11-01')
  })

  test('takes the year that somebody gave before the one that is spread', () => {
    const given = [{ year: 2027, amount: money(400n, 'GBP'), source: 'Entered' }]
    expect(stateOf({ costYears: given, funds: new Map([[2027, 400n]]), endOn: '2029-04-01' }).state).toBe('ready')
    expect(stateOf({ costYears: given, cost: missing('cost'), funds: new Map([[2027, 399n]]) }).state).toBe('blocked')
  })

  test('is ready if and only if every condition is met', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 2000n }), fc.bigInt({ min: 0n, max: 400n }), fc.option(fc.constantFrom('2027-01-01', '2027-06-01')), fc.boolean(), (funds, crew, freeFrom, costed) => {
      const found = stateOf({ funds: new Map([[2027, funds]]), crew: [{ poolId: 'p', hundredths: crew, months: 3 }], prerequisites: [{ name: 'B', freeFrom }], cost: costed ? known(money(1000n, 'GBP')) : missing('cost') })
      expect(found.state === 'ready').toBe(found.conditions.every(({ state }) => state === 'met'))
      expect(found.state === 'ready').toBe(costed && funds >= 1000n && crew <= 200n && freeFrom === '2027-01-01')
      // Under-crewed never starts.
      if (crew > 200n) expect(found.state).toBe('blocked')
    }))
  })
})
