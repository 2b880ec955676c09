import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { CSSProperties, PointerEvent } from 'react'
import { toggled, widthOf } from './changes.ts'
import { clearRange, copyRange, describePaste, fillDown, pasteText, totalText } from './clipboard.ts'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { CommitMove } from './CellEditor.tsx'
import { GridHead } from './GridHead.tsx'
import { GridRow, GroupRow, writeSelection } from './GridRow.tsx'
import { at, moveSelection, rangeOf } from './range.ts'
import { readCell } from './show.ts'
import { handleGridKey, startEdit } from './use-grid-keys.ts'
import type { GridModel } from './use-grid.ts'
import { gridWindow, scrollToColumn, scrollToRow } from './window.ts'

export type GridTableProps<Row> = { readonly grid: GridModel<Row>; readonly label: string; say(words: string): void }

/** The scrolling body: only the lines near the view exist, in nodes that are used again as it scrolls. */
export function GridTable<Row>({ grid, label, say }: GridTableProps<Row>) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<number>()
  const view = useView(box)
  const widths = grid.shown.map((column) => widthOf(grid.state, column))
  const { reveal, pageLines } = useReveal(grid, box, widths)
  const acts = { reveal, pageLines, openColumnMenu: setMenu, fillDown: () => say(describePaste(fillDown(grid))), clear: () => say(describePaste(clearRange(grid))) }
  const { active } = grid.selection
  const drag = useDragSelection(grid, box)
  const style: CSSProperties & Record<`--${string}`, string> = Object.fromEntries(widths.map((width, index) => [`--w${index}`, `${width}px`]))
  const anchor = menu === undefined ? null : (box.current?.querySelector(`[id="${id}--1-${menu}"]`) ?? null)
  return (
    <>
      <div
        ref={box}
        className="grid-frame"
        role={grid.state.groups.length > 0 ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={label}
        aria-rowcount={grid.lines.length + 1}
        aria-colcount={grid.shown.length}
        aria-multiselectable="true"
        aria-activedescendant={`${id}-${active.line}-${active.column}`}
        style={style}
        onScroll={view.follow}
        onKeyDown={(event) => handleGridKey(grid, acts, event)}
        onCopy={(event) => {
          if (grid.editing) return
          event.preventDefault()
          event.clipboardData.setData('text/plain', copyRange(grid))
          say('Copied')
        }}
        onPaste={(event) => {
          if (grid.editing || !grid.props.onEdit) return
          event.preventDefault()
          say(describePaste(pasteText(grid, event.clipboardData.getData('text/plain'))))
        }}
        {...drag}
        onDoubleClick={(event) => spotOf(event.target) && !startEdit(grid, undefined) && openActive(grid)}
      >
        <GridHead id={id} grid={grid} openMenu={setMenu} />
        <GridLines id={id} grid={grid} scrollTop={view.top} viewHeight={view.height} refocus={() => box.current?.focus({ preventScroll: true })} reveal={reveal} />
      </div>
      {menu !== undefined && <ColumnMenu grid={grid} column={menu} anchor={anchor} onClose={() => setMenu(undefined)} />}
    </>
  )
}

type LinesProps<Row> = { readonly id: string; readonly grid: GridModel<Row>; readonly scrollTop: number; readonly viewHeight: number; refocus(): void; reveal(line: number, column: number): void }

function GridLines<Row>({ id, grid, scrollTop, viewHeight, refocus, reveal }: LinesProps<Row>) {
  const { lines, rowHeight, selection, shown, props } = grid
  const { first, count } = gridWindow(scrollTop, viewHeight, rowHeight, lines.length)
  const { onCommit, onCancel } = useCommit(grid, refocus, reveal)
  const numbers = Array.from({ length: count }, (_, offset) => first + offset)
  const active = selection.active.line
  const outside = active >= 0 && (active < first || active >= first + count)
  const drawn = (line: number, key: number | string) => {
    const found = lines[line]
    const shared = { id, line, top: line * rowHeight, frozen: grid.frozen, columns: shown, selection: selectionOf(grid, line) }
    if (found?.kind === 'group') {
      const { key: group, label, rows, open } = found
      return <GroupRow key={key} {...shared} {...{ label, open }} count={rows.length} totals={(column) => totalText(grid, rows, column)} onToggle={() => grid.change({ collapsed: toggled(grid.state.collapsed, group) })} />
    }
    const row = found && props.rows?.[found.index]
    if (row === undefined) return null
    return <GridRow<Row> key={key} {...shared} row={row} locale={grid.locale} edits={grid.edits.get(props.rowKey(row))} editing={grid.editing?.line === line ? grid.editing : undefined} onCommit={onCommit} onCancel={onCancel} />
  }
  return (
    <div role="rowgroup" className="grid-body" style={{ height: lines.length * rowHeight }}>
      {numbers.map((line) => drawn(line, line % Math.max(1, count)))}
      {outside && drawn(active, 'active')}
    </div>
  )
}

