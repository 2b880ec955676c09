import { describe, expect, it } from 'vitest'
import { compareRoadmaps, costByPeriod, kneesOf, readPlan, roadmapFrontier, solveRoadmap, toldObjective, worthByPeriod } from './index.ts'
import type { RoadmapCase } from './index.ts'
import { chanceCase } from './testing/chance-cases.ts'
import { valuationOf } from './worth.ts'

const effort = { seed: 1, effort: 400 }

describe('by period', () => {
  it.each([1, 4, 9, 12, 30])('case %i: what a choice counts for by period sums to its value, and cost to what falls within the horizon', (seed) => {
    const given = chanceCase(seed, 4)
    const valuation = valuationOf(given, toldObjective(given.objective))
    for (const candidate of given.candidates) for (const variant of candidate.variants) for (const start of [0, 2, 3]) {
      const choice = { candidateId: candidate.id, variantId: variant.id, start }
      const { periods, later } = worthByPeriod(given, choice)
      expect(periods.reduce((sum, each) => sum + each, 0) + later).toBe(valuation(candidate, variant, start))
      const within = variant.costs.flatMap(({ amounts }) => amounts.filter((_, k) => start + k < given.periods.length)).reduce((sum, each) => sum + each, 0)
      expect(costByPeriod(given, choice).reduce((sum, each) => sum + each, 0)).toBe(within)
    }
  })
})

describe('knees', () => {
  it('given value that rises to a corner and then lies flat, then the corner', () => {
    expect(kneesOf([50, 75, 100, 125, 150].map((percent) => ({ percent, value: Math.min(percent, 100) })))).toEqual([100])
  })
  it('given two corners, then both, the sharper first', () => {
    // heights over the chord from 0,0 to 6,12: 0, 3, 1, -1, 1 (9 of 12 at 4), 0, 0: peaks at 1 (5 - 2) and at 4
    expect(kneesOf([0, 5, 5, 5, 11, 11.5, 12].map((value, percent) => ({ percent, value })))).toEqual([1, 4])
  })
  it('given a straight line, too few points, or nothing that grows, then none', () => {
    expect(kneesOf([1, 2, 3, 4].map((each) => ({ percent: each, value: each })))).toEqual([])
    expect(kneesOf([{ percent: 1, value: 1 }, { percent: 2, value: 5 }])).toEqual([])
    expect(kneesOf([1, 2, 3].map((percent) => ({ percent, value: 7 })))).toEqual([])
    expect(kneesOf([{ percent: 1, value: null }, { percent: 2, value: null }, { percent: 3, value: 2 }])).toEqual([])
  })
})

describe('comparing', () => {
  it.each([2, 5, 11, 21])('case %i: the parts sum to the differences of the totals, and the totals are those of the independent reading', (seed) => {
    const given = chanceCase(seed, 5)
    const record = given.candidates.filter(({ running }) => running === undefined).slice(0, 3).map(({ id, variants }) => ({ candidateId: id, variantId: variants[0]!.id, start: 1 }))
    const solved = solveRoadmap(given, effort)
    const plan = solved.ok ? solved.value.plan : []
    const { from, to, differences } = compareRoadmaps({ case: given, plan: record }, { case: given, plan })
    expect(differences.reduce((sum, { worth }) => sum + worth, 0)).toBe(to.worth - from.worth)
    expect(differences.reduce((sum, { cost }) => sum + cost, 0)).toBe(to.cost - from.cost)
    expect(to.costByPeriod.reduce((sum, each) => sum + each, 0)).toBe(to.cost)
    expect([from.worth, to.worth]).toEqual([readPlan(given, record, toldObjective(given.objective)).worth, readPlan(given, plan, toldObjective(given.objective)).worth])
    expect(compareRoadmaps({ case: given, plan }, { case: given, plan }).differences).toEqual([])
  })
  it('says what becomes of each: who comes, who goes, who moves', () => {
    const one = (id: string) => ({ id, name: id, starts: [0, 1], variants: ['v', 'w'].map((each) => ({ id: each, name: each, duration: 1, costs: [], demand: [{ poolId: 'data', amounts: [3] }], value: { growth: { kind: 'once' as const, amount: 5 } } })) })
    const given: RoadmapCase = { periods: ['a', 'b'], candidates: ['a', 'b', 'c', 'd', 'e'].map(one), pots: [], pools: [{ id: 'data', name: 'Data' }], constraints: [], objective: { kind: 'weighted', weights: { growth: 2 } } }
    const at = (candidateId: string, start: number, variantId = 'v') => ({ candidateId, variantId, start })
    const { from, to, differences } = compareRoadmaps({ case: given, plan: [at('a', 0), at('b', 1), at('c', 0), at('d', 0)] }, { case: given, plan: [at('b', 0), at('c', 1), at('d', 0, 'w'), at('e', 1)] })
    expect(differences.map(({ candidateId, what, worth }) => [candidateId, what, worth])).toEqual([['a', 'goes', -10], ['e', 'comes', 10], ['b', 'earlier', 0], ['c', 'later', 0], ['d', 'variant', 0]])
    expect([from.needByPool['data'], to.needByPool['data'], to.byObjective['growth']]).toEqual([[9, 3], [6, 6], 20])
  })
})

it('given more of one pool, then value never falls, and another pool stays as it is', () => {
  const given = chanceCase(8, 4)
  const answer = solveRoadmap(given, effort)
  if (!answer.ok) throw new Error(answer.refusal.code)
  const values = roadmapFrontier(given, answer.value, { poolId: 'people' }, [50, 100, 200], effort).map(({ value }) => value ?? -Infinity)
  expect(values).toEqual([...values].sort((a, b) => a - b))
  expect(new Set(roadmapFrontier(given, answer.value, { poolId: 'nobody' }, [50, 100, 200], effort).map(({ value }) => value)).size).toBe(1)
})
