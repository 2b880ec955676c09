import type { Alignment, UnitPriorities } from '@throughline/contract/strategy'

/** An objective with its weight and what goes to it; null is what serves none. Shares of 1. */
export type Gap = { readonly objectiveId: string | null; readonly statement: string; readonly perspective: string | null; readonly stated: number; readonly revealed: number; readonly gap: number }

/** Shares within this are as stated. */
export const asStated = 0.005

/** The objectives of the whole, the one furthest from its weight first. */
export const gapsOf = ({ shares }: Pick<Alignment, 'shares'>): readonly Gap[] => byDistance(shares.map(({ objectiveId, statement, perspective, stated, revealed }) => ({ objectiveId, statement, perspective, stated, revealed, gap: revealed - stated })))

/** Those of one unit, against the weights that hold there. */
export function gapsOfUnit({ shares }: Pick<UnitPriorities, 'shares'>, whole: Pick<Alignment, 'shares'>, unlinked: string): readonly Gap[] {
  const named = new Map(whole.shares.map((share) => [share.objectiveId, share]))
  return byDistance(shares.map(({ objectiveId, stated, revealed }) => ({ objectiveId, stated, revealed, gap: revealed - stated, statement: named.get(objectiveId)?.statement ?? unlinked, perspective: named.get(objectiveId)?.perspective ?? null })))
}

const byDistance = (gaps: readonly Gap[]): readonly Gap[] => gaps.toSorted((a, b) => billionths(b) - billionths(a) || (a.statement < b.statement ? -1 : 1))
/** Equal but for the last bits of a float is equal. */
const billionths = ({ gap }: Gap): number => Math.round(Math.abs(gap) * 1e9)

/** The end of the axis: the largest share of all, up to the next tenth. */
export const axisEnd = (gaps: readonly Gap[]): number => Math.min(1, Math.max(0.1, Math.ceil(Math.max(0, ...gaps.flatMap(({ stated, revealed }) => [stated, revealed])) * 10 - 1e-9) / 10))

/** Places to print on an axis up to `end`: five at most. */
export function ticksTo(end: number): readonly number[] {
  const step = end <= 0.2 ? 0.05 : end <= 0.5 ? 0.1 : 0.2
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, at) => at * step)
}

/** What would have to move so that everything is as stated: from where, to where, the most first; it sums to the distance. */
export function movesOf(gaps: readonly Gap[], most = 2): { readonly from: readonly Gap[]; readonly to: readonly Gap[] } {
  return { from: gaps.filter(({ gap }) => gap >= asStated).slice(0, most), to: gaps.filter(({ gap }) => gap <= -asStated).slice(0, most) }
}

/** The bars of a unit in the order of the whole, by which units can be told from one another at a glance. */
export function barsOf(unit: Pick<UnitPriorities, 'shares'>, order: readonly (string | null)[]): readonly { readonly objectiveId: string | null; readonly gap: number }[] {
  const gaps = new Map(unit.shares.map(({ objectiveId, stated, revealed }) => [objectiveId, revealed - stated]))
  return order.map((objectiveId) => ({ objectiveId, gap: gaps.get(objectiveId) ?? 0 }))
}
