import { expect, it } from 'vitest'
import { fittingAlone, optionsKept } from './fitting.ts'
import { solvePhased } from './run.ts'
import { NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'

/** One family on one lane of three periods that stays out or uses 4, then 2 from its start on; value 10 in each period it may start. */
function programOf(limit: readonly [number, number, number], more: Partial<PhasedProgram> = {}): PhasedProgram {
  return {
    periods: 3, families: 1, lanes: 1, meters: 3, limit: Float64Array.from(limit), overMost: new Float64Array(3), overPrice: new Float64Array(3), carryMost: new Float64Array(1),
    optionFrom: Int32Array.of(0, 3), optionMode: Int32Array.of(0, 1, 1), optionStart: Int32Array.of(NEVER, 0, 1), optionDone: Int32Array.of(NEVER, 2, 3), optionValue: Float64Array.of(0, 10, 10),
    segmentFrom: Int32Array.of(0, 0, 1), segmentLane: Int32Array.of(0), segmentAfter: Int32Array.of(0), amountFrom: Int32Array.of(0, 2), amounts: Float64Array.of(4, 2),
    flatFrom: new Int32Array(3), flatMeter: new Int32Array(), flatAmount: new Float64Array(),
    rowFrom: new Int32Array(1), rowMeter: new Int32Array(), rowCoefficient: new Float64Array(), rowLimit: new Float64Array(),
    tieAfter: new Int32Array(), tieBefore: new Int32Array(), tieLag: new Int32Array(),
    ...more,
  }
}

const fitting = (program: PhasedProgram): readonly number[] | null => {
  const kept = fittingAlone(program)
  return kept === null ? null : [...kept]
}

it('drops the starts that pass a limit by themselves', () => {
  expect(fitting(programOf([4, 4, 2]))).toBeNull()
  // Begun in period 0 it needs 4 where there are 3.
  expect(fitting(programOf([3, 4, 2]))).toEqual([1, 0, 1])
  expect(fitting(programOf([3, 4, 1]))).toEqual([1, 0, 0])
})

it('counts overload as room, and leaves a lane that carries over alone', () => {
  expect(fitting(programOf([3, 4, 2], { overMost: Float64Array.of(1, 0, 0) }))).toBeNull()
  expect(fitting(programOf([3, 3, 3], { carryMost: Float64Array.of(2) }))).toBeNull()
})

it('keeps all options of a family of which none fits', () => {
  const must = { optionFrom: Int32Array.of(0, 2), optionMode: Int32Array.of(1, 1), optionStart: Int32Array.of(0, 1), optionDone: Int32Array.of(2, 3), optionValue: Float64Array.of(10, 10) }
  expect(fitting(programOf([3, 3, 3], must))).toBeNull()
  expect(fitting(programOf([3, 4, 3], must))).toEqual([0, 1])
})

it('leaves a program whose bound is closer: what never fits is not taken in part either', () => {
  const program = programOf([3, 3, 3])
  const kept = { ...program, ...optionsKept(program, fittingAlone(program)!) }
  expect([...kept.optionFrom, ...kept.optionStart]).toEqual([0, 1, NEVER])
  expect(solvePhased(kept, { seed: 1, workUnits: 10 })).toMatchObject({ status: 'plan', value: 0, bound: 0, rootBound: 0 })
  // No prices prove less than three quarters of 10 of the program as it was.
  const before = solvePhased(program, { seed: 1, workUnits: 10 })
  expect('rootBound' in before && before.rootBound).toBeGreaterThanOrEqual(7)
})

it('keeps modes apart where one of them has lost all its options', () => {
  // Two families, each on a lane of its own; the first has room for no start.
  const program = programOf([4, 4, 2], {
    families: 2, lanes: 2, meters: 6, limit: Float64Array.of(3, 3, 3, 4, 4, 4), overMost: new Float64Array(6), overPrice: new Float64Array(6), carryMost: new Float64Array(2),
    optionFrom: Int32Array.of(0, 3, 6), optionMode: Int32Array.of(0, 1, 1, 2, 3, 3), optionStart: Int32Array.of(NEVER, 0, 1, NEVER, 0, 1), optionDone: Int32Array.of(NEVER, 2, 3, NEVER, 2, 3), optionValue: Float64Array.of(0, 10, 10, 0, 7, 8),
    segmentFrom: Int32Array.of(0, 0, 1, 1, 2), segmentLane: Int32Array.of(0, 1), segmentAfter: new Int32Array(2), amountFrom: Int32Array.of(0, 2, 4), amounts: Float64Array.of(4, 2, 4, 2), flatFrom: new Int32Array(5),
  })
  const kept = { ...program, ...optionsKept(program, fittingAlone(program)!) }
  expect([...kept.optionMode]).toEqual([0, 2, 3, 3])
  expect(solvePhased(kept, { seed: 1, workUnits: 10 })).toMatchObject({ value: 8, bound: 8, plan: Int32Array.of(0, 3) })
})
