import type { GeneratedCandidate, GeneratedRoadmap } from './generator.ts'
import type { Starts } from './check.ts'

/**
 * What most tools do: mandatory work first, then by value over cost from the top, each in the first period in which budgets, pools,
 * predecessors and either-ors let it. Shares are left to the checker, who says which the ranking broke.
 */
export function rankedStarts(instance: GeneratedRoadmap): Starts {
  const { P, T, pools } = instance
  const starts: (number | null)[] = P.map(() => null)
  const left = { capex: [...instance.capex], opex: [...instance.opex], pool: instance.cap.map((each) => [...each]) }
  const barred = new Set<number>()
  const ratio = (each: GeneratedCandidate): number => (each.v[0] ?? 0) / Math.max(1, each.cost)
  const order = [...P].sort((a, b) => Number(b.mand) - Number(a.mand) || ratio(b) - ratio(a) || a.i - b.i)
  for (const each of order) {
    if (barred.has(each.i) || each.pred.some((before) => starts[before] === null)) continue
    const ready = Math.max(each.es, ...each.pred.map((before) => starts[before]! + P[before]!.d))
    for (let start = ready; start <= each.ls && starts[each.i] === null; start++) if (fits(each, start)) put(each, start)
  }
  return starts

  function fits(each: GeneratedCandidate, start: number): boolean {
    for (let k = 0; k < each.d; k++) {
      const t = start + k
      if (t >= T || each.capex[k]! > left.capex[t]! || each.opex[k]! > left.opex[t]!) return false
      if (each.fte.some(({ p, u }) => p < pools && u[k]! > left.pool[p]![t]!)) return false
    }
    return true
  }

  function put(each: GeneratedCandidate, start: number): void {
    starts[each.i] = start
    for (let k = 0; k < each.d; k++) {
      left.capex[start + k]! -= each.capex[k]!
      left.opex[start + k]! -= each.opex[k]!
      for (const { p, u } of each.fte) left.pool[p]![start + k]! -= u[k]!
    }
    for (const group of instance.excl) if (group.includes(each.i)) for (const other of group) barred.add(other)
  }
}
