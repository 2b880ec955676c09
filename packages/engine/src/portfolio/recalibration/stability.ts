import { random, type Random, type Result, ok } from '../../kernel/index.ts'
import { wholeWeights, type StrategyVersion } from '../../strategy/index.ts'
import type { Effort } from '../effort.ts'
import { selectFrom } from '../selection.ts'
import type { SelectionRefusal } from '../input.ts'
import type { RecalibrationInput } from './facts.ts'
import { selectionOf } from './worth.ts'

/** How weights and estimates are doubted. */
export type Doubt = {
  readonly seed: number
  readonly samples: number
  /** Weights around the stated ones (0 none, 1 any), or any weights in the stated order. */
  readonly weights: { readonly kind: 'around'; readonly doubt: number } | { readonly kind: 'order' }
  /** Benefits to go are multiplied by a number uniform in [1 − spread, 1 + spread]. */
  readonly spread: number
}

export type SelectionStability = { readonly seed: number; readonly samples: number; readonly initiatives: readonly { readonly id: string; readonly share: number; readonly standing: 'core' | 'borderline' | 'never' }[] }

/** How often each initiative is in the best portfolio under weights and estimates that are doubted; from a seed, the same on every machine. */
export function stabilityOf(input: RecalibrationInput, doubt: Doubt, effort: Effort = { explain: 'quick' }): Result<SelectionStability, SelectionRefusal> {
  const chance = random(doubt.seed)
  const counts = new Map<string, number>()
  let start: readonly string[] = input.initiatives.filter(({ standing }) => standing === 'running').map(({ id }) => id)
  for (let sample = 0; sample < doubt.samples; sample++) {
    const after = doubtedWeights(input.after, doubt.weights, chance)
    const initiatives = input.initiatives.map((one) => ({ ...one, benefitsToGo: doubted(one.benefitsToGo, 1 + doubt.spread * (2 * chance.next() - 1)) }))
    const found = selectFrom(selectionOf({ ...input, after, initiatives }, 0), start, effort, {})
    if (!found.ok) return found
    start = found.value.chosen
    for (const id of found.value.chosen) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const shared = input.initiatives.map(({ id }) => ({ id, share: doubt.samples === 0 ? 0 : (counts.get(id) ?? 0) / doubt.samples }))
  return ok({ seed: doubt.seed, samples: doubt.samples, initiatives: shared.map(({ id, share }) => ({ id, share, standing: share >= 0.95 ? ('core' as const) : share <= 0.05 ? ('never' as const) : ('borderline' as const) })) })
}

const doubted = (benefits: number | null, by: number): number | null => (benefits === null ? null : Math.round(benefits * by))

/** A version with other plausible weights: mixed with a point uniform on the simplex, or such a point in the same order. */
export function doubtedWeights(version: StrategyVersion, how: Doubt['weights'], chance: Random): StrategyVersion {
  const { objectives } = version
  const point = simplexPoint(objectives.length, chance)
  const total = objectives.reduce((sum, { units }) => sum + units, 0)
  const order = objectives.map(({ units }, index) => ({ units, index })).sort((a, b) => b.units - a.units || a.index - b.index)
  const sorted = [...point].sort((a, b) => b - a)
  const ordered = new Map(order.map(({ index }, place) => [index, sorted[place] ?? 0]))
  const share = (index: number, units: number): number => (how.kind === 'order' ? (ordered.get(index) ?? 0) : (1 - how.doubt) * (units / total) + how.doubt * (point[index] ?? 0))
  const weights = wholeWeights(objectives.map(({ key, units }, index) => ({ id: key, share: share(index, units) })))
  return { ...version, objectives: objectives.map((objective, index) => ({ ...objective, units: weights[index]?.units ?? 0 })) }
}

/** A point uniform on the simplex: the gaps between sorted uniform numbers. */
function simplexPoint(n: number, chance: Random): readonly number[] {
  const cuts = Array.from({ length: n - 1 }, () => chance.next()).sort((a, b) => a - b)
  return [...cuts, 1].map((cut, index) => cut - (index === 0 ? 0 : (cuts[index - 1] ?? 0)))
}
