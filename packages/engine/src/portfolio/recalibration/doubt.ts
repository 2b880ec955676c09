import { random, type Random } from '../../kernel/index.ts'
import { wholeWeights, type StrategyVersion } from '../../strategy/index.ts'
import type { RecalibrationInput, ToGo } from './facts.ts'

/** How weights and estimates are doubted. */
export type Doubt = {
  readonly seed: number
  readonly samples: number
  /** Weights around the stated ones (0 none, 1 any), or any weights in the stated order. */
  readonly weights: { readonly kind: 'around'; readonly doubt: number } | { readonly kind: 'order' }
  /** Benefits to go are multiplied by a number uniform in [1 − spread, 1 + spread]. */
  readonly spread: number
}

/** How far both are doubted unless somebody says otherwise: three parts of ten, and a fifth up or down. */
export const usualDoubt = { weights: { kind: 'around', doubt: 0.3 }, spread: 0.2 } as const satisfies Pick<Doubt, 'weights' | 'spread'>

/** How a caller follows and ends what is counted over samples; both are asked before each of them. What was ended says how many samples there were. */
export type SampleWatch = { readonly onSample?: (done: number) => void; readonly shouldStop?: () => boolean }

/** The portfolio under weights and estimates that are doubted, sample by sample. The first samples of a seed are the same however many follow. */
export function* doubtedInputs(input: RecalibrationInput, { seed, samples, weights, spread }: Doubt, { onSample, shouldStop }: SampleWatch): Generator<RecalibrationInput> {
  const chance = random(seed)
  for (let sample = 0; sample < samples && shouldStop?.() !== true; sample++) {
    onSample?.(sample)
    const after = doubtedWeights(input.after, weights, chance)
    const initiatives = input.initiatives.map((one) => doubtedBenefits(one, 1 + spread * (2 * chance.next() - 1)))
    yield { ...input, after, initiatives }
  }
}

/** An initiative with other benefits to go, where they are known. */
export const doubtedBenefits = (one: ToGo, by: number): ToGo => ({ ...one, benefitsToGo: one.benefitsToGo === null ? null : Math.round(one.benefitsToGo * by) })

/** A version with other plausible weights: mixed with a point uniform on the simplex, or such a point in the same order. Where nobody has weighed yet, any weights are as plausible. */
export function doubtedWeights(version: StrategyVersion, how: Doubt['weights'], chance: Random): StrategyVersion {
  const { objectives } = version
  if (objectives.length === 0) return version
  const point = simplexPoint(objectives.length, chance)
  const total = objectives.reduce((sum, { units }) => sum + units, 0)
  const order = objectives.map(({ units }, index) => ({ units, index })).sort((a, b) => b.units - a.units || a.index - b.index)
  const sorted = [...point].sort((a, b) => b - a)
  const ordered = new Map(order.map(({ index }, place) => [index, sorted[place] ?? 0]))
  const share = (index: number, units: number): number => (how.kind === 'order' ? (ordered.get(index) ?? 0) : total === 0 ? (point[index] ?? 0) : (1 - how.doubt) * (units / total) + how.doubt * (point[index] ?? 0))
  const weights = wholeWeights(objectives.map(({ key, units }, index) => ({ id: key, share: share(index, units) })))
  return { ...version, objectives: objectives.map((objective, index) => ({ ...objective, units: weights[index]?.units ?? 0 })) }
}

/** A point uniform on the simplex: the gaps between sorted uniform numbers. */
function simplexPoint(n: number, chance: Random): readonly number[] {
  const cuts = Array.from({ length: n - 1 }, () => chance.next()).sort((a, b) => a - b)
  return [...cuts, 1].map((cut, index) => cut - (index === 0 ? 0 : (cuts[index - 1] ?? 0)))
}
