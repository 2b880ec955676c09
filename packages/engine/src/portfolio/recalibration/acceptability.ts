import { invariant } from '../../kernel/index.ts'
import { exactAlignment } from '../../strategy/index.ts'
import { doubtedBenefits, doubtedInputs, type Doubt, type SampleWatch } from './doubt.ts'
import type { RecalibrationInput, ToGo } from './facts.ts'
import { moneyToGo, weightsOf, worthOf } from './worth.ts'

/** The share of samples in which an initiative has a rank, or one of a band of ranks up to `to`. Ranks that it never has are left out. */
export type RankShare = { readonly rank: number; readonly to?: number; readonly share: number }

/** Shares that are told of one initiative: where it has more ranks than these, neighbours are told as one band. */
const mostShares = 60
/** Those named that an initiative never stands before. */
const mostDominators = 20

/** Where one initiative stands among the others while weights and estimates are doubted. Rank 1 is the best. */
export type AcceptedRanks = {
  readonly id: string
  readonly name: string
  /** By what is stated; those of one worth share a rank. */
  readonly rank: number
  /** Ascending by rank, at most 60; they sum to 1. k that tie over k ranks have each of these by 1/k. */
  readonly shares: readonly RankShare[]
  /** The best and the worst rank of any sample. */
  readonly best: number
  readonly worst: number
  /** The ranks at or below which 5, 50 and 95 of 100 samples are. */
  readonly low: number
  readonly median: number
  readonly high: number
  /** Those that it never stands before, whatever the weights and the benefits within their doubt: the first 20 in the stated order. */
  readonly dominatedBy: readonly string[]
  /** How many these are in all. */
  readonly dominators: number
}

/** Rank acceptability indices (Lahdelma, Hokkanen, Salminen 1998). */
export type RankAcceptability = {
  readonly seed: number
  readonly samples: number
  /** In the stated order; those that tie by id. */
  readonly initiatives: readonly AcceptedRanks[]
  /** Mandatory work competes with nobody: it has no rank and takes none. */
  readonly mandatory: readonly string[]
}

/**
 * How often each initiative has each rank by its declared worth, over the samples that `stabilityOf` selects from. What is worth as much
 * shares its ranks, so that the shares of an initiative, and those of a rank, sum to 1.
 */
export function rankAcceptability(input: RecalibrationInput, doubt: Doubt, watch: SampleWatch = {}): RankAcceptability {
  invariant(doubt.samples > 0, 'ranks are counted over at least one sample')
  const ranked = input.initiatives.filter(({ mandatory }) => !mandatory)
  const counts = ranked.map(() => new Map<number, number>())
  let samples = 0
  for (const sample of doubtedInputs(input, doubt, watch)) {
    samples++
    for (const { from, to, places } of tiesOf(scoresOf(sample))) for (const place of places) count(counts[place], from, to)
  }
  const stated = new Map(tiesOf(scoresOf(input)).flatMap(({ from, places }) => places.map((place) => [place, from] as const)))
  const order = [...ranked.keys()].sort((a, b) => (stated.get(a) ?? 0) - (stated.get(b) ?? 0) || ((ranked[a]?.id ?? '') < (ranked[b]?.id ?? '') ? -1 : 1))
  const dominators = dominatorsOf(order.flatMap((place) => ranked[place] ?? []), input, doubt.spread)
  const initiatives = order.map((place, at): AcceptedRanks => {
    const { id, name } = ranked[place] as ToGo
    const shares = [...(counts[place] ?? [])].sort(([a], [b]) => a - b).map(([rank, times]) => ({ rank, share: times / samples }))
    return { id, name, rank: stated.get(place) ?? 0, shares: inBands(shares), best: shares[0]?.rank ?? 0, worst: shares.at(-1)?.rank ?? 0, low: rankAt(shares, 0.05), median: rankAt(shares, 0.5), high: rankAt(shares, 0.95), ...(dominators[at] ?? { dominatedBy: [], dominators: 0 }) }
  })
  return { seed: doubt.seed, samples, initiatives, mandatory: input.initiatives.filter(({ mandatory }) => mandatory).map(({ id }) => id) }
}

