import { random } from '../../kernel/index.ts'
import type { Random } from '../../kernel/index.ts'
import type { Matrix } from './matrix.ts'

/** Where a walk begins: a plan that keeps every row, what each column is worth at the prices of the rows, and the columns that may change. */
export type WalkStart = { readonly plan: Uint8Array; readonly net: Float64Array; readonly prices: Float64Array; readonly open: readonly number[]; readonly seed: number }

/**
 * Annealing among the plans that keep every row, by ejection chains: a column changes, columns of the core change until no row is overdrawn,
 * and what fits is added. A plan is judged by its value and by the room it leaves, at a share of the prices that falls to nothing towards the
 * end, so that a walk first packs tightly and then takes what is left (priced slack). One round cools once; may be advanced in slices.
 */
export type Walk = {
  readonly matrix: Matrix
  readonly chance: Random
  /** Columns that may change, those about which the prices say least first. */
  readonly core: Int32Array
  /** Coefficient of row i and core column c at i * core.length + c. */
  readonly cell: Float64Array
  readonly net: Float64Array
  readonly plan: Uint8Array
  readonly room: Float64Array
  /** What each column counts for: value less the share of the prices of what it takes. */
  readonly worth: Float64Array
  /** The move in which a column changed last. */
  readonly changedIn: Int32Array
  readonly chain: Int32Array
  chainLength: number
  overdrawn: number
  score: number
  value: number
  best: { readonly plan: Uint8Array; readonly value: number }
  /** Typical worth of a core column: the unit of temperature. */
  readonly unit: number
  temperature: number
  moves: number
  readonly roundMoves: number
  steps: number
}

const CORE = 150
/** A round cools in so many stages, from 1.5 units to a tenth: the factor is (1/15) to the power of 1/50. */
const STAGES = 50
const HOTTEST = 1.5
const COOLING = 0.94727
/** Share of the prices that room is worth: from 0.98 down to 0.8 over nine tenths of a round, then to nothing. */
const shareAt = (stage: number): number => (stage < 45 ? 0.98 - 0.004 * stage : 0.16 * (STAGES - stage))
/** A chain that is longer is given up. */
const LONGEST_CHAIN = 12
const STEPS_PER_MOVE = 20
/** What a chain loses is overstated by chance, by up to itself and this part of a unit, so that chains do not all end alike. */
const DOUBT = 0.3

/** A walk of one round of `roundMoves` moves; null where nothing may change. */
export function openWalk(matrix: Matrix, { plan, net, open, seed }: WalkStart, roundMoves: number): Walk | null {
  const core = Int32Array.from([...open].sort((a, b) => Math.abs(net[a]!) - Math.abs(net[b]!) || a - b).slice(0, CORE))
  if (core.length < 2) return null
  const walk: Walk = {
    matrix, core, net, roundMoves, chance: random(seed), cell: cellsOf(matrix, core), plan: plan.slice(), room: matrix.limit.slice(),
    worth: new Float64Array(matrix.columns), changedIn: new Int32Array(matrix.columns), chain: new Int32Array(matrix.columns + LONGEST_CHAIN),
    chainLength: 0, overdrawn: 0, score: 0, value: 0, best: { plan: plan.slice(), value: -Infinity }, unit: unitOf(core, net), temperature: 0, moves: 0,
    steps: matrix.rowColumn.length + matrix.rows * core.length,
  }
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) if (plan[matrix.rowColumn[k]!] === 1) walk.room[i]! -= matrix.rowCoefficient[k]!
  }
  for (let j = 0; j < matrix.columns; j++) if (plan[j] === 1) walk.value += matrix.value[j]!
  walk.best = { plan: plan.slice(), value: walk.value }
  return walk
}

function cellsOf(matrix: Matrix, core: Int32Array): Float64Array {
  const cell = new Float64Array(matrix.rows * core.length)
  core.forEach((column, c) => {
    for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) cell[matrix.columnRow[k]! * core.length + c] = matrix.columnCoefficient[k]!
  })
  return cell
}

/** Mean distance from indifference of the third of the core that the prices are least sure of. */
function unitOf(core: Int32Array, net: Float64Array): number {
  const near = core.subarray(0, Math.max(2, Math.ceil(core.length / 3)))
  return near.reduce((sum, column) => sum + Math.abs(net[column]!), 0) / near.length
}

export const walkIsOver = (walk: Walk): boolean => walk.moves >= walk.roundMoves

/** Makes at most `moves` moves of the round. */
export function walkOn(walk: Walk, moves: number): void {
  const perStage = walk.roundMoves / STAGES
  for (const end = Math.min(walk.roundMoves, walk.moves + moves); walk.moves < end; walk.moves++) {
    if (walk.moves % perStage === 0) enterStage(walk, walk.moves / perStage)
    move(walk, walk.moves + 1)
  }
}

