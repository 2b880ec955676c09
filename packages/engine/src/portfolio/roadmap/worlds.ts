import { random } from '../../kernel/index.ts'
import type { RobustObjective } from './case.ts'
import { byCode } from './frame.ts'
import type { CompiledRoadmap } from './compile.ts'
import { roundHalfEven, worthParts } from './worth.ts'

/** By how much each objective of each candidate is off in one world: row by family, column by objective. */
export type WorldFactors = Float64Array

/** What each option counts for, apart by objective, and the worlds in which that is off. */
export type Worlds = {
  readonly objectiveIds: readonly string[]
  /** Family of each option. */
  readonly familyOf: Int32Array
  /** What objective k adds to option j, at `k * options + j`. */
  readonly parts: Float64Array
  /** What is added to an option in every world: costs, losses, penalties of moving. */
  readonly fixed: Float64Array
  readonly factors: readonly WorldFactors[]
}

/** Samples the worlds of a robust objective. Draws go by id, so that the order of a case changes nothing. */
export function worldsOf({ frame, options, program }: CompiledRoadmap, objective: RobustObjective): Worlds {
  const { of, worlds, seed } = objective
  const objectiveIds = (of.kind === 'weighted' ? Object.keys(of.weights) : [...of.objectiveIds]).sort(byCode)
  const at = new Map(objectiveIds.map((id, k) => [id, k]))
  const count = program.optionValue.length
  const familyOf = new Int32Array(count)
  const parts = new Float64Array(count * objectiveIds.length)
  const fixed = new Float64Array(count)
  const worth = worthParts(frame.given, of)
  frame.candidates.forEach((candidate, family) => options[family]!.forEach(({ variant, start, penalty }, index) => {
    const option = program.optionFrom[family]! + index
    const { byObjective, fixed: certain } = worth(candidate, variant, start)
    familyOf[option] = family
    fixed[option] = certain - penalty
    for (const [id, amount] of byObjective) parts[at.get(id)! * count + option]! += amount
  }))
  const { nextUint32 } = random(seed)
  const factors = Array.from({ length: worlds }, () => drawn(frame.candidates.length, objectiveIds.length, objective, nextUint32()))
  return { objectiveIds, familyOf, parts, fixed, factors }
}

function drawn(families: number, objectives: number, { valuePercent, weightPercent }: RobustObjective, seed: number): WorldFactors {
  const { next } = random(seed)
  const off = (percent: number): number => 1 + ((2 * next() - 1) * percent) / 100
  const weights = Array.from({ length: objectives }, () => off(weightPercent))
  const factors = new Float64Array(families * objectives)
  for (let family = 0; family < families; family++) {
    const by = off(valuePercent)
    weights.forEach((weight, k) => { factors[family * objectives + k] = by * weight })
  }
  return factors
}

/** The mean of some worlds. */
export function meanOf(worlds: readonly WorldFactors[]): WorldFactors {
  const mean = new Float64Array(worlds[0]?.length ?? 0)
  for (const world of worlds) world.forEach((factor, index) => { mean[index]! += factor / worlds.length })
  return mean
}

/** No factor is larger: a value may be twice what it is, and so may a weight. */
export const largestFactor = 4

/** By how much rounding may move what one objective adds. */
export const roundedBy = 0.5

/** Value of one option in a world, in whole units. */
export function valueIn({ objectiveIds, familyOf, parts, fixed }: Worlds, world: WorldFactors, option: number): number {
  const [objectives, count] = [objectiveIds.length, fixed.length]
  let value = fixed[option]!
  for (let k = 0; k < objectives; k++) value += roundHalfEven(parts[k * count + option]! * world[familyOf[option]! * objectives + k]!)
  return value
}

/** Values of all options in a world. */
export const valuesIn = (worlds: Worlds, world: WorldFactors): Float64Array => worlds.fixed.map((_, option) => valueIn(worlds, world, option))

/** Of amounts, the most that at least so many percent of them reach: of 10, 20, 30, 40 it is 20 at 75 %. */
export function reachedBy(amounts: readonly number[], confidencePercent: number): number {
  const sorted = [...amounts].sort((a, b) => a - b)
  return sorted[sorted.length - Math.max(1, Math.ceil((confidencePercent * sorted.length) / 100 - 1e-9))]!
}
