/**
 * What some steps have told about how slopes change with prices (limited memory of Broyden, Fletcher, Goldfarb and Shanno; Liu and Nocedal 1989):
 * the steps, the changes of slopes along them, and 1 over their product. Rings of a fixed length.
 */
export type Curvature = {
  readonly steps: readonly Float64Array[]
  readonly changes: readonly Float64Array[]
  readonly scales: Float64Array
  /** How many are known, and the place of the next. */
  known: number
  next: number
}

const REMEMBERED = 10

export function curvatureOf(size: number): Curvature {
  const ring = (): readonly Float64Array[] => Array.from({ length: REMEMBERED }, () => new Float64Array(size))
  return { steps: ring(), changes: ring(), scales: new Float64Array(REMEMBERED), known: 0, next: 0 }
}

/** Notes a step and the change of slopes where the step has led; prices that did not move tell nothing. A step along which slopes fall is not noted. */
export function noteStep(curvature: Curvature, from: Float64Array, to: Float64Array, slopeFrom: Float64Array, slopeTo: Float64Array): void {
  const [step, change] = [curvature.steps[curvature.next]!, curvature.changes[curvature.next]!]
  let product = 0
  for (let r = 0; r < step.length; r++) {
    step[r] = to[r]! - from[r]!
    change[r] = step[r] === 0 ? 0 : slopeTo[r]! - slopeFrom[r]!
    product += step[r]! * change[r]!
  }
  if (!(product > 0)) return
  curvature.scales[curvature.next] = 1 / product
  curvature.next = (curvature.next + 1) % REMEMBERED
  curvature.known = Math.min(REMEMBERED, curvature.known + 1)
}

/** Forgets all but the last `count` steps. */
export function keepLast(curvature: Curvature, count: number): void {
  curvature.known = Math.min(curvature.known, count)
}

/** Turns a slope into the step to where it would be zero, by what is known; beyond that as `bend` says, the same in each price by itself. */
export function towardsZero({ steps, changes, scales, known, next }: Curvature, bend: Float64Array, direction: Float64Array): void {
  const parts = new Float64Array(known)
  const place = (k: number): number => (next - 1 - k + REMEMBERED) % REMEMBERED
  for (let k = 0; k < known; k++) {
    const at = place(k)
    parts[k] = scales[at]! * product(steps[at]!, direction)
    add(direction, -parts[k]!, changes[at]!)
  }
  const stretch = known === 0 ? 1 : stretchBy(changes[place(0)]!, scales[place(0)]!, bend)
  for (let r = 0; r < direction.length; r++) direction[r] = bend[r] === 0 ? 0 : (stretch * direction[r]!) / bend[r]!
  for (let k = known - 1; k >= 0; k--) {
    const at = place(k)
    add(direction, parts[k]! - scales[at]! * product(changes[at]!, direction), steps[at]!)
  }
}

/** How much longer the last step was than bends by themselves would have it. */
function stretchBy(change: Float64Array, scale: number, bend: Float64Array): number {
  let sum = 0
  for (let r = 0; r < change.length; r++) if (bend[r] !== 0) sum += (change[r]! * change[r]!) / bend[r]!
  return sum === 0 ? 1 : 1 / (scale * sum)
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let r = 0; r < a.length; r++) sum += a[r]! * b[r]!
  return sum
}

function add(to: Float64Array, times: number, more: Float64Array): void {
  for (let r = 0; r < to.length; r++) to[r]! += times * more[r]!
}
