import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycleSort, moveBefore } from './changes.ts'
import type { Column } from './column.ts'
import { fillByKey, fillTarget } from './fill-target.ts'
import { initialView } from './grid-view.ts'
import { at, cellCount, moveSelection, rangeOf, within } from './range.ts'
import { readCell } from './read-entry.ts'
import { blockRows, blocksOf, keptBlocks, noRows, rowsIn, touched, withBlock } from './row-cache.ts'
import type { RowCache } from './row-cache.ts'
import { sampleBoard, sampleColumn } from './sample-board.ts'
import { tallyRange } from './tally.ts'
import { bodyHeightPx, gridWindow, scrolled, scrollToColumn, scrollToRow, settled } from './window.ts'
import type { Heights, Place } from './window.ts'

describe('window of lines', () => {
  test('holds every line in view, whatever the place', () => {
    fc.assert(
      fc.property(fc.nat(400_000), fc.integer({ min: 1, max: 2_000 }), fc.constantFrom(28, 32, 40), fc.nat(10_000), (scroll, height, row, total) => {
        const top = Math.max(0, Math.min(scroll, total * row - height))
        const { first, count } = gridWindow(top, height, row, total)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first + count).toBeLessThanOrEqual(total)
        if (total > 0) {
          expect(first).toBeLessThanOrEqual(Math.floor(top / row))
          expect(first + count).toBeGreaterThanOrEqual(Math.min(total, Math.ceil((top + height) / row)))
        }
      }),
    )
  })
  test('a line below the view comes to its lower edge, one in view moves nothing', () => {
    expect(scrollToRow(30, 0, 334, 32, 34)).toBe(31 * 32 - 300)
    expect(scrollToRow(3, 64, 334, 32, 34)).toBe(64)
    expect(scrollToColumn(500, 100, 0, 400, 200)).toBe(200)
    expect(scrollToColumn(250, 100, 200, 400, 200)).toBe(50)
  })
})

describe('selection', () => {
  const extent = { lines: 10, columns: 4, page: 5 }
  const held = { shift: false, ctrl: false }
  test('up from the first line reaches the head, and no farther', () => {
    expect(moveSelection(at(0, 1), 'ArrowUp', held, extent)?.active).toEqual({ line: -1, column: 1 })
    expect(moveSelection(at(-1, 1), 'ArrowUp', held, extent)?.active.line).toBe(-1)
  })
  test('shift stretches from the anchor, and stays below the head', () => {
    const stretched = moveSelection(at(0, 1), 'ArrowUp', { shift: true, ctrl: false }, extent)
    expect(stretched).toEqual(at(0, 1))
    expect(rangeOf({ anchor: { line: 4, column: 3 }, active: { line: 2, column: 1 } })).toEqual({ top: 2, bottom: 4, left: 1, right: 3 })
    expect(cellCount({ top: 2, bottom: 4, left: 1, right: 3 })).toBe(9)
  })
  test('a selection shrinks with the grid', () => expect(within(at(9, 3), 2, 1)).toEqual(at(1, 0)))
  test('ctrl with an arrow stops at the edge of what is filled', () => {
    const filled = (line: number) => [0, 1, 2, 6, 7].includes(line)
    const jump = (from: number, key: string) => moveSelection(at(from, 0), key, { shift: false, ctrl: true }, { ...extent, filled })?.active.line
    expect([jump(0, 'ArrowDown'), jump(2, 'ArrowDown'), jump(6, 'ArrowDown'), jump(7, 'ArrowDown'), jump(7, 'ArrowUp'), jump(6, 'ArrowUp'), jump(-1, 'ArrowDown')]).toEqual([2, 6, 7, 9, 6, 2, 0])
  })
  test('tab is not a move: it leaves the grid', () => expect(moveSelection(at(0, 0), 'Tab', held, extent)).toBeUndefined())
})

