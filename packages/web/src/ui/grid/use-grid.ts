import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { rowHeights, useDensity } from '../appearance.ts'
import { useLocale } from '../locale.tsx'
import { initialState, visibleColumns } from './column.ts'
import type { Column, GridState } from './column.ts'
import type { DataGridProps } from './DataGrid.tsx'
import { at, within } from './range.ts'
import type { Selection } from './range.ts'
import { shownValue, useEdits } from './use-edits.ts'
import { viewLines } from './view.ts'

/** The cell under edit: what stands in the editor, and why the last try was refused. */
export type Editing = { readonly line: number; readonly column: number; readonly draft: string; readonly message?: string; readonly replace: boolean }

/** All a grid knows: its data as shown, its selection, its edits and the acts on them. */
export type GridModel<Row> = ReturnType<typeof useGrid<Row>>

export function useGrid<Row>(props: DataGridProps<Row>) {
  const { rows, columns, rowKey, storage, onEdit } = props
  const locale = useLocale()
  const rowHeight = rowHeights[useDensity().density]
  const { state, change } = useGridState(columns, storage)
  const { order, hidden } = state
  const shown = useMemo(() => visibleColumns(columns, { order, hidden }), [columns, order, hidden])
  const { edits, send, forget } = useEdits(rowKey, onEdit)
  const sought = useDeferredValue(state.quick)
  const { filters, sort, groupBy, collapsed } = state
  const view = useMemo(
    () => viewLines(rows, columns, { ...initialState(columns), filters, sort, groupBy, collapsed, quick: sought }, locale),
    [rows, columns, filters, sort, groupBy, collapsed, sought, locale],
  )
  const [wanted, setSelection] = useState<Selection>(at(0, 0))
  const selection = within(wanted, view.lines.length, shown.length)
  const [editing, setEditing] = useState<Editing>()
  const rowAt = (line: number): Row | undefined => {
    const found = view.lines[line]
    return found?.kind === 'row' ? rows[found.index] : undefined
  }
  const valueAt = (line: number, column: Column<Row>) => {
    const row = rowAt(line)
    return row === undefined ? null : shownValue(column, row, edits.get(rowKey(row)))
  }
  return { props, locale, rowHeight, state, change, shown, ...view, selection, setSelection, editing, setEditing, edits, send, forget, rowAt, valueAt, frozen: Math.min(props.frozen ?? 2, shown.length) }
}

/** The state a person can change, kept in the caller's storage a moment after each change. */
function useGridState<Row>(columns: readonly Column<Row>[], storage: DataGridProps<Row>['storage']) {
  const [kept, setState] = useState<GridState>(() => initialState(columns, storage?.read()))
  const state = useMemo(() => (sameKeys(kept.order, columns) ? kept : initialState(columns, kept)), [kept, columns])
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => storage?.write(state), 300)
    return () => clearTimeout(timer)
  }, [state, storage])
  const change = useCallback((patch: Partial<GridState>) => setState((before) => ({ ...before, ...patch })), [])
  return { state, change }
}

const sameKeys = <Row,>(order: readonly string[], columns: readonly Column<Row>[]): boolean => order.length === columns.length && columns.every((column) => order.includes(column.key))
