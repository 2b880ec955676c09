import type { NodeRecord } from './proof.ts'

/** A part of the search space still to be looked at: the decisions that lead to it, latest first, and a bound on what it can hold. */
export type OpenNode = {
  readonly parent: OpenNode | null
  readonly column: number
  readonly value: 0 | 1
  readonly bound: number
  readonly order: number
  /** Level of the column in the parent's linear program, for learning what a decision costs. */
  readonly level: number
  readonly record: NodeRecord | null
}

/** What the order of nodes goes by. */
type Ordered = { readonly bound: number; readonly order: number }

/** Binary heap of open nodes, highest bound first, later ones first among equals. */
export type OpenNodes<Node extends Ordered = OpenNode> = { readonly heap: Node[] }

export const noOpenNodes = <Node extends Ordered = OpenNode>(): OpenNodes<Node> => ({ heap: [] })

const before = (a: Ordered, b: Ordered): boolean => a.bound > b.bound || (a.bound === b.bound && a.order > b.order)

export function addNode<Node extends Ordered>({ heap }: OpenNodes<Node>, node: Node): void {
  let at = heap.length
  heap.push(node)
  while (at > 0) {
    const up = (at - 1) >> 1
    if (!before(node, heap[up]!)) break
    heap[at] = heap[up]!
    at = up
  }
  heap[at] = node
}

/** Removes and returns the node with the highest bound; undefined where there is none. */
export function takeNode<Node extends Ordered>({ heap }: OpenNodes<Node>): Node | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (top === undefined || last === undefined || heap.length === 0) return top
  let at = 0
  for (;;) {
    let down = 2 * at + 1
    if (down >= heap.length) break
    if (down + 1 < heap.length && before(heap[down + 1]!, heap[down]!)) down++
    if (!before(heap[down]!, last)) break
    heap[at] = heap[down]!
    at = down
  }
  heap[at] = last
  return top
}
