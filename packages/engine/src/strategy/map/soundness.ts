import type { CausalLink } from './links.ts'

/** What is odd about a map: cycles that fight themselves, and links that lead from an outer band to an inner one. */
export type MapIssue =
  | { readonly code: 'link_to_itself'; readonly linkIds: readonly string[] }
  | { readonly code: 'contrary_cycle'; readonly linkIds: readonly string[] }
  | { readonly code: 'against_the_layers'; readonly linkIds: readonly string[] }

/** Links in a cycle at most: longer loops tell nobody anything. */
const longest = 6

/** Checks a map; `bandOf` gives the band of an objective, 0 the outermost (money, people served), and larger towards capabilities. */
export function mapIssues(links: readonly CausalLink[], bandOf: (objectiveId: string) => number): readonly MapIssue[] {
  const selves = links.filter(({ from, to }) => from === to)
  const others = links.filter(({ from, to }) => from !== to)
  return [
    ...selves.map(({ id }): MapIssue => ({ code: 'link_to_itself', linkIds: [id] })),
    ...cyclesAmong(others).filter((cycle) => cycle.reduce((sign, { polarity }) => sign * polarity, 1) < 0).map((cycle): MapIssue => ({ code: 'contrary_cycle', linkIds: cycle.map(({ id }) => id) })),
    ...others.filter(({ from, to }) => bandOf(from) < bandOf(to)).map(({ id }): MapIssue => ({ code: 'against_the_layers', linkIds: [id] })),
  ]
}

/** Simple cycles, each once: begun at the least objective that it holds. */
function cyclesAmong(links: readonly CausalLink[]): readonly (readonly CausalLink[])[] {
  const leading = Map.groupBy(links, ({ from }) => from)
  const cycles: (readonly CausalLink[])[] = []
  const follow = (start: string, path: readonly CausalLink[], seen: ReadonlySet<string>): void => {
    for (const link of leading.get(path.at(-1)?.to ?? start) ?? []) {
      if (link.to === start) cycles.push([...path, link])
      else if (link.to > start && !seen.has(link.to) && path.length + 1 < longest) follow(start, [...path, link], new Set([...seen, link.to]))
    }
  }
  for (const start of [...leading.keys()].sort()) follow(start, [], new Set([start]))
  return cycles
}

/** What an objective is driven by and what it drives, directly and through others, as ids of objectives and links. */
export function trace(links: readonly CausalLink[], objectiveId: string): { readonly upstream: ReadonlySet<string>; readonly downstream: ReadonlySet<string>; readonly linkIds: ReadonlySet<string> } {
  const walk = (end: 'from' | 'to'): { readonly found: ReadonlySet<string>; readonly used: readonly string[] } => {
    const start = end === 'from' ? 'to' : 'from'
    const [found, open, used] = [new Set<string>(), [objectiveId], [] as string[]]
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const link of links) {
        if (link[start] !== at) continue
        used.push(link.id)
        if (found.has(link[end]) || link[end] === objectiveId) continue
        found.add(link[end])
        open.push(link[end])
      }
    return { found, used }
  }
  const [up, down] = [walk('from'), walk('to')]
  return { upstream: up.found, downstream: down.found, linkIds: new Set([...up.used, ...down.used]) }
}