/** Part of the selection on one line, as text. */
function selectionOf<Row>({ selection }: GridModel<Row>, line: number): string {
  const range = rangeOf(selection)
  const inside = line >= range.top && line <= range.bottom
  const single = range.top === range.bottom && range.left === range.right
  return writeSelection({ from: inside && !single ? range.left : -1, to: inside && !single ? range.right : -2, top: line === range.top, bottom: line === range.bottom, active: selection.active.line === line ? selection.active.column : -1 })
}

/** Keeping or leaving an entry; the callbacks stay the same so that rows need not render again. */
function useCommit<Row>(grid: GridModel<Row>, refocus: () => void, reveal: (line: number, column: number) => void) {
  const latest = useRef({ grid, refocus, reveal })
  useEffect(() => {
    latest.current = { grid, refocus, reveal }
  })
  const onCommit = useCallback((text: string, move: CommitMove) => {
    const { grid, refocus, reveal } = latest.current
    const { editing } = grid
    const row = editing && grid.rowAt(editing.line)
    const column = editing && grid.shown[editing.column]
    if (!editing || row === undefined || !column) return
    const read = readCell(column, text, row, grid.locale)
    if (!read.ok) {
      if (move === 'stay') grid.setEditing(undefined)
      else grid.setEditing({ ...editing, message: read.refusal.message })
      return
    }
    grid.setEditing(undefined)
    if (read.value !== grid.valueAt(editing.line, column)) void grid.send(row, column, read.value)
    if (move === 'stay') return
    refocus()
    const key = ({ down: 'ArrowDown', up: 'ArrowUp', next: 'ArrowRight', previous: 'ArrowLeft' } as const)[move]
    const next = moveSelection(at(editing.line, editing.column), key, { shift: false, ctrl: false }, { lines: grid.lines.length, columns: grid.shown.length, page: 1 })
    if (!next || next.active.line < 0) return
    grid.setSelection(next)
    reveal(next.active.line, next.active.column)
  }, [])
  const onCancel = useCallback(() => {
    latest.current.grid.setEditing(undefined)
    latest.current.refocus()
  }, [])
  return { onCommit, onCancel }
}

/** Scroll place and height of the box, in state only when the window of lines could change. */
function useView(box: { readonly current: HTMLDivElement | null }) {
  const [view, setView] = useState({ top: 0, height: 600 })
  const follow = useCallback(() => {
    const element = box.current
    if (!element) return
    const top = Math.round(element.scrollTop / 64) * 64
    setView((before) => (before.top === top && before.height === element.clientHeight ? before : { top, height: element.clientHeight }))
  }, [box])
  useEffect(() => {
    const watch = new ResizeObserver(follow)
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [box, follow])
  return { ...view, follow }
}

function useReveal<Row>(grid: GridModel<Row>, box: { readonly current: HTMLDivElement | null }, widths: readonly number[]) {
  const sum = (to: number): number => widths.slice(0, to).reduce((total, width) => total + width, 0)
  const reveal = (line: number, column: number): void => {
    const element = box.current
    if (!element) return
    const head = headHeightPx
    if (line >= 0) element.scrollTop = scrollToRow(line, element.scrollTop, element.clientHeight, grid.rowHeight, head)
    if (column >= grid.frozen) element.scrollLeft = scrollToColumn(sum(column), widths[column] ?? 0, element.scrollLeft, element.clientWidth, sum(grid.frozen))
  }
  const pageLines = (): number => Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - headHeightPx) / grid.rowHeight) - 1)
  return { reveal, pageLines }
}
const headHeightPx = 34

/** Pointer selection: press chooses, shift stretches, dragging stretches too. */
function useDragSelection<Row>(grid: GridModel<Row>, box: { readonly current: HTMLDivElement | null }) {
  const dragging = useRef(false)
  return {
    onPointerDown: (event: PointerEvent) => {
      const spot = event.button === 0 ? spotOf(event.target) : undefined
      if (!spot || isEditor(event.target)) return
      dragging.current = spot.line >= 0
      box.current?.focus({ preventScroll: true })
      grid.setSelection(event.shiftKey && spot.line >= 0 ? { active: spot, anchor: grid.selection.anchor } : at(spot.line, spot.column))
    },
    onPointerMove: (event: PointerEvent) => {
      const spot = dragging.current && event.buttons === 1 ? spotOf(event.target) : undefined
      const { active, anchor } = grid.selection
      if (spot && spot.line >= 0 && (spot.line !== active.line || spot.column !== active.column)) grid.setSelection({ active: spot, anchor })
    },
    onPointerUp: () => {
      dragging.current = false
    },
  }
}

const isEditor = (target: EventTarget): boolean => target instanceof Element && target.closest('.cell-editor, .head-menu') !== null

function openActive<Row>(grid: GridModel<Row>): void {
  const row = grid.rowAt(grid.selection.active.line)
  if (row !== undefined) grid.props.onOpen?.(row)
}

/** The cell under a pointer. */
function spotOf(target: EventTarget): { readonly line: number; readonly column: number } | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-c]') : null
  const line = cell?.closest<HTMLElement>('[data-line]')?.dataset['line']
  return cell && line !== undefined ? { line: Number(line), column: Number(cell.dataset['c']) } : undefined
}
