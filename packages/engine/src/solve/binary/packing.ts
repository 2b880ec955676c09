/** A core of columns beside what is settled of the others: which of them are chosen, and the room that leaves. */
export type Packing = {
  readonly rows: number
  /** Per core column: its value, what it is worth at the prices of the rows, and what it takes at these prices. */
  readonly value: Float64Array
  readonly net: Float64Array
  readonly toll: Float64Array
  /** Coefficient of row i and core column c at c * rows + i. */
  readonly cell: Float64Array
  readonly prices: Float64Array
  readonly restRoom: Float64Array
  readonly restValue: number
  readonly chosen: Uint8Array
  readonly room: Float64Array
  /** Core columns from the one to take first to the one to drop first, by `lean`: what the prices say, with some doubt. */
  readonly order: Int32Array
  readonly lean: Float64Array
  /** Core columns from the one the prices speak for most to the one they speak against most. */
  readonly byNet: Int32Array
  /** What exchanges have gained of late, on average. */
  gain: number
  /** Elementary steps done. */
  steps: number
}

/** More than so many times what exchanges gain is not hoped for; weight of the latest in that average. */
const [HOPED, LATELY] = [2, 0.02]
/** Work per column beside its rows: it is drawn, doubted, sorted and summed. */
const STEPS_PER_COLUMN = 12

/** Rows, prices and values of the core, nothing chosen. */
export function packingOf({ rows, value, net, cell, prices, restRoom, restValue }: Pick<Packing, 'rows' | 'value' | 'net' | 'cell' | 'prices' | 'restRoom' | 'restValue'>): Packing {
  const places = Array.from(value.keys())
  return {
    rows, value, net, cell, prices, restRoom, restValue, toll: value.map((each, c) => each - net[c]!), chosen: new Uint8Array(value.length), room: restRoom.slice(),
    order: Int32Array.from([...places].sort((a, b) => net[b]! - net[a]! || a - b)), lean: net.slice(), byNet: Int32Array.from([...places].sort((a, b) => net[b]! - net[a]! || a - b)), gain: 0, steps: 0,
  }
}

/**
 * Brings what is chosen within the limits and fills it up, in the order of `lean`, then exchanges pairs unless that could hardly bring it to
 * `least`; its value, or null where that does not succeed.
 */
export function pack(packing: Packing, least: number): number | null {
  const { chosen, order, value, room, rows } = packing
  sortByLean(packing)
  room.set(packing.restRoom)
  for (let c = 0; c < chosen.length; c++) if (chosen[c] === 1) move(packing, c, 1)
  for (let k = order.length - 1; k >= 0 && isOverdrawn(packing); k--) {
    if (chosen[order[k]!] === 0) continue
    chosen[order[k]!] = 0
    move(packing, order[k]!, -1)
  }
  packing.steps += chosen.length * STEPS_PER_COLUMN + rows
  if (isOverdrawn(packing)) return null
  for (const c of order) {
    if (chosen[c] === 1 || value[c]! <= 0 || !fits(packing, c)) continue
    chosen[c] = 1
    move(packing, c, 1)
  }
  const filled = valueOf(packing)
  if (filled + HOPED * packing.gain < least) return filled
  exchange(packing)
  const exchanged = valueOf(packing)
  packing.gain += LATELY * (exchanged - filled - packing.gain)
  return exchanged
}

function valueOf({ chosen, value, restValue }: Packing): number {
  let sum = restValue
  for (let c = 0; c < chosen.length; c++) if (chosen[c] === 1) sum += value[c]!
  return sum
}

/** By insertion: doubts move a column by a few places only. */
function sortByLean({ order, lean }: Packing): void {
  for (let k = 1; k < order.length; k++) {
    const c = order[k]!
    const own = lean[c]!
    let at = k - 1
    for (; at >= 0 && lean[order[at]!]! < own; at--) order[at + 1] = order[at]!
    order[at + 1] = c
  }
}

function move(packing: Packing, c: number, sign: 1 | -1): void {
  const { cell, room, rows } = packing
  for (let i = 0, at = c * rows; i < rows; i++, at++) room[i]! -= sign * cell[at]!
  packing.steps += rows
}

function isOverdrawn({ room, rows }: Packing): boolean {
  for (let i = 0; i < rows; i++) if (room[i]! < 0) return true
  return false
}

function fits(packing: Packing, c: number): boolean {
  const { cell, room, rows } = packing
  packing.steps += 2
  for (let i = 0, at = c * rows; i < rows; i++, at++) if (room[i]! < cell[at]!) return false
  return true
}

/**
 * Exchanges a chosen column for a more valuable one as long as some pair keeps every row. At the prices a pair gains at most what room is left
 * and what the newcomer is worth beyond the other, so that columns are looked at in the order of that, until nothing can gain.
 */
function exchange(packing: Packing): void {
  const { byNet, chosen, net } = packing
  let left = roomAtPrices(packing)
  let idle = 0
  for (let k = byNet.length - 1; idle < byNet.length; k = k === 0 ? byNet.length - 1 : k - 1) {
    const out = byNet[k]!
    idle++
    if (chosen[out] === 0) continue
    if (net[out]! >= left + net[byNet[0]!]!) {
      idle += k
      k = 0
      continue
    }
    const better = betterFor(packing, out, left)
    if (better < 0) continue
    chosen[out] = 0
    chosen[better] = 1
    move(packing, out, -1)
    move(packing, better, 1)
    left = roomAtPrices(packing)
    idle = 0
  }
}

function roomAtPrices({ prices, room, rows }: Packing): number {
  let sum = 0
  for (let i = 0; i < rows; i++) sum += prices[i]! * room[i]!
  return sum * (1 + 1e-9) + 1e-9
}

/** The most valuable column that may take the place of `out`; -1 for none. */
function betterFor(packing: Packing, out: number, left: number): number {
  const { byNet, chosen, value, net, toll, cell, room, rows } = packing
  let best = -1
  let least = value[out]!
  const [most, enough] = [toll[out]! + left, net[out]! - left]
  let k = 0
  for (; k < byNet.length; k++) {
    const c = byNet[k]!
    if (net[c]! <= enough) break
    if (chosen[c] === 1 || value[c]! <= least || toll[c]! > most) continue
    let [i, at, from] = [0, c * rows, out * rows]
    for (; i < rows && room[i]! + cell[from]! >= cell[at]!; i++, at++) from++
    if (i === rows) [best, least] = [c, value[c]!]
  }
  packing.steps += k
  return best
}
