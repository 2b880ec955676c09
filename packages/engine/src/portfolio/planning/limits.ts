import { kindOfUnit, monthsOf, onPeriods } from '../../capacity/index.ts'
import type { ValueChoice } from '../case.ts'
import type { PoolCapacity, PotBudget, PotTotal } from '../roadmap/index.ts'
import type { PlanFacts, PlanPool, PlanPot, RoadmapFacts } from './facts.ts'
import type { Horizon } from './horizon.ts'

/** Whether an initiative may draw on a pot: one without categories and units is everybody's. */
export const mayDraw = ({ category, unitId }: Pick<PlanFacts, 'category' | 'unitId'>, pot: PlanPot | undefined): boolean =>
  pot !== undefined && (pot.categories.length === 0 || (category !== null && pot.categories.includes(category))) && (pot.unitIds.length === 0 || (unitId !== null && pot.unitIds.includes(unitId)))

/** The limits of a pot. Money that may be carried over is at most the stated share of the smallest period, so that no period exceeds it. */
export function limitsOfPot(pot: PlanPot, { periods }: Horizon): readonly (PotBudget | PotTotal)[] {
  const byPeriod = onPeriods(pot.lines, periods, 'flow').map((amount) => (amount === null ? null : Number(amount)))
  const known = byPeriod.flatMap((amount) => amount ?? [])
  const whole = known.length === byPeriod.length
  const most = pot.carryOver === 'all' ? null : Math.floor((Math.min(...known) * (pot.carryOverPercent ?? 0)) / 100)
  const eligible = pot.categories.length + pot.unitIds.length > 0 ? { eligible: { dimension: `pot ${pot.id}`, tags: ['yes'] } } : {}
  const carried = pot.carryOver !== 'none' && whole && most !== 0 ? { carryOver: { most } } : {}
  return [
    ...(known.length > 0 ? [{ kind: 'potBudget' as const, potIds: [pot.id], byPeriod, ...carried, ...eligible }] : []),
    ...(pot.totalMinor === null ? [] : [{ kind: 'potTotal' as const, potIds: [pot.id], limit: Number(pot.totalMinor) }]),
  ]
}

/** Capacity of a pool by period, in hundredths. Stretching it is priced in money, so it is left out where value is counted in points. */
export function limitOfPool(pool: PlanPool, { grain }: Pick<RoadmapFacts, 'grain'>, { periods }: Horizon, value: ValueChoice): PoolCapacity | undefined {
  const byPeriod = onPeriods(pool.capacity, periods, kindOfUnit(pool.unit)).map((amount) => (amount === null ? null : Number(amount)))
  const known = byPeriod.flatMap((amount) => amount ?? [])
  if (known.length === 0) return undefined
  const most = Math.floor((Math.min(...known) * (pool.overload?.percent ?? 0)) / 100)
  const years = pool.unit === 'fte' ? monthsOf[grain] / 12 : 1
  const price = Math.ceil((Number(pool.overload?.priceMinor ?? 0n) * years) / 100)
  return { kind: 'poolCapacity', poolIds: [pool.id], byPeriod, ...(pool.overload && most > 0 && value !== 'strategic' ? { overload: { most, price } } : {}) }
}
