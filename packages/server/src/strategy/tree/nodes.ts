import type { UnitStrategy } from '@throughline/contract/strategy'
import type { StrategyNode } from '@throughline/engine/strategy'

/** The organisation’s own strategy as the root of the tree; objectives go by their stable key. Those that were retired are there for what still serves them. */
export type TreeRoot = { readonly id: string; readonly name: string; readonly objectives: readonly { readonly key: string; readonly statement: string; readonly weight: number }[]; readonly retired?: readonly { readonly key: string; readonly statement: string }[] }

/** The tree of strategies as the engine reads it. */
export const treeNodes = (root: TreeRoot, below: readonly UnitStrategy[]): readonly StrategyNode[] => [
  {
    id: root.id, name: root.name, parentId: null, level: 'corporate', unitId: null, weights: 'local',
    objectives: [
      ...root.objectives.map(({ key, statement, weight }) => ({ id: key, statement, weight, serves: null, retired: false })),
      ...(root.retired ?? []).map(({ key, statement }) => ({ id: key, statement, weight: 0, serves: null, retired: true })),
    ],
  },
  ...below.map(({ id, name, parentId, level, unitId, weights, objectives }): StrategyNode => ({ id, name, parentId: parentId ?? root.id, level, unitId, weights, objectives: objectives.map((one) => ({ id: one.id, statement: one.statement, weight: one.weight, serves: one.serves, retired: false })) })),
]
