import { useCallback, useEffect, useRef } from 'react'
import type { CellEditorProps, CommitMove } from './CellEditor.tsx'
import { rangeOf, cellCount } from './range.ts'
import type { Spot } from './range.ts'
import { readCell } from './read-entry.ts'
import type { Acts } from './use-acts.ts'
import type { GridModel } from './use-grid.ts'

/** Cells entered one after the other with Tab: Enter goes on below the first of them. */
export type TabRun = { readonly home: number; readonly at: Spot }

/** Keeping or leaving an entry; the callbacks stay the same so that rows need not render again. */
export function useCommit<Row>(grid: GridModel<Row>, acts: Acts, focus: () => void, goTo: (spot: Spot) => void) {
  const latest = useRef({ grid, acts, focus, goTo })
  const run = useRef<TabRun>(undefined)
  useEffect(() => {
    latest.current = { grid, acts, focus, goTo }
  })
  const onCommit = useCallback<CellEditorProps<Row>['onCommit']>((text: string, move: CommitMove) => {
    const { grid, acts, focus, goTo } = latest.current
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
    const range = rangeOf(grid.selection)
    if (move === 'fill' && cellCount(range) > 1) acts.repeat(range, text)
    else if (read.value !== grid.valueIn(row, column)) acts.enter(row, editing.line, column, read.value)
    if (move === 'stay') return
    focus()
    const next = afterEntry({ line: editing.line, column: editing.column }, move, run.current, grid)
    run.current = next.run
    if (move !== 'fill') goTo(next.to)
  }, [])
  const onCancel = useCallback(() => {
    latest.current.grid.setEditing(undefined)
    latest.current.focus()
  }, [])
  return { onCommit, onCancel, run }
}

function afterEntry(from: Spot, move: Exclude<CommitMove, 'stay'>, run: TabRun | undefined, { lines, shown }: { readonly lines: { readonly count: number }; readonly shown: { readonly length: number } }): { readonly to: Spot; readonly run: TabRun | undefined } {
  const home = run && run.at.line === from.line && run.at.column === from.column ? run.home : from.column
  const row = (line: number) => Math.max(0, Math.min(line, lines.count - 1))
  const along = (column: number): { readonly to: Spot; readonly run: TabRun } => {
    const at = { line: from.line, column: Math.max(0, Math.min(column, shown.length - 1)) }
    return { to: at, run: { home, at } }
  }
  switch (move) {
    case 'down':
      return { to: { line: row(from.line + 1), column: home }, run: undefined }
    case 'up':
      return { to: { line: row(from.line - 1), column: home }, run: undefined }
    case 'next':
      return along(from.column + 1)
    case 'previous':
      return along(from.column - 1)
    case 'fill':
      return { to: from, run: undefined }
  }
}
