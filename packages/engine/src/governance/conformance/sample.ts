import { random } from '../../kernel/index.ts'

/** How closely an initiative is looked at: in every check, or where a sample meets it. */
export const conformanceTiers = ['full', 'low'] as const
export type ConformanceTier = (typeof conformanceTiers)[number]

/**
 * Which of some initiatives of the low tier a check looks at: the share of them, rounded up, drawn without replacement by a seed. The same
 * ids, whatever their order, and the same seed draw the same.
 */
export function sampleOf(ids: readonly string[], share: number, seed: number): readonly string[] {
  const [left, chance] = [ids.toSorted(), random(seed)]
  const drawn = Array.from({ length: Math.min(left.length, Math.ceil(left.length * share - 1e-9)) }, () => left.splice(chance.below(left.length), 1))
  return drawn.flat().toSorted()
}
