import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { clipSpan, nearestStart, rowsInSight, stepStart } from './timeline-layout.ts'
import { Timeline } from './Timeline.tsx'

describe('where bars of a time axis may go', () => {
  it('a bar that is let go falls on the nearest allowed start, the earlier of two', () => {
    expect([1.4, 2, 2.1, 9, -4].map((wanted) => nearestStart([1, 3, 6], wanted, 0))).toEqual([1, 1, 3, 6, 1])
    expect(nearestStart([], 4, 2)).toBe(2)
  })
  it('steps over starts that are not allowed, and stays at the ends', () => {
    expect([stepStart([1, 3, 6], 3, 1), stepStart([1, 3, 6], 3, -1), stepStart([1, 3, 6], 6, 1), stepStart([1, 3, 6], 1, -1)]).toEqual([6, 1, 6, 1])
  })
  it('cuts a bar at the ends of the axis and says where it goes on', () => {
    expect(clipSpan({ from: -2, length: 4 }, 8)).toEqual({ from: 0, length: 2, before: true, after: false })
    expect(clipSpan({ from: 6, length: 4 }, 8)).toEqual({ from: 6, length: 2, before: false, after: true })
    expect(clipSpan({ from: 8, length: 2 }, 8)).toBeUndefined()
  })
  it('draws the rows in sight and a few beyond, never outside the list', () => {
    expect(rowsInSight(1_000, 28, 2_800, 280)).toEqual([94, 116])
    expect(rowsInSight(3, 28, 0, 280)).toEqual([0, 3])
    expect(rowsInSight(3, 28, 9_000, 280)).toEqual([3, 3])
  })
})

describe('a time axis on screen', () => {
  const periods = ['2026', '2027', '2028', '2029']
  const rows = [
    { key: 'a', label: 'Alpha', from: 1, length: 2, starts: [0, 1, 2], before: { from: 0, length: 2 } },
    { key: 'b', label: 'Beta', from: 2, length: 4, held: true, note: 'pinned by Ada' },
  ]
  const html = renderToStaticMarkup(<Timeline title="Roadmap" periods={periods} rows={rows} beforeLabel="plan of record" onMove={() => undefined} />)
  it('says of each bar where it stands; what may be moved is a slider with its ends', () => {
    expect(html).toContain('aria-label="Alpha: 2027 to 2028"')
    expect(html).toContain('role="slider"')
    expect(html).toMatch(/aria-valuemin="0" aria-valuemax="2" aria-valuenow="1" aria-valuetext="starts 2027"/)
    expect(html).toContain('aria-label="Beta: 2028 to beyond 2029, pinned by Ada"')
    expect(html.match(/role="slider"/g)).toHaveLength(1)
  })
  it('one stop for the Tab key', () => expect(html.match(/tabindex="0"/g)).toHaveLength(1))
  it('outlines where it stood before', () => {
    expect(html).toContain('stroke-dasharray')
    expect(html).toContain('plan of record')
  })
  it('nothing to draw says so', () => expect(renderToStaticMarkup(<Timeline title="Roadmap" periods={periods} rows={[]} empty="Nothing goes ahead" />)).toContain('Nothing goes ahead'))
})
