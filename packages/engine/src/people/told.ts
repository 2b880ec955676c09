import { invariant } from '../kernel/index.ts'

/** A cell of a table with totals, as an edge between its row and its column. */
export type Edge = { readonly row: number; readonly column: number; readonly count: number; hidden: boolean }

type Node = string
const ends = ({ row, column }: Edge): readonly [Node, Node] => [`r${row}`, `c${column}`]

/** A withheld cell that follows from what is shown: one without which its row and its column are not connected by withheld cells. */
export function bridgeOf(edges: readonly Edge[]): Edge | undefined {
  const hidden = edges.filter((edge) => edge.hidden)
  return hidden.find((edge) => {
    const [from, to] = ends(edge)
    return !reached(hidden.filter((other) => other !== edge), from).has(to)
  })
}

function reached(edges: readonly Edge[], from: Node): ReadonlySet<Node> {
  const found = new Set([from])
  const left = [from]
  for (let node = left.pop(); node !== undefined; node = left.pop())
    for (const edge of edges) {
      const [one, other] = ends(edge)
      const next = one === node ? other : other === node ? one : undefined
      if (next !== undefined && !found.has(next)) {
        found.add(next)
        left.push(next)
      }
    }
  return found
}

/** The cells of the way from a cell's row to its column around it that are about the fewest people; what is withheld already costs nothing, and what is about nobody is taken last. */
export function pathAround(edges: readonly Edge[], around: Edge): readonly Edge[] {
  const [from, to] = ends(around)
  const many = edges.reduce((sum, { count }) => sum + count, 1)
  const costOf = ({ hidden, count }: Edge): number => (hidden ? 0 : count === 0 ? many : count)
  const best = new Map<Node, { readonly cost: number; readonly by: readonly Edge[] }>([[from, { cost: 0, by: [] }]])
  const open = new Set([from])
  while (open.size > 0) {
    const node = [...open].reduce((one, other) => ((best.get(other)?.cost ?? 0) < (best.get(one)?.cost ?? 0) ? other : one))
    open.delete(node)
    const { cost, by } = best.get(node) ?? { cost: 0, by: [] }
    for (const edge of edges) {
      const [one, other] = ends(edge)
      const next = edge === around ? undefined : one === node ? other : other === node ? one : undefined
      const known = next === undefined ? undefined : best.get(next)
      if (next === undefined || (known && known.cost <= cost + costOf(edge))) continue
      best.set(next, { cost: cost + costOf(edge), by: [...by, edge] })
      open.add(next)
    }
  }
  const found = best.get(to)
  invariant(found, 'a table of two rows and two columns with totals has a way around each cell')
  return found.by
}
