import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Metric } from '../kernel/index.ts'
import { safeCounts } from './small-groups.ts'

const shown = ({ cells, rows, columns, total }: ReturnType<typeof safeCounts>): string =>
  [...cells.map((row, at) => [...row, rows[at]].map(words).join(' ')), [...columns, total].map(words).join(' ')].join(' | ')
const words = (metric: Metric<number> | undefined): string => (metric?.status === 'ok' ? String(metric.value) : '·')

describe('counts of people', () => {
  it.each([
    // A small one takes the next smallest with it, or 20 − 12 − 6 tells it.
    [[[12, 6, 2]], '12 · · 20 | 12 · · 20'],
    // Two small ones of 2 + 2: together they tell of four, so that a third goes with them.
    [[[12, 6, 2, 2]], '12 · · · 22 | 12 · · · 22'],
    [[[4, 4, 10]], '· · 10 18 | · · 10 18'],
    // There is nothing to hide it behind: the total goes as well.
    [[[2, 0, 0]], '· 0 0 · | · 0 0 ·'],
    [[[5, 0, 7]], '5 0 7 12 | 5 0 7 12'],
    [[[1], [9]], '· · | · · | 10 10'],
    // One cell of a table: a second in its row, in its column, and the corner that closes the circle.
    [[[2, 9, 30], [8, 10, 30], [30, 30, 30]], '· · 30 41 | · · 30 48 | 30 30 30 90 | 40 49 90 179'],
    [[[0, 0], [0, 0]], '0 0 0 | 0 0 0 | 0 0 0'],
  ])('%j are shown as %s', (counts, expected) => expect(shown(safeCounts(counts))).toBe(expected))

  it('are never shown of fewer than three, whatever is set', () => {
    expect(shown(safeCounts([[2, 20, 30]], 1))).toBe(shown(safeCounts([[2, 20, 30]], 3)))
    expect(shown(safeCounts([[3, 20, 30]], 1))).toBe('3 20 30 53 | 3 20 30 53')
  })

  const small = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 40 }))
  const table = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(small, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }))

  it('that are small are withheld, and those that are shown are right', () => {
    fc.assert(fc.property(table, (counts) => {
      const { cells, total } = safeCounts(counts)
      counts.forEach((row, at) => row.forEach((count, column) => {
        const cell = cells[at]?.[column]
        if (count > 0 && count < 5) expect(cell?.status).toBe('undefined')
        else if (cell?.status === 'ok') expect(cell.value).toBe(count)
      }))
      if (total.status === 'ok') expect(total.value).toBe(counts.flat().reduce((sum, count) => sum + count, 0))
    }))
  })

  it('that are withheld follow from no sum of what is shown: each has a second value that fits', () => {
    fc.assert(fc.property(table, (counts) => {
      const { cells, rows, columns, total } = safeCounts(counts)
      const grid = [...cells.map((row, at) => [...row, rows[at] as Metric<number>]), [...columns, total]]
      const unknown = grid.flatMap((row, at) => row.flatMap((cell, column) => (cell.status === 'ok' ? [] : [[at, column] as const])))
      const width = columns.length
      // Of each sum: what its unknown cells have to add up to, parts plus, the total minus.
      const signs = (along: 'row' | 'column', line: number) => unknown.map(([at, column]) => ((along === 'row' ? at : column) === line ? ((along === 'row' ? column === width : at === cells.length) ? -1 : 1) : 0))
      const sums = [...grid.map((_, at) => signs('row', at)), ...Array.from({ length: width + 1 }, (_, column) => signs('column', column))]
      const free = nullSpaceTouches(sums, unknown.length)
      expect(unknown.filter((_, at) => !free[at])).toEqual([])
    }))
  })
})

/** Of each unknown, whether it can move while all sums hold: not where reduced rows make it stand alone. */
function nullSpaceTouches(rows: readonly (readonly number[])[], width: number): readonly boolean[] {
  const matrix = rows.map((row) => [...row])
  const pivots: number[] = []
  let at = 0
  for (let column = 0; column < width && at < matrix.length; column += 1) {
    const found = matrix.findIndex((row, index) => index >= at && Math.abs(row[column] ?? 0) > 1e-9)
    if (found < 0) continue
    ;[matrix[at], matrix[found]] = [matrix[found] as number[], matrix[at] as number[]]
    const pivot = matrix[at]?.[column] ?? 1
    matrix[at] = (matrix[at] ?? []).map((value) => value / pivot)
    matrix.forEach((row, index) => {
      const factor = row[column] ?? 0
      if (index !== at && factor !== 0) matrix[index] = row.map((value, place) => value - factor * (matrix[at]?.[place] ?? 0))
    })
    pivots.push(column)
    at += 1
  }
  return Array.from({ length: width }, (_, column) => {
    const place = pivots.indexOf(column)
    return place < 0 || (matrix[place] ?? []).some((value, other) => other !== column && Math.abs(value) > 1e-9)
  })
}
