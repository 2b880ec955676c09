import type { Witness } from '@throughline/engine/strategy'
import type { VersionLink } from '@throughline/contract/strategy'

/** The elements of a contradiction along its path: where it begins, the causal links as they follow each other, and where it ends. Without links, or where they go round, as they stand. */
export function arranged(witness: readonly Witness[], links: readonly VersionLink[], keyOf: (witness: Witness) => string | undefined): readonly Witness[] {
  const ids = new Set(witness.flatMap(({ kind, id }) => (kind === 'influence' ? [id] : [])))
  const open = links.filter(({ id }) => ids.has(id))
  const starts = open.map(({ from }) => from).filter((key) => !open.some(({ to }) => to === key))
  const [start] = starts
  if (start === undefined) return witness
  const [reached, places] = [[start], new Map<string, number>()]
  for (const key of reached) for (const { id, to } of open.filter(({ from }) => from === key)) {
    if (places.has(id)) continue
    places.set(id, places.size)
    reached.push(to)
  }
  const placeOf = (one: Witness): number => (one.kind === 'influence' ? (places.get(one.id) ?? open.length) : keyOf(one) === start ? -1 : open.length + 1)
  return [...witness].sort((a, b) => placeOf(a) - placeOf(b))
}
