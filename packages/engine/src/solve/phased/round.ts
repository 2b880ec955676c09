import { NEVER } from './program.ts'
import { fill, forget, makeRoom, putIn, takeBack } from './moves.ts'
import type { Move } from './moves.ts'
import { mendRows } from './mend.ts'
import { relieveByPrice } from './relieve.ts'
import { choose, heat } from './state.ts'
import { earliestStart } from './ties.ts'

/**
 * The first plans, each reported: that of doing nothing, then a given plan or else the likeliest choices repaired and filled up and, where they cannot be,
 * the plan built up anew. False where what has to go ahead cannot.
 */
export function beginPlans(move: Move, average: Float64Array, given: Int32Array | undefined, report: () => void): boolean {
  if (!startEmpty(move)) return false
  report()
  if (repaired(move, given ?? likeliest(move, average))) {
    report()
    fillUp(move)
    report()
    return true
  }
  startEmpty(move)
  if (given === undefined) roundAverage(move, average)
  else takeOver(move, given)
  // What cannot be relieved may have torn ties: the search then begins from what has to go ahead alone.
  if (!relieve(move)) startEmpty(move)
  if (given === undefined) {
    mendRows(move)
    report()
  } else mendAndFill(move, report)
  return true
}

function mendAndFill(move: Move, report: () => void): void {
  mendRows(move)
  report()
  fillAll(move)
  mendRows(move)
  report()
}

/** Everyone out who may be out; the rest in as early as what they wait for lets them. False where somebody cannot be in at all. */
export function startEmpty(move: Move): boolean {
  const { state, worth } = move
  const { outOption, program } = state.layout
  for (let family = 0; family < program.families; family++) choose(state, family, outOption[family]!)
  for (const family of inOrderOfTies(state)) {
    if (outOption[family]! >= 0) continue
    const earliest = earliestStart(state, family)
    let soonest = -1
    for (let k = worth.rankedFrom[family]!; k < worth.rankedFrom[family + 1]!; k++) {
      const option = worth.ranked[k]!
      if (program.optionStart[option]! >= earliest && (soonest < 0 || program.optionDone[option]! < program.optionDone[soonest]!)) soonest = option
    }
    if (soonest < 0) return false
    choose(state, family, soonest)
  }
  forget(move)
  return true
}

/** Families so that each stands after all it waits for. */
function inOrderOfTies({ layout }: Move['state']): readonly number[] {
  const { program, beforeFrom, afterFrom, afterList } = layout
  const waits = Int32Array.from({ length: program.families }, (_, i) => beforeFrom[i + 1]! - beforeFrom[i]!)
  const order: number[] = []
  waits.forEach((count, i) => { if (count === 0) order.push(i) })
  for (let at = 0; at < order.length; at++) {
    for (let k = afterFrom[order[at]!]!; k < afterFrom[order[at]! + 1]!; k++) {
      const waiting = program.tieAfter[afterList[k]!]!
      if (--waits[waiting]! === 0) order.push(waiting)
    }
  }
  return order
}

/** Rounds the averaged choices: families in the order in which they go ahead most surely, each where it goes most often and fits. */
export function roundAverage(move: Move, average: Float64Array): void {
  const { state, worth } = move
  const { program, outOption } = state.layout
  const { families, optionFrom, optionStart } = program
  const sure = new Float64Array(families)
  for (let i = 0; i < families; i++) {
    for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) if (optionStart[p] !== NEVER) sure[i]! += average[p]!
  }
  const size = (i: number): number => Math.abs(program.optionValue[worth.ranked[worth.rankedFrom[i]!]!]!)
  // The sure ones first, large before small: what is large finds a place only while there is room.
  const sureness = (i: number): number => Math.round(sure[i]! * 5)
  const order = Array.from({ length: families }, (_, i) => i)
    .filter((i) => worth.rankedFrom[i + 1]! > worth.rankedFrom[i]! && sure[i]! > 0.02)
    .sort((a, b) => sureness(b) - sureness(a) || size(b) - size(a) || a - b)
  for (const family of order) placeByAverage(move, family, average, outOption[family]! < 0)
  fillAll(move)
}

/** Of each family the option that is taken in the largest share. */
function likeliest({ state }: Move, average: Float64Array): Int32Array {
  const { families, optionFrom } = state.layout.program
  return Int32Array.from({ length: families }, (_, i) => {
    let best = optionFrom[i]!
    for (let p = best + 1; p < optionFrom[i + 1]!; p++) if (average[p]! > average[best]!) best = p
    return best
  })
}

