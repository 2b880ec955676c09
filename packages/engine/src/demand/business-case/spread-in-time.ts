/** Works that begin in a year and take some years, and how many years longer they take than was planned. */
export type LateWorks = { readonly from: number; readonly years: number; readonly late: number }

/**
 * Amounts by year when works take longer (delay-of-works): the years of the works are stretched evenly, and all that follows comes later by
 * the whole delay, benefits as well as costs. What of a year falls into the next by that is split by its part; the sum stays.
 */
export function later(amounts: readonly number[], { from, years, late }: LateWorks): readonly number[] {
  if (late === 0) return amounts
  const stretch = (years + late) / years
  /** When it is, once works are late, what was planned for a time. */
  const moved = (time: number): number => (time <= from ? time : time < from + years ? from + (time - from) * stretch : time + late)
  const out = Array.from({ length: Math.ceil(moved(amounts.length) - 1e-9) }, () => 0)
  for (const [year, amount] of amounts.entries()) {
    if (amount === 0) continue
    const [begins, ends] = [moved(year), moved(year + 1)]
    for (let at = Math.floor(begins); at < ends - 1e-9; at++) out[at] = (out[at] ?? 0) + (amount * (Math.min(ends, at + 1) - Math.max(begins, at))) / (ends - begins)
  }
  return out
}
