import type { PoolCapacity, PotBudget, PotTotal } from './constraints/kinds.ts'

/** A limit at so many percent of itself, in whole units. */
export function limitAt<Limit extends PotBudget | PotTotal | PoolCapacity>(limit: Limit, percent: number): Limit {
  const of = (amount: number): number => Math.round((amount * percent) / 100)
  if (limit.kind === 'potTotal') return { ...limit, limit: of(limit.limit) }
  return { ...limit, byPeriod: limit.byPeriod.map((amount) => (amount === null ? null : of(amount))) }
}
