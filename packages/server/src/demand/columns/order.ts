/** Says which of two things, by their numbers, comes first: below 0, 0, above 0. */
export type Compare = (a: number, b: number) => number

const none = new Uint32Array(0)

/** Numbers from 0 to `count` in order, given those from 0 to `order.length` in order: the new ones are sorted and put in their places. */
export function extendOrder(order: Uint32Array, count: number, compare: Compare): Uint32Array {
  const known = order.length
  if (count <= known) return order
  const added = Uint32Array.from({ length: count - known }, (_, index) => known + index).sort(compare)
  if (known === 0) return added
  const extended = new Uint32Array(count)
  let [read, written] = [0, 0]
  for (const one of added) {
    const place = placeOf(order, one, compare, read)
    extended.set(order.subarray(read, place), written)
    written += place - read
    read = place
    extended[written] = one
    written += 1
  }
  extended.set(order.subarray(read), written)
  return extended
}

/** How many of the numbers in order, from `from` on, come before one. */
function placeOf(order: Uint32Array, one: number, compare: Compare, from: number): number {
  let [low, high] = [from, order.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(order[middle] ?? 0, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of each number in an order. */
export function placesOf(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place += 1) places[order[place] ?? 0] = place
  return places
}

/** An order of nothing yet. */
export const noOrder: Uint32Array = none
