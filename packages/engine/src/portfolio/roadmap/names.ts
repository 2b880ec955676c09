import type { PhasedProgram } from '../../solve/index.ts'
import type { CompiledRoadmap } from './compile.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import type { Frame } from './frame.ts'

/** The price of one limit: of a constraint (by its name, which its amounts do not change), in a period where it has periods. */
export type NamedPrice = { readonly of: string; readonly at: number | null; readonly price: number }

/** What a constraint is about, without its amounts: a budget that is cut stays the same budget. */
export function constraintName(constraint: RoadmapConstraint): string {
  return JSON.stringify(constraint, (key, value: unknown) => (typeof value === 'number' || key === 'byPeriod' || key === 'record' || key === 'because' || key === 'by' ? undefined : value))
}

/** Name and period of each multiplier of a compiled case, in the solver's order: limits of lanes and tallies, rows, then ties. */
export function multiplierNames({ program, parts, frame }: CompiledRoadmap, pricedTies: Int32Array): readonly { readonly of: string; readonly at: number | null }[] {
  const { constraints } = frame.given
  const seen = new Map<string, number>()
  const named = (owner: number, part: string): string => {
    const plain = `${part} ${owner < 0 ? '' : constraintName(constraints[owner]!)}`
    const count = seen.get(plain) ?? 0
    seen.set(plain, count + 1)
    return count === 0 ? plain : `${plain} ${count}`
  }
  const periods = frame.given.periods.map((_, t) => t)
  return [
    ...parts.lanes.flatMap((lane) => {
      const of = named(lane.owner, 'lane')
      return periods.map((at) => ({ of, at }))
    }),
    ...parts.tallies.map((each) => ({ of: named(each.owner, `tally ${each.tally.key}`), at: null })),
    ...parts.rows.map((row) => ({ of: named(row.owner, 'row'), at: null })),
    ...Array.from(pricedTies).flatMap((tie) => {
      const of = tieName(program, frame, tie)
      return periods.map((at) => ({ of, at }))
    }),
  ]
}

const tieName = (program: PhasedProgram, { candidates }: Frame, tie: number): string =>
  `tie ${JSON.stringify([candidates[program.tieAfter[tie]!]!.id, candidates[program.tieBefore[tie]!]!.id])}`

/** Prices other than zero, by name. */
export function namedPrices(compiled: CompiledRoadmap, pricedTies: Int32Array, multipliers: Float64Array): readonly NamedPrice[] {
  return multiplierNames(compiled, pricedTies).flatMap((name, index) => (multipliers[index]! > 0 ? [{ ...name, price: multipliers[index]! }] : []))
}

/** Multipliers of a compiled case from named prices; what has no price is free, and prices of what is not there are passed over. */
export function multipliersFrom(compiled: CompiledRoadmap, pricedTies: Int32Array, prices: readonly NamedPrice[]): Float64Array {
  const key = (of: string, at: number | null): string => `${of} @${at ?? ''}`
  const byName = new Map(prices.map((each) => [key(each.of, each.at), each.price]))
  const sound = (price: number): number => (Number.isFinite(price) && price > 0 ? price : 0)
  const { program } = compiled
  return Float64Array.from(multiplierNames(compiled, pricedTies), ({ of, at }, index) =>
    index < program.meters && program.limit[index] === Infinity ? 0 : sound(byName.get(key(of, at)) ?? 0),
  )
}
