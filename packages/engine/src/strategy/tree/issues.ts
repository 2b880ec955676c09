import type { StrategyNode, TreeIssue } from './facts.ts'

/** Everything that is wrong with a tree of strategies: unknown parents, cycles, objectives whose parent is unknown or retired. */
export function treeIssues(nodes: readonly StrategyNode[]): readonly TreeIssue[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const unknown = nodes.filter(({ parentId }) => parentId !== null && !byId.has(parentId)).map(({ id, parentId }): TreeIssue => ({ code: 'strategy_parent_unknown', strategyId: id, parentId: parentId ?? '' }))
  const cycles = cyclesOf(nodes.map(({ id, parentId }) => ({ id, parentId }))).map((strategyIds): TreeIssue => ({ code: 'strategy_cycle', strategyIds }))
  const links = nodes.flatMap((node) => {
    const above = new Map((byId.get(node.parentId ?? '')?.objectives ?? []).map((one) => [one.id, one]))
    return node.objectives.filter(({ retired }) => !retired).flatMap(({ id, serves }): readonly TreeIssue[] => {
      if (serves === null) return []
      const parent = above.get(serves)
      if (parent === undefined) return [{ code: 'objective_parent_unknown', objectiveId: id, serves }]
      return parent.retired ? [{ code: 'objective_detached', objectiveId: id, serves }] : []
    })
  })
  return [...unknown, ...cycles, ...links]
}

/** The cycles among parent links, each once, beginning with its least id. */
export function cyclesOf(links: readonly { readonly id: string; readonly parentId: string | null }[]): readonly (readonly string[])[] {
  const parent = new Map(links.map(({ id, parentId }) => [id, parentId]))
  const done = new Set<string>()
  const cycles: (readonly string[])[] = []
  for (const { id } of links) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: string | null = id
    while (at !== null && parent.has(at) && !done.has(at) && !onPath.has(at)) {
      path.push(at)
      onPath.add(at)
      at = parent.get(at) ?? null
    }
    if (at !== null && onPath.has(at)) cycles.push(fromLeast(path.slice(path.indexOf(at))))
    for (const each of path) done.add(each)
  }
  return cycles
}

function fromLeast(cycle: readonly string[]): readonly string[] {
  const least = cycle.indexOf([...cycle].sort()[0] ?? '')
  return [...cycle.slice(least), ...cycle.slice(0, least)]
}
