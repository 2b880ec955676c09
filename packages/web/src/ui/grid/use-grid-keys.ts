import type { KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { cycleSort, moveBy, resized, toggled, widthOf } from './changes.ts'
import { fillByKey } from './fill-target.ts'
import { at, moveSelection, rangeOf } from './range.ts'
import type { Spot } from './range.ts'
import { draftOf, mayEdit } from './show.ts'
import type { Acts } from './use-acts.ts'
import type { TabRun } from './use-commit.ts'
import type { GridModel } from './use-grid.ts'

export type GridKeys = {
  readonly acts: Acts
  /** Where a run of Tabs stands, if the last key was one. */
  readonly run: { current: TabRun | undefined }
  /** Chooses a cell and brings it into view. */
  goTo(spot: Spot): void
  /** Brings a cell into view. */
  reveal(line: number, column: number): void
  openColumnMenu(column: number): void
  pageLines(): number
  say(words: string): void
  /** Lets Tab leave the grid. */
  leave(): void
}

/** Every key of the grid while no cell is under edit. Tab goes on after an entry, and else leaves the grid. */
export function handleGridKey<Row>(grid: GridModel<Row>, keys: GridKeys, event: KeyboardEvent): void {
  if (grid.editing || event.nativeEvent.isComposing) return
  if (event.key === 'Tab') {
    if (!tabOn(grid, keys, event.shiftKey)) keys.leave()
    else event.preventDefault()
    return
  }
  const handled = grid.filling ? fillKey(grid, keys, event) : grid.selection.active.line < 0 ? headKey(grid, keys, event) : bodyKey(grid, keys, event)
  if (handled || moveKey(grid, keys, event)) event.preventDefault()
}

function tabOn<Row>(grid: GridModel<Row>, { run, goTo }: GridKeys, back: boolean): boolean {
  const { line, column } = grid.selection.active
  const next = column + (back ? -1 : 1)
  if (run.current?.at.line !== line || run.current.at.column !== column || next < 0 || next >= grid.shown.length) return false
  run.current = { home: run.current.home, at: { line, column: next } }
  goTo({ line, column: next })
  return true
}

function moveKey<Row>(grid: GridModel<Row>, keys: GridKeys, event: KeyboardEvent): boolean {
  if (event.altKey) return false
  const { lines, shown, props } = grid
  const filled = (line: number, column: number): boolean => {
    const row = grid.rowAt(line)
    const target = shown[column]
    return row !== undefined && target !== undefined && (grid.valueIn(row, target) ?? '') !== ''
  }
  const extent = { lines: lines.count, columns: shown.length, page: keys.pageLines(), ...(props.source ? {} : { filled }) }
  const next = moveSelection(grid.selection, event.key, { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey }, extent)
  if (!next) return false
  flushSync(() => grid.setSelection(next))
  keys.reveal(next.active.line, next.active.column)
  return true
}

/** While a fill is drawn out by keys. */
function fillKey<Row>(grid: GridModel<Row>, { acts, reveal, say }: GridKeys, event: KeyboardEvent): boolean {
  const from = rangeOf(grid.selection)
  const { filling } = grid
  if (!filling) return false
  if (event.key === 'Enter') acts.fill(from, filling, !event.ctrlKey)
  if (event.key === 'Enter' || event.key === 'Escape') {
    grid.setFilling(undefined)
    if (event.key === 'Escape') say('Nothing filled')
    return true
  }
  const next = fillByKey(from, filling, event.key, grid.lines.count, grid.shown.length)
  if (next) {
    grid.setFilling(next)
    reveal(next.bottom > from.bottom ? next.bottom : next.top, next.right > from.right ? next.right : next.left)
    say(`Fills ${next.bottom - next.top + 1} rows and ${next.right - next.left + 1} columns. Enter fills, Escape does not.`)
  }
  return true
}

function headKey<Row>(grid: GridModel<Row>, keys: GridKeys, event: KeyboardEvent): boolean {
  const { state, change, shown, selection } = grid
  const column = shown[selection.active.column]
  if (!column) return false
  const sideways = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : undefined
  if (sideways && event.altKey) {
    change({ order: moveBy(state, shown, column.key, sideways) })
    grid.setSelection(at(-1, Math.max(0, Math.min(shown.length - 1, selection.active.column + sideways))))
    return true
  }
  if (sideways && event.shiftKey) {
    change(resized(state, column, widthOf(state, column, sideways * 16)))
    return true
  }
  if (event.key === 'Enter' || (event.key === ' ' && !event.ctrlKey)) {
    change({ sort: cycleSort(state.sort, column.key, event.shiftKey) })
    return true
  }
  if (event.key === ' ') return selectColumn(grid)
  if ((event.key === 'ArrowDown' && event.altKey) || event.key === 'F2' || event.key === 'ContextMenu') {
    keys.openColumnMenu(selection.active.column)
    return true
  }
  return false
}

function bodyKey<Row>(grid: GridModel<Row>, keys: GridKeys, event: KeyboardEvent): boolean {
  const line = grid.lines.at(grid.selection.active.line)
  const ctrl = (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
  if (!line) return false
  if (ctrl && letterKey(grid, keys, event.key.toLowerCase(), event.shiftKey)) return true
  if (line.kind === 'group') return groupKey(grid, line.group.key, line.open, event.key)
  if (event.key === 'F2' || (event.key === 'Enter' && !ctrl)) return startEdit(grid, undefined) || openRow(grid)
  if (event.key === 'ArrowDown' && event.altKey) return startEdit(grid, undefined)
  if (event.key === 'Enter') return openRow(grid)
  if (event.key === ' ') return spaceKey(grid, keys, event.shiftKey, ctrl)
  if (event.key === 'Escape') return forgetRefusal(grid)
  if (event.key === 'Delete' || event.key === 'Backspace') {
    if (grid.editable) keys.acts.clear()
    return true
  }
  if (event.key === 'F8' && grid.editable) {
    grid.setFilling(rangeOf(grid.selection))
    keys.say('Arrows draw out the fill. Enter fills, Escape does not.')
    return true
  }
  return false
}

function letterKey<Row>(grid: GridModel<Row>, { acts }: GridKeys, letter: string, shift: boolean): boolean {
  const { editable, lines, shown } = grid
  if (letter === 'a') grid.setSelection({ anchor: { line: 0, column: 0 }, active: { line: lines.count - 1, column: shown.length - 1 } })
  else if (!editable) return false
  else if (letter === 'd') acts.fillOn('down')
  else if (letter === 'r') acts.fillOn('right')
  else if (letter === 'y' || (letter === 'z' && shift)) acts.turn('redo')
  else if (letter === 'z') acts.turn('undo')
  else return false
  return true
}

/** Opens the editor at once, so that no key typed after this one is lost. */
export function startEdit<Row>(grid: GridModel<Row>, typed: string | undefined): boolean {
  const { line, column } = grid.selection.active
  const row = grid.rowAt(line)
  const target = grid.shown[column]
  if (row === undefined || !mayEdit(target, row) || !grid.editable) return false
  const draft = typed ?? draftOf(grid.valueIn(row, target), target, grid.locale)
  flushSync(() => grid.setEditing({ line, column, draft, replace: typed === undefined }))
  return true
}

export function openRow<Row>(grid: GridModel<Row>): boolean {
  const row = grid.rowAt(grid.selection.active.line)
  if (row === undefined || !grid.props.onOpen) return false
  grid.props.onOpen(row)
  return true
}

function selectColumn<Row>({ selection, setSelection, lines }: GridModel<Row>): boolean {
  const { column } = selection.active
  setSelection({ anchor: { line: 0, column }, active: { line: lines.count - 1, column } })
  return true
}

function spaceKey<Row>(grid: GridModel<Row>, { acts }: GridKeys, shift: boolean, ctrl: boolean): boolean {
  const { active } = grid.selection
  const column = grid.shown[active.column]
  const row = grid.rowAt(active.line)
  if (shift) grid.setSelection({ anchor: { ...active, column: 0 }, active: { ...active, column: grid.shown.length - 1 } })
  else if (ctrl) return selectColumn(grid)
  else if (column?.kind === 'yesNo' && row !== undefined && grid.editable && mayEdit(column, row)) acts.enter(row, active.line, column, grid.valueIn(row, column) !== true)
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
  const cell = { key: grid.keyOf(row), column: column.key }
  if (grid.edits.get(cell.key)?.[column.key]?.status !== 'refused') return false
  grid.forget([cell])
  return true
}
