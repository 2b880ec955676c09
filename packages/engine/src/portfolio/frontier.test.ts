import { expect, it } from 'vitest'
import { efficientFrontier } from './index.ts'
import { asked, option, threeOptions } from './testing/given.ts'

it('draws the best that each budget buys', () => {
  // 5: B or C. 10: B and C. 11: A and B. 16: all three.
  const frontier = efficientFrontier(asked(threeOptions), [16, 5, 11, 10])
  expect(frontier.ok && frontier.value.map(({ budget, value, proved }) => [budget, value, proved])).toEqual([[5, 45, true], [10, 90, true], [11, 105, true], [16, 150, true]])
})

it('spreads a number of budgets evenly up to the cost of everything', () => {
  const frontier = efficientFrontier(asked(threeOptions), 4)
  expect(frontier.ok && frontier.value.map(({ budget }) => budget)).toEqual([4, 8, 12, 16])
})

it('says where a budget is too small for what has been pinned', () => {
  const frontier = efficientFrontier(asked(threeOptions, { kind: 'mustInclude', candidateId: 'A' }), [5, 6])
  expect(frontier.ok && frontier.value.map(({ value, refused }) => [value, refused])).toEqual([[null, 'constraints_conflict'], [60, null]])
})

it('never falls, with bounds that never cross, even where the effort is far too small', () => {
  const candidates = Array.from({ length: 50 }, (_, k) => option(`p${k}`, 1_000_003 + ((k * 7_919) % 611), 1_000_000 + ((k * 104_729) % 997), { departmentId: `d${k % 3}` }))
  const caps = [0, 1, 2].map((k) => ({ kind: 'departmentCap', departmentId: `d${k}`, limit: 8_200_000 + k }) as const)
  for (const constraints of [caps, []]) {
    const frontier = efficientFrontier(asked(candidates, ...constraints), 30, { workUnits: 1 })
    if (!frontier.ok) throw new Error(frontier.refusal.code)
    const [values, bounds] = [frontier.value.map((point) => point.value!), frontier.value.map((point) => point.bound!)]
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b))
    for (const [k, value] of values.entries()) expect(bounds[k]).toBeGreaterThanOrEqual(value)
  }
})
