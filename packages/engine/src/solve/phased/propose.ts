import type { Random } from '../../kernel/index.ts'
import type { Move } from './moves.ts'
import { NEVER } from './program.ts'
import { lift, overdraft } from './room.ts'

/** Options drawn for one proposal. */
const DRAWS = 3

/**
 * Of a few options drawn for a family, the best by its energy less what room for it would cost; its present one where each of them loses more than
 * `mostLost` by itself, or with its room more than `mostShort` beyond that.
 */
export function proposed({ state, worth, energy }: Move, family: number, chance: Random, mostLost: number, mostShort: number): number {
  const first = worth.rankedFrom[family]!
  const count = worth.rankedFrom[family + 1]! - first
  const before = state.choice[family]!
  const goes = state.layout.program.optionStart[before] !== NEVER
  if (goes) lift(state, before, 1)
  const least = energy[before]! - mostLost
  let [best, most] = [before, least - mostShort]
  for (let k = 0; k < DRAWS; k++) {
    const option = worth.ranked[first + drawn(chance, count)]!
    if (option === best || option === before || energy[option]! < least) continue
    const score = energy[option]! - overdraft(state, option, worth.cost)
    if (score > most) {
      best = option
      most = score
    }
  }
  if (goes) lift(state, before, -1)
  return best
}

/** A place in a ranked list: the best most often, later ones ever less. */
function drawn(chance: Random, count: number): number {
  const u = chance.next()
  return Math.min(count - 1, Math.floor(count * u * u))
}
