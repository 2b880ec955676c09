import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centroidWeights, directWeights, jointWeights, pairwiseWeights, swingWeights, weightUnits, wholeWeights, type Judgement, type RandomIndexTable } from './index.ts'
import { rankAgreement } from '../statistics/index.ts'

const value = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const weights = (result: ReturnType<typeof directWeights>): readonly number[] => value(result).map(({ units }) => units / weightUnits)
const judged = (text: string): readonly Judgement[] => text.split(' ').map((each) => {
  const [pair = '', ratio = ''] = each.split('=')
  const [a = '', b = ''] = pair.split(':')
  const [top = 1, bottom = 1] = ratio.split('/').map(Number)
  return { a, b, ratio: top / bottom }
})
const rounded = (figures: readonly number[], digits = 4): readonly number[] => figures.map((each) => Number(each.toFixed(digits)))
const ratioBy = (ids: readonly string[], judgements: readonly Judgement[], table: RandomIndexTable): number | string => {
  const { metric } = value(pairwiseWeights(ids, judgements, table)).consistency
  return metric.status === 'ok' ? Number(metric.value.toFixed(4)) : metric.status
}

/** Saaty 2008, how much more one drink is drunk in the United States than another. */
const drinks = ['coffee', 'wine', 'tea', 'beer', 'soda', 'milk', 'water']
const drunk = judged('coffee:wine=9 coffee:tea=5 coffee:beer=2 coffee:soda=1 coffee:milk=1 coffee:water=1/2 wine:tea=1/3 wine:beer=1/9 wine:soda=1/9 wine:milk=1/9 wine:water=1/9 tea:beer=1/3 tea:soda=1/4 tea:milk=1/3 tea:water=1/9 beer:soda=1/2 beer:milk=1 beer:water=1/3 soda:milk=2 soda:water=1/2 milk:water=1/3')

