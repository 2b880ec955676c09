import type { DependencyFacts } from './facts.ts'

/** The circle that one more dependency would close, first and last the same initiative; null where it closes none. */
export function cycleClosedBy(dependencies: readonly Pick<DependencyFacts, 'fromId' | 'toId'>[], fromId: string, toId: string): readonly string[] | null {
  if (fromId === toId) return [fromId, toId]
  const needs = new Map<string, string[]>()
  for (const { fromId: from, toId: to } of dependencies) needs.set(from, [...(needs.get(from) ?? []), to])
  const cameFrom = new Map<string, string>([[toId, fromId]])
  const open = [toId]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (next === fromId) return pathBack(cameFrom, fromId, toId)
    for (const after of needs.get(next) ?? []) {
      if (cameFrom.has(after)) continue
      cameFrom.set(after, next)
      open.push(after)
    }
  }
  return null
}

function pathBack(cameFrom: ReadonlyMap<string, string>, fromId: string, toId: string): readonly string[] {
  const path = [fromId]
  let step = cameFrom.get(fromId) ?? toId
  while (step !== toId) {
    path.push(step)
    step = cameFrom.get(step) ?? toId
  }
  return [fromId, toId, ...path.slice(1).reverse(), fromId]
}
