export const terciles = ['bottom', 'middle', 'top'] as const
export type Tercile = (typeof terciles)[number]

/** Digits by which scores are told apart: what differs less is a matter of floating point. */
const digits = 1e9

/**
 * The third of a list in which each score lies, by the place of its middle among all: with b below it and e equal to it (itself among them) that is
 * (b + e/2)/n; up to 1/3 exclusive is the bottom, from 2/3 exclusive the top. Equal scores are never parted, and those that straddle a border
 * evenly go to the middle, so that top and bottom hold what clearly belongs there. 0.1 0.2 0.2 0.9 → bottom, middle, middle, top.
 */
export function tercilesOf(scores: readonly number[]): readonly Tercile[] {
  const whole = scores.map((score) => Math.round(score * digits))
  const equal = new Map<number, number>()
  for (const score of whole) equal.set(score, (equal.get(score) ?? 0) + 1)
  const placed = new Map<number, Tercile>()
  let below = 0
  for (const [score, many] of [...equal].sort(([a], [b]) => a - b)) {
    // Whole numbers: 3 (2b + e) against 2n and 4n.
    const sixths = 3 * (2 * below + many)
    placed.set(score, sixths < 2 * scores.length ? 'bottom' : sixths > 4 * scores.length ? 'top' : 'middle')
    below += many
  }
  return whole.map((score) => placed.get(score) ?? 'middle')
}
