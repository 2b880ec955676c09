import type { CivilDate } from '../../kernel/index.ts'

/** A strategy in the tree of strategies; its objectives may serve objectives of the parent strategy. */
export type StrategyNode = {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly level: 'corporate' | 'unit' | 'functional'
  readonly unitId: string | null
  readonly weights: 'inherited' | 'local'
  readonly objectives: readonly NodeObjective[]
}

/** An objective of a strategy in the tree; `serves` is the objective of the parent strategy. Weights are shares. */
export type NodeObjective = { readonly id: string; readonly statement: string; readonly weight: number; readonly serves: string | null; readonly retired: boolean }

/** Leave for a unit to go its own way for a period `[from, to)`, with what it must still keep. */
export type Waiver = { readonly id: string; readonly unitId: string; readonly reason: string; readonly guardrails: string; readonly from: CivilDate; readonly to: CivilDate }

/** What is wrong with a tree: each with where it is. */
export type TreeIssue =
  | { readonly code: 'strategy_parent_unknown'; readonly strategyId: string; readonly parentId: string }
  | { readonly code: 'strategy_cycle'; readonly strategyIds: readonly string[] }
  | { readonly code: 'objective_parent_unknown'; readonly objectiveId: string; readonly serves: string }
  | { readonly code: 'objective_detached'; readonly objectiveId: string; readonly serves: string }
