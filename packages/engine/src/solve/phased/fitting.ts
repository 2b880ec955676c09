import { NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'

/**
 * 1 for each option that passes no limit of a lane by itself, overload included; lanes that carry over are not looked at. No plan holds another one,
 * which a linear program would still take in part. A family of which no option fits keeps all. Null where every option is kept.
 */
export function fittingAlone(program: PhasedProgram): Uint8Array | null {
  const { families, lanes, periods, optionFrom, optionMode, optionStart } = program
  const most = mostOf(program)
  const least = Float64Array.from({ length: lanes }, (_, lane) => most.subarray(lane * periods, (lane + 1) * periods).reduce((a, b) => Math.min(a, b), Infinity))
  let kept: Uint8Array | null = null
  for (let i = 0; i < families; i++) {
    const [from, to] = [optionFrom[i]!, optionFrom[i + 1]!]
    let gone: number[] = []
    let [mode, fitsAnywhere] = [-1, true]
    for (let p = from; p < to; p++) {
      if (optionStart[p] === NEVER) continue
      if (optionMode[p] !== mode) [mode, fitsAnywhere] = [optionMode[p]!, fitsWhereverItBegins(program, least, optionMode[p]!)]
      if (!fitsAnywhere && !fitsAlone(program, most, mode, optionStart[p]!)) gone.push(p)
    }
    if (gone.length === to - from) gone = []
    if (gone.length > 0) kept ??= new Uint8Array(optionMode.length).fill(1)
    for (const p of gone) kept![p] = 0
  }
  return kept
}

/** What may be used of each meter of a lane; Infinity where a lane carries over. */
function mostOf({ lanes, periods, limit, overMost, carryMost }: PhasedProgram): Float64Array {
  return Float64Array.from({ length: lanes * periods }, (_, q) => (carryMost[Math.floor(q / periods)]! > 0 ? Infinity : limit[q]! + overMost[q]!))
}

/** Whether no amount of a mode is more than any period of its lane has: most are so small. */
function fitsWhereverItBegins({ segmentFrom, segmentLane, amountFrom, amounts }: PhasedProgram, least: Float64Array, mode: number): boolean {
  for (let g = segmentFrom[mode]!, last = segmentFrom[mode + 1]!; g < last; g++) {
    const room = least[segmentLane[g]!]!
    for (let k = amountFrom[g]!, to = amountFrom[g + 1]!; k < to; k++) if (amounts[k]! > room) return false
  }
  return true
}

function fitsAlone({ periods, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts }: PhasedProgram, most: Float64Array, mode: number, start: number): boolean {
  for (let g = segmentFrom[mode]!, last = segmentFrom[mode + 1]!; g < last; g++) {
    let q = segmentLane[g]! * periods + start + segmentAfter[g]!
    for (let k = amountFrom[g]!, to = amountFrom[g + 1]!; k < to; k++, q++) if (amounts[k]! > most[q]!) return false
  }
  return true
}

/** The options of a program that are kept, at least one of each family; what they use stays as it was written. */
export function optionsKept({ families, optionFrom, optionMode, optionStart, optionDone, optionValue }: PhasedProgram, kept: Uint8Array): Pick<PhasedProgram, 'optionFrom' | 'optionMode' | 'optionStart' | 'optionDone' | 'optionValue'> {
  const from = new Int32Array(families + 1)
  for (let i = 0; i < families; i++) {
    let count = 0
    for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) count += kept[p]!
    from[i + 1] = from[i]! + count
  }
  const ints = (list: Int32Array): Int32Array => keptOf(list, kept, new Int32Array(from[families]!))
  return { optionFrom: from, optionMode: ints(optionMode), optionStart: ints(optionStart), optionDone: ints(optionDone), optionValue: keptOf(optionValue, kept, new Float64Array(from[families]!)) }
}

/** Writes what is kept of a list into another. */
function keptOf<List extends Int32Array | Float64Array>(list: List, kept: Uint8Array, into: List): List {
  let count = 0
  for (let p = 0; p < kept.length; p++) if (kept[p] === 1) into[count++] = list[p]!
  return into
}
