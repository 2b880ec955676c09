import type { Influence } from '../facts.ts'

/** A simple path of influences with the product of their signs. */
export type InfluencePath = { readonly links: readonly Influence[]; readonly sign: 1 | -1 }

/** Influences in a path at most. */
const longest = 4

/**
 * For each measure identity reached from `start`, the shortest path of each sign, by simple paths of at most 4 influences; of several as short the one
 * whose influences come first by their ids, so that a witness does not hang on the order in which influences are given.
 */
export function pathsFrom(start: string, leading: ReadonlyMap<string, readonly Influence[]>): ReadonlyMap<string, readonly InfluencePath[]> {
  const found = new Map<string, InfluencePath[]>()
  const inOrder = (at: string): readonly Influence[] => [...(leading.get(at) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))
  const note = (to: string, path: InfluencePath): void => {
    const known = found.get(to) ?? []
    if (!known.some(({ sign }) => sign === path.sign)) found.set(to, [...known, path])
  }
  let open: readonly { readonly at: string; readonly seen: readonly string[]; readonly path: InfluencePath }[] = [{ at: start, seen: [start], path: { links: [], sign: 1 } }]
  for (let length = 1; length <= longest && open.length > 0; length++) {
    open = open.flatMap(({ at, seen, path }) =>
      inOrder(at).filter(({ to }) => !seen.includes(to)).map((link) => {
        const longer: InfluencePath = { links: [...path.links, link], sign: path.sign === link.sign ? 1 : -1 }
        note(link.to, longer)
        return { at: link.to, seen: [...seen, link.to], path: longer }
      }),
    )
  }
  return found
}
