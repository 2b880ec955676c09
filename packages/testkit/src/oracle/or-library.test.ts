import { checkProof, solveBinary } from '@throughline/engine/solve'
import { expect, it } from 'vitest'
import { petersen, readKnapsacks, wholeProgram } from '../../../../bench/knapsack/instances.ts'
import { rankedValue } from '../../../../bench/knapsack/ranking.ts'

it('the seven problems of Petersen are solved to their published optimum, with a proof that the checker accepts', () => {
  const seen = petersen().map(({ program, scale, listed }) => {
    const solution = solveBinary(program, { workUnits: 100_000, proof: true })
    if (solution.status !== 'plan') throw new Error(solution.status)
    expect([solution.proved, checkProof(program, solution.value, solution.proof!)]).toEqual([true, true])
    expect(rankedValue(program)).toBeLessThanOrEqual(solution.value)
    return [solution.value / scale, listed]
  })
  expect(seen.map(([value]) => value)).toEqual([3800, 8706.1, 4015, 6120, 12400, 10618, 16537])
  expect(seen.every(([value, listed]) => value === listed)).toBe(true)
})

it('a file with tenths becomes whole numbers, and one that ends early says where', () => {
  // Max 1.5 x + 2 y with 1 x + 1 y <= 1: the second, worth 2.0, which is 20 tenths.
  const [problem] = readKnapsacks('2 1 0  1.5 2  1 1  1', false)
  const { program, scale } = wholeProgram(problem!)
  expect([scale, program.values, program.rows[0]!.limit]).toEqual([10, [15, 20], 10])
  expect(solveBinary(program, { workUnits: 100 })).toMatchObject({ status: 'plan', value: 20, proved: true })
  expect(() => readKnapsacks('2 1 0  1.5 2  1', false)).toThrow('Number 7')
})
