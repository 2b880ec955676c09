import { random } from '../../kernel/index.ts'
import type { Random } from '../../kernel/index.ts'
import type { Matrix } from './matrix.ts'
import { pack, packingOf } from './packing.ts'
import type { Packing } from './packing.ts'
import type { WalkStart } from './walk.ts'

/**
 * Plans that keep every row, mixed two by two (Chu and Beasley 1998, among the columns of which the prices say least): a child takes what its
 * parents agree on, either where they differ, and a few changes by chance; what overdraws leaves and what fits is added, in the order of what
 * the prices say with some doubt, and pairs are exchanged while that gains. It takes the place of the worst unless it is there already.
 */
export type Mixing = {
  readonly chance: Random
  /** Columns that may change. */
  readonly core: Int32Array
  /** Doubt about the prices in children. */
  readonly doubt: number
  /** The plan outside the core. */
  readonly rest: Uint8Array
  readonly packing: Packing
  /** Doubts to draw from, -0.5 to 0.5 typical distances from indifference. */
  readonly doubts: Float64Array
  readonly members: Member[]
  /** Value of the least member, once there are enough. */
  least: number
  best: { readonly plan: Uint8Array; readonly value: number }
  children: number
  /** The child that was the best so far. */
  bestAt: number
  steps: number
}

type Member = { readonly chosen: Uint8Array; readonly value: number }

const MEMBERS = 100
/** Columns of a child that change by chance. */
const CHANGES = 2
/** Doubt about the prices in first plans, in units of the typical distance from indifference. */
const FIRST_DOUBT = 1
/** How many doubts there are to draw from; a prime, so that their order is never the columns'. */
const DOUBTS = 4093
/** So many children without anything better, beside as many as the best took, end a mixing. */
const PATIENCE = 100_000

/** How many columns are mixed, and the doubt about the prices in children, in units of the typical distance from indifference. */
export type Mix = { readonly columns: number; readonly doubt: number }

/** A population over as many core columns as wanted, empty at first; null where the core has no room or nothing may change. */
export function openMixing(matrix: Matrix, { plan, net, prices, open, seed }: WalkStart, { columns, doubt }: Mix): Mixing | null {
  const core = Int32Array.from([...open].sort((a, b) => Math.abs(net[a]!) - Math.abs(net[b]!) || a - b).slice(0, columns))
  if (core.length < 2) return null
  const inCore = new Set(core)
  const settled = plan.slice()
  for (const column of open) settled[column] = !inCore.has(column) && net[column]! > 0 ? 1 : 0
  const asPriced = roomOf(matrix, settled)
  const kept = plan.map((chosen, column) => (inCore.has(column) ? 0 : chosen))
  const rest = asPriced.every((room) => room >= 0) ? settled : kept
  const cell = new Float64Array(matrix.rows * core.length)
  core.forEach((column, c) => {
    for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) cell[c * matrix.rows + matrix.columnRow[k]!] = matrix.columnCoefficient[k]!
  })
  const of = (each: Float64Array): Float64Array => Float64Array.from(core, (column) => each[column]!)
  const packing = packingOf({ rows: matrix.rows, value: of(matrix.value), net: of(net), cell, prices, restRoom: rest === settled ? asPriced : roomOf(matrix, kept), restValue: valueOf(matrix, rest) })
  const chance = random(seed)
  const unit = Math.abs(net[core[Math.floor(core.length / 3)]!]!)
  const doubts = Float64Array.from({ length: DOUBTS }, () => unit * (chance.next() - 0.5))
  return { core, doubt, rest, packing, chance, doubts, members: [], least: -Infinity, best: { plan, value: -Infinity }, children: 0, bestAt: 0, steps: matrix.rowColumn.length + cell.length + DOUBTS }
}

function roomOf(matrix: Matrix, plan: Uint8Array): Float64Array {
  const room = matrix.limit.slice()
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) if (plan[matrix.rowColumn[k]!] === 1) room[i]! -= matrix.rowCoefficient[k]!
  }
  return room
}

const valueOf = ({ value }: Matrix, plan: Uint8Array): number => plan.reduce((sum, chosen, column) => (chosen === 1 ? sum + value[column]! : sum), 0)

/** True once new children have long brought nothing better than the best. */
export const isMixed = ({ children, bestAt }: Mixing): boolean => children > 2 * bestAt + PATIENCE

/** Makes so many children more; the first of them have no parents. */
export function mixOn(mixing: Mixing, children: number): void {
  const before = mixing.packing.steps
  for (const end = mixing.children + children; mixing.children < end; mixing.children++) {
    const first = mixing.children < MEMBERS || mixing.members.length < 2
    if (first) draw(mixing)
    else inherit(mixing)
    lean(mixing, first ? FIRST_DOUBT : mixing.doubt)
    const value = pack(mixing.packing, mixing.least)
    if (value !== null) join(mixing, value)
  }
  mixing.steps += mixing.packing.steps - before
}

function draw({ packing: { chosen, net }, chance }: Mixing): void {
  for (let c = 0; c < chosen.length; c++) chosen[c] = chance.below(2) === 0 ? Number(net[c]! > 0) : chance.below(2)
}

function inherit(mixing: Mixing): void {
  const { packing: { chosen }, chance } = mixing
  const [one, other] = [parent(mixing), parent(mixing)]
  let bits = 0
  for (let c = 0; c < chosen.length; c++, bits >>>= 1) {
    if (c % 32 === 0) bits = chance.nextUint32()
    chosen[c] = (bits & 1) === 0 ? one[c]! : other[c]!
  }
  for (let change = 0; change < CHANGES; change++) {
    const c = chance.below(chosen.length)
    chosen[c] = 1 - chosen[c]!
  }
}

/** The better of two by chance. */
function parent({ members, chance }: Mixing): Uint8Array {
  const [one, other] = [members[chance.below(members.length)]!, members[chance.below(members.length)]!]
  return one.value >= other.value ? one.chosen : other.chosen
}

function lean({ packing, doubts, chance }: Mixing, doubt: number): void {
  let at = chance.below(DOUBTS)
  for (let c = 0; c < packing.lean.length; c++, at = at === DOUBTS - 1 ? 0 : at + 1) packing.lean[c] = packing.net[c]! + doubt * doubts[at]!
}

/** Adds the child, in place of the least once there are enough. */
function join(mixing: Mixing, value: number): void {
  const { members, packing: { chosen } } = mixing
  if (value > mixing.best.value) {
    mixing.best = { plan: planOf(mixing), value }
    mixing.bestAt = mixing.children
  }
  if (value <= mixing.least) return
  mixing.steps += members.length
  let least = 0
  for (let k = 0; k < members.length; k++) {
    if (members[k]!.value === value && isSame(members[k]!.chosen, chosen)) return
    if (members[k]!.value < members[least]!.value) least = k
  }
  members[members.length < MEMBERS ? members.length : least] = { chosen: chosen.slice(), value }
  if (members.length === MEMBERS) mixing.least = members.reduce((smallest, member) => Math.min(smallest, member.value), Infinity)
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  for (let c = 0; c < one.length; c++) if (one[c] !== other[c]) return false
  return true
}

function planOf({ rest, core, packing: { chosen } }: Mixing): Uint8Array {
  const plan = rest.slice()
  core.forEach((column, c) => (plan[column] = chosen[c]!))
  return plan
}
