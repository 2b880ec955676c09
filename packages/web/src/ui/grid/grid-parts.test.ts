import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycleSort, moveBefore } from './changes.ts'
import type { Column } from './column.ts'
import { initialView } from './grid-view.ts'
import { at, cellCount, moveSelection, rangeOf, within } from './range.ts'
import { readCell } from './read-entry.ts'
import { gridWindow, scrollToColumn, scrollToRow } from './window.ts'

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
