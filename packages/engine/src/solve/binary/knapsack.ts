/** Items of positive whole value and weight for one sack. */
export type Knapsack = { readonly values: readonly number[]; readonly weights: readonly number[]; readonly capacity: number }

/** The best filling found; `bound` equals `value` once it is proved. `price` is value per unit of capacity at the break item. */
export type Filling = { readonly chosen: readonly boolean[]; readonly value: number; readonly bound: number; readonly price: number; readonly steps: number }

/** A state is made, compared and kept: as much work as so many steps elsewhere. */
const STATE_STEPS = 25

/** A reachable sum, and the last change that led to it. */
type State = { readonly weight: number; readonly value: number; readonly from: State | null; readonly item: number }

/**
 * Exact knapsack by the expanding core (Pisinger 1997, MINKNAP): from the greedy filling, states grow by adding the next item after the
 * break item and removing the next before it; dominated states and those whose Dantzig bound cannot beat the best are dropped.
 * Sums are whole and below 2^53; bounds are rounded up. Ends after `maxSteps` steps with what it has.
 */
export function fillKnapsack({ values, weights, capacity }: Knapsack, maxSteps: number): Filling {
  const order = Array.from(values.keys()).sort((a, b) => values[b]! / weights[b]! - values[a]! / weights[a]! || a - b)
  const density = (position: number): number => values[order[position]!]! / weights[order[position]!]!
  let breakAt = 0
  let start: State = { weight: 0, value: 0, from: null, item: -1 }
  while (breakAt < order.length && start.weight + weights[order[breakAt]!]! <= capacity) {
    const item = order[breakAt++]!
    start = { weight: start.weight + weights[item]!, value: start.value + values[item]!, from: null, item: -1 }
  }
  const price = breakAt < order.length ? density(breakAt) : 0
  const reach = (state: State, left: number, right: number): number => {
    const room = capacity - state.weight
    if (room >= 0) return right < order.length ? upward(state.value, room * density(right)) : state.value
    return left >= 0 ? upward(state.value, room * density(left)) : -Infinity
  }
  let best = start
  let states: State[] = [start]
  let steps = order.length
  let [left, right] = [breakAt - 1, breakAt]
  const extend = (item: number, sign: 1 | -1): void => {
    const without = upward(start.value, (capacity - start.weight) * price) + sign * values[item]! - sign * weights[item]! * price
    if (upward(without, 0) < best.value + 1) return
    states = merged(states, states.map((from) => ({ weight: from.weight + sign * weights[item]!, value: from.value + sign * values[item]!, from, item })))
    steps += STATE_STEPS * states.length
    for (const state of states) if (state.weight <= capacity && state.value > best.value) best = state
  }
  while (states.length > 0 && (left >= 0 || right < order.length) && steps < maxSteps) {
    if (right < order.length) extend(order[right++]!, 1)
    states = states.filter((state) => reach(state, left, right) >= best.value + 1)
    if (left >= 0) extend(order[left--]!, -1)
    states = states.filter((state) => reach(state, left, right) >= best.value + 1)
  }
  const open = left >= 0 || right < order.length ? states : []
  const bound = open.reduce((most, state) => Math.max(most, Math.floor(reach(state, left, right))), best.value)
  return { chosen: chosenBy(best, order, breakAt), value: best.value, bound, price, steps }
}

/** base + term, rounded up by more than the rounding errors of the few operations that led to it. */
const upward = (base: number, term: number): number => base + term + (Math.abs(base) + Math.abs(term)) * 2 ** -49

/** Both lists by weight, without states that weigh no less and are worth no more than another. Both come sorted. */
function merged(a: readonly State[], b: readonly State[]): State[] {
  const out: State[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, two] = [a[i], b[j]]
    const next = two === undefined || (one !== undefined && (one.weight < two.weight || (one.weight === two.weight && one.value >= two.value))) ? a[i++]! : b[j++]!
    const last = out[out.length - 1]
    if (last === undefined || next.value > last.value) out.push(next)
  }
  return out
}

function chosenBy(state: State, order: readonly number[], breakAt: number): readonly boolean[] {
  const chosen = order.map(() => false)
  for (const item of order.slice(0, breakAt)) chosen[item] = true
  for (let at: State | null = state; at !== null && at.item >= 0; at = at.from) chosen[at.item] = !chosen[at.item]
  return chosen
}