describe('weights from comparisons in pairs', () => {
  test('the drinks of Saaty 2008, by each of the three tables', () => {
    const found = value(pairwiseWeights(drinks, drunk, 'saaty_1980'))
    expect(rounded(found.exact)).toEqual([0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268])
    expect(found.greatestEigenvalue).toBeCloseTo(7.1766, 4)
    expect(found.consistencyIndex).toMatchObject({ value: expect.closeTo(0.02944, 5) })
    expect((['saaty_1980', 'saaty_2005', 'donegan_dodd_1991'] as const).map((table) => ratioBy(drinks, drunk, table))).toEqual([0.0223, 0.0218, 0.0235])
    expect(found.consistent).toBe(true)
    expect(found.completed).toEqual([])
  })

  test('a leader is chosen: four criteria, three candidates', () => {
    const criteria = ['Exp', 'Edu', 'Cha', 'Age']
    const among = judged('Exp:Edu=4 Exp:Cha=3 Exp:Age=7 Cha:Edu=3 Edu:Age=3 Cha:Age=5')
    const found = value(pairwiseWeights(criteria, among, 'saaty_1980'))
    expect(rounded(found.exact)).toEqual([0.5476, 0.1266, 0.2699, 0.0559])
    expect(found.greatestEigenvalue).toBeCloseTo(4.1184, 4)
    expect((['saaty_1980', 'saaty_2005', 'donegan_dodd_1991'] as const).map((table) => ratioBy(criteria, among, table))).toEqual([0.0439, 0.0444, 0.0476])
    const candidates = ['Tom', 'Dick', 'Harry']
    const by = ['Tom:Dick=1/4 Tom:Harry=4 Dick:Harry=9', 'Tom:Dick=3 Tom:Harry=1/5 Dick:Harry=1/7', 'Tom:Dick=5 Tom:Harry=9 Dick:Harry=4', 'Tom:Dick=1/3 Tom:Harry=5 Dick:Harry=9'].map((text) => value(pairwiseWeights(candidates, judged(text), 'saaty_1980')).exact)
    const totals = candidates.map((_, at) => by.reduce((sum, each, criterion) => sum + (each[at] ?? 0) * (found.exact[criterion] ?? 0), 0))
    expect(rounded(totals, 3)).toEqual([0.358, 0.493, 0.149])
  })

  test('judgements that go in a circle are inconsistent, and the furthest is named', () => {
    const circle = judged('a:b=3 b:c=3 c:a=5')
    const found = value(pairwiseWeights(['a', 'b', 'c'], circle, 'saaty_1980'))
    expect(rounded(found.exact)).toEqual([0.2784, 0.3301, 0.3914])
    expect(found.greatestEigenvalue).toBeCloseTo(4.838037526257312, 9)
    expect(found.consistency.metric).toEqual({ status: 'ok', value: expect.closeTo(1.5845151088425107, 9) })
    expect(found.consistent).toBe(false)
    expect(found.furthest).not.toBeNull()
  })

  test('a comparison nobody made is implied by the others', () => {
    const found = value(pairwiseWeights(['a', 'b', 'c', 'd'], judged('a:b=1 a:c=5 a:d=2 b:c=3 b:d=4'), 'donegan_dodd_1991'))
    expect(rounded(found.exact)).toEqual([0.3738, 0.392, 0.0985, 0.1357])
    expect(found.completed).toEqual([{ a: 'c', b: 'd', ratio: expect.closeTo(0.7303, 4) }])
    expect(ratioBy(['a', 'b', 'c', 'd'], judged('a:b=1 a:c=5 a:d=2 b:c=3 b:d=4'), 'donegan_dodd_1991')).toBe(0.0372)
  })

  test('two items are always consistent, and a table that ends says so', () => {
    expect(ratioBy(['a', 'b'], judged('a:b=3'), 'saaty_1980')).toBe('not_applicable')
    const eight = Array.from({ length: 8 }, (_, index) => `i${index}`)
    expect(ratioBy(eight, eight.slice(1).map((b) => ({ a: 'i0', b, ratio: 1 })), 'donegan_dodd_1991')).toBe('missing')
  })

  test.each([
    ['judged_unknown', 'a:x=2'], ['judged_itself', 'a:a=1'], ['ratio_out_of_scale', 'a:b=10'], ['judged_twice', 'a:b=2 b:a=2 b:c=1'], ['judgements_unconnected', 'a:b=2'],
  ])('%s is refused: %s', (code, text) => expect(pairwiseWeights(['a', 'b', 'c'], judged(text), 'saaty_1980')).toMatchObject({ ok: false, refusal: { code } }))

  test('more than 15 items are for groups', () => expect(pairwiseWeights(Array.from({ length: 16 }, (_, index) => `${index}`), [], 'saaty_1980')).toMatchObject({ refusal: { code: 'items_too_many' } }))

  test('law: ratios of given weights give those weights back, whatever is left out of a connected set', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 6 }), fc.integer({ min: 0, max: 63 }), (given, left) => {
      const ids = given.map((_, index) => `i${index}`)
      const all = ids.flatMap((a, x) => ids.slice(x + 1).map((b, y) => ({ a, b, ratio: (given[x] ?? 1) / (given[x + 1 + y] ?? 1) })))
      const kept = all.filter(({ a }, index) => a === 'i0' || ((left >> index % 6) & 1) === 1)
      const found = value(pairwiseWeights(ids, kept, 'saaty_1980'))
      const total = given.reduce((sum, each) => sum + each, 0)
      found.exact.forEach((each, index) => expect(each).toBeCloseTo((given[index] ?? 0) / total, 4))
      expect(found.greatestEigenvalue).toBeCloseTo(ids.length, 5)
    }), { numRuns: 25 })
  })
})

