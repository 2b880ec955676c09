import { NEVER } from './program.ts'
import { keepsTie } from './layout.ts'
import type { State } from './state.ts'

/** Earliest start that what a family waits for leaves it; NEVER where something it needs is out. */
export function earliestStart({ layout, choice }: State, family: number): number {
  const { beforeFrom, beforeList, program } = layout
  let earliest = 0
  for (let k = beforeFrom[family]!; k < beforeFrom[family + 1]!; k++) {
    const tie = beforeList[k]!
    const before = choice[program.tieBefore[tie]!]!
    const done = before < 0 ? NEVER : program.optionDone[before]!
    if (done === NEVER) return NEVER
    earliest = Math.max(earliest, done + program.tieLag[tie]!)
  }
  return earliest
}

/** The first family that waits for this one and could not begin as it does if this one took the option; -1 where there is none. */
export function disturbed({ layout, choice }: State, family: number, option: number): number {
  const { afterFrom, afterList, program } = layout
  for (let k = afterFrom[family]!; k < afterFrom[family + 1]!; k++) {
    const tie = afterList[k]!
    const waiting = program.tieAfter[tie]!
    const taken = choice[waiting]!
    if (taken >= 0 && !keepsTie(program.optionStart[taken]!, program.optionDone[option]!, program.tieLag[tie]!)) return waiting
  }
  return -1
}

/** The first family that this one needs and that is out; -1 where there is none. */
export function lacking({ layout, choice }: State, family: number): number {
  const { beforeFrom, beforeList, program } = layout
  for (let k = beforeFrom[family]!; k < beforeFrom[family + 1]!; k++) {
    const before = program.tieBefore[beforeList[k]!]!
    if (choice[before]! < 0 || program.optionStart[choice[before]!] === NEVER) return before
  }
  return -1
}