/** Counts one sample in which an initiative has these ranks by equal parts. */
function count(times: Map<number, number> | undefined, from: number, to: number): void {
  for (let rank = from; rank <= to; rank++) times?.set(rank, (times.get(rank) ?? 0) + 1 / (to - from + 1))
}

/** At most 60 shares: of more, as many ranks that follow one another are told together as it takes, none of them twice. */
function inBands(shares: readonly RankShare[]): readonly RankShare[] {
  if (shares.length <= mostShares) return shares
  const wide = Math.ceil(shares.length / mostShares)
  return Array.from({ length: Math.ceil(shares.length / wide) }, (_, band) => {
    const own = shares.slice(band * wide, (band + 1) * wide)
    return { rank: own[0]?.rank ?? 0, to: own.at(-1)?.rank ?? 0, share: own.reduce((sum, { share }) => sum + share, 0) }
  })
}

/** What those that are ranked are worth: alignment to the unit where it alone counts, else whole minor units. */
function scoresOf({ after, initiatives, worth }: RecalibrationInput): readonly number[] {
  const weights = weightsOf(after)
  return initiatives.filter(({ mandatory }) => !mandatory).map((one) => {
    const alignment = exactAlignment(weights, one.after)
    return worth.kind === 'strategic' ? alignment : worthOf(one, alignment, worth)
  })
}

/** Those of one score with the ranks that they share, the highest score first. */
function tiesOf(scores: readonly number[]): readonly { readonly from: number; readonly to: number; readonly places: readonly number[] }[] {
  const order = scores.map((score, place) => ({ score, place })).sort((a, b) => b.score - a.score)
  const ties: { from: number; to: number; places: number[] }[] = []
  order.forEach(({ score, place }, at) => {
    const last = ties.at(-1)
    if (last !== undefined && order[at - 1]?.score === score) {
      last.to = at + 1
      last.places.push(place)
    } else ties.push({ from: at + 1, to: at + 1, places: [place] })
  })
  return ties
}

/** The least rank at or above which a share of the samples is; sums of thirds and sixths may miss it by a rounding. */
function rankAt(shares: readonly RankShare[], share: number): number {
  let sum = 0
  for (const one of shares) if ((sum += one.share) >= share - 1e-9) return one.rank
  return shares.at(-1)?.rank ?? 0
}

/** Of each those that it never stands before: their least is at least its most in each part of what they are worth, and more in one. */
function dominatorsOf(ranked: readonly ToGo[], input: RecalibrationInput, spread: number): readonly Pick<AcceptedRanks, 'dominatedBy' | 'dominators'>[] {
  const least = ranked.map((one) => partsOf(one, input, spread, Math.min))
  const most = ranked.map((one) => partsOf(one, input, spread, Math.max))
  return most.map((own) => {
    const dominatedBy: string[] = []
    let dominators = 0
    least.forEach((other, place) => {
      if (dominates(other, own) && ++dominators <= mostDominators) dominatedBy.push(ranked[place]?.id ?? '')
    })
    return { dominatedBy, dominators }
  })
}

/** The parts of a worth that only grows with each: what objectives get, and money at one end of its doubt. */
function partsOf(one: ToGo, { after, worth }: RecalibrationInput, spread: number, end: (a: number, b: number) => number): readonly number[] {
  const served = after.objectives.map(({ key }) => one.after.get(key) ?? 0)
  if (worth.kind === 'strategic') return served
  const at = (by: number): number => moneyToGo(doubtedBenefits(one, by)) ?? 0
  const money = end(at(1 - spread), at(1 + spread))
  return worth.minorPerAlignment === 0 ? [money] : [money, ...served]
}

/** Whether one is at least another in each part, and more in one. */
function dominates(one: readonly number[], other: readonly number[]): boolean {
  let more = false
  for (let part = 0; part < one.length; part++) {
    const [own, its] = [one[part] ?? 0, other[part] ?? 0]
    if (own < its) return false
    more ||= own > its
  }
  return more
}
