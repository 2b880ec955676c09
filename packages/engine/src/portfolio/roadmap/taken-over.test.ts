import { expect, it } from 'vitest'
import { random } from '../../kernel/index.ts'
import { compileRoadmap, solveRoadmap } from './index.ts'
import type { RoadmapCase, RoadmapConstraint } from './index.ts'
import { chanceCase } from './testing/chance-cases.ts'

/** A case changed as a planner changes it: limits, pins, weights, the record, a demand less, a period name. */
function changed(given: RoadmapCase, below: (bound: number) => number): RoadmapCase {
  const pin = (constraint: RoadmapConstraint): RoadmapCase => ({ ...given, constraints: [...given.constraints, constraint] })
  switch (below(7)) {
    case 0:
      return { ...given, constraints: given.constraints.map((each) => ('byPeriod' in each ? { ...each, byPeriod: each.byPeriod.map((amount) => (amount === null ? null : amount + below(4))) } : each)) }
    case 1:
      return pin({ kind: 'mustNot', candidateId: `c${below(7)}` })
    case 2:
      return pin({ kind: 'startWithin', candidateId: `c${below(7)}`, from: below(2), to: 2 })
    case 3:
      return { ...given, objective: { kind: 'weighted', weights: { growth: 1 + below(4), safety: below(3) } } }
    case 4:
      return { ...given, stability: { record: [{ candidateId: 'c1', variantId: 'v0', start: below(2) }], penaltyPerMove: 1 + below(5) } }
    case 5:
      return { ...given, constraints: given.constraints.filter((_, index) => index !== below(4)) }
    default:
      return given.constraints.some(({ kind }) => kind === 'atMost') ? given : pin({ kind: 'atMost', candidateIds: ['c0', 'c1', 'c2'], most: below(3) })
  }
}

it('given changes of a case one after the other, then each is the same in numbers as if it came alone, refusals too', () => {
  for (let seed = 0; seed < 150; seed++) {
    const { below } = random(seed)
    let given = chanceCase(seed, 7)
    for (let step = 0; step < 6; step++) {
      const [after, alone] = [compileRoadmap(given), compileRoadmap(structuredClone(given))]
      expect([seed, step, after.ok ? after.value.program : after.refusal]).toEqual([seed, step, alone.ok ? alone.value.program : alone.refusal])
      if (after.ok && alone.ok) expect([seed, step, after.value.options]).toEqual([seed, step, alone.value.options])
      given = changed(given, below)
    }
  }
})

it('given only other limits, then what choices use is taken over as it is', () => {
  const given = chanceCase(1, 7)
  const [before, after] = [given, { ...given, constraints: given.constraints.map((each) => ('byPeriod' in each ? { ...each, byPeriod: each.byPeriod.map(() => 50) } : each)) }].map((each) => compileRoadmap(each))
  if (!before!.ok || !after!.ok) throw new Error('Both cases are sound')
  expect(after!.value.program.amounts).toBe(before!.value.program.amounts)
  expect(after!.value.program.limit).not.toEqual(before!.value.program.limit)
})

it('given changes of a case one after the other, then each is answered from the answer before as if both came alone: prices taken over prove the same', () => {
  const effort = { seed: 1, effort: 40 }
  let others = 0
  for (let seed = 0; seed < 60; seed++) {
    const { below } = random(seed)
    const given = chanceCase(seed, 7)
    const before = solveRoadmap(given, effort)
    if (!before.ok) continue
    for (let step = 0, next = given; step < 4; step++) {
      next = changed(next, below)
      const [after, alone] = [next, structuredClone(next)].map((each) => solveRoadmap(each, { ...effort, start: before.value }))
      expect([seed, step, after]).toEqual([seed, step, alone])
      if (after!.ok && after!.value.bound !== before.value.bound) others++
    }
  }
  expect(others).toBeGreaterThan(60)
})
