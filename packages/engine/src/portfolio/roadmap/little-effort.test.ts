import { expect, it } from 'vitest'
import { readPlan, solveRoadmap } from './index.ts'
import type { SimpleObjective } from './index.ts'
import { chanceCase } from './testing/chance-cases.ts'

const cases = Array.from({ length: 300 }, (_, seed) => ({ seed, given: chanceCase(seed, 9) }))
const nothing = cases.flatMap(({ seed, given }) => {
  const reading = readPlan(given, [], given.objective as SimpleObjective)
  return reading.faults.length === 0 ? [{ seed, given, value: reading.value }] : []
})

it('given that nothing has to go ahead, then one unit of work is enough for a plan, and it is worth no less than doing nothing', () => {
  expect(nothing.length).toBeGreaterThan(30)
  for (const { seed, given, value } of nothing) {
    const answer = solveRoadmap(given, { seed: 1, effort: 1 })
    expect([seed, answer.ok && answer.value.value >= value]).toEqual([seed, true])
  }
})

it('given a solve that is stopped before its first step is done, then there is a plan all the same', () => {
  const { given, value } = nothing[0]!
  const answer = solveRoadmap(given, { seed: 1, effort: 10_000, shouldStop: () => true })
  expect(answer.ok && answer.value.value >= value).toBe(true)
})

it('given a case in which nothing fits, so that its bound falls without end, then its prices end all the same', () => {
  // Found by drawing cases: without a highest price these grew beyond all numbers.
  for (const [seed, count] of [[44, 6], [46, 7], [48, 7], [131, 8]] as const) {
    const answer = solveRoadmap(chanceCase(seed, count), { seed: 1, effort: 1000 })
    expect([seed, !answer.ok && answer.refusal.code]).toEqual([seed, expect.stringMatching(/^(no_plan_found|constraints_conflict|nothing_fits)$/)])
  }
})