function enterStage(walk: Walk, stage: number): void {
  walk.temperature = stage === 0 ? HOTTEST * walk.unit : walk.temperature * COOLING
  const share = shareAt(stage)
  const { matrix, net, worth, plan } = walk
  walk.score = 0
  for (let j = 0; j < matrix.columns; j++) {
    worth[j] = matrix.value[j]! * (1 - share) + net[j]! * share
    if (plan[j] === 1) walk.score += worth[j]!
  }
  walk.steps += matrix.columns
}

function move(walk: Walk, number: number): void {
  const before = walk.score
  const drawn = walk.chance.next()
  walk.chainLength = 0
  walk.steps += STEPS_PER_MOVE
  change(walk, walk.core[Math.floor(walk.core.length * drawn * drawn)]!, number)
  const kept = repair(walk, number)
  if (kept) add(walk, number)
  if (!kept || walk.score - before < -2 * walk.temperature * walk.chance.next()) {
    while (walk.chainLength > 0) flip(walk, walk.chain[--walk.chainLength]!)
  } else if (walk.value > walk.best.value) walk.best = { plan: walk.plan.slice(), value: walk.value }
}

function change(walk: Walk, column: number, number: number): void {
  flip(walk, column)
  walk.chain[walk.chainLength++] = column
  walk.changedIn[column] = number
}

function flip(walk: Walk, column: number): void {
  const { columnStart, columnRow, columnCoefficient, value } = walk.matrix
  const { room, plan } = walk
  const sign = plan[column] === 1 ? 1 : -1
  const end = columnStart[column + 1]!
  for (let k = columnStart[column]!; k < end; k++) {
    const row = columnRow[k]!
    const before = room[row]!
    const after = before + sign * columnCoefficient[k]!
    room[row] = after
    if (before < 0 !== after < 0) walk.overdrawn += after < 0 ? 1 : -1
  }
  plan[column] = sign === 1 ? 0 : 1
  walk.value -= sign * value[column]!
  walk.score -= sign * walk.worth[column]!
  walk.steps += end - columnStart[column]!
}

/** Changes core columns, cheapest first for what they give back to the row that is overdrawn most; false where that does not end. */
function repair(walk: Walk, number: number): boolean {
  const { core } = walk
  for (let length = 0; walk.overdrawn > 0; length++) {
    if (length >= LONGEST_CHAIN) return false
    const c = cheapest(walk, number)
    if (c < 0) return false
    change(walk, core[c]!, number)
  }
  return true
}

/** Place in the core of the column that gives most back for what it is worth, to the row overdrawn by most of its largest coefficient; -1 for none. */
function cheapest(walk: Walk, number: number): number {
  const { core, cell, plan, worth, changedIn } = walk
  const row = worstRow(walk)
  const needed = -walk.room[row]!
  const start = row * core.length
  let [best, least] = [-1, Infinity]
  for (let c = 0; c < core.length; c++) {
    const column = core[c]!
    const chosen = plan[column] === 1
    const back = chosen ? cell[start + c]! : -cell[start + c]!
    if (back <= 0 || changedIn[column] === number) continue
    const exact = chosen ? worth[column]! : -worth[column]!
    const loss = exact + (Math.abs(exact) + DOUBT * walk.unit) * walk.chance.next()
    const relief = back < needed ? back : needed
    const cost = loss > 0 ? loss / relief : loss * relief
    if (cost < least) [best, least] = [c, cost]
  }
  walk.steps += 3 * core.length
  return best
}

function worstRow(walk: Walk): number {
  const { matrix, room } = walk
  let [worst, most] = [0, 0]
  for (let i = 0; i < matrix.rows; i++) {
    if (room[i]! >= 0) continue
    const over = -room[i]! / matrix.largest[i]!
    if (over > most) [worst, most] = [i, over]
  }
  walk.steps += matrix.rows
  return worst
}

/** Adds what fits and is worth something, from a random place of the core onwards. */
function add(walk: Walk, number: number): void {
  const { core, plan, worth, changedIn } = walk
  const from = walk.chance.below(core.length)
  for (let k = 0; k < core.length; k++) {
    const column = core[k + from < core.length ? k + from : k + from - core.length]!
    if (plan[column] === 0 && worth[column]! > 0 && changedIn[column] !== number && fits(walk, column)) change(walk, column, number)
  }
  walk.steps += core.length
}

function fits(walk: Walk, column: number): boolean {
  const { columnStart, columnRow, columnCoefficient } = walk.matrix
  const end = columnStart[column + 1]!
  for (let k = columnStart[column]!; k < end; k++) {
    walk.steps++
    if (walk.room[columnRow[k]!]! < columnCoefficient[k]!) return false
  }
  return true
}
