import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arrivedWeight, explainEffectiveWeight, servedBy, sharedWeights, treeDifference, type ComparedTreeStrategy, type NodeObjective, type StrategyNode } from './index.ts'

const objective = (id: string, weight: number, serves: string | null = null, retired = false): NodeObjective => ({ id, statement: id, weight, serves, retired })
const node = (id: string, parentId: string | null, weights: StrategyNode['weights'], objectives: readonly NodeObjective[]): StrategyNode => ({ id, name: id, parentId, level: parentId === null ? 'corporate' : 'unit', unitId: parentId === null ? null : id, weights, objectives })
const corporate = node('corporate', null, 'local', [objective('grow', 0.6), objective('save', 0.4)])

describe('what a unit weighs of the objectives at the top', () => {
  test('the weight of what its objectives serve in the end, and what is its own', () => {
    const north = node('north', 'corporate', 'local', [objective('sell', 0.5, 'grow'), objective('win', 0.2, 'grow'), objective('own', 0.3)])
    const desk = node('desk', 'north', 'inherited', [objective('call', 1, 'sell'), objective('rest', 1, 'own')])
    const { top, own } = sharedWeights([corporate, north, desk], 'north')
    expect([[...top], own]).toEqual([[['grow', 0.7]], [{ objectiveId: 'own', statement: 'own', weight: 0.3 }]])
    // The desk inherits 0.5 through sell and 0.3 through what is north’s own; nobody serves win, whose 0.2 does not arrive.
    expect([[...sharedWeights([corporate, north, desk], 'desk').top], arrivedWeight([corporate, north, desk], 'desk')]).toEqual([[['grow', 0.5]], 0.8])
    expect(servedBy([corporate, north, desk]).get('grow')).toEqual(['sell', 'win'])
  })

  test('a retired parent and a circle hand down nothing, and say so', () => {
    const old = node('top', null, 'local', [objective('old', 0.5, null, true), objective('new', 0.5)])
    const child = node('north', 'top', 'inherited', [objective('child', 1, 'old')])
    expect(explainEffectiveWeight([old, child])('child')).toMatchObject({ metric: { status: 'not_applicable' }, why: { note: expect.stringContaining('no objective in force') } })
    const circle = [node('a', 'b', 'inherited', [objective('x', 1, 'y')]), node('b', 'a', 'inherited', [objective('y', 1, 'x')])]
    expect(sharedWeights(circle, 'a')).toEqual({ top: new Map(), own: [] })
  })

  test('law: what a unit that inherits has at the top is never more than the top has, objective by objective', () => {
    const shares = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('grow', 'save', null)), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(shares, (given) => {
      const unit = node('north', 'corporate', 'inherited', given.map(([weight, serves], at) => objective(`o${at}`, weight, serves)))
      const { top, own } = sharedWeights([corporate, unit], 'north')
      expect(own).toEqual([])
      for (const [id, weight] of top) expect(weight).toBeLessThanOrEqual((id === 'grow' ? 0.6 : 0.4) + 1e-12)
      expect(arrivedWeight([corporate, unit], 'north')).toBeCloseTo([...top.values()].reduce((sum, weight) => sum + weight, 0), 12)
    }))
  })
})

describe('what differs of strategies below the top', () => {
  const measure = (id: string, target: number) => ({ id, identity: id, name: id, definition: '', unit: 'count', target, dueOn: null, baseline: null, baselineOn: null, tolerance: null, low: null, high: null })
  const one = (more: Partial<ComparedTreeStrategy> = {}): ComparedTreeStrategy => ({ id: 'north', name: 'North', parentId: null, unitId: 'u', level: 'unit', weights: 'local', objectives: [{ id: 'sell', statement: 'Sell', weight: 1, owner: null, deadline: null, serves: 'grow', contributions: [], measures: [measure('calls', 10)] }], ...more })

  test('added, removed, replaced, and the kinds of each objective; the same is nothing', () => {
    expect(treeDifference([one()], [one()])).toEqual([])
    expect(treeDifference([], [one()])).toEqual([{ id: 'north', name: 'North', kind: 'added', objectives: [{ id: 'sell', statement: 'Sell', measures: [], kinds: ['added'] }] }])
    const [first] = one().objectives
    const changed = one({ weights: 'inherited', objectives: first ? [{ ...first, weight: 0.5, serves: 'save', contributions: [{ initiativeId: 'i', contribution: 1 }] }] : [] })
    expect(treeDifference([one()], [changed])).toMatchObject([{ kind: 'replaced', objectives: [{ kinds: ['reweighted', 'parent_changed', 'contributions_changed'] }] }])
    const measured = one({ objectives: first ? [{ ...first, measures: [measure('calls', 12), measure('visits', 3)] }] : [] })
    expect(treeDifference([one()], [measured])).toEqual([{ id: 'north', name: 'North', kind: 'kept', objectives: [{ id: 'sell', statement: 'Sell', kinds: ['measures_changed'], measures: [
      { kind: 'target_changed', measure: { id: 'calls', name: 'calls', unit: 'count' }, from: 10, to: 12 }, { kind: 'measure_replaced', from: [], to: [{ id: 'visits', name: 'visits', unit: 'count' }] },
    ] }] }])
    expect(treeDifference([changed], []).map(({ kind }) => kind)).toEqual(['removed'])
  })
})
