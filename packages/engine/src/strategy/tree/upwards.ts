import { known, numberFigure, type Explained, type Metric } from '../../kernel/index.ts'
import type { NodeObjective, StrategyNode } from './facts.ts'
import { effectiveWeights } from './inheritance.ts'

/** What a strategy weighs of the objectives at the top of its tree, and what it wants beside them. Effective weights; what weighs nothing is left out. */
export type SharedWeights = { readonly top: ReadonlyMap<string, number>; readonly own: readonly { readonly objectiveId: string; readonly statement: string; readonly weight: number }[] }

/** The objective that an objective serves in the end: itself where it serves none in force. */
export function servedInTheEnd(nodes: readonly StrategyNode[]): (objectiveId: string) => string {
  const byId = new Map(nodes.flatMap(({ objectives }) => objectives.filter(({ retired }) => !retired).map((one) => [one.id, one] as const)))
  return (objectiveId) => {
    const passed = new Set<string>()
    let at = objectiveId
    for (let above = byId.get(at)?.serves ?? null; above !== null && byId.has(above) && !passed.has(above); above = byId.get(at)?.serves ?? null) {
      passed.add(above)
      at = above
    }
    return at
  }
}

/** Weights of one strategy at the top of its tree: each objective’s effective weight goes to the one that it serves in the end. */
export function sharedWeights(nodes: readonly StrategyNode[], strategyId: string): SharedWeights {
  const root = new Set(nodes.filter(({ parentId }) => parentId === null).flatMap(({ objectives }) => objectives.map(({ id }) => id)))
  const end = servedInTheEnd(nodes)
  const statements = new Map(nodes.flatMap(({ objectives }) => objectives.map(({ id, statement }) => [id, statement] as const)))
  const top = new Map<string, number>()
  const own: SharedWeights['own'][number][] = []
  for (const { objectiveId, strategyId: of, weight } of effectiveWeights(nodes)) {
    if (of !== strategyId || weight.status !== 'ok' || weight.value === 0) continue
    const served = end(objectiveId)
    if (root.has(served)) top.set(served, (top.get(served) ?? 0) + weight.value)
    else own.push({ objectiveId, statement: statements.get(objectiveId) ?? objectiveId, weight: weight.value })
  }
  return { top, own }
}

/** How much of the weight above arrives in a strategy: the sum of its effective weights, 1 where it weighs for itself. */
export function arrivedWeight(nodes: readonly StrategyNode[], strategyId: string): number {
  return effectiveWeights(nodes).reduce((sum, { strategyId: of, weight }) => (of === strategyId && weight.status === 'ok' ? sum + weight.value : sum), 0)
}

/** The objectives in force that serve each objective directly. */
export function servedBy(nodes: readonly StrategyNode[]): ReadonlyMap<string, readonly string[]> {
  const below = nodes.flatMap(({ objectives }) => objectives.filter(({ retired, serves }) => !retired && serves !== null))
  return new Map([...Map.groupBy(below, ({ serves }) => serves ?? '')].map(([id, own]) => [id, own.map((one) => one.id)]))
}

/** Why an objective has its effective weight: its share of those that serve the same, of the weight of what they serve. */
export function explainEffectiveWeight(nodes: readonly StrategyNode[]): (objectiveId: string) => Explained<number> {
  const weights = new Map(effectiveWeights(nodes).map(({ objectiveId, weight }) => [objectiveId, weight]))
  const nodeOf = new Map(nodes.flatMap((node) => node.objectives.map((one) => [one.id, { node, one }] as const)))
  const shown = (metric: Metric<number>) => (metric.status === 'ok' ? known(numberFigure(metric.value, 'ratio')) : metric)
  return (objectiveId) => {
    const [metric, found] = [weights.get(objectiveId) ?? ({ status: 'not_applicable' } as const), nodeOf.get(objectiveId)]
    const term = `Effective weight of ${found?.one.statement ?? objectiveId}`
    if (!found) return { metric, why: { term, figure: shown(metric) } }
    const { node, one } = found
    const inherits = node.weights === 'inherited' && node.parentId !== null
    const among = node.objectives.filter(({ retired, serves }) => !retired && (!inherits || serves === one.serves))
    const parts = [
      ...(inherits && one.serves !== null ? [{ term: `Effective weight of ${nodeOf.get(one.serves)?.one.statement ?? one.serves}`, figure: shown(weights.get(one.serves) ?? { status: 'not_applicable' }) }] : []),
      { term: 'Its own weight', figure: known(numberFigure(one.weight, 'ratio')) },
      { term: inherits ? 'Weight of all here that serve the same' : `Weight of all of ${node.name}`, figure: known(numberFigure(sumOf(among), 'ratio')) },
    ]
    return { metric, why: { term, figure: shown(metric), formula: 'effective-weight', ...(metric.status === 'ok' ? {} : { note: 'It serves no objective in force of the strategy above, so there is no weight to inherit.' }), terms: parts } }
  }
}

const sumOf = (objectives: readonly NodeObjective[]): number => objectives.reduce((sum, { weight }) => sum + weight, 0)
