import type { Choice, RoadmapCase, RoadmapConstraint } from '@throughline/engine/portfolio'
import type { GeneratedRoadmap } from './generator.ts'
import type { Starts } from './check.ts'

const idOf = (i: number): string => `p${i}`

/** The instance as a planner would put it to the engine: money as it is, staff in quarters of a full-time equivalent, value in hundredths. */
export function roadmapCaseOf(instance: GeneratedRoadmap): RoadmapCase {
  const { P, T, pools } = instance
  const periods = Array.from({ length: T }, (_, t) => `period ${t + 1}`)
  const quarters = (units: readonly number[]): readonly number[] => units.map((each) => each * 4)
  const constraints: RoadmapConstraint[] = [
    { kind: 'potBudget', potIds: ['capex'], byPeriod: instance.capex },
    { kind: 'potBudget', potIds: ['opex'], byPeriod: instance.opex },
    ...instance.cap.map((byPeriod, p): RoadmapConstraint => ({ kind: 'poolCapacity', poolIds: [`pool${p}`], byPeriod: quarters(byPeriod) })),
    ...P.filter(({ mand }) => mand).map(({ i }): RoadmapConstraint => ({ kind: 'must', candidateId: idOf(i) })),
    ...P.flatMap(({ i, pred }) => pred.map((before): RoadmapConstraint => ({ kind: 'finishToStart', candidateId: idOf(i), after: idOf(before), lag: 0 }))),
    ...instance.excl.map((group): RoadmapConstraint => ({ kind: 'excludes', candidateIds: group.map(idOf) })),
    ...instance.shares.flatMap(({ kind, k, min, max }): readonly RoadmapConstraint[] => {
      const of = { kind: 'tag', dimension: kind, tag: String(k) } as const
      return [{ kind: 'shareFloor', of, leastPercent: Math.round(min * 100) }, { kind: 'shareCeiling', of, mostPercent: Math.round(max * 100) }]
    }),
  ]
  const candidates = P.map((each) => ({
    id: idOf(each.i),
    name: `Project ${each.i}`,
    starts: each.v.map((_, k) => each.es + k),
    tags: { cat: String(each.cat), h: String(each.h) },
    variants: [{
      id: 'whole',
      name: 'Whole',
      duration: each.d,
      costs: [{ potId: 'capex', amounts: each.capex }, { potId: 'opex', amounts: each.opex }],
      demand: each.fte.map(({ p, u }) => ({ poolId: `pool${p}`, amounts: quarters(u) })),
      value: { worth: { kind: 'byStart' as const, amounts: periods.map((_, t) => Math.round((each.v[t - each.es] ?? 0) * 100)) } },
    }],
  }))
  return {
    periods, candidates, constraints,
    pots: [{ id: 'capex', name: 'Capital' }, { id: 'opex', name: 'Operating' }],
    pools: Array.from({ length: pools }, (_, p) => ({ id: `pool${p}`, name: `Pool ${p}` })),
    objective: { kind: 'weighted', weights: { worth: 1 } },
  }
}

/** The engine's plan as starts by candidate. */
export function startsOfPlan(instance: GeneratedRoadmap, plan: readonly Choice[]): Starts {
  const chosen = new Map(plan.map(({ candidateId, start }) => [candidateId, start]))
  return instance.P.map(({ i }) => chosen.get(idOf(i)) ?? null)
}

/** The case after every period budget is cut by `percent`. */
export function withTighterBudgets(given: RoadmapCase, percent: number): RoadmapCase {
  const tighter = (amount: number | null): number | null => (amount === null ? null : Math.floor((amount * (100 - percent)) / 100))
  return { ...given, constraints: given.constraints.map((each) => (each.kind === 'potBudget' ? { ...each, byPeriod: each.byPeriod.map(tighter) } : each)) }
}
