import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rating } from '../../demand/index.ts'
import { known, money, undefinedBecause } from '../../kernel/index.ts'
import { attentionOf, compareRatings, countHealth, countMovements, movements, positionFigures, ratingLevels, type PositionLine } from './index.ts'

const gbp = (minor: number) => known(money(BigInt(minor), 'GBP'))
const line = (change: Partial<PositionLine>): PositionLine => ({
  id: 'a', key: 'A', name: 'A', unitId: null, unitName: null, category: null, rating: null, cost: gbp(100), benefits: gbp(300), inYearForecast: gbp(10), endOn: '2030-01-01', flags: [], ...change,
})
const three = (level: Rating['level']): Rating => ({ scale: 'three_point', level })
const five = (level: Rating['level']): Rating => ({ scale: 'five_point', level })

describe('ratings', () => {
  it('are counted, and compared on one scale only', () => {
    expect(countHealth([{ rating: five('amber_red') }, { rating: null }, { rating: five('amber_red') }])).toEqual({ green: 0, amber_green: 0, amber: 0, amber_red: 2, red: 0, none: 1 })
    expect(compareRatings(five('amber'), five('amber_red'))).toBe('worse')
    expect(compareRatings(five('amber_red'), three('amber'))).toBe('not_comparable')
  })

  it('moves the other way when read backwards', () => {
    const rating = fc.record({ scale: fc.constantFrom('five_point' as const, 'three_point' as const), level: fc.constantFrom(...ratingLevels) })
    const opposite = { better: 'worse', worse: 'better', same: 'same', not_comparable: 'not_comparable' }
    fc.assert(fc.property(rating, rating, (a, b) => compareRatings(b, a) === opposite[compareRatings(a, b)]))
  })
})

describe('what moved between two positions', () => {
  const before = [line({ id: 'stays', rating: three('green') }), line({ id: 'goes' })]
  const after = [line({ id: 'stays', rating: three('red'), cost: gbp(111), endOn: '2031-01-01' }), line({ id: 'comes' })]

  it('lists who joined and left and each figure that changed', () => {
    const moved = movements(before, after)
    expect(moved.map(({ kind, line: { id } }) => `${id} ${kind}`)).toEqual(['stays rating', 'stays cost', 'stays end', 'comes joined', 'goes left'])
    expect(countMovements(moved)).toEqual({ joined: 1, left: 1, better: 0, worse: 1, notComparable: 0, slipped: 1, costUp: 1, costDown: 0 })
  })

  it('is nothing between a position and itself', () => {
    expect(movements(after, after)).toEqual([])
  })

  it('asks for a decision on red, on growth above 10 % and on a slip above half a year', () => {
    const asked = attentionOf(after, movements(before, after), new Set(['comes']))
    expect(asked.map(({ kind, line: { id } }) => `${id} ${kind}`)).toEqual(['stays rated_red', 'stays cost_grew', 'stays end_slipped', 'comes initiative_orphan'])
  })
})

describe('figures of a position', () => {
  it('divides sums, never averages ratios, over those that give both', () => {
    // 300/100 = 3 and 20/10 = 2: together 320/110, not 2.5. The third gives no benefits and counts in the cost alone.
    const figures = positionFigures([line({}), line({ id: 'b', cost: gbp(10), benefits: gbp(20) }), line({ id: 'c', benefits: undefinedBecause('EXEMPT') })], money(0n, 'GBP'))
    expect(figures.ratio.metric).toEqual(known(320 / 110))
    expect(figures.cost.metric).toEqual(gbp(210))
    expect(figures.benefits.why.note).toContain('1 of 3 have no figure')
  })
})
