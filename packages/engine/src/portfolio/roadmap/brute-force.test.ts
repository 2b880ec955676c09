import { expect, it } from 'vitest'
import { checkRoadmap, solveRoadmap } from './index.ts'
import type { SimpleObjective } from './index.ts'
import { bestOfAll } from './testing/brute-force.ts'
import { chanceCase } from './testing/chance-cases.ts'

const seeds = Array.from({ length: 64 }, (_, seed) => seed)

it.each(seeds)('case %i: the best of all plans is found and proved, or it is proved that none fits', (seed) => {
  const given = chanceCase(seed, 4)
  const best = bestOfAll(given, given.objective as SimpleObjective)
  const answer = solveRoadmap(given, { seed: 1, effort: 3000 })
  if (best === null) {
    expect(answer).toMatchObject({ ok: false, refusal: { code: expect.stringMatching(/^(nothing_fits|pins_contradict)$/) } })
    return
  }
  if (!answer.ok) throw new Error(`${answer.refusal.code}, though ${best.value} can be had by ${JSON.stringify(best.plan)}`)
  const checked = checkRoadmap(given, answer.value)
  expect(answer.value.value).toBe(best.value)
  expect(answer.value.proved).toBe(true)
  expect(checked).toEqual({ ok: true, value: { keepsEverything: true, value: best.value, bound: BigInt(answer.value.certificate.rootBound) } })
})
