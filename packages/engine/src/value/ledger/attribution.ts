import { invariant, largestRemainder, ok, type Result } from '../../kernel/index.ts'
import { broken, type LedgerRefusal } from './refusal.ts'

/** Ways to say who moved a measure, the best first (V-8). */
export const attributionMethods = ['experiment', 'did', 'contract', 'shapley', 'sequential', 'proportional', 'equal'] as const
export type AttributionMethod = (typeof attributionMethods)[number]

/** Parts of a whole, in millionths. */
export const wholeShare = 1_000_000n

/**
 * How the movement of a pool is split: whole weights by initiative, and the weight that nobody has. A claim is capped by the split;
 * `registeredAt` is the instant at which it was agreed.
 */
export type Attribution = {
  readonly method: AttributionMethod
  readonly registeredAt: string
  readonly weights: readonly { readonly initiativeId: string; readonly weight: bigint }[]
  readonly rest: bigint
}

/** A contract: shares in millionths that sum to one or less; what is left over is nobody's. */
export function contract(registeredAt: string, shares: readonly { readonly initiativeId: string; readonly share: bigint }[]): Result<Attribution, LedgerRefusal> {
  const sum = shares.reduce((total, { share }) => total + share, 0n)
  if (shares.some(({ share }) => share <= 0n)) return broken('amount_wrong', { expected: 'shares above zero' })
  if (new Set(shares.map(({ initiativeId }) => initiativeId)).size < shares.length) return broken('amount_wrong', { expected: 'one share for each initiative' })
  if (sum > wholeShare) return broken('shares_above_one', { sum, whole: wholeShare })
  return ok({ method: 'contract', registeredAt, weights: shares.map(({ initiativeId, share }) => ({ initiativeId, weight: share })), rest: wholeShare - sum })
}

/** Split in proportion to what was asked; nobody is given more than that where all of it is there. */
export function proportional(registeredAt: string, asked: readonly { readonly initiativeId: string; readonly amount: bigint }[]): Attribution {
  return { method: 'proportional', registeredAt, weights: asked.map(({ initiativeId, amount }) => ({ initiativeId, weight: amount })), rest: 0n }
}

/** The same to everybody. */
export function equal(registeredAt: string, initiativeIds: readonly string[]): Attribution {
  return { method: 'equal', registeredAt, weights: initiativeIds.map((initiativeId) => ({ initiativeId, weight: 1n })), rest: 0n }
}

/** A split by effects that an experiment, a comparison or a model gave; whole numbers of one unit. */
export function byEffects(method: Exclude<AttributionMethod, 'contract' | 'proportional' | 'equal'>, registeredAt: string, effects: readonly { readonly initiativeId: string; readonly effect: bigint }[], rest = 0n): Attribution {
  invariant(effects.every(({ effect }) => effect >= 0n), 'effects that are shared are not below zero; an effect the other way is an offset (V-5)')
  return { method, registeredAt, weights: effects.map(({ initiativeId, effect }) => ({ initiativeId, weight: effect })), rest }
}

/** What each may claim of a movement, and what is nobody's: they sum to the movement exactly (I10). Ties go to the earlier id. */
export function allocate({ weights, rest }: Attribution, movement: bigint): { readonly byInitiative: ReadonlyMap<string, bigint>; readonly unattributed: bigint } {
  const ordered = [...weights].sort((a, b) => (a.initiativeId < b.initiativeId ? -1 : 1))
  const all = [...ordered.map(({ weight }) => weight), rest]
  if (all.every((weight) => weight === 0n)) return { byInitiative: new Map(ordered.map(({ initiativeId }) => [initiativeId, 0n])), unattributed: movement }
  const parts = largestRemainder(movement, all)
  return { byInitiative: new Map(ordered.map(({ initiativeId }, at) => [initiativeId, parts[at] ?? 0n])), unattributed: parts.at(-1) ?? 0n }
}

/** Value of a coalition of players, named by their places from 0 in rising order: `v([0, 2])`. The empty one is worth 0. */
export type CoalitionValue = (players: readonly number[]) => number

/** Most players of an exact Shapley split: its work doubles with each. */
export const mostPlayers = 16

/**
 * Shapley shares (L. Shapley, 1953): for each player the mean over all orders of coming of what it adds.
 * Σ over coalitions S without i of |S|! (n − |S| − 1)! / n! × (v(S ∪ i) − v(S)); they sum to the value of all together.
 */
export function shapley(players: number, value: CoalitionValue): readonly number[] {
  invariant(players >= 1 && players <= mostPlayers, `an exact split has 1 to ${mostPlayers} players, not ${players}`)
  const members = (set: number): readonly number[] => Array.from({ length: players }, (_, at) => at).filter((at) => (set & (1 << at)) !== 0)
  const worth = Array.from({ length: 1 << players }, (_, set) => (set === 0 ? 0 : value(members(set))))
  const weights = ordersWeights(players)
  return Array.from({ length: players }, (_, player) => {
    let share = 0
    for (let set = 0; set < worth.length; set++) {
      if ((set & (1 << player)) !== 0) continue
      share += (weights[members(set).length] ?? 0) * ((worth[set | (1 << player)] ?? 0) - (worth[set] ?? 0))
    }
    return share
  })
}

/** |S|! (n − |S| − 1)! / n! by the size of S: 1/n, then each from the one before. */
function ordersWeights(players: number): readonly number[] {
  const weights = [1 / players]
  for (let size = 1; size < players; size++) weights.push(((weights[size - 1] ?? 0) * size) / (players - size))
  return weights
}

/** What each adds in the order in which they came. */
export function sequential(order: readonly number[], value: CoalitionValue): readonly number[] {
  const shares = order.map(() => 0)
  let before = 0
  for (const [at, player] of order.entries()) {
    const together = value(order.slice(0, at + 1).toSorted((a, b) => a - b))
    shares[player] = together - before
    before = together
  }
  return shares
}

/** Effect by difference in differences: what the treated moved less what the others moved in the same time. */
export const differenceInDifferences = (treated: { readonly before: number; readonly after: number }, others: { readonly before: number; readonly after: number }): number =>
  treated.after - treated.before - (others.after - others.before)
