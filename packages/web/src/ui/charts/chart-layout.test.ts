import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlap, placeLabels } from './labels.ts'
import { areaRadius, bands, makeScale } from './scales.ts'
import { inOrder } from './StackedBar.tsx'
import { labelHeights, waterfallBars } from './waterfall-layout.ts'
import type { WaterfallStep } from './waterfall-layout.ts'
import { stackYears } from './year-stacks.ts'

const total = (key: string, value: number | null): WaterfallStep => ({ key, label: key, kind: 'total', value })
const change = (key: string, value: number | null): WaterfallStep => ({ key, label: key, kind: 'change', value })

describe('waterfall', () => {
  test('a gap stands before a total that the changes do not reach: 10 − 4 leaves 6, stated 5', () => {
    const bars = waterfallBars([total('a', 10), change('b', -4), total('c', 5)], 'Not explained')
    expect(bars.map(({ kind, from, to }) => [kind, from, to])).toEqual([['total', 0, 10], ['change', 10, 6], ['gap', 6, 5], ['total', 0, 5]])
  })
  test('claims no gap for what adding fractions leaves, and one for a cent that is missing', () => {
    const closing = (end: number) => waterfallBars([total('a', 1_617_400_000.1), change('b', -595_300_000.2), change('c', 5_770_000.3), total('d', end)], 'gap').map(({ kind }) => kind)
    expect(closing(1_027_870_000.2)).not.toContain('gap')
    expect(closing(1_027_870_000.21)).toContain('gap')
  })
  test('after a step without a figure no gap is claimed', () => {
    const bars = waterfallBars([total('a', 10), change('b', null), change('c', -2), total('d', 3)], 'Not explained')
    expect(bars.map((bar) => bar.kind)).toEqual(['total', 'undefined', 'change', 'total'])
  })
  test('whatever the steps, bars meet: each change starts where the one before ended, and totals are reached', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.array(fc.integer({ min: -500, max: 500 })), fc.integer({ min: -1000, max: 1000 }), (start, changes, end) => {
        const bars = waterfallBars([total('start', start), ...changes.map((value, index) => change(String(index), value)), total('end', end)], 'gap')
        bars.slice(1, -1).forEach((bar, index) => expect(bar.from).toBe(bars[index]?.to))
        expect(bars[bars.length - 2]?.to).toBe(end)
      }),
    )
  })
})

describe('labels over bars', () => {
  const at = (...wanted: number[]) => wanted.map((height) => ({ wanted: height, widthPx: 60 }))
  test('stand where they are wanted while there is room', () => expect(labelHeights(at(100, 105), 80, 13)).toEqual([100, 105]))
  test('go above the left neighbour that they would run into', () => expect(labelHeights(at(100, 105, 130), 50, 13)).toEqual([100, 87, 130]))
  test('never run into the left neighbour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 14 }), fc.integer({ min: 10, max: 120 }), (wanted, step) => {
        const heights = labelHeights(at(...wanted), step, 13)
        if (step < 70) heights.slice(1).forEach((height, index) => expect(Math.abs(height - (heights[index] ?? 0))).toBeGreaterThanOrEqual(13))
        expect(heights.every((height, index) => height <= Math.max(...wanted.slice(0, index + 1)))).toBe(true)
      }),
    )
  })
})

describe('labels', () => {
  const area = { left: 0, right: 400, top: 0, bottom: 300 }
  const marks = fc.array(fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 300 }), radius: fc.integer({ min: 2, max: 25 }), width: fc.integer({ min: 20, max: 120 }) }), { maxLength: 25 })
  test('never cross each other or leave the chart', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const wanted = list.map((mark, index) => ({ ...mark, key: String(index) }))
        const boxes = placeLabels(wanted, wanted, area).map(({ x, y, width }) => ({ left: x, right: x + width, top: y - 7, bottom: y + 7 }))
        boxes.forEach((box, index) => {
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true)
          boxes.slice(index + 1).forEach((other) => expect(overlap(box, other)).toBe(false))
        })
      }),
    )
  })
  test('a label beside its mark needs no leader; a crowded one gets it', () => {
    expect(placeLabels([{ key: 'a', x: 100, y: 100, radius: 5, width: 40 }], [], area)[0]?.leader).toBeUndefined()
    const wall = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => ({ key: `${dx}${dy}`, x: 200 + dx * 14, y: 150 + dy * 14, radius: 8 })))
    expect(placeLabels([{ key: 'a', x: 200, y: 150, radius: 5, width: 40 }], wall, area)[0]?.leader).toBeDefined()
  })
})

describe('scales', () => {
  const axis = { label: '', format: String }
  test('symlog keeps zero, sign and order', () => {
    const scale = makeScale([-20, -1, 0, 1, 300], { ...axis, scale: 'symlog' }, [0, 400])
    const places = [-20, -1, 0, 1, 300].map(scale)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(scale.ticks).toContain(0)
  })
  test('a logarithm of values at or below zero falls back to symlog', () => expect(Number.isFinite(makeScale([0, 10], { ...axis, scale: 'log' }, [0, 100])(0))).toBe(true))
  test('one value alone still has an axis', () => expect(makeScale([5], axis, [0, 100])(5)).toBeGreaterThan(0))
  test('a linear axis ends on round values that hold all of its own', () => {
    const scale = makeScale([3, 97], axis, [0, 100], 5)
    expect([scale.domain, scale.ticks, scale(50)]).toEqual([[0, 100], [0, 20, 40, 60, 80, 100], 50])
  })
  test('equal ratios are equal distances on a logarithm', () => {
    const scale = makeScale([1, 1000], { ...axis, scale: 'log' }, [0, 300])
    expect([1, 10, 100, 1000].map((value) => Math.round(scale(value)))).toEqual([0, 100, 200, 300])
  })
  test('bars share the room evenly, with half a gap at both ends: 2 bars, half free, in 100', () => {
    const places = bands(2, [0, 100], 0.5)
    expect([places.start(0), places.width, places.start(1)]).toEqual([20, 20, 60])
  })
  test('four times the size is twice the radius', () => expect(areaRadius(100, 20)(25)).toBe(10))
})

test('years stack up and down apart, and have no total where a part is unknown', () => {
  const { segments, totals } = stackYears(2, [{ key: 'a', label: 'A', values: [3, 4] }, { key: 'b', label: 'B', values: [-2, null] }, { key: 'c', label: 'C', values: [5, 1] }])
  expect(segments.filter((segment) => segment.year === 0).map(({ from, to }) => [from, to])).toEqual([[0, 3], [0, -2], [3, 8]])
  expect(totals).toEqual([6, null])
})

test('stacked bars keep one order whatever order they are given in', () => {
  const parts = inOrder([{ tone: 'good', label: 'On track', value: 3 }, { tone: 'none', label: 'No report', value: 0 }, { tone: 'bad', label: 'Off track', value: 1 }])
  expect(parts.map((part) => part.tone)).toEqual(['bad', 'good'])
})
