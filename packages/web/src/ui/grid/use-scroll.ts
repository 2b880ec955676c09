import { useCallback, useEffect, useRef, useState } from 'react'
import type { GridModel } from './use-grid.ts'
import { bodyHeightPx, scrolled, scrollToColumn, scrollToRow, settled } from './window.ts'
import type { Heights, Place } from './window.ts'

/** Where the grid stands: the top of the part in view, in px of the whole list, and by how much the list that scrolls is shorter there. */
export type ScrollPlace = { readonly top: number; readonly offset: number; readonly height: number }
export const headHeightPx = 34

/** The box that scrolls: follows it, and brings cells into view. State changes only when the window of lines could. */
export function useScroll<Row>(grid: GridModel<Row>, widths: readonly number[], gutter: number) {
  const { rowHeight, frozen } = grid
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<ScrollPlace>({ top: 0, offset: 0, height: 600 })
  const place = useRef<Place>({ real: 0, offset: 0 })
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined)
  const heights = useCallback((): Heights => {
    const lines = grid.lines.count
    return { whole: lines * rowHeight, body: bodyHeightPx(lines, rowHeight), view: Math.max(1, (box.current?.clientHeight ?? 600) - headHeightPx) }
  }, [grid.lines, rowHeight])
  const take = useCallback(
    (next: Place): void => {
      const element = box.current
      if (!element) return
      place.current = next
      if (element.scrollTop !== next.real) element.scrollTo({ top: next.real })
      const top = Math.round((next.real + next.offset) / 64) * 64
      setView((before) => (before.top === top && before.offset === next.offset && before.height === element.clientHeight ? before : { top, offset: next.offset, height: element.clientHeight }))
    },
    [],
  )
  const follow = useCallback(() => {
    const element = box.current
    if (!element) return
    const all = heights()
    const next = scrolled(place.current, element.scrollTop, all)
    const atEnd = all.whole > all.body && (next.real <= 0 || next.real >= all.body - all.view)
    take(atEnd ? settled(next.real + next.offset, all) : next)
    clearTimeout(idle.current)
    if (next.offset !== 0) idle.current = setTimeout(() => take(settled(place.current.real + place.current.offset, all)), 200)
  }, [heights, take])
  useEffect(() => {
    const watch = new ResizeObserver(follow)
    if (box.current) watch.observe(box.current)
    return () => {
      watch.disconnect()
      clearTimeout(idle.current)
    }
  }, [follow])
  const sum = (to: number): number => widths.slice(0, to).reduce((total, width) => total + width, gutter)
  const reveal = (line: number, column: number): void => {
    const element = box.current
    if (!element) return
    const { real, offset } = place.current
    const top = line < 0 ? real + offset : scrollToRow(line, real + offset, element.clientHeight, rowHeight, headHeightPx)
    if (top !== real + offset) take(settled(top, heights()))
    if (column >= frozen) element.scrollTo({ left: scrollToColumn(sum(column), widths[column] ?? 0, element.scrollLeft, element.clientWidth, sum(frozen)) })
  }
  const pageLines = (): number => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headHeightPx) / rowHeight) - 1)
  return { box, place: view, follow, reveal, pageLines }
}
