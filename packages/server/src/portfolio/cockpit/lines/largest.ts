import { bySize, minorAt, sizeOf, type Minor } from './amounts.ts'
import { byLetters } from './order.ts'
import type { Position } from './position.ts'
import type { AmountName } from './tally.ts'

/** A line among the largest by one amount. */
export type Large = { readonly line: number; readonly size: Minor | null }

/** The largest lines by an amount, in the order of `explainTotal`: by size, those without an amount last, then by name. All lines are looked at once, and no more than `most` are kept. */
export function largestBy(position: Position, amount: AmountName, most: number, wanted: (line: number) => boolean = () => true): readonly Large[] {
  const { row, at, nameOf, keyOf, [amount]: amounts } = position
  const compare = (a: Large, b: Large): number => bySize(a.size, b.size) || byLetters(nameOf(a.line), nameOf(b.line)) || byLetters(keyOf(a.line), keyOf(b.line)) || a.line - b.line
  const largest: Large[] = []
  for (let line = 0; line < row.length; line += 1) {
    if (!wanted(line)) continue
    const size = sizeOf(minorAt(amounts, at[line] ?? 0))
    const least = largest[most - 1]
    if (least && bySize(size, least.size) > 0) continue
    const one = { line, size }
    if (least && compare(one, least) > 0) continue
    let place = largest.length
    while (place > 0 && compare(one, largest[place - 1] as Large) < 0) place -= 1
    largest.splice(place, 0, one)
    if (largest.length > most) largest.pop()
  }
  return largest
}
