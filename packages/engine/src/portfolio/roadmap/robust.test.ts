import { expect, it } from 'vitest'
import { checkRoadmap, readPlan, solveRoadmap } from './index.ts'
import type { Choice, RoadmapCandidate, RoadmapCase, RobustObjective } from './index.ts'
import { compileRoadmap } from './compile.ts'
import { planFrom } from './plans.ts'
import { chanceCase } from './testing/chance-cases.ts'
import { reachedBy, valueIn, worldsOf } from './worlds.ts'

const effort = { seed: 1, effort: 4_000 }
const one = (id: string, worth: number, cost: number): RoadmapCandidate => ({ id, name: id.toUpperCase(), starts: [0], variants: [{ id: 'v', name: 'V', duration: 1, costs: [{ potId: 'money', amounts: [cost] }], demand: [], value: { growth: { kind: 'once', amount: worth } } }] })
const of = { kind: 'weighted', weights: { growth: 1 } } as const
const robust = (confidencePercent: number, valuePercent: number, kind: RobustObjective['of'] = of): RobustObjective => ({ kind: 'robust', of: kind, confidencePercent, worlds: 200, valuePercent, weightPercent: 0, seed: 7 })
/** All for one (1,000 for 10), or spread over two (490 for 5 each). */
const eggs: RoadmapCase = { periods: ['2027'], candidates: [one('a', 1_000, 10), one('b', 490, 5), one('c', 490, 5)], pots: [{ id: 'money', name: 'Money' }], pools: [], constraints: [{ kind: 'potBudget', potIds: ['money'], byPeriod: [10] }], objective: of }
const planOf = (given: RoadmapCase): readonly string[] | string => {
  const answer = solveRoadmap(given, effort)
  return answer.ok ? answer.value.plan.map(({ candidateId }) => candidateId) : answer.refusal.code
}

it('given 10, 20, 30 and 40, then 20 is reached by three of four, and 10 by all', () => {
  expect([75, 76, 100, 1].map((percent) => reachedBy([40, 10, 30, 20], percent))).toEqual([20, 10, 10, 40])
})

it('given values that may be off by half, then what is spread is surer than what is worth more, because one bad draw takes it all', () => {
  expect(planOf(eggs)).toEqual(['a'])
  expect(planOf({ ...eggs, objective: robust(95, 50) })).toEqual(['b', 'c'])
  // where nothing is uncertain the surest is the most
  expect(planOf({ ...eggs, objective: robust(95, 0) })).toEqual(['a'])
})

it('given the same case in another order, then the same worlds and the same plan', () => {
  const given = { ...eggs, objective: robust(80, 40) }
  const [plain, turned] = [solveRoadmap(given, effort), solveRoadmap({ ...given, candidates: given.candidates.toReversed() }, effort)]
  expect(turned).toEqual(plain)
})

it('given more confidence, then never more value', () => {
  const values = [50, 80, 95].map((confidence) => { const answer = solveRoadmap({ ...eggs, objective: robust(confidence, 50) }, effort); return answer.ok ? answer.value.value : 0 })
  expect(values).toEqual([...values].sort((a, b) => b - a))
})

it.each([3, 8, 14, 19, 26])('case %i: no plan of all there are lies above the bound, the value is what the plan reaches in its worlds, and anybody finds both again', (seed) => {
  const base = chanceCase(seed, 3)
  const objective = { ...robust(80, 30, base.objective as RobustObjective['of']), worlds: 40 }
  const given: RoadmapCase = { ...base, objective }
  const compiling = compileRoadmap(given)
  const answer = solveRoadmap(given, effort)
  if (!compiling.ok || !answer.ok) return expect(answer.ok).toBe(false)
  const compiled = compiling.value
  const worlds = worldsOf(compiled, objective)
  const reached = (plan: readonly Choice[]): number => {
    const { overloads } = readPlan(given, plan, objective.of)
    const chosen = planFrom(compiled, plan)
    return reachedBy(worlds.factors.map((world) => chosen.reduce((sum, option) => sum + valueIn(worlds, world, option), 0) - overloads), 80)
  }
  let best = -Infinity
  for (const plan of allPlans(given)) if (readPlan(given, plan, objective.of).faults.length === 0) best = Math.max(best, reached(plan))
  expect(answer.value.value).toBe(reached(answer.value.plan))
  expect(best).toBeGreaterThanOrEqual(answer.value.value)
  expect(answer.value.bound).toBeGreaterThanOrEqual(best)
  expect(checkRoadmap(given, answer.value)).toEqual({ ok: true, value: { keepsEverything: true, value: answer.value.value, bound: BigInt(answer.value.bound) } })
})

function allPlans(given: RoadmapCase): readonly (readonly Choice[])[] {
  return given.candidates.reduce<readonly (readonly Choice[])[]>((plans, candidate) => {
    const starts = candidate.running ? [0] : given.periods.map((_, t) => t)
    const own = candidate.variants.flatMap((variant) => starts.filter((start) => candidate.running || start + variant.duration <= given.periods.length).map((start) => ({ candidateId: candidate.id, variantId: variant.id, start })))
    return plans.flatMap((plan) => [plan, ...own.map((choice) => [...plan, choice])])
  }, [[]])
}
