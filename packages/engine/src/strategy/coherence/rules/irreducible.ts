/**
 * A set of items whose amounts together exceed a limit, and without any one of them no longer do (deletion filter, least first,
 * so that few large ones remain); empty where all of them fit. 6, 5, 3 over 10 → 6, 5.
 */
export function irreducibleOver<T extends { readonly id: string; readonly amount: number }>(items: readonly T[], limit: number): readonly T[] {
  let sum = items.reduce((total, { amount }) => total + amount, 0)
  if (sum <= limit) return []
  const kept = new Set(items)
  for (const item of [...items].sort((a, b) => a.amount - b.amount || (a.id < b.id ? -1 : 1))) {
    if (sum - item.amount <= limit) continue
    sum -= item.amount
    kept.delete(item)
  }
  return items.filter((item) => kept.has(item))
}
