import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgedWeights, weightsWithin, weightUnits, wholeWeights, type GivenJudgement, type WeighMethod } from './index.ts'

const ids = ['a', 'b', 'c']
const values = (...given: readonly number[]): GivenJudgement => ({ values: given.map((value, at) => ({ id: ids[at] ?? '', value })), pairs: [] })
const judged = (method: WeighMethod, given: GivenJudgement) => judgedWeights(method, ids, given, 'saaty_1980')

describe('one judge', () => {
  test('each way leads to weights', () => {
    const units = (method: WeighMethod, given: GivenJudgement) => {
      const found = judged(method, given)
      return found.ok && found.value.weights.map((one) => one.units / weightUnits)
    }
    expect(units('direct', values(5, 3, 2))).toEqual([0.5, 0.3, 0.2])
    expect(units('swing', values(100, 60, 40))).toEqual([0.5, 0.3, 0.2])
    // (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3.
    expect(units('rank', values(1, 2, 3))).toEqual([0.61111111, 0.27777778, 0.11111111])
    expect((units('pairwise', { values: [], pairs: [{ a: 'a', b: 'b', ratio: 2 }, { a: 'b', b: 'c', ratio: 2 }] }) || []).map((each) => each.toFixed(6))).toEqual(['0.571429', '0.285714', '0.142857'])
  })

  test('what was not judged is named, as are strangers and what was said twice', () => {
    expect(judged('direct', values(5, 3))).toEqual({ ok: false, refusal: { code: 'judgement_incomplete', missing: ['c'] } })
    expect(judged('pairwise', { values: [], pairs: [{ a: 'a', b: 'b', ratio: 2 }] })).toEqual({ ok: false, refusal: { code: 'judgement_incomplete', missing: ['c'] } })
    expect(judged('rank', { values: [{ id: 'z', value: 1 }], pairs: [] })).toMatchObject({ refusal: { code: 'judged_unknown', id: 'z' } })
    expect(judged('direct', { values: [...values(5, 3, 2).values, { id: 'b', value: 1 }], pairs: [] })).toMatchObject({ refusal: { code: 'value_twice', id: 'b' } })
    expect(judged('swing', values(90, 60, 40))).toMatchObject({ refusal: { code: 'no_full_swing' } })
  })

  test('comparisons that contradict each other are said, not refused: a over b over c over a', () => {
    const found = judged('pairwise', { values: [], pairs: [{ a: 'a', b: 'b', ratio: 3 }, { a: 'b', b: 'c', ratio: 3 }, { a: 'c', b: 'a', ratio: 3 }] })
    expect(found).toMatchObject({ ok: true, value: { consistent: false, furthest: { ratio: 3 } } })
  })
})

test('law: weights of a level sum to what the level weighs', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }).filter((all) => all.some((each) => each > 0)), fc.integer({ min: 0, max: weightUnits }), (shares, level) => {
    const within = weightsWithin(wholeWeights(shares.map((share, at) => ({ id: `${at}`, share }))), level)
    expect(within.reduce((sum, { units }) => sum + units, 0)).toBe(level)
  }), { numRuns: 60 })
})
