import { NEVER } from './program.ts'
import type { Layout } from './layout.ts'

/** What the search steers by: prices of the options, and each family's going options from the best down. */
export type Worth = {
  /** Value less the price of what it uses. */
  readonly net: Float64Array
  readonly ranked: Int32Array
  /** Ranked options of family i: `rankedFrom[i]` to before `rankedFrom[i + 1]`. */
  readonly rankedFrom: Int32Array
}

/** Orders each family's options of going ahead by what they are worth net of prices. */
export function worthOf({ program }: Layout, net: Float64Array): Worth {
  const { families, optionFrom, optionStart } = program
  const rankedFrom = new Int32Array(families + 1)
  const ranked: number[] = []
  for (let i = 0; i < families; i++) {
    const own: number[] = []
    for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) if (optionStart[p] !== NEVER) own.push(p)
    own.sort((a, b) => net[b]! - net[a]! || a - b)
    ranked.push(...own)
    rankedFrom[i + 1] = ranked.length
  }
  return { net: net.slice(), ranked: Int32Array.from(ranked), rankedFrom }
}
