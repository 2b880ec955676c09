import { bySize, minorAt, sizeOf, type Minor } from './amounts.ts'
import { byLetters } from './order.ts'
import type { Position } from './position.ts'
import type { AmountName } from './tally.ts'

/** A line among the largest by one amount. */
export type Large = { readonly line: number; readonly size: Minor | null }

/** The largest lines by an amount, in the order of `explainTotal`: by size, those without an amount last, then by name. All lines are looked at once, and no more than `most` are kept. */
export function largestBy(position: Position, amount: AmountName | 'forecast', most: number, wanted: (line: number) => boolean = () => true): readonly Large[] {
  const { row, at, nameOf, keyOf, [amount]: amounts } = position
  const compare = (a: Large, b: Large): number => bySize(a.size, b.size) || byLetters(nameOf(a.line), nameOf(b.line)) || byLetters(keyOf(a.line), keyOf(b.line)) || a.line - b.line
  const largest: Large[] = []
  const { high, low, because } = amounts
  // Nearly every line is smaller than the least that is kept, and is passed over by its number alone.
  let enough = Number.NEGATIVE_INFINITY
  for (let line = 0; line < row.length; line += 1) {
    const place = at[line] ?? 0
    if (because[place] !== 0 ? enough >= 0 : Math.abs((high[place] ?? 0) * 4_294_967_296 + (low[place] ?? 0)) < enough) continue
    if (!wanted(line)) continue
    const size = sizeOf(minorAt(amounts, place))
    const least = largest[most - 1]
    if (least && bySize(size, least.size) > 0) continue
    const one = { line, size }
    if (least && compare(one, least) > 0) continue
    let before = largest.length
    while (before > 0 && compare(one, largest[before - 1] as Large) < 0) before -= 1
    largest.splice(before, 0, one)
    if (largest.length > most) largest.pop()
    enough = largest.length < most ? Number.NEGATIVE_INFINITY : enoughFor(largest[most - 1])
  }
  return largest
}

/** What is below this as a double is smaller for sure: doubles of whole numbers are in their order, and next to a large one they are rounded. */
const enoughFor = (least: Large | undefined): number => (least === undefined || least.size === null ? Number.NEGATIVE_INFINITY : Number(least.size) * (1 - 2 ** -50))
