import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RatingLevel } from '../../demand/index.ts'
import { money } from '../../kernel/index.ts'
import { causes, changeFields, largestMoves, portfolioChanges, type Cause, type MomentLine, type Step } from './index.ts'

const line = (id: string, cost: bigint | null, more: Partial<MomentLine> = {}): MomentLine => ({ id, key: id, name: id, unitId: null, rating: null, startOn: null, endOn: null, amounts: { cost, benefits: null, inYearBaseline: null, inYearForecast: null }, ...more })
const step = (initiativeId: string, cause: Cause, cost: bigint | null): Step => ({ initiativeId, cause, amounts: line(initiativeId, cost).amounts })
const rated = (level: RatingLevel) => ({ rating: { scale: 'five_point', level } }) as const

describe('what changed between two moments', () => {
  it('tells each cause its part, and the parts sum to the change', () => {
    // A: 100 → 130 by a correction → 120 by hand. B left with 40. C joined with 7. 100 + 40 = 140; 120 + 7 = 127; −13 = +30 − 10 − 40 + 7.
    const changes = portfolioChanges({ from: [line('A', 100n), line('B', 40n)], to: [line('A', 120n), line('C', 7n)], steps: [step('A', 'correction', 130n), step('A', 'edit', 120n)], otherwise: 'listing' }, 'EUR')
    const { before, after, change, lines } = changes.totals.cost
    expect([before, after, change.metric]).toMatchObject([{ value: { minor: 140n } }, { value: { minor: 127n } }, { value: { minor: -13n } }])
    expect(lines.map(({ cause, amount, initiatives }) => [cause, amount.minor, initiatives])).toEqual([['left', -40n, 1], ['correction', 30n, 1], ['edit', -10n, 1], ['joined', 7n, 1]])
    expect(change.why).toMatchObject({ formula: 'portfolio-changes', terms: [{ term: 'left the list', terms: [{ term: 'B' }] }, {}, {}, {}] })
    expect(changes.counts).toEqual({ before: 2, after: 2, joined: 1, left: 1, changed: 1, unitsMoved: 0 })
  })

  it('tells an amount that became known apart from one that grew', () => {
    const changes = portfolioChanges({ from: [line('A', null), line('B', 5n), line('C', 0n)], to: [line('A', 9n), line('B', null), line('C', null)], steps: [], otherwise: 'publication' }, 'EUR')
    expect(changes.totals.cost.lines.map(({ cause, effect, amount, initiatives }) => [cause, effect, amount.minor, initiatives])).toEqual([['publication', 'became_known', 9n, 1], ['publication', 'became_unknown', -5n, 2]])
    expect(portfolioChanges({ from: [], to: [line('A', null)], steps: [], otherwise: 'edit' }, 'EUR').totals.cost.after).toEqual({ status: 'undefined', reason: 'NOT_PUBLISHED' })
  })

  it('counts ratings by what they were and are, and days later and earlier apart', () => {
    const from = [line('A', 1n, { ...rated('green'), endOn: '2026-01-01' }), line('B', 1n, { ...rated('green'), endOn: '2026-01-01' }), line('C', 1n, { endOn: null })]
    const to = [line('A', 1n, { ...rated('red'), endOn: '2026-01-31' }), line('B', 1n, { ...rated('red'), endOn: '2025-12-22' }), line('C', 1n, { ...rated('amber'), endOn: '2026-05-01', unitId: 'u' })]
    const { ratings, ends, counts } = portfolioChanges({ from, to, steps: [], otherwise: 'edit' }, 'EUR')
    expect(ratings).toEqual([{ from: rated('green').rating, to: rated('red').rating, initiatives: 2 }, { from: null, to: rated('amber').rating, initiatives: 1 }])
    expect(ends).toEqual({ later: { initiatives: 1, days: 30 }, earlier: { initiatives: 1, days: -10 }, set: 1, cleared: 0 })
    expect(counts).toMatchObject({ changed: 3, unitsMoved: 1 })
  })

  it('sums exactly over any history, as a slow book does', () => {
    const amount = fc.option(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), { nil: null })
    const amounts = fc.record({ cost: amount, benefits: amount, inYearBaseline: amount, inYearForecast: amount })
    const cause = fc.constantFrom(...(Object.keys(causes) as Cause[]))
    const history = fc.record({ before: fc.option(amounts, { nil: null }), steps: fc.array(fc.record({ cause, amounts }), { maxLength: 6 }), after: fc.option(amounts, { nil: null }), follows: fc.boolean() })
    fc.assert(
      fc.property(fc.array(history, { maxLength: 12 }), cause, (histories, otherwise) => {
        const named = histories.map((one, index) => ({ ...one, after: one.after && one.follows ? (one.steps.at(-1)?.amounts ?? one.after) : one.after, id: `I${index}` }))
        const lines = (which: 'before' | 'after') => named.flatMap((one) => (one[which] ? [{ ...line(one.id, 0n), amounts: one[which] }] : []))
        const steps = named.flatMap(({ id, steps: own }) => own.map((one) => ({ ...one, initiativeId: id })))
        const changes = portfolioChanges({ from: lines('before'), to: lines('after'), steps, otherwise }, 'EUR')
        for (const field of changeFields) {
          const book = new Map<string, bigint>()
          const post = (account: string, minor: bigint) => book.set(account, (book.get(account) ?? 0n) + minor)
          for (const { before, after, steps: own } of named) {
            if (!before || !after) {
              post(after ? 'joined' : 'left', (after?.[field] ?? 0n) - (before?.[field] ?? 0n))
              continue
            }
            let last = before[field]
            for (const { cause: why, amounts: now } of [...own, { cause: otherwise, amounts: after }]) {
              post(why, (now[field] ?? 0n) - (last ?? 0n))
              last = now[field]
            }
          }
          const byCause = new Map([...Map.groupBy(changes.totals[field].lines, (one) => one.cause)].map(([one, group]) => [one as string, group.reduce((sum, { amount: part }) => sum + part.minor, 0n)]))
          const posted = (accounts: ReadonlyMap<string, bigint>) => [...accounts].filter(([, minor]) => minor !== 0n).toSorted(([a], [b]) => (a < b ? -1 : 1))
          expect(posted(byCause)).toEqual(posted(book))
          const whole = [...book.values()].reduce((sum, minor) => sum + minor, 0n)
          expect(changes.totals[field].change.metric).toEqual({ status: 'ok', value: money(whole, 'EUR') })
          const { items, rest } = largestMoves(changes, field, { from: 1, limit: 3 }, 'EUR')
          const shown = items.flatMap(({ moves }) => moves).filter((move) => move.field === field).reduce((sum, { minor }) => sum + minor, 0n)
          expect(shown + rest.amount.minor).toBe(whole)
        }
      }),
    )
  })
})
