import type { Board } from './board.ts'
import type { Range } from './range.ts'

/** What the selected cells of one unit come to. */
export type Sum = { readonly unit: string; readonly sum: number; readonly count: number; /** Decimals worth showing. */ readonly digits: number }
/** How many selected cells hold something, and what those come to that can be added; `missing` where rows have not arrived. */
export type Tally = { readonly filled: number; readonly sums: readonly Sum[]; readonly missing: boolean }

/** Counts the selected cells, and adds those of columns that say what they add up to. Ordinals and ratios are counted alone. */
export function tallyRange<Row>(board: Pick<Board<Row>, 'shown' | 'lines' | 'rows' | 'valueIn'>, range: Range): Tally {
  const columns = board.shown.slice(range.left, range.right + 1)
  const sums = new Map<string, Adding>()
  let filled = 0
  for (let at = Math.max(0, range.top); at <= range.bottom; at++) {
    const line = board.lines.at(at)
    if (line?.kind !== 'row') continue
    const row = board.rows.at(line.place)
    if (row === undefined) return { filled, sums: [], missing: true }
    for (const column of columns) {
      const value = board.valueIn(row, column)
      if (value === null || value === '') continue
      filled++
      if (column.kind !== 'number' || column.adds === undefined) continue
      const adding = sums.get(column.adds) ?? { sum: 0, lost: 0, count: 0, digits: 0 }
      sums.set(column.adds, adding)
      add(adding, Number(value))
    }
  }
  return { filled, sums: [...sums].map(([unit, { sum, lost, count, digits }]) => ({ unit, sum: Number((sum + lost).toFixed(digits)), count, digits })), missing: false }
}

type Adding = { sum: number; lost: number; count: number; digits: number }

/** Neumaier's sum: what one addition rounds away is added at the end. */
function add(adding: Adding, value: number): void {
  const total = adding.sum + value
  adding.lost += Math.abs(adding.sum) >= Math.abs(value) ? adding.sum - total + value : value - total + adding.sum
  adding.sum = total
  adding.count++
  if (!Number.isInteger(value)) adding.digits = Math.min(6, Math.max(adding.digits, String(value).split('.')[1]?.length ?? 0))
}
