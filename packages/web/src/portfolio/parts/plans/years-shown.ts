/** An amount of one year of one plan. */
export type YearAmount = { readonly year: number; readonly label: string; readonly amount: number }

/** Years that stand one by one; what lies before and after them is added up into one place each. */
const most = 12

/**
 * The years of several plans as places of a chart: at most twelve by themselves, those with the most in them, and what lies before and
 * after added up, so that nothing is left out. Each plan has a value for every place; they sum to its years.
 */
export function yearsShown(plans: readonly (readonly YearAmount[])[], shown = most): { readonly labels: readonly string[]; readonly values: readonly (readonly number[])[] } {
  const labels = new Map(plans.flat().map(({ year, label }) => [year, label]))
  const weights = new Map<number, number>()
  for (const { year, amount } of plans.flat()) if (amount !== 0) weights.set(year, (weights.get(year) ?? 0) + Math.abs(amount))
  const [first, last] = [Math.min(...weights.keys()), Math.max(...weights.keys())]
  if (!Number.isFinite(first)) return { labels: [], values: plans.map(() => []) }
  const from = last - first < shown + 2 ? first : heaviest(weights, first, last, shown)
  const to = last - first < shown + 2 ? last : from + shown - 1
  const between = Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
  const [before, after] = [from > first, to < last]
  const sum = (amounts: readonly YearAmount[], within: (year: number) => boolean) => amounts.reduce((total, { year, amount }) => (within(year) ? total + amount : total), 0)
  return {
    labels: [...(before ? ['earlier'] : []), ...between.map((year) => labels.get(year) ?? String(year)), ...(after ? ['later'] : [])],
    values: plans.map((amounts) => [...(before ? [sum(amounts, (year) => year < from)] : []), ...between.map((one) => sum(amounts, (year) => year === one)), ...(after ? [sum(amounts, (year) => year > to)] : [])]),
  }
}

/** The first year of the window that holds the most. */
function heaviest(weights: ReadonlyMap<number, number>, first: number, last: number, length: number): number {
  let [best, held] = [first, -1]
  for (let from = first; from + length - 1 <= last; from++) {
    const inside = Array.from({ length }, (_, offset) => weights.get(from + offset) ?? 0).reduce((sum, one) => sum + one, 0)
    if (inside > held) [best, held] = [from, inside]
  }
  return best
}