/** Takes over of a given plan what fits: who has to go ahead first, then who brings most for each unit of value. */
function takeOver(move: Move, given: Int32Array): void {
  const { worth } = move
  const { program, outOption } = move.state.layout
  const wanted = new Float64Array(program.optionValue.length)
  for (const option of given) wanted[option] = 1
  const brings = Float64Array.from(given, (option, family) => (outOption[family]! < 0 ? Infinity : worth.net[option]! / Math.max(1, Math.abs(program.optionValue[option]!))))
  const order = Array.from(given, (_, family) => family).filter((i) => program.optionStart[given[i]!] !== NEVER)
  order.sort((a, b) => (brings[a] === brings[b] ? a - b : brings[b]! > brings[a]! ? 1 : -1))
  for (const family of order) placeByAverage(move, family, wanted, outOption[family]! < 0)
}

function placeByAverage(move: Move, family: number, average: Float64Array, settled: boolean): void {
  const { state, worth } = move
  const { optionStart } = state.layout.program
  const own = Array.from(worth.ranked.subarray(worth.rankedFrom[family], worth.rankedFrom[family + 1]))
  const wanted = own.filter((p) => average[p]! > 0.01).sort((a, b) => average[b]! - average[a]!)
  for (const option of [...wanted, ...own.filter((p) => average[p]! <= 0.01).slice(0, 6)]) {
    if (!settled && optionStart[state.choice[family]!] !== NEVER) return
    const before = state.violation
    const kept = putIn(move, family, option) && state.violation <= before
    if (kept) {
      forget(move)
      return
    }
    takeBack(move)
  }
}

/** Options that are tried of one to whom room is offered. */
const TRIED = 6

/** Offers what is left to everyone who is out and gives more than the price of what it uses, from the best net value down. */
export function fillAll(move: Move): void {
  const { net, ranked, rankedFrom } = move.worth
  const best = (i: number): number => net[ranked[rankedFrom[i]!]!]!
  for (const family of outByRank(move, best)) if (fill(move, family, TRIED, (state) => state.violation)) forget(move)
}

/** How often all are asked again: what came in may let a share in that was full. */
const MOST_PASSES = 4

/**
 * Offers what is left of a plan that keeps everything to everyone who is out, whoever gives most for the price of what it uses first: also who gives less
 * than that price, as room that is left over is worth nothing.
 */
function fillUp(move: Move): void {
  const { worth, energy } = move
  const { optionValue } = move.state.layout.program
  const kept = (i: number): number => {
    const best = worth.ranked[worth.rankedFrom[i]!]!
    return worth.net[best]! / Math.max(1, Math.abs(optionValue[best]!))
  }
  const out = outByRank(move, kept)
  energy.set(optionValue)
  for (let pass = 0, came = 1; pass < MOST_PASSES && came > 0; pass++) {
    came = 0
    for (const family of out) {
      if (!fill(move, family, TRIED)) continue
      forget(move)
      came++
    }
  }
  energy.set(worth.net)
}

/** Everyone who is out and may go ahead, the highest rank first. */
function outByRank({ state, worth }: Move, rankOf: (family: number) => number): readonly number[] {
  const { layout, choice } = state
  const rank = new Float64Array(choice.length)
  const out: number[] = []
  for (let i = 0; i < choice.length; i++) {
    if (worth.rankedFrom[i + 1] === worth.rankedFrom[i] || choice[i] !== layout.outOption[i]) continue
    rank[i] = rankOf(i)
    out.push(i)
  }
  return out.sort((a, b) => rank[b]! - rank[a]! || a - b)
}

/** Begins from a given plan; what it has of ties that are not kept goes out, then what is passed or missed is relieved. False where that does not end. */
function repaired(move: Move, plan: Int32Array): boolean {
  for (let family = 0; family < plan.length; family++) choose(move.state, family, plan[family]!)
  if (!keepTies(move)) return false
  forget(move)
  return relieveByPrice(move)
}

/** Puts out what gives up least until no limit is passed. */
export function relieve(move: Move): boolean {
  const { state } = move
  for (let q = 0; q < state.room.length; q++) if (state.room[q]! < 0) heat(state, q)
  state.laneMissed.forEach((missed, lane) => { if (missed > 0) heat(state, (lane + 1) * state.layout.program.periods - 1) })
  for (let round = 0; round < state.choice.length && state.hotCount > 0; round++) {
    const meter = state.hot[state.hotCount - 1]!
    move.ejectedCount = 0
    move.count = 0
    const before = state.violation
    if (!makeRoom(move, -1) && state.violation >= before && state.hot[state.hotCount - 1] === meter) {
      state.isHot[meter] = 0
      state.hotCount--
    }
  }
  const tied = keepTies(move)
  forget(move)
  return tied && state.violation <= 1e-6
}

/** Puts out whoever begins before what it waits for lets it, in the order of waiting; false where one of them has to go ahead. */
function keepTies({ state }: Move): boolean {
  const { program, outOption } = state.layout
  for (const family of inOrderOfTies(state)) {
    if (program.optionStart[state.choice[family]!]! >= earliestStart(state, family)) continue
    if (outOption[family]! < 0) return false
    choose(state, family, outOption[family]!)
  }
  return true
}

