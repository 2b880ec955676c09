import { NEVER } from './program.ts'
import { firstRanked, forget, putIn, putOut, takeBack } from './moves.ts'
import type { Move } from './moves.ts'
import { fits } from './room.ts'
import { choose, cool, rowsMissed } from './state.ts'
import { earliestStart } from './ties.ts'

/** Families looked at for one step, and steps in a row that may fail. */
const LOOKED_AT = 240
const FAILURES = 12

/**
 * Mends rows of a plan that passes no limit: puts in who fits, or out who may be, whichever mends most for what it gives up, until no row is
 * missed. Limits and ties stay kept. False where it gets no further.
 */
export function mendRows(move: Move): boolean {
  const { state } = move
  const refused = new Set<number>()
  let failures = 0
  for (let round = 0; round < 2 * state.choice.length && rowsMissed(state) > 1e-9 && failures < FAILURES; round++) {
    const [violation, missed] = [state.violation, rowsMissed(state)]
    const family = bestToMend(move, refused)
    if (family >= 0 && changed(move, family) && state.violation <= violation + 1e-9 && rowsMissed(state) < missed - 1e-9) {
      forget(move)
      refused.clear()
      failures = 0
      continue
    }
    takeBack(move)
    refused.add(family)
    failures++
  }
  return rowsMissed(state) <= 1e-9
}

/** Of some families, the one whose change mends most for what it gives up; -1 where none does. */
function bestToMend(move: Move, refused: ReadonlySet<number>): number {
  const { state, worth } = move
  const { families } = state.layout.program
  const offset = move.below(families)
  const missed = rowsMissed(state)
  let [best, most] = [-1, 0]
  for (let k = 0; k < Math.min(families, LOOKED_AT); k++) {
    const family = (offset + k) % families
    const before = state.choice[family]!
    const other = refused.has(family) ? -1 : otherOption(move, family)
    if (other < 0) continue
    choose(state, family, other)
    const mended = missed - rowsMissed(state)
    choose(state, family, before)
    const score = mended / (1 + Math.max(0, worth.net[before]! - worth.net[other]!))
    if (mended > 1e-9 && score > most) [best, most] = [family, score]
  }
  cool(state)
  return best
}

/** Staying out for who goes ahead, and the best start that fits for who stays out; -1 where there is none. */
function otherOption({ state, worth }: Move, family: number): number {
  const { program, outOption } = state.layout
  const out = outOption[family]!
  if (out < 0) return -1
  if (program.optionStart[state.choice[family]!] !== NEVER) return out
  const earliest = earliestStart(state, family)
  return earliest === NEVER ? -1 : firstRanked(worth, family, (p) => program.optionStart[p]! >= earliest && fits(state, p))
}

function changed(move: Move, family: number): boolean {
  const other = otherOption(move, family)
  if (other < 0) return false
  return move.state.layout.program.optionStart[other] === NEVER ? putOut(move, family) : putIn(move, family, other)
}
