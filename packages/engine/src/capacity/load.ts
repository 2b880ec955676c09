import { known, missing, numberFigure, ratio, undefinedBecause, type Explanation, type Metric, type Period } from '../kernel/index.ts'
import { onPeriods, type Line } from './lines.ts'
import { kindOfUnit, unitCode, type PoolUnit } from './pool.ts'

/** A pool as its load is computed: its capacity as given, in hundredths of its unit. */
export type PoolFacts = { readonly id: string; readonly name: string; readonly unit: PoolUnit; readonly capacity: readonly Line[] }
/** What an initiative of the plan needs of one pool, on the calendar. */
export type WorkFacts = { readonly initiativeId: string; readonly name: string; readonly demand: readonly Line[] }

/** What one initiative takes of a pool in a period, in hundredths. */
export type LoadPart = { readonly initiativeId: string; readonly name: string; readonly demand: bigint }
/** Capacity against demand of a pool in one period, in hundredths of its unit. `load` is demand over capacity; 1 is full. */
export type PoolLoad = { readonly period: Period; readonly capacity: Metric<bigint>; readonly demand: bigint; readonly load: Metric<number>; readonly parts: readonly LoadPart[] }

/**
 * Capacity against demand, period by period. Capacity that nobody recorded is missing, never 0; where it is 0 and something is needed,
 * the load is undefined, never infinite. Parts are those that take something, the largest first.
 */
export function loadOf(pool: PoolFacts, works: readonly WorkFacts[], periods: readonly Period[]): readonly PoolLoad[] {
  const kind = kindOfUnit(pool.unit)
  const capacity = onPeriods(pool.capacity, periods, kind)
  const demands = works.map(({ initiativeId, name, demand }) => ({ initiativeId, name, on: onPeriods(demand, periods, kind) }))
  return periods.map((period, at) => {
    const parts = demands.flatMap(({ initiativeId, name, on }) => ((on[at] ?? 0n) > 0n ? [{ initiativeId, name, demand: on[at] ?? 0n }] : [])).toSorted((a, b) => (a.demand === b.demand ? (a.name < b.name ? -1 : 1) : a.demand > b.demand ? -1 : 1))
    const demand = parts.reduce((sum, part) => sum + part.demand, 0n)
    return { period, capacity: metricOf(capacity[at] ?? null), demand, load: shareOf(demand, capacity[at] ?? null), parts }
  })
}

const metricOf = (amount: bigint | null): Metric<bigint> => (amount === null ? missing('capacity') : known(amount))

function shareOf(demand: bigint, capacity: bigint | null): Metric<number> {
  if (capacity === null) return missing('capacity')
  if (capacity === 0n) return undefinedBecause('DIV_BY_ZERO')
  return ratio(Number(demand), Number(capacity))
}

/** The most initiatives that an explanation names; it says how many more there are. */
const mostNamed = 50

/** Why a pool is loaded as it is: its capacity, and what each initiative takes of it. */
export function explainLoad({ name, unit }: Pick<PoolFacts, 'name' | 'unit'>, { capacity, demand, load, parts }: PoolLoad, label: string): Explanation {
  const code = unitCode(unit)
  const figure = (hundredths: bigint) => numberFigure(Number(hundredths) / 100, code)
  const terms = parts.slice(0, mostNamed).map((part): Explanation => ({ term: part.name, figure: known(figure(part.demand)), source: { kind: 'derived', rule: 'What was recorded for its variant in the plan, from its start' } }))
  return {
    term: `Load of ${name} in ${label}`,
    figure: load.status === 'ok' ? known(numberFigure(load.value * 100, 'percent')) : load,
    formula: 'capacity-load',
    terms: [
      { term: 'Demand', figure: known(figure(demand)), terms, ...(parts.length > mostNamed ? { omitted: parts.length - mostNamed } : {}) },
      { term: 'Capacity', figure: capacity.status === 'ok' ? known(figure(capacity.value)) : capacity },
    ],
  }
}
