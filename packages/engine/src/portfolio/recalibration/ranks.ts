/** A rank before and after, 1 the best; those of one alignment share a rank. */
export type RankChange = { readonly id: string; readonly before: number; readonly after: number }

/** Ranks by alignment before and after, in the new order. */
export function ranksOf(alignments: readonly { readonly id: string; readonly before: number; readonly after: number }[]): readonly RankChange[] {
  const ranked = (of: (one: (typeof alignments)[number]) => number): ReadonlyMap<number, number> => {
    const ranks = new Map<number, number>()
    ;[...alignments].map(of).sort((a, b) => b - a).forEach((value, place) => void (ranks.has(value) || ranks.set(value, place + 1)))
    return ranks
  }
  const [before, after] = [ranked((one) => one.before), ranked((one) => one.after)]
  return alignments
    .map((one) => ({ id: one.id, before: before.get(one.before) ?? 0, after: after.get(one.after) ?? 0 }))
    .sort((a, b) => a.after - b.after || (a.id < b.id ? -1 : 1))
}
