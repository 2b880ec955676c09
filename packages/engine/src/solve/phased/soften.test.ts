import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '../../kernel/index.ts'
import { descend, descentOf } from './dual.ts'
import { evaluate, evaluationOf } from './evaluate.ts'
import { decay, logarithm } from './exponential.ts'
import { exactPhasedBound, storedMultiplier } from './exact-bound.ts'
import { layoutOf } from './layout.ts'
import { multiplierCount } from './multipliers.ts'
import { ANY_TIME, NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'
import { slopeOf } from './slope.ts'
import { soften, softenedOf } from './soften.ts'

const PERIODS = 3
const FAMILIES = 6
/** The flat meter, which only its row limits: its own price stays 0. */
const UNLIMITED = 3 * PERIODS

/** Six families that start in one of three periods or stay out, on a lane with overload, one that carries a little and one that carries all, a flat meter with a row; families 1 and 2 wait for 0, 3 for 1, and 4 for 0 and 2. */
function programBy(seed: number): PhasedProgram {
  const { below } = random(seed)
  const own = PERIODS + 1
  const options = FAMILIES * own
  const inOptions = (each: (start: number, family: number) => number, out: number): number[] => Array.from({ length: options }, (_, p) => (p % own === PERIODS ? out : each(p % own, Math.floor(p / own))))
  // Two modes for each family: going ahead, which uses one amount on each of three lanes, and staying out.
  const modes = 2 * FAMILIES
  const uses = Array.from({ length: modes }, (_, mode) => (mode % 2 === 0 ? 3 : 0))
  const running = (lengths: readonly number[]): Int32Array => Int32Array.from([0, ...lengths.map((_, k) => lengths.slice(0, k + 1).reduce((sum, each) => sum + each, 0))])
  return {
    periods: PERIODS, families: FAMILIES, lanes: 3, meters: 3 * PERIODS + 1,
    optionFrom: Int32Array.from({ length: FAMILIES + 1 }, (_, i) => i * own),
    optionMode: Int32Array.from({ length: options }, (_, p) => 2 * Math.floor(p / own) + (p % own === PERIODS ? 1 : 0)),
    optionStart: Int32Array.from(inOptions((start) => start, NEVER)),
    optionDone: Int32Array.from(inOptions((start) => start + 1, NEVER)),
    optionValue: Float64Array.from(inOptions(() => 5 + below(20), 0)),
    segmentFrom: running(uses),
    segmentLane: Int32Array.from({ length: 3 * FAMILIES }, (_, g) => g % 3),
    segmentAfter: new Int32Array(3 * FAMILIES),
    amountFrom: Int32Array.from({ length: 3 * FAMILIES + 1 }, (_, g) => g),
    amounts: Float64Array.from({ length: 3 * FAMILIES }, () => 1 + below(5)),
    flatFrom: running(uses.map((each) => each / 3)),
    flatMeter: new Int32Array(FAMILIES).fill(3 * PERIODS),
    flatAmount: Float64Array.from({ length: FAMILIES }, () => 1 + below(4)),
    limit: Float64Array.from({ length: 3 * PERIODS + 1 }, (_, q) => (q === UNLIMITED ? Infinity : 3 + below(6))),
    overMost: Float64Array.from({ length: 3 * PERIODS + 1 }, (_, q) => (q < PERIODS ? 1 + below(3) : 0)),
    overPrice: Float64Array.from({ length: 3 * PERIODS + 1 }, (_, q) => (q < PERIODS ? 1 : 0)),
    carryMost: Float64Array.from([0, 1 + below(3), Infinity]),
    rowFrom: Int32Array.from([0, 1]), rowMeter: Int32Array.from([3 * PERIODS]), rowCoefficient: Float64Array.from([1]), rowLimit: Float64Array.from([4 + below(6)]),
    tieAfter: Int32Array.from([1, 2, 3, 4, 4]), tieBefore: Int32Array.from([0, 0, 1, 0, 2]), tieLag: Int32Array.from([0, ANY_TIME, 0, 0, 0]),
  }
}

const seeds = integer({ min: 1, max: 1_000_000 })
const SOFTNESS = 30

describe('a softened bound', () => {
  const softenedBy = (seed: number) => {
    const layout = layoutOf(programBy(seed))
    const softened = softenedOf(evaluationOf(layout))
    const { below } = random(seed + 1)
    const prices = Float64Array.from({ length: multiplierCount(layout) }, (_, r) => (r === UNLIMITED ? 0 : below(1000) / 500))
    const slope = new Float64Array(prices.length)
    const worthAt = (each: Float64Array): number => {
      const bound = evaluate(softened.evaluation, each)
      return bound + soften(softened, SOFTNESS) + slopeOf(layout, softened.weight, each, SOFTNESS, slope)
    }
    return { layout, softened, prices, slope, worthAt }
  }

  it('takes every family once, its options in shares, and is not below the bound itself', () => {
    assert(property(seeds, (seed) => {
      const { layout, softened, prices, worthAt } = softenedBy(seed)
      expect(worthAt(prices)).toBeGreaterThanOrEqual(evaluate(softened.evaluation, prices))
      for (let i = 0; i < FAMILIES; i++) {
        const shares = softened.weight.subarray(layout.program.optionFrom[i], layout.program.optionFrom[i + 1])
        expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6)
      }
    }), { numRuns: 40 })
  })

  it('changes with each price as its slope says', () => {
    assert(property(seeds, (seed) => {
      const { prices, slope, worthAt } = softenedBy(seed)
      worthAt(prices)
      const said = slope.slice()
      for (let r = 0; r < prices.length; r++) {
        if (r === UNLIMITED) continue
        const moved = (by: number): Float64Array => prices.map((each, place) => (place === r ? each + by : each))
        const change = (worthAt(moved(0.001)) - worthAt(moved(-0.001))) / 0.002
        expect(Math.abs(change - said[r]!)).toBeLessThan(1e-3 * (1 + Math.abs(said[r]!)))
      }
    }), { numRuns: 30 })
  })

  it('is followed down by a descent, whose prices prove in whole numbers what it says', () => {
    assert(property(seeds, (seed) => {
      const layout = layoutOf(programBy(seed))
      const descent = descentOf(evaluationOf(layout), null)
      descend(descent)
      const first = descent.bestBound
      for (let round = 0; round < 200 && descent.reach > 0; round++) descend(descent)
      expect(descent.bestBound).toBeLessThanOrEqual(first)
      const stored = descent.best.map(storedMultiplier)
      expect(Math.abs(Number(exactPhasedBound(layout, stored)) - evaluate(descent.evaluation, stored))).toBeLessThan(1.001)
    }), { numRuns: 30 })
  })
})

describe('powers and logarithms of our own', () => {
  it('are those of the platform to nine and ten digits', () => {
    for (let z = 0; z < 8; z += 0.0371) expect(decay(z)).toBeCloseTo(Math.exp(-z), 9)
    for (const x of [1, 0.7, 0.5, 0.1, 1e-9]) expect(logarithm(x)).toBeCloseTo(Math.log(x), 10)
    expect([decay(8), decay(Infinity)]).toEqual([0, 0])
  })
})
