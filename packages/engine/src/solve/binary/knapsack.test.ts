import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillKnapsack, solveBinary } from '../index.ts'

/** Truth by another road: the table of best values by capacity. */
function byTable(values: readonly number[], weights: readonly number[], capacity: number): number {
  const best = new Array<number>(capacity + 1).fill(0)
  for (const [item, weight] of weights.entries()) {
    for (let room = capacity; room >= weight; room--) best[room] = Math.max(best[room]!, best[room - weight]! + values[item]!)
  }
  return best[capacity]!
}

const item = fc.record({ value: fc.integer({ min: 1, max: 60 }), weight: fc.integer({ min: 1, max: 40 }) })

describe('a knapsack', () => {
  it('is filled as the table fills it', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), fc.nat(400), (items, capacity) => {
        const [values, weights] = [items.map((each) => each.value), items.map((each) => each.weight)]
        const filling = fillKnapsack({ values, weights, capacity }, 1e7)
        const used = weights.reduce((sum, weight, k) => (filling.chosen[k] ? sum + weight : sum), 0)
        expect(used).toBeLessThanOrEqual(capacity)
        expect(filling.value).toBe(byTable(values, weights, capacity))
        expect(filling.bound).toBe(filling.value)
      }),
      { numRuns: 300 },
    )
  })

  it('is exact to the penny at the size of a national portfolio', () => {
    // Sums near 6e14: the three big items miss the capacity by one penny, so the best is the pair and the small change.
    const values = [200_000_000_000_001, 200_000_000_000_000, 199_999_999_999_999, 1, 2]
    const weights = [100_000_000_000_001, 100_000_000_000_000, 100_000_000_000_000, 1, 1]
    const filling = fillKnapsack({ values, weights, capacity: 300_000_000_000_000 }, 1e6)
    expect(filling.chosen).toEqual([true, true, false, true, true])
    expect(filling.value).toBe(400_000_000_000_004)
  })

  it('agrees with branch and bound where both can solve', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 25 }), fc.nat(300), (items, capacity) => {
        const columns = [...items.keys()]
        const rows = [{ columns, coefficients: items.map((each) => each.weight), limit: capacity }]
        const program = { values: items.map((each) => each.value), rows, fixed: columns.map(() => null) }
        const [sack, tree] = [solveBinary(program, { workUnits: 1e5 }), solveBinary(program, { workUnits: 1e5, proof: true })]
        expect(sack.status === 'plan' && tree.status === 'plan' && sack.proved && tree.proved && sack.value === tree.value).toBe(true)
      }),
    )
  })

  it('keeps an honest bound when its effort ends', () => {
    // Strongly correlated and without a full filling: states grow quickly.
    const weights = Array.from({ length: 200 }, (_, k) => 100_000 + ((k * 7_919) % 99_991))
    const values = weights.map((weight) => weight + 10_000)
    const short = fillKnapsack({ values, weights, capacity: 14_000_007 }, 300)
    const long = fillKnapsack({ values, weights, capacity: 14_000_007 }, 5e7)
    expect(short.bound).toBeGreaterThanOrEqual(long.value)
    expect(short.value).toBeLessThanOrEqual(long.value)
    expect(long.bound).toBe(long.value)
  })
})
