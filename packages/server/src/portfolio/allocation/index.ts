import type { Allocation, AllocationMismatch } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { quantityText } from '@throughline/engine/capacity'
import type { Explained } from '@throughline/engine/kernel'
import { checkAllocation, type AllocationCheck } from '@throughline/engine/portfolio'
import { alignment } from '@throughline/engine/strategy'
import { readLoads } from '../../capacity/index.ts'
import type { Tx } from '../../database/index.ts'
import { columnsOf, isInPlan, type Columns } from '../../demand/index.ts'
import { readStrategyFacts } from '../../strategy/index.ts'

/** Mismatches that one answer lists. */
const mostMismatches = 500

/** Whether scarce skills go where they count most, for the plan of record, from the period that holds a day. */
export async function allocationOf(tx: Tx, from: string): Promise<Allocation> {
  const { periods, loads } = await readLoads(tx, from)
  const initiatives = await impactsOf(tx)
  const { top, pools, mismatches } = checkAllocation(initiatives.map(({ id, name, impact }) => ({ id, name, impact: impact.metric })), loads)
  const byPool = new Map(loads.map(({ id, name, unit }) => [id, { id, name, unit }]))
  const names = new Map(initiatives.map(({ id, name }) => [id, { id, name }]))
  const labels = new Map(periods.map((period) => [period.from, period]))
  const recorded = loads.filter((pool) => pool.periods.some(({ capacity }) => capacity.status === 'ok')).length
  const short = mismatches.toSorted((a, b) => (a.period.from === b.period.from ? 0 : a.period.from < b.period.from ? -1 : 1))
  return {
    periods: [...periods],
    top: { threshold: top.threshold, assessed: top.assessed, unassessed: top.unassessed, initiatives: initiatives.filter(({ id }) => top.ids.has(id)).sort((a, b) => size(b.impact) - size(a.impact)).map(({ id, name, impact }) => ({ initiative: { id, name }, impact: toWire(impact) })) },
    pools: pools.flatMap(({ poolId, scarce, peak, top: onTop, all, share }) => {
      const pool = byPool.get(poolId)
      return pool ? [{ pool, scarce: scarce.map(({ from: first }) => labels.get(first)?.label ?? first), peak, top: quantityText(onTop), all: quantityText(all), share: toWire(share) }] : []
    }),
    ample: recorded - pools.length, unrecorded: loads.length - recorded,
    mismatches: short.slice(0, mostMismatches).flatMap((one) => presentMismatch(one, { byPool, names, labels })), omitted: Math.max(0, short.length - mostMismatches),
  }
}

type Named = { readonly id: string; readonly name: string }
type Around = { readonly byPool: ReadonlyMap<string, AllocationMismatch['pool']>; readonly names: ReadonlyMap<string, Named>; readonly labels: ReadonlyMap<string, AllocationMismatch['period']> }

function presentMismatch({ initiativeId, poolId, period, demand, short, reallocate, add, lower, lowerCount }: AllocationCheck['mismatches'][number], { byPool, names, labels }: Around): AllocationMismatch[] {
  const [initiative, pool, label] = [names.get(initiativeId), byPool.get(poolId), labels.get(period.from)]
  if (!initiative || !pool || !label) return []
  return [{
    initiative, pool, period: label, demand: quantityText(demand), short: quantityText(short), reallocate: quantityText(reallocate), add: quantityText(add),
    lower: lower.flatMap(({ initiativeId: other, gets }) => {
      const named = names.get(other)
      return named ? [{ initiative: named, gets: quantityText(gets) }] : []
    }),
    lowerCount,
  }]
}

/** The initiatives of the plan of record with their alignment. */
async function impactsOf(tx: Tx): Promise<readonly (Named & { readonly impact: Explained<number> })[]> {
  const columns = await columnsOf(tx)
  const { objectives, contributions } = await readStrategyFacts(tx)
  const links = Map.groupBy(contributions, ({ initiativeId }) => initiativeId)
  return rowsInPlan(columns).map((row) => {
    const id = columns.ids.of(row)
    return { id, name: columns.texts.of(columns.name[row] ?? 0), impact: alignment(objectives, links.get(id) ?? []) }
  })
}

const rowsInPlan = (columns: Columns): readonly number[] => Array.from({ length: columns.size }, (_, row) => row).filter((row) => isInPlan(columns, row))
const size = ({ metric }: Explained<number>): number => (metric.status === 'ok' ? metric.value : -2)
