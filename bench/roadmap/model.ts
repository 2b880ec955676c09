import type { GeneratedRoadmap } from './generator.ts'
import type { Starts } from './check.ts'

/** Terms of a row: coefficient by column. */
type Terms = readonly (readonly [column: number, coefficient: number])[]
export type ModelRow = { readonly terms: Terms; readonly sense: '<=' | '=' ; readonly limit: number }

/**
 * The time-indexed model, as a textbook writes it: one binary column for each candidate and start, and behind them one column for the cost
 * of each share group, which keeps its rows short.
 */
export type Model = {
  readonly columns: readonly { readonly candidate: number; readonly start: number; readonly worth: number }[]
  readonly groups: number
  readonly rows: readonly ModelRow[]
}

/** Written from the instance alone. Precedence is disaggregated by start, which is its strong form. */
export function modelOf(instance: GeneratedRoadmap): Model {
  const { P, T, shares } = instance
  const columns = P.flatMap((each) => each.v.map((worth, k) => ({ candidate: each.i, start: each.es + k, worth })))
  const first: number[] = []
  columns.forEach(({ candidate }, column) => (first[candidate] ??= column))
  const starting = (i: number, from: number, to: number): Terms => {
    const each = P[i]!
    const terms: [number, number][] = []
    for (let s = Math.max(from, each.es); s <= Math.min(to, each.ls); s++) terms.push([first[i]! + s - each.es, 1])
    return terms
  }
  const rows: ModelRow[] = P.map((each) => ({ terms: starting(each.i, each.es, each.ls), sense: each.mand ? '=' : '<=', limit: 1 }))
  for (const group of instance.excl) rows.push({ terms: group.flatMap((i) => starting(i, 0, T)), sense: '<=', limit: 1 })
  for (const each of P) {
    for (const before of each.pred) {
      for (let s = each.es; s <= each.ls; s++) {
        const late = starting(before, 0, s - P[before]!.d).map(([column]) => [column, -1] as const)
        rows.push({ terms: [...starting(each.i, 0, s), ...late], sense: '<=', limit: 0 })
      }
    }
  }
  const used = (need: (i: number, k: number) => number, t: number): Terms =>
    columns.flatMap(({ candidate, start }, column) => {
      const amount = t >= start && t < start + P[candidate]!.d ? need(candidate, t - start) : 0
      return amount === 0 ? [] : [[column, amount] as const]
    })
  for (let t = 0; t < T; t++) {
    rows.push({ terms: used((i, k) => P[i]!.capex[k]!, t), sense: '<=', limit: instance.capex[t]! })
    rows.push({ terms: used((i, k) => P[i]!.opex[k]!, t), sense: '<=', limit: instance.opex[t]! })
    for (let p = 0; p < instance.pools; p++) {
      rows.push({ terms: used((i, k) => P[i]!.fte.find((each) => each.p === p)?.u[k] ?? 0, t), sense: '<=', limit: instance.cap[p]![t]! })
    }
  }
  const groupColumn = (group: number): number => columns.length + group
  const categories = shares.flatMap(({ kind }, group) => (kind === 'cat' ? [groupColumn(group)] : []))
  shares.forEach(({ kind, k, min, max }, group) => {
    const members = columns.flatMap(({ candidate }, column) => (P[candidate]![kind] === k ? [[column, P[candidate]!.cost] as const] : []))
    const against = (share: number, sign: 1 | -1): Terms => {
      const own = groupColumn(group)
      const others = categories.filter((column) => column !== own).map((column) => [column, -share * sign] as const)
      return [[own, categories.includes(own) ? (1 - share) * sign : sign], ...others]
    }
    rows.push({ terms: [...members, [groupColumn(group), -1]], sense: '=', limit: 0 })
    rows.push({ terms: against(max, 1), sense: '<=', limit: 0 }, { terms: against(min, -1), sense: '<=', limit: 0 })
  })
  return { columns, groups: shares.length, rows: rows.filter(({ terms }) => terms.length > 0) }
}

/** The model in CPLEX LP format, one term a line; `relaxed` leaves the columns fractional. */
export function lpText({ columns, groups, rows }: Model, relaxed: boolean): string {
  const name = (column: number): string => (column < columns.length ? `x${column}` : `z${column - columns.length}`)
  const term = ([column, coefficient]: readonly [number, number]): string => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${name(column)}`
  const binaries = columns.map((_, column) => name(column))
  return [
    'Maximize', 'worth:', ...columns.map(({ worth }, column) => term([column, worth])),
    'Subject To', ...rows.flatMap(({ terms, sense, limit }, row) => [`r${row}:`, ...terms.map(term), `${sense} ${limit}`]),
    'Bounds', ...(relaxed ? binaries.map((each) => `0 <= ${each} <= 1`) : []), ...Array.from({ length: groups }, (_, group) => `z${group} >= 0`),
    ...(relaxed ? [] : ['Binary', ...binaries]), 'End', '',
  ].join('\n')
}

/** The starts that a solution of the model stands for. */
export function startsOf({ columns }: Model, level: (column: number) => number): Starts {
  const starts: (number | null)[] = []
  columns.forEach(({ candidate, start }, column) => {
    starts[candidate] ??= null
    if (level(column) > 0.5) starts[candidate] = start
  })
  return starts
}
