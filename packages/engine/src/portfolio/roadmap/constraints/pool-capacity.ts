import { addUpOf, listed } from '../frame.ts'
import { amount, everyPeriod, firstOf, known, within } from '../soundness.ts'
import type { Profile } from '../building.ts'
import type { PoolCapacity } from './kinds.ts'
import { raised, takenOf } from './rule.ts'
import type { RoadmapRule } from './rule.ts'

/** People by period against what there are; above it at a price, up to a limit. */
export const poolCapacity: RoadmapRule<PoolCapacity> = {
  words: ({ poolIds, overload }, frame) => {
    const more = overload === undefined || overload.most === 0 ? '' : `, and up to ${overload.most} more in a period at ${overload.price} each`
    return `The capacity of ${listed(poolIds.map((id) => frame.pools.get(id) ?? id))} holds in each period${more}`
  },
  refusal: ({ poolIds, byPeriod, overload }, frame) =>
    firstOf(
      known('pool', poolIds, frame, 'poolCapacity'),
      everyPeriod('poolCapacity.byPeriod', byPeriod, frame),
      amount('poolCapacity.overload.most', overload?.most ?? 0),
      amount('poolCapacity.overload.price', overload?.price ?? 0),
      within('poolCapacity.overload.price', overload?.price ?? 0, 0, 2 ** 40),
    ),
  compile: ({ poolIds, byPeriod, overload }, _frame, building) =>
    building.lane({ profile: needOf(poolIds), limits: byPeriod.map((limit) => limit ?? Infinity), ...(overload === undefined ? {} : { over: overload }) }),
  check: ({ poolIds, byPeriod, overload }, frame, plan) => {
    const used = takenOf(frame, plan.need, poolIds)
    return byPeriod.flatMap((limit, period) => {
      const by = limit === null ? 0 : used[period]! - limit - (overload?.most ?? 0)
      return by > 0 ? [{ period, by }] : []
    })
  },
  loosened: (constraint, percent) => ({ ...constraint, byPeriod: constraint.byPeriod.map((limit) => (limit === null ? null : raised(limit, percent))) }),
}

/** What a choice needs of these pools. */
export function needOf(poolIds: readonly string[]): Profile {
  const pools = new Set(poolIds)
  return (_, variant) => (variant === null ? [] : addUpOf(variant.demand, ({ poolId }) => pools.has(poolId)))
}
