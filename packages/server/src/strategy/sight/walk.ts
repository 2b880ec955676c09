import type { SightKind } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import type { Edge, EdgesOf } from './source.ts'

/** One kind of step down the line. */
export type Step = { readonly from: SightKind; readonly to: SightKind; readonly edges: EdgesOf }
/** A step that was found. */
export type Found = Edge & { readonly fromKind: SightKind; readonly toKind: SightKind }
export type Reached = { readonly found: ReadonlyMap<SightKind, ReadonlySet<string>>; readonly links: readonly Found[] }

const keyOf = ({ fromKind, from, toKind, to }: Found): string => `${fromKind} ${from} ${toKind} ${to}`

/** Everything on a line through one thing: all that it comes from and all that comes of it, never sideways. */
export async function walk(tx: Tx, steps: readonly Step[], subject: { readonly kind: SightKind; readonly id: string }): Promise<Reached> {
  const found = new Map<SightKind, Set<string>>([[subject.kind, new Set([subject.id])]])
  const links = new Map<string, Found>()
  for (const way of ['down', 'up'] as const)
    for (const link of await follow(tx, steps, [subject], way)) {
      links.set(keyOf(link), link)
      for (const [kind, id] of [[link.fromKind, link.from], [link.toKind, link.to]] as const) found.set(kind, (found.get(kind) ?? new Set()).add(id))
    }
  return { found, links: [...links.values()] }
}

/** Every step that leads one way from some things, each taken once. */
export async function follow(tx: Tx, steps: readonly Step[], subjects: readonly { readonly kind: SightKind; readonly id: string }[], way: 'down' | 'up'): Promise<readonly Found[]> {
  const links: Found[] = []
  const seen = new Set(subjects.map(({ kind, id }) => `${kind} ${id}`))
  let open = new Map<SightKind, string[]>()
  for (const { kind, id } of subjects) open.set(kind, [...(open.get(kind) ?? []), id])
  while (open.size > 0) {
    const next = new Map<SightKind, string[]>()
    for (const step of steps) {
      const ids = open.get(way === 'down' ? step.from : step.to)
      if (!ids) continue
      for (const edge of inOrder(await step.edges(tx, way === 'down' ? { from: ids } : { to: ids }))) {
        links.push({ ...edge, fromKind: step.from, toKind: step.to })
        const [reached, at] = way === 'down' ? [step.to, edge.to] : [step.from, edge.from]
        if (seen.has(`${reached} ${at}`)) continue
        seen.add(`${reached} ${at}`)
        next.set(reached, [...(next.get(reached) ?? []), at])
      }
    }
    open = next
  }
  return links
}

/** The database gives rows in whichever order it finds them; a line is the same whenever it is asked for. */
const inOrder = (edges: readonly Edge[]): readonly Edge[] => edges.toSorted((one, other) => compare(one.from, other.from) || compare(one.to, other.to))
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
