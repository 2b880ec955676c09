import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { rowHeights, useDensity } from '../appearance.ts'
import { useLocale } from '../locale.tsx'
import type { Column } from './column.ts'
import { initialView, visibleColumns } from './grid-view.ts'
import type { GridView } from './grid-view.ts'
import type { DataGridProps } from './props.ts'
import { at, within } from './range.ts'
import type { Selection } from './range.ts'
import { shownValue, useEdits } from './use-edits.ts'
import { viewLines } from './view.ts'

/** The cell under edit: what stands in the editor, and why the last try was refused. */
export type Editing = { readonly line: number; readonly column: number; readonly draft: string; readonly message?: string; readonly replace: boolean }

/** All a grid knows: its data as shown, its selection, its edits and the acts on them. */
export type GridModel<Row> = ReturnType<typeof useGrid<Row>>

export function useGrid<Row>(props: DataGridProps<Row>) {
  const { rows = none, columns, rowKey, onEdits, onEdit } = props
  const locale = useLocale()
  const rowHeight = rowHeights[useDensity().density]
  const { state, change } = useGridState(props)
  const { order, hidden } = state
  const shown = useMemo(() => visibleColumns(columns, { order, hidden }), [columns, order, hidden])
  const { edits, send, forget } = useEdits(rowKey, onEdit, onEdits)
  const sought = useDeferredValue(state.quick)
  const { filters, sort, groups, collapsed } = state
  const view = useMemo(
    () => viewLines(rows, columns, { ...initialView(columns), filters, sort, groups, collapsed, quick: sought }, locale),
    [rows, columns, filters, sort, groups, collapsed, sought, locale],
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
  return { props, locale, rowHeight, state, change, shown, ...view, selection, setSelection, editing, setEditing, edits, send, forget, rowAt, valueAt, frozen: Math.min(state.frozen ?? props.frozen ?? 2, shown.length) }
}

/** The view: the page's where it keeps one, else kept here and in the page's storage a moment after each change. */
function useGridState<Row>({ columns, view, onViewChange, storage }: DataGridProps<Row>) {
  const [own, setOwn] = useState<GridView>(() => initialView(columns, view ?? storage?.read()))
  const state = useMemo(() => (view ? initialView(columns, view) : sameKeys(own.order, columns) ? own : initialView(columns, own)), [view, own, columns])
  const latest = useRef(state)
  const first = useRef(true)
  useEffect(() => {
    latest.current = state
  }, [state])
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    const timer = setTimeout(() => storage?.write(state), 300)
    return () => clearTimeout(timer)
  }, [state, storage])
  const change = useCallback(
    (patch: Partial<GridView>) => {
      latest.current = { ...latest.current, ...patch }
      setOwn(latest.current)
      onViewChange?.(latest.current)
    },
    [onViewChange],
  )
  return { state, change }
}

const none: readonly never[] = []
const sameKeys = <Row,>(order: readonly string[], columns: readonly Column<Row>[]): boolean => order.length === columns.length && columns.every((column) => order.includes(column.key))