describe('arranging', () => {
  test('a head sorts up, down and not at all', () => {
    const up = cycleSort([], 'a', false)
    const down = cycleSort(up, 'a', false)
    expect([up, down, cycleSort(down, 'a', false)]).toEqual([[{ key: 'a', descending: false }], [{ key: 'a', descending: true }], []])
    expect(cycleSort(up, 'b', true)).toEqual([{ key: 'a', descending: false }, { key: 'b', descending: false }])
  })
  test('moving a column keeps all of them', () => expect(moveBefore(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b']))
  test('what was kept of columns that are gone is dropped, new columns come last', () => {
    const columns = ['a', 'b'].map((key): Column<unknown> => ({ key, label: key, kind: 'text', width: 10, get: () => null }))
    const state = initialView(columns, { order: ['gone', 'b'], sort: [{ key: 'gone', descending: true }], groups: ['gone'] })
    expect([state.order, state.sort, state.groups]).toEqual([['b', 'a'], [], []])
  })
})

describe('entries', () => {
  const column = (kind: Column<object>['kind']): Column<object> => ({ key: 'c', label: 'C', kind, width: 10, get: () => null, choices: [{ value: 'g', label: 'On track' }] })
  const read = (kind: Column<object>['kind'], text: string, locale = 'en-GB') => readCell(column(kind), text, {}, locale)
  test('numbers are read in the locale', () => {
    expect(read('number', '1.234,5', 'de-DE')).toEqual({ ok: true, value: 1234.5 })
    expect(read('number', '1.5', 'de-DE').ok).toBe(false)
  })
  test('a date is read in the order of the locale, and refused rather than turned round', () => {
    expect(read('date', '03/04/2026')).toEqual({ ok: true, value: '2026-04-03' })
    expect(read('date', '03/04/2026', 'en-US')).toEqual({ ok: true, value: '2026-03-04' })
    expect(read('date', '23/04/2026', 'en-US').ok).toBe(false)
    expect(read('date', '3.4.2026', 'en-US')).toEqual({ ok: true, value: '2026-04-03' })
    expect(read('date', '2026-02-30').ok).toBe(false)
  })
  test('a choice is found by its words', () => {
    expect(read('status', 'on TRACK')).toEqual({ ok: true, value: 'g' })
    expect(read('status', 'fine').ok).toBe(false)
  })
  test('nothing typed is no value', () => expect(read('number', ' ')).toEqual({ ok: true, value: null }))
})

describe('lists taller than a browser can hold', () => {
  const heights: Heights = { whole: 32_000_000, body: bodyHeightPx(1_000_000, 32), view: 600 }
  const top = ({ real, offset }: Place) => real + offset
  test('a list that fits is not scaled', () => expect(scrolled({ real: 0, offset: 0 }, 900, { whole: 9_000, body: 9_000, view: 500 })).toEqual({ real: 900, offset: 0 }))
  test('small steps move by as much, and stay in the list', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -600, max: 600 }), (part, step) => {
        const place = settled(Math.round(part * (heights.whole - heights.view)), heights)
        const next = scrolled(place, place.real + step, heights)
        expect(top(next)).toBe(Math.max(0, Math.min(top(place) + step, heights.whole - heights.view)))
      }),
    )
  })
  test('both ends can be reached, by a leap and by settling', () => {
    const end = heights.body - heights.view
    expect(top(scrolled({ real: 0, offset: 0 }, end, heights))).toBe(heights.whole - heights.view)
    expect(settled(heights.whole - heights.view, heights)).toEqual({ real: end, offset: heights.whole - heights.view - end })
    expect(settled(0, heights)).toEqual({ real: 0, offset: 0 })
  })
  test('settling changes no place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: heights.whole - heights.view }), (at) => {
        expect(top(settled(at, heights))).toBe(at)
      }),
    )
  })
})

