import { exactPhasedBound } from './exact-bound.ts'
import { layoutOf } from './layout.ts'
import { meterPrices } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'
import type { PhasedProgram } from './program.ts'

/** What a room needs to name a program's prices and to check them. */
export type PhasedView = { readonly pricedTies: Int32Array; readonly exactBound: (multipliers: Multipliers) => bigint | null }

/** The ties that have prices, and the bound of any prices in whole numbers. */
export function phasedLayout(program: PhasedProgram): PhasedView {
  const layout = layoutOf(program)
  return { pricedTies: layout.pricedTies, exactBound: (multipliers) => exactPhasedBound(layout, multipliers) }
}

/** Price of one unit on each meter: of its own limit and of all rows that read it. */
export function phasedPrices(program: PhasedProgram, multipliers: Multipliers): Float64Array {
  const prices = new Float64Array(program.meters)
  meterPrices(program, multipliers, prices)
  return prices
}
