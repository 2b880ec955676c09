/** An order or a need between two candidates. */
export type Tie = { readonly afterId: string; readonly beforeId: string; readonly lag: number }

/** Ids that need one another in a circle, in the order of need; null where there is none. */
export function cycleAmong(ids: readonly string[], ties: readonly Tie[]): readonly string[] | null {
  const needs = new Map<string, string[]>()
  for (const { afterId, beforeId } of ties) needs.set(afterId, [...(needs.get(afterId) ?? []), beforeId])
  const done = new Set<string>()
  for (const id of ids) {
    // Who needs nobody is in no circle.
    if (!needs.has(id)) continue
    const found = walk(id, needs, done)
    if (found !== null) return found
  }
  return null
}

/** Depth first without recursion: chains may be as long as there are candidates. */
function walk(from: string, needs: ReadonlyMap<string, readonly string[]>, done: Set<string>): readonly string[] | null {
  const path: string[] = []
  const onPath = new Set<string>()
  const stack: { readonly id: string; next: number }[] = [{ id: from, next: 0 }]
  while (stack.length > 0) {
    const top = stack.at(-1)!
    if (top.next === 0) {
      if (onPath.has(top.id)) return path.slice(path.indexOf(top.id))
      if (done.has(top.id)) {
        stack.pop()
        continue
      }
      path.push(top.id)
      onPath.add(top.id)
    }
    const needed = needs.get(top.id)?.[top.next++]
    if (needed !== undefined) stack.push({ id: needed, next: 0 })
    else {
      stack.pop()
      path.pop()
      onPath.delete(top.id)
      done.add(top.id)
    }
  }
  return null
}
