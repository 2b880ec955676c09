import type { Workshop } from '@throughline/contract/strategy'
import { weightsWithin, weightUnits, wholeWeights } from '@throughline/engine/strategy'

/**
 * What was decided as weights of the next version: the objectives of the level keep together what they weigh there, divided as was
 * decided. Those that are not in it any more are left out, and the rest keep their proportions.
 */
export function weightsForDraft({ decision }: Pick<Workshop, 'decision'>, objectives: readonly { readonly key: string; readonly weight: number }[]): { key: string; weight: number }[] {
  const there = new Map(objectives.map(({ key, weight }) => [key, Math.round(weight * weightUnits)]))
  const decided = (decision?.weights ?? []).filter(({ key }) => there.has(key))
  const level = decided.reduce((sum, { key }) => sum + (there.get(key) ?? 0), 0)
  if (level === 0 || decided.every(({ weight }) => weight === 0)) return []
  return weightsWithin(wholeWeights(decided.map(({ key, weight }) => ({ id: key, share: weight }))), level).map(({ id, units }) => ({ key: id, weight: units / weightUnits }))
}
