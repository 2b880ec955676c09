import { expect, it } from 'vitest'
import { layoutOf } from './layout.ts'
import { moveOf } from './moves.ts'
import type { Move } from './moves.ts'
import { worthOf } from './order-of-worth.ts'
import { NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'
import { beginPlans } from './round.ts'
import { stateOf } from './state.ts'

/** One that stays out or goes ahead in some periods, each start for its value; uses its amount there. Where `must`, it may not stay out. */
type Goer = { readonly amount: number; readonly values: readonly (readonly [start: number, value: number])[]; readonly must?: true }

/** Goers on one lane of two periods. Options: staying out first, then by start. */
function programOf(goers: readonly Goer[], limit: readonly [number, number]): PhasedProgram {
  const options = goers.flatMap(({ values, must }, i) => [...(must === true ? [] : [[2 * i, NEVER, 0] as const]), ...values.map(([start, value]) => [2 * i + 1, start, value] as const)])
  const none = new Float64Array(2)
  return {
    periods: 2, families: goers.length, lanes: 1, meters: 2, limit: Float64Array.from(limit), overMost: none, overPrice: none, carryMost: new Float64Array(1),
    optionFrom: Int32Array.from([0, ...goers.map((_, i) => options.filter(([mode]) => mode < 2 * i + 2).length)]),
    optionMode: Int32Array.from(options, ([mode]) => mode), optionStart: Int32Array.from(options, ([, start]) => start),
    optionDone: Int32Array.from(options, ([, start]) => (start === NEVER ? NEVER : start + 1)), optionValue: Float64Array.from(options, ([, , value]) => value),
    // A mode that uses nothing, for staying out, and one that uses the amount.
    segmentFrom: Int32Array.from({ length: 2 * goers.length + 1 }, (_, mode) => Math.floor(mode / 2)), segmentLane: new Int32Array(goers.length), segmentAfter: new Int32Array(goers.length),
    amountFrom: Int32Array.from({ length: goers.length + 1 }, (_, g) => g), amounts: Float64Array.from(goers, ({ amount }) => amount),
    flatFrom: new Int32Array(2 * goers.length + 1), flatMeter: new Int32Array(), flatAmount: new Float64Array(),
    rowFrom: new Int32Array(1), rowMeter: new Int32Array(), rowCoefficient: new Float64Array(), rowLimit: new Float64Array(),
    tieAfter: new Int32Array(), tieBefore: new Int32Array(), tieLag: new Int32Array(),
  }
}

/** A move on a state of nothing, steered by one price of a unit in both periods. */
function moveAt(program: PhasedProgram, price: number): Move {
  const layout = layoutOf(program)
  const scale = Float64Array.of(5, 5)
  const used = (option: number): number => (program.optionStart[option] === NEVER ? 0 : program.amounts[Math.floor(program.optionMode[option]! / 2)]!)
  const net = program.optionValue.map((value, p) => value - price * used(p))
  return moveOf(stateOf(layout, scale), worthOf(layout, net, Float64Array.of(price, price), scale), () => 0)
}

/** Starts of what a given plan, as option numbers, is made into first (null: stays out). */
const begun = (program: PhasedProgram, price: number, given: readonly number[]): readonly (number | null)[] =>
  beginsAt(program, price, new Float64Array(program.optionValue.length), Int32Array.from(given))

/** The same, from a plan or else from the shares in which options are taken. */
function beginsAt(program: PhasedProgram, price: number, shares: Float64Array, given?: Int32Array): readonly (number | null)[] {
  const move = moveAt(program, price)
  expect(beginPlans(move, shares, given, () => undefined)).toBe(true)
  return Array.from(move.state.choice, (option) => (program.optionStart[option] === NEVER ? null : program.optionStart[option]!))
}

it('given a limit that has grown from 4 to 10, then all for whom there is room come in, though none of them gives its old price of 10 a unit', () => {
  // Together 4 + 3 + 3: the last, for 8 in 4 units, finds no room any more.
  const goers: readonly Goer[] = [{ amount: 4, values: [[0, 40]] }, { amount: 3, values: [[0, 21]] }, { amount: 4, values: [[0, 8]] }, { amount: 3, values: [[0, 24]] }]
  expect(begun(programOf(goers, [10, 0]), 10, [1, 2, 4, 6])).toEqual([0, 0, null, 0])
})

it('given one who must go ahead in a period that has become too short, then it goes to the other, and who is there makes room', () => {
  // First needs 6, and there are 5 at first. In the other period are 10, of which 6 are taken: by moving there it would pass more than it passes now.
  const goers: readonly Goer[] = [{ amount: 6, values: [[0, 9], [1, 9]], must: true }, { amount: 6, values: [[1, 30]] }, { amount: 2, values: [[0, 5]] }, { amount: 4, values: [[1, 12]] }]
  expect(begun(programOf(goers, [5, 10]), 2, [0, 3, 4, 6])).toEqual([1, null, 0, 1])
})

it('given shares alone, then each begins where its share is largest, and who has to go ahead takes no room that it does not want', () => {
  // The first may go ahead in either period and wants the second; the other, large, wants the first, where both together would need 9 of 6.
  const goers: readonly Goer[] = [{ amount: 3, values: [[0, 5], [1, 5]], must: true }, { amount: 6, values: [[0, 60]] }]
  expect(beginsAt(programOf(goers, [6, 6]), 2, Float64Array.of(0.1, 0.9, 0.2, 0.8))).toEqual([1, 0])
})
