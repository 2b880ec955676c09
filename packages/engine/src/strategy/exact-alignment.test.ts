import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignmentChange, alignmentUnits, contributionOf, exactAlignment, explainAlignmentChange } from './exact-alignment.ts'
import { portfolioAlignment } from './portfolio-alignment.ts'
import { revealedByUnit, revealedPriorities } from './revealed.ts'
import { weightUnits, wholeWeights } from './weigh/index.ts'
import { known, missing } from '../kernel/index.ts'

const keys = ['growth', 'cost', 'quality', 'sustainability']
const weights = (...shares: readonly number[]) => new Map(wholeWeights(shares.map((share, index) => ({ id: keys[index] ?? '', share }))).map(({ id, units }) => [id, units]))
const contributions = (...values: readonly number[]) => new Map(values.map((value, index) => [keys[index] ?? '', contributionOf(value)]))
const [before, after] = [weights(0.4, 0.3, 0.2, 0.1), weights(0.25, 0.3, 0.15, 0.3)]

describe('the change of an alignment', () => {
  test.each([
    ['A', [0.8, 0.2, 0, 0.1], 0.39, 0.29, { growth: -0.12, sustainability: 0.02 }],
    ['B', [0.1, 0.6, 0.5, 0], 0.32, 0.28, { growth: -0.015, quality: -0.025 }],
    ['C', [0, 0.3, 0.2, 0.9], 0.22, 0.39, { quality: -0.01, sustainability: 0.18 }],
  ] as const)('%s of the worked example, to the last unit', (_, given, from, to, parts) => {
    const own = contributions(...given)
    const change = alignmentChange({ weights: before, contributions: own }, { weights: after, contributions: own })
    expect([change.before, change.after]).toEqual([from, to].map((each) => Math.round(each * alignmentUnits)))
    expect(Object.fromEntries(change.terms.map(({ key, whole }) => [key, whole / alignmentUnits]))).toEqual(parts)
    expect(change).toMatchObject({ byContribution: 0, byBoth: 0 })
    expect(explainAlignmentChange(change, (key) => key).terms?.[0]?.terms).toHaveLength(1)
  })

  const side = fc.tuple(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 4, maxLength: 4 }), fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 4 }))
    .map(([shares, values]) => ({ weights: weights(...shares), contributions: new Map(values.map((value, index) => [keys[index] ?? '', value])) }))

  test('law: the parts are the whole without remainder, a change chains and turns back', () => {
    fc.assert(fc.property(side, side, side, (a, b, c) => {
      const [ab, bc, ac, ba] = [alignmentChange(a, b), alignmentChange(b, c), alignmentChange(a, c), alignmentChange(b, a)]
      expect(ab.byWeight + ab.byContribution + ab.byBoth).toBe(ab.delta)
      expect(ab.terms.reduce((sum, { whole }) => sum + whole, 0)).toBe(ab.delta)
      expect(ab.delta + bc.delta).toBe(ac.delta)
      expect(ab.delta + ba.delta).toBe(0)
      expect(alignmentChange(a, a)).toMatchObject({ delta: 0, terms: [] })
      expect(Math.abs(exactAlignment(a.weights, a.contributions))).toBeLessThanOrEqual(alignmentUnits)
    }))
  })
})

describe('where money goes', () => {
  const objectives = [0.4, 0.3, 0.2, 0.1].map((weight, index) => ({ id: keys[index] ?? '', statement: keys[index] ?? '', weight }))
  const outlay = (objectiveId: string | null, amount: number, more = {}) => ({ initiativeId: `${objectiveId} ${amount}`, unitId: 'north', amount, contributions: objectiveId === null ? [] : [{ objectiveId, contribution: 1 }], mandatory: false, waived: false, ...more })
  const all = { mandatory: true, waived: true }

  test('0.4 0.3 0.2 0.1 against 0.55 0.15 0.25 0.05 is 0.20 apart', () => {
    const outlays = [outlay('growth', 55), outlay('cost', 15), outlay('quality', 25), outlay('sustainability', 5)]
    expect(revealedPriorities(objectives, outlays, all).distance.metric).toEqual(known(expect.closeTo(0.2, 12)))
  })

  test('money that serves nothing is a share of its own; harm draws no money', () => {
    const { shares, distance } = revealedPriorities(objectives, [outlay(null, 50), { ...outlay('growth', 50), contributions: [{ objectiveId: 'growth', contribution: 0.5 }, { objectiveId: 'cost', contribution: -1 }] }], all)
    expect(shares.map(({ id, revealed }) => [id, revealed])).toContainEqual([null, 0.5])
    expect(shares.find(({ id }) => id === 'cost')?.amount).toBe(0)
    expect(distance.metric).toEqual(known(expect.closeTo(0.6, 12)))
  })

  test('mandatory work and waived units are left out when asked, and nothing left has no distance', () => {
    const outlays = [outlay('growth', 60), outlay('quality', 40, { mandatory: true }), outlay('cost', 10, { waived: true })]
    expect(revealedPriorities(objectives, outlays, { mandatory: false, waived: false }).amount).toBe(60)
    expect(revealedPriorities(objectives, [], all).distance.metric.status).toBe('undefined')
    expect(revealedByUnit(() => objectives, [...outlays, { ...outlay('cost', 5), unitId: null }], all).map(({ unitId, revealed }) => [unitId, revealed.amount])).toEqual([['north', 110]])
  })

  test('the mean alignment, with and without mandatory work and waived units', () => {
    const one = (name: string, alignment: number | null, amount: number, mandatory = false, waived = false) => ({ name, alignment: alignment === null ? missing('contribution') : known(alignment), amount, mandatory, waived })
    const mean = portfolioAlignment([one('a', 0.5, 100), one('b', 0.1, 300, true), one('c', -0.3, 100, false, true), one('d', null, 900)])
    // (50 + 30 − 30)/500, (50 − 30)/200, (50 + 30)/400, 50/100
    expect([mean.all, mean.withoutMandatory, mean.withoutWaived, mean.withoutBoth].map(({ metric }) => metric)).toEqual([0.1, 0.1, 0.2, 0.5].map((value) => known(expect.closeTo(value, 12))))
    expect(mean.all.why.note).toContain('1 of 4')
    expect(portfolioAlignment([]).all.metric.status).toBe('undefined')
  })
})

test('weights are whole', () => expect([...before.values()].reduce((sum, each) => sum + each, 0)).toBe(weightUnits))
