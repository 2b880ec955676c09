import { bySize, minorAt, sizeOf, type Minor } from './amounts.ts'
import { byLetters, pageInOrder } from './order.ts'
import type { Position } from './position.ts'
import type { AmountName } from './tally.ts'

/** A line among the largest by one amount. */
export type Large = { readonly line: number; readonly size: Minor | null }

/** The largest lines by an amount, in the order of `explainTotal`: by size, those without an amount last, then by name. */
export function largestBy(position: Position, amount: AmountName, most: number, wanted: (line: number) => boolean = () => true): readonly Large[] {
  const all: Large[] = []
  for (let line = 0; line < position.row.length; line += 1) if (wanted(line)) all.push({ line, size: sizeOf(minorAt(position[amount], position.at[line] ?? 0)) })
  return pageInOrder(all, 0, most, (a, b) => bySize(a.size, b.size) || byLetters(position.nameOf(a.line), position.nameOf(b.line)) || byLetters(position.keyOf(a.line), position.keyOf(b.line)))
}
