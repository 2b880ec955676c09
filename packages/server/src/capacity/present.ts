import type { InitiativePlan, LoadCell, PlanPeriod, Pool, Pot, Variant } from '@throughline/contract/capacity'
import { toWire } from '@throughline/contract/wire'
import { onPeriods, periodLabel, periodsFrom, quantityText, tellsOfFew, toldPeople, type Grain, type Line, type PoolLoad } from '@throughline/engine/capacity'
import { known, missing, money, undefinedBecause, type CivilDate, type FiscalCalendar, type Metric, type Period } from '@throughline/engine/kernel'
import type { PlanRecord, VariantRecord } from './store/plans.ts'
import type { PoolRecord } from './store/pools.ts'
import type { PotRecord } from './store/pots.ts'

/** What is needed beside the rows to show them. */
export type Showing = { readonly currency: string; readonly units: ReadonlyMap<string, string>; /** Whether the reader may see people's details. */ readonly seesPeople: boolean }

/** Consecutive periods of the organisation with their names, the first the one that holds the day. */
export const presentPeriods = (calendar: FiscalCalendar, grain: Grain, from: CivilDate, count: number): readonly PlanPeriod[] =>
  periodsFrom(calendar, grain, from, count).map((period) => ({ ...period, label: periodLabel(calendar, grain, period) }))

/** Pools as they travel. Without the right to see people's details, how many a small pool has and what its few people cost is withheld. */
export function presentPools(pools: readonly PoolRecord[], { currency, units, seesPeople }: Showing): readonly Pool[] {
  const told = seesPeople ? pools.map(({ people }) => (people === null ? missing('people') : known(people))) : toldPeople(pools)
  const price = (pool: PoolRecord, minor: string | null) => (minor !== null && !seesPeople && tellsOfFew(pool) ? undefinedBecause('SMALL_GROUP') : amount(minor, currency, 'price'))
  return pools.map((pool, at) => ({
    id: pool.id, name: pool.name, unit: pool.unit, owner: unitOf(pool.unit_id, units), skills: [...pool.skills], people: told[at] ?? missing('people'), rate: price(pool, pool.rate_minor),
    overload: { percent: pool.overload_percent, price: price(pool, pool.overload_rate_minor) }, version: pool.version,
  }))
}

const unitOf = (id: string | null, units: ReadonlyMap<string, string>) => (id !== null && units.has(id) ? { id, name: units.get(id) ?? '' } : null)
const amount = (minor: string | null, currency: string, what: string) => toWire(minor === null ? missing(what) : known(money(BigInt(minor), currency))) as Metric<Pot['amounts'][number] & object>

/** Capacity against demand of one period. */
export const presentCell = ({ capacity, demand, load, parts }: PoolLoad): LoadCell => ({ capacity: capacity.status === 'ok' ? quantityText(capacity.value) : null, demand: quantityText(demand), load, initiatives: parts.length })

/** Pots as they travel, with their money by period. */
export function presentPots(pots: readonly PotRecord[], lines: ReadonlyMap<string, readonly Line[]>, periods: readonly Period[], { currency, units }: Showing): readonly Pot[] {
  return pots.map((pot) => ({
    id: pot.id, name: pot.name, kind: pot.kind, total: amount(pot.total_minor, currency, 'total'), carryOver: pot.carry_over, carryOverPercent: pot.carry_percent, categories: [...pot.categories],
    units: pot.unit_ids.flatMap((id) => unitOf(id, units) ?? []), version: pot.version,
    amounts: onPeriods(lines.get(pot.id) ?? [], periods, 'flow').map((minor) => (minor === null ? null : toWire(money(minor, currency)))),
  }))
}

/** What the plan of an initiative is shown with. */
export type PlanShown = { readonly initiative: { readonly id: string; readonly name: string; readonly startOn: string | null }; readonly pools: ReadonlyMap<string, string>; readonly pots: ReadonlyMap<string, string>; readonly may: readonly string[]; readonly currency: string }

/** How an initiative may be planned, as it travels. */
export function presentPlan(plan: PlanRecord, variants: readonly VariantRecord[], { initiative, pools, pots, may, currency }: PlanShown): InitiativePlan {
  return {
    initiative: { id: initiative.id, name: initiative.name }, earliestOn: plan.earliest_on, latestOn: plan.latest_on, fixedOn: plan.fixed_on,
    running: plan.runs ? { spent: amount(plan.spent_minor, currency, 'spent'), toGo: amount(plan.to_go_minor, currency, 'to go'), exit: amount(plan.exit_minor, currency, 'exit cost') } : null,
    variants: variants.map((variant) => presentVariant(variant, pools, pots, currency)), startsOn: plan.fixed_on ?? initiative.startOn, version: plan.version, may: [...may],
  }
}

const presentVariant = ({ id, name, inPlan, valuePercent, benefitsMinor, demands, costs }: VariantRecord, pools: ReadonlyMap<string, string>, pots: ReadonlyMap<string, string>, currency: string): Variant => ({
  id, name, inPlan, valuePercent: valuePercent === null ? missing('share of the value') : known(valuePercent), benefits: amount(benefitsMinor, currency, 'benefits'),
  demands: demands.map(({ poolId, lines }) => ({ pool: { id: poolId, name: pools.get(poolId) ?? '' }, lines: lines.map(({ fromMonth, months, amount: hundredths }) => ({ fromMonth, months, quantity: quantityText(hundredths) })) })),
  costs: costs.map(({ potId, lines }) => ({ pot: potId === null ? null : { id: potId, name: pots.get(potId) ?? '' }, lines: lines.map(({ fromMonth, months, amount: minor }) => ({ fromMonth, months, amount: amount(minor.toString(), currency, 'amount') })) })),
})
