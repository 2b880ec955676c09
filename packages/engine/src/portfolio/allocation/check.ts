import type { PoolLoad, PoolUnit } from '../../capacity/index.ts'
import { unitCode } from '../../capacity/index.ts'
import { known, largestRemainder, missing, numberFigure, ratio, type Explained, type Metric, type Period } from '../../kernel/index.ts'

/** An initiative of the plan with its strategic impact: its alignment, from −1 to 1; missing where nobody has judged it. */
export type ImpactFacts = { readonly id: string; readonly name: string; readonly impact: Metric<number> }
/** A pool with its load period by period. */
export type AllocatedPool = { readonly id: string; readonly name: string; readonly unit: PoolUnit; readonly periods: readonly PoolLoad[] }

/** From which load on the skills of a pool are scarce: nine tenths of its capacity. */
export const scarceFrom = 0.9

/** The quarter of initiatives with most strategic impact; as many more as have the impact of the last one. `threshold` is that impact. */
export type TopQuarter = { readonly ids: ReadonlySet<string>; readonly threshold: Metric<number>; readonly assessed: number; readonly unassessed: number }
/** How much of a scarce pool goes to the top quarter, over the periods in which it is scarce; amounts in hundredths of its unit. */
export type PoolAllocation = { readonly poolId: string; readonly scarce: readonly Period[]; readonly peak: number; readonly top: bigint; readonly all: bigint; readonly share: Explained<number> }
/** What an initiative of the top quarter lacks of a pool in a period, and what there is to do: take it from what has less impact, or add people. */
export type Mismatch = {
  readonly initiativeId: string; readonly poolId: string; readonly period: Period; readonly demand: bigint; readonly short: bigint
  /** What of it could come from initiatives with less impact, and what only more people could bring. */
  readonly reallocate: bigint; readonly add: bigint
  /** Initiatives with less impact that get most of the pool, with what each gets; and how many get any of it. */
  readonly lower: readonly { readonly initiativeId: string; readonly gets: bigint }[]
  readonly lowerCount: number
}
/** Initiatives with less impact that are named of a mismatch: there are as many of them as draw on the pool, for each that is short. */
export const mostLower = 10
export type AllocationCheck = { readonly top: TopQuarter; readonly pools: readonly PoolAllocation[]; readonly mismatches: readonly Mismatch[] }

/**
 * Whether scarce skills go where they count most (strategic-allocation): their share on the quarter of initiatives with most strategic
 * impact, and which of those are short of them. What a pool lacks in a period falls on all that draw on it, in proportion to their demand.
 */
export function checkAllocation(initiatives: readonly ImpactFacts[], pools: readonly AllocatedPool[]): AllocationCheck {
  const top = topQuarter(initiatives)
  const lower = new Set(initiatives.filter(({ id, impact }) => impact.status === 'ok' && !top.ids.has(id)).map(({ id }) => id))
  return { top, pools: pools.flatMap((pool) => allocationOf(pool, top)), mismatches: pools.flatMap((pool) => pool.periods.flatMap((load) => mismatchesIn(pool, load, top, lower))) }
}

/** A quarter of what was judged, rounded up; what has the impact of the last of them is among them, so that no name decides. */
export function topQuarter(initiatives: readonly ImpactFacts[]): TopQuarter {
  const judged = initiatives.flatMap(({ id, impact }) => (impact.status === 'ok' ? [{ id, impact: impact.value }] : [])).sort((a, b) => b.impact - a.impact)
  const last = judged[Math.ceil(judged.length / 4) - 1]
  return { ids: new Set(last ? judged.filter(({ impact }) => impact >= last.impact).map(({ id }) => id) : []), threshold: last ? known(last.impact) : missing('contributions'), assessed: judged.length, unassessed: initiatives.length - judged.length }
}

function allocationOf({ id, name, unit, periods }: AllocatedPool, { ids }: TopQuarter): readonly PoolAllocation[] {
  const scarce = periods.filter(({ load }) => load.status === 'ok' && load.value >= scarceFrom)
  if (scarce.length === 0) return []
  const byInitiative = new Map<string, { readonly name: string; readonly demand: bigint }>()
  for (const part of scarce.flatMap(({ parts }) => parts)) byInitiative.set(part.initiativeId, { name: part.name, demand: (byInitiative.get(part.initiativeId)?.demand ?? 0n) + part.demand })
  const drawn = [...byInitiative].sort(([, a], [, b]) => (a.demand === b.demand ? 0 : a.demand > b.demand ? -1 : 1))
  const sum = (some: typeof drawn): bigint => some.reduce((all, [, { demand }]) => all + demand, 0n)
  const [top, all] = [sum(drawn.filter(([own]) => ids.has(own))), sum(drawn)]
  const metric = ratio(Number(top), Number(all))
  return [{
    poolId: id, scarce: scarce.map(({ period }) => period), peak: Math.max(...scarce.map(({ load }) => (load.status === 'ok' ? load.value : 0))), top, all,
    share: { metric, why: {
      term: `Share of ${name} on the top quarter`, figure: metric.status === 'ok' ? known(numberFigure(metric.value, 'ratio')) : metric, formula: 'strategic-allocation', note: `Over ${scarce.length === 1 ? 'the one period' : `${scarce.length} periods`} in which at least nine tenths of it are needed`,
      terms: drawn.slice(0, 50).map(([own, { name: term, demand }]) => ({ term: ids.has(own) ? `${term}, top quarter` : term, figure: known(numberFigure(Number(demand) / 100, unitCode(unit))) })), ...(drawn.length > 50 ? { omitted: drawn.length - 50 } : {}),
    } },
  }]
}

function mismatchesIn({ id: poolId }: AllocatedPool, { period, capacity, demand, parts }: PoolLoad, { ids }: TopQuarter, lower: ReadonlySet<string>): readonly Mismatch[] {
  if (capacity.status !== 'ok' || demand <= capacity.value) return []
  const shares = largestRemainder(demand - capacity.value, parts.map((part) => part.demand))
  const drawing = parts.map((part, at) => ({ ...part, short: shares[at] ?? 0n }))
  const short = drawing.filter((part) => ids.has(part.initiativeId) && part.short > 0n)
  // Who is short as well can give no more than what it gets.
  const giving = drawing.map((part) => ({ initiativeId: part.initiativeId, gets: part.demand - part.short })).filter(({ initiativeId, gets }) => lower.has(initiativeId) && gets > 0n)
  const [lacking, toGive] = [short.reduce((sum, part) => sum + part.short, 0n), giving.reduce((sum, { gets }) => sum + gets, 0n)]
  if (lacking === 0n) return []
  const named = giving.toSorted((a, b) => (a.gets === b.gets ? 0 : a.gets > b.gets ? -1 : 1)).slice(0, mostLower)
  const taken = largestRemainder(lacking < toGive ? lacking : toGive, short.map((part) => part.short))
  return short.map((part, at): Mismatch => ({ initiativeId: part.initiativeId, poolId, period, demand: part.demand, short: part.short, reallocate: taken[at] ?? 0n, add: part.short - (taken[at] ?? 0n), lower: named, lowerCount: giving.length }))
}
