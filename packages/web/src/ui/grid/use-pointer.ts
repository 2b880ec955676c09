import { useEffect, useRef } from 'react'
import type { PointerEvent } from 'react'
import { flushSync } from 'react-dom'
import { fillTarget } from './fill-target.ts'
import { at, rangeOf } from './range.ts'
import type { Spot } from './range.ts'
import type { GridModel } from './use-grid.ts'

export type PointerActs = { focus(): void; fill(series: boolean): void }

type Drag = { readonly kind: 'cells' | 'rows' | 'fill'; x: number; y: number; moved: boolean; frame: number }

/** Pressing chooses, shift stretches, dragging stretches too; the handle draws out a fill. Near an edge the grid scrolls along. */
export function usePointer<Row>(grid: GridModel<Row>, box: { readonly current: HTMLDivElement | null }, acts: PointerActs) {
  const latest = useRef({ grid, acts })
  const drag = useRef<Drag>(undefined)
  useEffect(() => {
    latest.current = { grid, acts }
  })
  useEffect(() => () => cancelAnimationFrame(drag.current?.frame ?? 0), [])
  const reach = (): void => {
    const { current } = drag
    const spot = current && box.current ? spotNear(box.current, current.x, current.y) : undefined
    if (current && spot) stretch(latest.current.grid, current.kind, spot)
  }
  const scrollAlong = (): void => {
    const { current } = drag
    if (!current || !box.current) return
    const by = overshoot(box.current, current.x, current.y)
    if (by.x !== 0 || by.y !== 0) {
      box.current.scrollBy(by.x, by.y)
      reach()
    }
    current.frame = requestAnimationFrame(scrollAlong)
  }
  const begin = (kind: Drag['kind'], event: PointerEvent): void => {
    drag.current = { kind, x: event.clientX, y: event.clientY, moved: false, frame: requestAnimationFrame(scrollAlong) }
    box.current?.setPointerCapture(event.pointerId)
  }
  const end = (): void => {
    cancelAnimationFrame(drag.current?.frame ?? 0)
    drag.current = undefined
  }
  return {
    onPointerDown: (event: PointerEvent) => {
      const target = event.target instanceof Element ? event.target : undefined
      if (event.button !== 0 || !target || target.closest('.cell-editor, .head-menu, .head-edge')) return
      const onHandle = target.closest('.fill-handle') !== null
      const spot = spotAt(target)
      if (!spot) return
      acts.focus()
      if (onHandle) {
        event.preventDefault()
        grid.setFilling(rangeOf(grid.selection))
        begin('fill', event)
        return
      }
      press(grid, spot, event.shiftKey)
      // A finger scrolls; only the handle and the numbers of rows draw.
      if (spot.line >= 0 && (event.pointerType !== 'touch' || spot.column < 0)) begin(spot.column < 0 ? 'rows' : 'cells', event)
    },
    onPointerMove: (event: PointerEvent) => {
      if (!drag.current) return
      Object.assign(drag.current, { x: event.clientX, y: event.clientY, moved: true })
      reach()
    },
    onPointerUp: (event: PointerEvent) => {
      const fills = drag.current?.kind === 'fill'
      // The last step may not be drawn yet, and what is let go here must reach as far as the pointer did.
      if (drag.current?.moved) flushSync(reach)
      end()
      if (fills) latest.current.acts.fill(!event.ctrlKey)
    },
    onPointerCancel: () => {
      if (drag.current?.kind === 'fill') grid.setFilling(undefined)
      end()
    },
  }
}

function press<Row>({ shown, selection, setSelection }: GridModel<Row>, spot: Spot, shift: boolean): void {
  const last = shown.length - 1
  if (spot.column < 0) setSelection({ anchor: { line: shift ? selection.anchor.line : spot.line, column: 0 }, active: { line: spot.line, column: last } })
  else setSelection(shift && spot.line >= 0 ? { active: spot, anchor: selection.anchor } : at(spot.line, spot.column))
}

function stretch<Row>(grid: GridModel<Row>, kind: Drag['kind'], spot: Spot): void {
  const { selection, filling } = grid
  if (kind === 'fill') {
    if (filling) grid.setFilling(fillTarget(rangeOf(selection), { line: spot.line, column: Math.max(0, spot.column) }))
    return
  }
  const column = kind === 'rows' ? grid.shown.length - 1 : Math.max(0, spot.column)
  if (spot.line !== selection.active.line || column !== selection.active.column) grid.setSelection({ active: { line: spot.line, column }, anchor: selection.anchor })
}

/** Whether the pointer is over a cell. The grid holds the pointer while it is pressed, so that it and not the cell is the target of a double click. */
export const isOnCell = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean => {
  const under = document.elementFromPoint(clientX, clientY)
  return under !== null && spotAt(under) !== undefined
}

/** The cell under a pointer; column -1 is the number of the row. */
function spotAt(target: Element): Spot | undefined {
  const line = target.closest<HTMLElement>('[data-line]')?.dataset['line']
  if (line === undefined) return undefined
  const cell = target.closest<HTMLElement>('[data-c]')
  if (cell) return { line: Number(line), column: Number(cell.dataset['c']) }
  return target.closest('.row-number') && Number(line) >= 0 ? { line: Number(line), column: -1 } : undefined
}

/** The cell nearest to a place that may lie outside of the grid. */
function spotNear(box: HTMLElement, x: number, y: number): Spot | undefined {
  const { left, top } = box.getBoundingClientRect()
  const inside = { x: Math.max(left + 2, Math.min(x, left + box.clientWidth - 3)), y: Math.max(top + 40, Math.min(y, top + box.clientHeight - 3)) }
  const found = document.elementFromPoint(inside.x, inside.y)
  const spot = found && box.contains(found) ? spotAt(found) : undefined
  return spot && spot.line >= 0 ? spot : undefined
}

/** How far to scroll in this frame, the faster the farther the pointer is out. */
function overshoot(box: HTMLElement, x: number, y: number): { readonly x: number; readonly y: number } {
  const { left, top } = box.getBoundingClientRect()
  const beyond = (at: number, from: number, to: number) => Math.round(Math.max(-40, Math.min(40, (at < from ? at - from : at > to ? at - to : 0) / 2)))
  return { x: beyond(x, left + 12, left + box.clientWidth - 12), y: beyond(y, top + 40, top + box.clientHeight - 12) }
}