describe('blocks of rows', () => {
  const block = (number: number) => Array.from({ length: blockRows }, (_, index) => number * blockRows + index)
  test('show each row at its place and nothing for one that is not here, whatever was dropped, and never keep more than they may', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(90), { maxLength: 200 }), fc.nat(90 * blockRows), (numbers, from) => {
        const cache = numbers.reduce((cache: RowCache<number>, number) => withBlock(cache, number, block(number)), noRows)
        expect(cache.blocks.size).toBeLessThanOrEqual(keptBlocks)
        expect(cache.used.at(-1)).toBe(numbers.at(-1))
        for (const [offset, row] of rowsIn(cache, from, from + 300).entries()) expect(row).toBe(cache.blocks.has(Math.floor((from + offset) / blockRows)) ? from + offset : undefined)
      }),
    )
  })
  test('what is looked at again stays longest', () => {
    let cache: RowCache<number> = noRows
    for (let number = 0; number < keptBlocks; number++) cache = withBlock(cache, number, block(number))
    cache = withBlock(touched(cache, [0]), keptBlocks, block(keptBlocks))
    expect([cache.blocks.has(0), cache.blocks.has(1)]).toEqual([true, false])
  })
  test('the blocks of some places hold all of them', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(900), (from, length) => {
        expect(blocksOf(from, from + length)).toEqual([...new Set(Array.from({ length }, (_, offset) => Math.floor((from + offset) / blockRows)))])
      }),
    )
  })
})

describe('what a selection comes to', () => {
  const columns = [sampleColumn('cost', 'number', { adds: 'm' }), sampleColumn('ratio', 'number'), sampleColumn('days', 'number', { adds: 'days' }), sampleColumn('rag', 'status', { choices: [{ value: '1', label: 'One' }] })]
  const board = sampleBoard(columns, [[0.1, 3, 1, '1'], [0.2, 4, null, '1'], [null, 5, 2, null]])
  test('adds by unit what may be added, without the dust of floats, and counts the rest alone', () => {
    expect(tallyRange(board, { top: 0, bottom: 2, left: 0, right: 3 })).toEqual({ filled: 9, missing: false, sums: [{ unit: 'm', sum: 0.3, count: 2, digits: 1 }, { unit: 'days', sum: 3, count: 2, digits: 0 }] })
  })
  test('never of ratios and ordinals', () => {
    expect(tallyRange(board, { top: 0, bottom: 2, left: 1, right: 1 }).sums).toEqual([])
    expect(tallyRange(board, { top: 0, bottom: 2, left: 3, right: 3 }).sums).toEqual([])
  })
})

describe('drawing out a fill', () => {
  const from = { top: 4, bottom: 5, left: 2, right: 3 }
  test('goes to the side it is drawn farther to', () => {
    expect(fillTarget(from, { line: 9, column: 4 })).toEqual({ ...from, bottom: 9 })
    expect(fillTarget(from, { line: 3, column: 0 })).toEqual({ ...from, left: 0 })
    expect(fillTarget(from, { line: 5, column: 2 })).toEqual(from)
  })
  test('by keys goes and comes back one at a time, and stays in the grid', () => {
    const keys = (list: readonly string[]) => list.reduce((reached, key) => fillByKey(from, reached, key, 8, 6) ?? reached, from)
    expect(keys(['ArrowDown', 'ArrowDown'])).toEqual({ ...from, bottom: 7 })
    expect(keys(['ArrowDown', 'ArrowDown', 'ArrowDown'])).toEqual({ ...from, bottom: 7 })
    expect(keys(['ArrowDown', 'ArrowDown', 'ArrowUp'])).toEqual({ ...from, bottom: 6 })
    expect(keys(['ArrowDown', 'ArrowUp'])).toEqual(from)
    expect(keys(['ArrowDown', 'ArrowUp', 'ArrowUp'])).toEqual({ ...from, top: 3 })
    expect(keys(['ArrowLeft', 'ArrowLeft', 'ArrowLeft'])).toEqual({ ...from, left: 0 })
  })
})
