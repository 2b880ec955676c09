import { describe, expect, test } from 'vitest'
import { effectiveWeights, treeIssues, waivedUnits, waiverState, type NodeObjective, type StrategyNode } from './index.ts'

const objective = (id: string, weight: number, serves: string | null = null, retired = false): NodeObjective => ({ id, statement: id, weight, serves, retired })
const node = (id: string, parentId: string | null, weights: StrategyNode['weights'], objectives: readonly NodeObjective[]): StrategyNode => ({ id, name: id, parentId, level: parentId === null ? 'corporate' : 'unit', unitId: parentId === null ? null : id, weights, objectives })
const shown = (nodes: readonly StrategyNode[]) => Object.fromEntries(effectiveWeights(nodes).map(({ objectiveId, weight }) => [objectiveId, weight.status === 'ok' ? Number(weight.value.toFixed(6)) : weight.status]))

const corporate = node('corporate', null, 'local', [objective('grow', 0.6), objective('save', 0.4)])

describe('the tree of strategies', () => {
  test('a unit inherits the weight of what it serves, divided among those that serve it', () => {
    const north = node('north', 'corporate', 'inherited', [objective('sell', 3, 'grow'), objective('win', 1, 'grow'), objective('own', 1)])
    const desk = node('desk', 'north', 'inherited', [objective('call', 1, 'sell')])
    expect(shown([desk, north, corporate])).toEqual({ grow: 0.6, save: 0.4, sell: 0.45, win: 0.15, own: 'not_applicable', call: 0.45 })
  })

  test('local weights stay its own', () => {
    expect(shown([corporate, node('south', 'corporate', 'local', [objective('a', 1, 'grow'), objective('b', 3, 'save')])])).toMatchObject({ a: 0.25, b: 0.75 })
  })

  test('a retired parent leaves its children detached, without weight', () => {
    const nodes = [node('top', null, 'local', [objective('old', 0.5, null, true), objective('new', 0.5)]), node('north', 'top', 'inherited', [objective('child', 1, 'old')])]
    expect(treeIssues(nodes)).toEqual([{ code: 'objective_detached', objectiveId: 'child', serves: 'old' }])
    expect(shown(nodes)).toEqual({ new: 1, child: 'not_applicable' })
  })

  test('unknown parents and cycles are named, and nothing is inherited in a circle', () => {
    const circle = [node('a', 'b', 'inherited', [objective('x', 1, 'y')]), node('b', 'a', 'inherited', [objective('y', 1, 'x')]), node('c', 'nowhere', 'local', [])]
    expect(treeIssues(circle)).toEqual([{ code: 'strategy_parent_unknown', strategyId: 'c', parentId: 'nowhere' }, { code: 'strategy_cycle', strategyIds: ['a', 'b'] }])
    expect(shown(circle)).toEqual({ x: 'not_applicable', y: 'not_applicable' })
    expect(treeIssues([corporate, node('n', 'corporate', 'local', [objective('z', 1, 'gone')])])).toEqual([{ code: 'objective_parent_unknown', objectiveId: 'z', serves: 'gone' }])
  })

  test('a waiver holds from its first day and no longer on its last', () => {
    const waiver = { id: 'w', unitId: 'north', reason: 'Turnaround', guardrails: 'Safety', from: '2026-01-01', to: '2026-07-01' }
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => waivedUnits([waiver], day).has('north'))).toEqual([false, true, true, false])
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => waiverState(waiver, day))).toEqual(['not_begun', 'in_force', 'ends_soon', 'ended'])
  })
})
