import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadOf, type PoolFacts, type WorkFacts } from '../../capacity/index.ts'
import { known, missing, type Period } from '../../kernel/index.ts'
import { checkAllocation, topQuarter, type ImpactFacts } from './index.ts'

const quarters: readonly Period[] = [{ from: '2027-04-01', to: '2027-07-01' }, { from: '2027-07-01', to: '2027-10-01' }]
const initiative = (id: string, impact: number | null): ImpactFacts => ({ id, name: id, impact: impact === null ? missing('contribution') : known(impact) })
const pool = (hours: readonly bigint[]): PoolFacts => ({ id: 'engineers', name: 'Engineers', unit: 'hour', capacity: hours.map((amount, at) => ({ ...(quarters[at] as Period), amount })) })
const work = (id: string, hours: readonly bigint[]): WorkFacts => ({ initiativeId: id, name: id, demand: hours.map((amount, at) => ({ ...(quarters[at] as Period), amount })) })
const check = (initiatives: readonly ImpactFacts[], capacity: readonly bigint[], works: readonly WorkFacts[]) => checkAllocation(initiatives, [{ id: 'engineers', name: 'Engineers', unit: 'hour', periods: loadOf(pool(capacity), works, quarters) }])

describe('strategic allocation', () => {
  // Atlas counts most of four. 100 hours a quarter: 90 + 30 in the first (short of 20), 60 + 10 in the second (not scarce).
  const four = [initiative('Atlas', 0.8), initiative('Boreas', 0.3), initiative('Comet', 0.1), initiative('Delta', -0.2)]
  const works = [work('Atlas', [9000n, 6000n]), work('Boreas', [3000n, 1000n])]

  it('tells the share of scarce skills on the top quarter, where they are scarce', () => {
    const { top, pools: [found] } = check(four, [10_000n, 10_000n], works)
    expect([[...top.ids], top.threshold, found?.scarce, found?.peak, found?.share.metric]).toEqual([['Atlas'], known(0.8), [quarters[0]], 1.2, known(0.75)])
    expect(found?.share.why.terms?.map(({ term }) => term)).toEqual(['Atlas, top quarter', 'Boreas'])
  })
  it('names what counts most and is short, with what could come from what counts less', () => {
    // 20 short: 15 of it fall on Atlas and 5 on Boreas, which gets 25 and could give all 15.
    expect(check(four, [10_000n, 10_000n], works).mismatches).toEqual([{ initiativeId: 'Atlas', poolId: 'engineers', period: quarters[0], demand: 9000n, short: 1500n, reallocate: 1500n, add: 0n, lower: [{ initiativeId: 'Boreas', gets: 2500n }], lowerCount: 1 }])
    // Who was not judged is not said to count less: people have to be added.
    expect(check([initiative('Atlas', 0.8), initiative('Boreas', null)], [10_000n, 10_000n], works).mismatches.map(({ reallocate, add }) => [reallocate, add])).toEqual([[0n, 1500n]])
  })
  it('names those with less impact that get most, and counts the others', () => {
    // 36 initiatives, the 9 with most impact on top: 27 could give, and the one that draws most stands first.
    const many = Array.from({ length: 36 }, (_, at) => initiative(`i${at}`, (36 - at) / 100))
    const { mismatches } = check(many, [10_000n, 10_000n], many.map(({ id }, at) => work(id, [1000n + BigInt(at), 0n])))
    expect(mismatches.map(({ lower, lowerCount }) => [lower.length, lowerCount, lower[0]?.initiativeId])).toEqual(Array.from({ length: 9 }, () => [10, 27, 'i35']))
  })
  it('nothing is scarce where nobody recorded a capacity', () => expect(check(four, [], works)).toMatchObject({ pools: [], mismatches: [] }))
  it('equals are not told apart by their names, and without judgements there is no quarter', () => {
    expect([...topQuarter(['a', 'b', 'c', 'd'].map((id) => initiative(id, 0.5))).ids]).toHaveLength(4)
    expect(topQuarter([initiative('a', null)])).toMatchObject({ threshold: { status: 'missing' }, assessed: 0, unassessed: 1 })
  })

  const drawn = fc.array(fc.record({ impact: fc.option(fc.integer({ min: -10, max: 10 })), hours: fc.tuple(fc.bigInt({ min: 0n, max: 500n }), fc.bigInt({ min: 0n, max: 500n })) }), { maxLength: 12 })
  it('law: at least a quarter is on top; what is short is bounded by what the pool lacks, and what is moved by what counts less', () => {
    fc.assert(fc.property(drawn, fc.bigInt({ min: 1n, max: 1500n }), (rows, hours) => {
      const initiatives = rows.map(({ impact }, at) => initiative(`${at}`, impact === null ? null : impact / 10))
      const given = rows.map((row, at) => work(`${at}`, row.hours))
      const { top, mismatches, pools } = check(initiatives, [hours, hours], given)
      expect(top.ids.size * 4).toBeGreaterThanOrEqual(top.assessed)
      for (const { share } of pools) if (share.metric.status === 'ok') expect(share.metric.value >= 0 && share.metric.value <= 1).toBe(true)
      quarters.forEach((period, at) => {
        const own = mismatches.filter((one) => one.period.from === period.from)
        const needed = rows.reduce((sum, row) => sum + (row.hours[at] ?? 0n), 0n)
        const sum = (of: (one: (typeof own)[number]) => bigint) => own.reduce((all, one) => all + of(one), 0n)
        expect(sum(({ short }) => short)).toBeLessThanOrEqual(needed > hours ? needed - hours : 0n)
        expect(sum(({ reallocate }) => reallocate)).toBeLessThanOrEqual(own[0]?.lower.reduce((all, { gets }) => all + gets, 0n) ?? 0n)
        expect(sum(({ demand, add }) => demand - add)).toBeLessThanOrEqual(hours)
        for (const { short, reallocate, add } of own) expect(reallocate + add).toBe(short)
      })
    }))
  })
  it('law: the order of initiatives and of works changes nothing', () => {
    fc.assert(fc.property(drawn, (rows) => {
      const initiatives = rows.map(({ impact }, at) => initiative(`${at}`, impact === null ? null : impact / 10))
      const given = rows.map((row, at) => work(`${at}`, row.hours))
      expect(check(initiatives.toReversed(), [400n, 400n], given.toReversed()).pools.map(({ top, all }) => [top, all])).toEqual(check(initiatives, [400n, 400n], given).pools.map(({ top, all }) => [top, all]))
    }))
  })
})
