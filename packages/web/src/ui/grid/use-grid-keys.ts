import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { cycleSort, moveBy, resized, toggled, widthOf } from './changes.ts'
import { at, moveSelection } from './range.ts'
import { draftOf, mayEdit } from './show.ts'
import type { GridModel } from './use-grid.ts'

export type GridActs = {
  /** Brings a cell into view. */
  reveal(line: number, column: number): void
  openColumnMenu(column: number): void
  fillDown(): void
  clear(): void
  pageLines(): number
}

/** Every key of the grid while no cell is under edit. Tab is left alone: it leaves the grid. */
export function handleGridKey<Row>(grid: GridModel<Row>, acts: GridActs, event: KeyboardEvent): void {
  if (grid.editing || event.nativeEvent.isComposing) return
  const handled = grid.selection.active.line < 0 ? headKey(grid, acts, event) : bodyKey(grid, acts, event)
  if (handled || moveKey(grid, acts, event)) event.preventDefault()
}

function moveKey<Row>(grid: GridModel<Row>, acts: GridActs, event: KeyboardEvent): boolean {
  if (event.altKey) return false
  const extent = { lines: grid.lines.length, columns: grid.shown.length, page: acts.pageLines() }
  const next = moveSelection(grid.selection, event.key, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }, extent)
  if (!next) return false
  flushSync(() => grid.setSelection(next))
  acts.reveal(next.active.line, next.active.column)
  return true
}

function headKey<Row>(grid: GridModel<Row>, acts: GridActs, event: KeyboardEvent): boolean {
  const { state, change, shown, selection } = grid
  const column = shown[selection.active.column]
  if (!column) return false
  const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined
  if (sideways && event.altKey) {
    change({ order: moveBy(state, shown, column.key, sideways) })
    const to = Math.max(0, Math.min(shown.length - 1, selection.active.column + sideways))
    grid.setSelection(at(-1, to))
    return true
  }
  if (sideways && event.shiftKey) {
    change(resized(state, column, widthOf(state, column, sideways * 16)))
    return true
  }
  if (event.key === 'Enter' || event.key === ' ') {
    change({ sort: cycleSort(state.sort, column.key, event.shiftKey) })
    return true
  }
  if ((event.key === 'ArrowDown' && event.altKey) || event.key === 'F2' || event.key === 'ContextMenu') {
    acts.openColumnMenu(selection.active.column)
    return true
  }
  return false
}

function bodyKey<Row>(grid: GridModel<Row>, acts: GridActs, event: KeyboardEvent): boolean {
  const { active } = grid.selection
  const line = grid.lines[active.line]
  const ctrl = event.ctrlKey || event.metaKey
  if (!line) return false
  if (line.kind === 'group') return groupKey(grid, line.key, line.open, event.key)
  if (event.key === 'F2' || (event.key === 'Enter' && !ctrl)) return startEdit(grid, undefined) || openRow(grid)
  if (event.key === 'Enter') return openRow(grid)
  if (event.key === ' ') return spaceKey(grid, event.shiftKey, ctrl)
  if (event.key === 'Escape') return forgetRefusal(grid)
  if (event.key === 'Delete' || event.key === 'Backspace') {
    acts.clear()
    return true
  }
  if (ctrl && event.key.toLowerCase() === 'a') {
    grid.setSelection({ anchor: { line: 0, column: 0 }, active: { line: grid.lines.length - 1, column: grid.shown.length - 1 } })
    return true
  }
  if (ctrl && event.key.toLowerCase() === 'd') {
    acts.fillDown()
    return true
  }
  return event.key.length === 1 && !ctrl && !event.altKey && startEdit(grid, event.key)
}

/** Opens the editor at once, so that no key typed after this one is lost. */
export function startEdit<Row>(grid: GridModel<Row>, typed: string | undefined): boolean {
  const { line, column } = grid.selection.active
  const row = grid.rowAt(line)
  const target = grid.shown[column]
  if (row === undefined || !mayEdit(target, row) || !grid.props.onEdit) return false
  const draft = typed ?? draftOf(grid.valueAt(line, target), target, grid.locale)
  flushSync(() => grid.setEditing({ line, column, draft, replace: typed === undefined }))
  return true
}

function openRow<Row>(grid: GridModel<Row>): boolean {
  const row = grid.rowAt(grid.selection.active.line)
  if (row === undefined || !grid.props.onOpen) return false
  grid.props.onOpen(row)
  return true
}

function spaceKey<Row>(grid: GridModel<Row>, shift: boolean, ctrl: boolean): boolean {
  const { active } = grid.selection
  if (shift) grid.setSelection({ anchor: { ...active, column: 0 }, active: { ...active, column: grid.shown.length - 1 } })
  else if (ctrl) grid.setSelection({ anchor: { line: 0, column: active.column }, active: { line: grid.lines.length - 1, column: active.column } })
  else return openRow(grid) || true
  return true
}

function groupKey<Row>(grid: GridModel<Row>, key: string, open: boolean, pressed: string): boolean {
  const turns = pressed === 'Enter' || pressed === ' ' || (pressed === 'ArrowLeft' && open) || (pressed === 'ArrowRight' && !open)
  if (turns) grid.change({ collapsed: toggled(grid.state.collapsed, key) })
  return turns
}

function forgetRefusal<Row>(grid: GridModel<Row>): boolean {
  const { active } = grid.selection
  const row = grid.rowAt(active.line)
  const column = grid.shown[active.column]
  if (row === undefined || !column) return false
  const key = grid.props.rowKey(row)
  if (grid.edits.get(key)?.[column.key]?.status !== 'refused') return false
  grid.forget(key, column.key)
  return true
}
