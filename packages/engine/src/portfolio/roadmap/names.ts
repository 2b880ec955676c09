import type { PhasedProgram } from '../../solve/index.ts'
import type { CompiledRoadmap } from './compile.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import type { Frame } from './frame.ts'

/** The price of one limit: of a constraint (by its name, which its amounts do not change), in a period where it has periods. */
export type NamedPrice = { readonly of: string; readonly at: number | null; readonly price: number }

/** Names of constraints that were asked for. */
const namesKnown = new WeakMap<RoadmapConstraint, string>()

/** What a constraint is about, without its amounts: a budget that is cut stays the same budget. */
export function constraintName(constraint: RoadmapConstraint): string {
  const known = namesKnown.get(constraint) ?? withoutAmounts(constraint)
  namesKnown.set(constraint, known)
  return known
}

function withoutAmounts(constraint: RoadmapConstraint): string {
  return JSON.stringify(constraint, (key, value: unknown) => (typeof value === 'number' || key === 'byPeriod' || key === 'record' || key === 'because' || key === 'by' ? undefined : value))
}

/** Name of each limit, row and tie of a compiled case that has multipliers, in the solver's order, and how many: one, or one for each period. */
function* namesOf({ program, parts, frame }: CompiledRoadmap, pricedTies: Int32Array): Generator<{ readonly of: string; readonly byPeriod: boolean }> {
  const { constraints } = frame.given
  const seen = new Map<string, number>()
  const named = (owner: number, part: string): string => {
    const plain = `${part} ${owner < 0 ? '' : constraintName(constraints[owner]!)}`
    const count = seen.get(plain) ?? 0
    seen.set(plain, count + 1)
    return count === 0 ? plain : `${plain} ${count}`
  }
  for (const { owner } of parts.lanes) yield { of: named(owner, 'lane'), byPeriod: true }
  for (const { owner, tally } of parts.tallies) yield { of: named(owner, `tally ${tally.key}`), byPeriod: false }
  for (const { owner } of parts.rows) yield { of: named(owner, 'row'), byPeriod: false }
  for (const tie of pricedTies) yield { of: tieName(program, frame, tie), byPeriod: true }
}

const tieName = (program: PhasedProgram, { candidates }: Frame, tie: number): string =>
  `tie ${JSON.stringify([candidates[program.tieAfter[tie]!]!.id, candidates[program.tieBefore[tie]!]!.id])}`

/** Prices other than zero, by name. */
export function namedPrices(compiled: CompiledRoadmap, pricedTies: Int32Array, multipliers: Float64Array): readonly NamedPrice[] {
  const { periods } = compiled.program
  const prices: NamedPrice[] = []
  let index = 0
  for (const { of, byPeriod } of namesOf(compiled, pricedTies)) {
    for (let at = 0; at < (byPeriod ? periods : 1); at++, index++) if (multipliers[index]! > 0) prices.push({ of, at: byPeriod ? at : null, price: multipliers[index]! })
  }
  return prices
}

/** Multipliers of a compiled case from named prices; what has no price is free, and prices of what is not there are passed over. */
export function multipliersFrom(compiled: CompiledRoadmap, pricedTies: Int32Array, prices: readonly NamedPrice[]): Float64Array {
  const { periods, meters, limit, rowLimit } = compiled.program
  const byName = new Map<string, NamedPrice[]>()
  for (const each of prices) {
    const own = byName.get(each.of)
    if (own === undefined) byName.set(each.of, [each])
    else own.push(each)
  }
  const multipliers = new Float64Array(meters + rowLimit.length + pricedTies.length * periods)
  let index = 0
  for (const { of, byPeriod } of namesOf(compiled, pricedTies)) {
    const count = byPeriod ? periods : 1
    for (const { at, price } of byName.get(of) ?? []) {
      const place = byPeriod ? at : at === null ? 0 : null
      if (place !== null && Number.isInteger(place) && place >= 0 && place < count && Number.isFinite(price) && price > 0) multipliers[index + place] = price
    }
    index += count
  }
  for (let q = 0; q < meters; q++) if (limit[q] === Infinity) multipliers[q] = 0
  return multipliers
}
