import type { Mapping } from './facts.ts'

/** Of what a version made of objectives, that which makes others of them. */
type Became = Extract<Mapping, { readonly kind: 'merged' | 'split' }> | { readonly kind: Exclude<Mapping['kind'], 'merged' | 'split'> }

/**
 * What became of an objective over the versions that were adopted, the oldest first: itself where it is in force; else what it was merged
 * into or split into, as far as that is in force; none where it was given up.
 */
export function successorsOf(key: string, adopted: readonly (readonly Became[])[], inForce: ReadonlySet<string>): readonly string[] {
  if (inForce.has(key)) return [key]
  const keys = adopted.reduce<ReadonlySet<string>>((before, mappings) => new Set([...before].flatMap((one) => becameOf(one, mappings))), new Set([key]))
  return [...keys].filter((one) => inForce.has(one))
}

/** What one version made of an objective: merged and split into others, or left as it was called. */
const becameOf = (key: string, mappings: readonly Became[]): readonly string[] => {
  const into = mappings.flatMap((one) => (one.kind === 'merged' && one.from.includes(key) ? [one.to] : one.kind === 'split' && one.from === key ? one.to : []))
  return into.length > 0 ? into : [key]
}
