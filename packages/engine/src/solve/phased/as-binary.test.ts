import { expect, it } from 'vitest'
import { random } from '../../kernel/index.ts'
import { checkPlan } from '../index.ts'
import { asBinary, columnsOfPlan, planOf } from './as-binary.ts'
import { readPhased } from './check.ts'
import { layoutOf } from './layout.ts'
import { boundByPrices, linearFormOf, relaxed } from './linear-form.ts'
import { boundOfTree, linearTreeOf, searchTree } from './linear-tree.ts'
import { ANY_TIME, NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'

const PERIODS = 3
const FAMILIES = 4

/** Four families that may start in three periods; the first has to, the others may stay out. A lane by period, one that carries over, a flat meter with a row. */
function chanceProgram(seed: number, carries = Infinity): PhasedProgram {
  const { below } = random(seed)
  const list = <T>(length: number, make: (k: number) => T): T[] => Array.from({ length }, (_, k) => make(k))
  const families = list(FAMILIES, (i) => [...(i === 0 ? [] : [NEVER]), ...list(PERIODS, (t) => t)])
  // Modes in pairs: one that uses nothing for staying out, one that uses both lanes once and the flat meter.
  const optionMode = families.flatMap((starts, i) => starts.map((start) => (start === NEVER ? 2 * i : 2 * i + 1)))
  const starts = families.flat()
  const from = (lengths: readonly number[]): Int32Array => Int32Array.from([0, ...lengths].map((_, k) => lengths.slice(0, k).reduce((sum, each) => sum + each, 0)))
  const segments = list(FAMILIES, () => [0, 2]).flat()
  return {
    periods: PERIODS, families: FAMILIES,
    optionFrom: from(families.map((each) => each.length)), optionMode: Int32Array.from(optionMode),
    optionStart: Int32Array.from(starts), optionDone: Int32Array.from(starts, (start) => (start === NEVER ? NEVER : start + 1)), optionValue: Float64Array.from(starts, () => below(40) - 5),
    segmentFrom: from(segments), segmentLane: Int32Array.from(list(2 * FAMILIES, (g) => g % 2)), segmentAfter: new Int32Array(2 * FAMILIES),
    amountFrom: from(list(2 * FAMILIES, () => 1)), amounts: Float64Array.from(list(2 * FAMILIES, () => below(9))),
    flatFrom: from(list(2 * FAMILIES, (mode) => mode % 2)), flatMeter: Int32Array.from(list(FAMILIES, () => 2 * PERIODS)), flatAmount: Float64Array.from(list(FAMILIES, () => below(9))),
    lanes: 2, meters: 2 * PERIODS + 1, limit: Float64Array.from([...list(2 * PERIODS, () => 4 + below(9)), 30]),
    overMost: new Float64Array(2 * PERIODS + 1), overPrice: new Float64Array(2 * PERIODS + 1), carryMost: Float64Array.from([0, carries]),
    rowFrom: Int32Array.from([0, 1]), rowMeter: Int32Array.from([2 * PERIODS]), rowCoefficient: Float64Array.from([2]), rowLimit: Float64Array.from([15 + below(30)]),
    tieAfter: Int32Array.from([1, 2]), tieBefore: Int32Array.from([0, 3]), tieLag: Int32Array.from([0, below(2) === 0 ? ANY_TIME : 1]),
  }
}

function* plansOf({ optionFrom }: PhasedProgram): Generator<Int32Array> {
  const sizes = Array.from({ length: FAMILIES }, (_, i) => optionFrom[i + 1]! - optionFrom[i]!)
  for (let number = 0; number < sizes.reduce((product, size) => product * size, 1); number++) {
    let rest = number
    yield Int32Array.from(sizes, (size, i) => {
      const option = optionFrom[i]! + (rest % size)
      rest = Math.floor(rest / size)
      return option
    })
  }
}

it('columns and options say the same: a plan keeps the one exactly where it keeps the other, and is worth the same', () => {
  const seen = { kept: 0, broken: 0, barred: 0 }
  for (let seed = 0; seed < 60; seed++) {
    const program = chanceProgram(seed)
    const binary = asBinary(layoutOf(program))
    if (binary === null) throw new Error(`program ${seed} has no form in columns`)
    for (const plan of plansOf(program)) {
      const value = readPhased(program, plan)
      const chosen = binary === 'empty' ? null : columnsOfPlan(binary, plan)
      if (binary === 'empty' || chosen === null) {
        expect(value).toBeNull()
        seen.barred++
        continue
      }
      const columns = Array.from(chosen, (each) => each === 1)
      const worth = binary.program.values.reduce((sum, each, column) => (columns[column] ? sum + each : sum), 0)
      expect([seed, plan, checkPlan(binary.program, columns, worth).length === 0]).toEqual([seed, plan, value !== null])
      expect(planOf(binary, chosen)).toEqual(plan)
      if (value !== null) expect(worth + binary.settled).toBe(value)
      seen[value === null ? 'broken' : 'kept']++
    }
  }
  expect(Math.min(seen.kept, seen.broken, seen.barred)).toBeGreaterThan(100)
})

it('what may carry over in part has no form in columns', () => {
  expect(asBinary(layoutOf(chanceProgram(1, 3)))).toBeNull()
})

/** The most that a plan with these options is worth; -Infinity where there is none. */
function bestOf(program: PhasedProgram, allowed?: Uint8Array): number {
  let best = -Infinity
  for (const plan of plansOf(program)) if (allowed === undefined || plan.every((p) => allowed[p] === 1)) best = Math.max(best, readPhased(program, plan) ?? -Infinity)
  return best
}

it('a tree over linear programs finds the best of all plans, and on the way never says a bound below it', () => {
  for (let seed = 100; seed < 160; seed++) {
    const program = chanceProgram(seed)
    const best = bestOf(program)
    const tree = linearTreeOf(layoutOf(program))
    if (tree === null) throw new Error(`program ${seed} has no form in columns`)
    if (tree === 'empty') {
      expect([seed, best]).toEqual([seed, -Infinity])
      continue
    }
    while (!tree.done) {
      searchTree(tree, 1)
      expect(boundOfTree(tree)).toBeGreaterThanOrEqual(best)
    }
    expect([seed, tree.bestValue, tree.best === null ? -Infinity : readPhased(program, tree.best)]).toEqual([seed, best, best])
  }
})

it('a linear program of some options bounds every plan that has only these, stopped early or not, and at any prices', () => {
  for (let seed = 200; seed < 240; seed++) {
    const program = chanceProgram(seed)
    const { below } = random(seed)
    const form = linearFormOf(layoutOf(program))
    if (form === null || form === 'empty') continue
    for (let trial = 0; trial < 4; trial++) {
      const allowed = Uint8Array.from(program.optionValue, () => Number(below(4) > 0))
      const best = bestOf(program, allowed)
      expect(relaxed(form, form.tableau, allowed, -Infinity)).toBeGreaterThanOrEqual(best)
      expect(relaxed(form, form.trial, allowed, -Infinity, below(4))).toBeGreaterThanOrEqual(best)
      form.prices.forEach((_, row) => (form.prices[row] = below(5) / (1 + below(3))))
      expect(boundByPrices(form, allowed)).toBeGreaterThanOrEqual(best)
    }
  }
})