describe('weights by simpler ways', () => {
  test('points, swings and ranks', () => {
    expect(weights(directWeights([{ id: 'a', points: 3 }, { id: 'b', points: 1 }]))).toEqual([0.75, 0.25])
    expect(weights(swingWeights([{ id: 'a', points: 100 }, { id: 'b', points: 60 }, { id: 'c', points: 40 }]))).toEqual([0.5, 0.3, 0.2])
    expect(rounded(weights(centroidWeights([1, 2, 3, 4].map((rank) => ({ id: `${rank}`, rank })))))).toEqual([0.5208, 0.2708, 0.1458, 0.0625])
    // Places 2 and 3 of 3 are (5/18 + 2/18) / 2 = 7/36 each.
    expect(rounded(weights(centroidWeights([{ id: 'a', rank: 1 }, { id: 'b', rank: 2 }, { id: 'c', rank: 2 }])))).toEqual([0.6111, 0.1944, 0.1944])
  })

  test('what cannot be weighed is refused by name', () => {
    expect(directWeights([])).toMatchObject({ refusal: { code: 'nothing_to_weigh' } })
    expect(directWeights([{ id: 'a', points: -1 }])).toMatchObject({ refusal: { code: 'points_negative' } })
    expect(directWeights([{ id: 'a', points: 0 }])).toMatchObject({ refusal: { code: 'points_all_zero' } })
    expect(swingWeights([{ id: 'a', points: 101 }])).toMatchObject({ refusal: { code: 'swing_out_of_range' } })
    expect(swingWeights([{ id: 'a', points: 90 }])).toMatchObject({ refusal: { code: 'no_full_swing', greatest: 90 } })
    expect(centroidWeights([{ id: 'a', rank: 1.5 }])).toMatchObject({ refusal: { code: 'rank_not_whole' } })
  })

  test('law: whole weights sum to exactly 1', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }), (shares) => {
      const found = wholeWeights(shares.map((share, index) => ({ id: `${index}`, share })))
      expect(found.reduce((sum, { units }) => sum + units, 0)).toBe(weightUnits)
    }))
  })
})

describe('several judges', () => {
  const judge = (id: string, points: readonly number[]) => ({ id, name: id, weights: value(directWeights(points.map((each, index) => ({ id: 'abc'[index] ?? '', points: each })))) })

  test('joint weights, what they disagree on most, and who has not judged', () => {
    const joint = jointWeights(['a', 'b', 'c'], [judge('Ada', [8, 1, 1]), judge('Bea', [2, 4, 4]), judge('Cyd', [1])])
    // Geometric means √(0.8·0.2) = 0.4 and √(0.1·0.4) = 0.2 twice; over 0.8.
    expect(rounded(joint.weights.map(({ units }) => units / weightUnits))).toEqual([0.5, 0.25, 0.25])
    expect(joint.agenda.map(({ id, leastBy }) => `${id} ${leastBy}`)).toEqual(['a Bea', 'b Ada', 'c Ada'])
    expect(joint.apart).toEqual([{ a: 'Ada', b: 'Bea', distance: expect.closeTo(0.6, 9) }])
    expect(joint.agreement).toEqual({ status: 'ok', value: -1 })
    expect(joint.incomplete).toEqual([{ judgeId: 'Cyd', missing: ['b', 'c'] }])
  })

  test('a weight of zero makes the mean arithmetic; nobody makes none', () => {
    expect(jointWeights(['a', 'b'], [judge('Ada', [1, 0]), judge('Bea', [1, 1])])).toMatchObject({ how: 'arithmetic', weights: [{ units: 75_000_000 }, { units: 25_000_000 }] })
    expect(jointWeights(['a', 'b'], [])).toMatchObject({ how: null, weights: [], agreement: { status: 'undefined' } })
  })

  test('law: the order of judges changes nothing', () => {
    const points = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })
    fc.assert(fc.property(fc.array(points, { minLength: 1, maxLength: 5 }), (all) => {
      const judges = all.map((each, index) => judge(`${index}`, each))
      expect(jointWeights(['a', 'b', 'c'], judges).weights).toEqual(jointWeights(['a', 'b', 'c'], [...judges].reverse()).weights)
    }), { numRuns: 40 })
  })

  test('agreement of ranks: 1 2 3 4 against 2 1 4 3', () => {
    expect(rankAgreement([[1, 2], [2, 1], [3, 4], [4, 3]])).toMatchObject({ value: expect.closeTo(1 / 3, 12) })
    expect(rankAgreement([[1, 1], [1, 2]])).toMatchObject({ status: 'undefined' })
  })
})
