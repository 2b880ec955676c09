import { random } from '../../kernel/index.ts'
import type { Random } from '../../kernel/index.ts'
import type { Matrix } from './matrix.ts'
import type { WalkStart } from './walk.ts'

/**
 * Plans that keep every row, mixed two by two (Chu and Beasley 1998, among the columns of which the prices say least): a child takes what its
 * parents agree on, either where they differ, and a few changes by chance; what overdraws leaves and what fits is added, in the order of what
 * the prices say with some doubt. It takes the place of the worst unless it is there already.
 */
export type Mixing = {
  readonly matrix: Matrix
  readonly chance: Random
  /** Columns that may change; coefficient of row i and core column c at c * rows + i. */
  readonly core: Int32Array
  readonly cell: Float64Array
  /** The plan outside the core, and the room it leaves. */
  readonly rest: Uint8Array
  readonly restRoom: Float64Array
  readonly restValue: number
  readonly net: Float64Array
  readonly unit: number
  readonly members: Member[]
  readonly child: Uint8Array
  readonly room: Float64Array
  readonly lean: Float64Array
  readonly order: number[]
  best: { readonly plan: Uint8Array; readonly value: number }
  children: number
  steps: number
}

type Member = { readonly chosen: Uint8Array; readonly value: number }

const MEMBERS = 100
const CHANGES = 2
/** Doubt about the prices, in units of the typical distance from indifference: of first plans, and of children. */
const [FIRST_DOUBT, DOUBT] = [1, 0.3]

/** A population over `most` core columns, empty at first; null where the core has no room or nothing may change. */
export function openMixing(matrix: Matrix, { plan, net, open, seed }: WalkStart, most: number): Mixing | null {
  const core = Int32Array.from([...open].sort((a, b) => Math.abs(net[a]!) - Math.abs(net[b]!) || a - b).slice(0, most))
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
  return {
    matrix, core, cell, rest, restRoom: rest === settled ? asPriced : roomOf(matrix, kept), restValue: valueOf(matrix, rest), net: Float64Array.from(core, (column) => net[column]!),
    chance: random(seed), unit: Math.abs(net[core[Math.floor(core.length / 3)]!]!), members: [], child: new Uint8Array(core.length), room: new Float64Array(matrix.rows), lean: new Float64Array(core.length),
    order: Array.from(core.keys()), best: { plan, value: -Infinity }, children: 0, steps: matrix.rowColumn.length + cell.length,
  }
}

function roomOf(matrix: Matrix, plan: Uint8Array): Float64Array {
  const room = matrix.limit.slice()
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) if (plan[matrix.rowColumn[k]!] === 1) room[i]! -= matrix.rowCoefficient[k]!
  }
  return room
}

const valueOf = ({ value }: Matrix, plan: Uint8Array): number => plan.reduce((sum, chosen, column) => (chosen === 1 ? sum + value[column]! : sum), 0)

/** Makes so many children more; the first of them have no parents. */
export function mixOn(mixing: Mixing, children: number): void {
  for (const end = mixing.children + children; mixing.children < end; mixing.children++) {
    const first = mixing.children < MEMBERS || mixing.members.length < 2
    if (first) draw(mixing)
    else inherit(mixing)
    const value = repair(mixing, first ? FIRST_DOUBT : DOUBT)
    if (value !== null) join(mixing, value)
  }
}

function draw({ child, net, chance }: Mixing): void {
  for (let c = 0; c < child.length; c++) child[c] = chance.below(2) === 0 ? Number(net[c]! > 0) : chance.below(2)
}

function inherit(mixing: Mixing): void {
  const { child, chance } = mixing
  const [one, other] = [parent(mixing), parent(mixing)]
  for (let c = 0; c < child.length; c++) child[c] = one[c] === other[c] || chance.below(2) === 0 ? one[c]! : other[c]!
  for (let change = 0; change < CHANGES; change++) {
    const c = chance.below(child.length)
    child[c] = 1 - child[c]!
  }
}

/** The better of two by chance. */
function parent({ members, chance }: Mixing): Uint8Array {
  const [one, other] = [members[chance.below(members.length)]!, members[chance.below(members.length)]!]
  return one.value >= other.value ? one.chosen : other.chosen
}

/** Brings the child within its limits and fills it up; its value, or null where that does not succeed. */
function repair(mixing: Mixing, doubt: number): number | null {
  const { child, net, lean, order, room, chance, unit } = mixing
  room.set(mixing.restRoom)
  for (let c = 0; c < child.length; c++) {
    lean[c] = net[c]! + doubt * unit * (chance.next() - 0.5)
    if (child[c] === 1) take(mixing, c, 1)
  }
  order.sort((a, b) => lean[b]! - lean[a]! || a - b)
  mixing.steps += child.length * 8
  for (let k = order.length - 1; k >= 0 && isOverdrawn(mixing); k--) {
    if (child[order[k]!] === 0) continue
    child[order[k]!] = 0
    take(mixing, order[k]!, -1)
  }
  if (isOverdrawn(mixing)) return null
  for (const c of order) {
    if (child[c] === 1 || mixing.matrix.value[mixing.core[c]!]! <= 0 || !fits(mixing, c)) continue
    child[c] = 1
    take(mixing, c, 1)
  }
  let value = mixing.restValue
  for (let c = 0; c < child.length; c++) if (child[c] === 1) value += mixing.matrix.value[mixing.core[c]!]!
  return value
}

function take(mixing: Mixing, c: number, sign: 1 | -1): void {
  const { cell, room } = mixing
  for (let i = 0, at = c * room.length; i < room.length; i++, at++) room[i]! -= sign * cell[at]!
  mixing.steps += room.length
}

function isOverdrawn(mixing: Mixing): boolean {
  const { room } = mixing
  mixing.steps += room.length
  for (let i = 0; i < room.length; i++) if (room[i]! < 0) return true
  return false
}

function fits(mixing: Mixing, c: number): boolean {
  const { cell, room } = mixing
  for (let i = 0, at = c * room.length; i < room.length; i++, at++) {
    mixing.steps++
    if (room[i]! < cell[at]!) return false
  }
  return true
}

/** Adds the child, in place of the worst once there are enough. */
function join(mixing: Mixing, value: number): void {
  const { members, child } = mixing
  if (value > mixing.best.value) mixing.best = { plan: planOf(mixing), value }
  mixing.steps += members.length
  let worst = 0
  for (let k = 0; k < members.length; k++) {
    if (members[k]!.value === value && members[k]!.chosen.every((chosen, c) => chosen === child[c])) return
    if (members[k]!.value < members[worst]!.value) worst = k
  }
  if (members.length < MEMBERS) members.push({ chosen: child.slice(), value })
  else if (value > members[worst]!.value) members[worst] = { chosen: child.slice(), value }
}

function planOf({ rest, core, child }: Mixing): Uint8Array {
  const plan = rest.slice()
  core.forEach((column, c) => (plan[column] = child[c]!))
  return plan
}
