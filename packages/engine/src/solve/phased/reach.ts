import type { Layout } from './layout.ts'
import type { Worth } from './order-of-worth.ts'
import type { PhasedProgram } from './program.ts'

/** Families that a move is worth beginning with: the search looks at no others while its plan breaks nothing. */
export type Reach = {
  readonly families: Int32Array
  count: number
  /** Of each family: its greatest value in usual values, at least 1. Whoever is large may lose more at first, as its going moves more of the others. */
  readonly size: Float64Array
}

/** All free families, until they are looked through; `usual` is the value that sizes are measured in. */
export function reachOf(free: Int32Array, { families, optionFrom, optionValue }: Pick<PhasedProgram, 'families' | 'optionFrom' | 'optionValue'>, usual: number): Reach {
  const size = new Float64Array(families).fill(1)
  for (const family of free) {
    for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) size[family] = Math.max(size[family]!, Math.abs(optionValue[p]!) / usual)
  }
  return { families: free.slice(), count: free.length, size }
}

/** A plan in motion, as far as reach goes. */
type Motion = {
  readonly state: { readonly layout: Pick<Layout, 'outOption'>; readonly choice: Int32Array }
  readonly worth: Pick<Worth, 'ranked' | 'rankedFrom'>
  readonly energy: Float64Array
}

/** Keeps those that go ahead, and those that would lose no more than `mostLost` for their size by it: the rest is hardly ever let pass. */
export function findReach(reach: Reach, free: Int32Array, { state, worth, energy }: Motion, mostLost: number): void {
  const { outOption } = state.layout
  const { ranked, rankedFrom } = worth
  reach.count = 0
  for (const family of free) {
    const out = outOption[family]!
    let near = out < 0 || state.choice[family] !== out
    for (let k = rankedFrom[family]!; k < rankedFrom[family + 1]! && !near; k++) near = energy[ranked[k]!]! >= energy[out]! - mostLost * reach.size[family]!
    if (near) reach.families[reach.count++] = family
  }
}
