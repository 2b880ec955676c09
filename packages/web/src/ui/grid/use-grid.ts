import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { rowHeights, useDensity } from '../appearance.ts'
import { useLocale } from '../locale.tsx'
import type { CellValue, Column } from './column.ts'
import { shownValue } from './edits/pending.ts'
import { useEdits } from './edits/use-edits.ts'
import { initialView, visibleColumns } from './grid-view.ts'
import type { GridView } from './grid-view.ts'
import type { Section } from './lines.ts'
import type { DataGridProps } from './props.ts'
import { at, rangeOf, within } from './range.ts'
import type { Range, Selection } from './range.ts'
import type { RowSource } from './source.ts'
import { useRows } from './use-rows.ts'
import type { RowsInView } from './use-rows.ts'
import { layRows, laySource } from './view.ts'

/** The cell under edit: what stands in the editor, and why the last try was refused. */
export type Editing = { readonly line: number; readonly column: number; readonly draft: string; readonly message?: string; readonly replace: boolean }

/** All a grid knows: its rows as shown, its selection, its edits and the acts on them. */
export type GridModel<Row> = ReturnType<typeof useGrid<Row>>

export function useGrid<Row>(props: DataGridProps<Row>) {
  const { columns, source, rowKey, onEdits, onEdit } = props
  const locale = useLocale()
  const { density } = useDensity()
  const { state, change } = useView(props)
  const { order, hidden } = state
  const shown = useMemo(() => visibleColumns(columns, { order, hidden }), [columns, order, hidden])
  const laid = useLaid(props, state, locale)
  const { lines } = laid
  const rows = useRows(props, laid)
  const saving = useEdits({ columns, onEdits, onEdit, rowOf: rows.of })
  const { edits } = saving
  const [wanted, setSelection] = useState<Selection>(untouched)
  const selection = within(wanted, lines.count, shown.length)
  const [editing, setEditing] = useState<Editing>()
  /** Where a fill would reach, while it is drawn out. */
  const [filling, setFilling] = useState<Range>()
  const rowAt = (line: number): Row | undefined => {
    const found = lines.at(line)
    return found?.kind === 'row' ? rows.at(found.place) : undefined
  }
  useTold(wanted === untouched ? undefined : rangeOf(selection), rowAt, props)
  const totalIn = useMemo(() => totalling({ columns, ...(source ? { source } : {}) }, rows), [columns, source, rows])
  const valueIn = (row: Row, column: Column<Row>): CellValue => shownValue(column, row, edits.size > 0 ? edits.get(rowKey(row)) : undefined)
  const total = props.source ? (props.source.total ?? props.source.count) : (props.rows?.length ?? 0)
  return {
    ...saving,
    props,
    locale,
    state,
    change,
    shown,
    lines,
    rows,
    total,
    selection,
    setSelection,
    editing,
    setEditing,
    filling,
    setFilling,
    rowAt,
    valueIn,
    totalIn,
    keyOf: rowKey,
    rowHeight: rowHeights[state.density ?? density],
    editable: onEdits !== undefined || onEdit !== undefined,
    frozen: Math.min(state.frozen ?? props.frozen ?? 2, shown.length),
  }
}

/** The selection before anybody selects. */
const untouched = at(0, 0)
const mostTold = 200

/** Tells the page which rows are selected, where it asks. */
function useTold<Row>(range: Range | undefined, rowAt: (line: number) => Row | undefined, { rowKey, onSelected }: DataGridProps<Row>): void {
  const lines = range && onSelected ? Array.from({ length: Math.min(mostTold, range.bottom - range.top + 1) }, (_, offset) => rowAt(range.top + offset)) : []
  const told = lines.flatMap((row) => (row === undefined ? [] : [rowKey(row)])).join('\n')
  useEffect(() => onSelected?.(told === '' ? [] : told.split('\n')), [told, onSelected])
}

type Totals = (group: Section, key: string) => string

/** The owner's total of a column for a group, asked once as long as the rows stay; empty where there is none. */
function totalling<Row>({ columns, source }: { readonly columns: readonly Column<Row>[]; readonly source?: RowSource<Row> }, rows: RowsInView<Row>): Totals {
  const given = new Map(source?.groups?.map((group) => [group.key, group.totals ?? {}]))
  if (source) return (group, key) => given.get(group.key)?.[key] ?? ''
  const asked = new Map<string, string>()
  return ({ key: group, from, count }, key) => {
    const name = `${key}\u0000${group}`
    const total = asked.get(name) ?? columns.find((column) => column.key === key)?.total?.(Array.from({ length: count }, (_, offset) => rows.at(from + offset)).filter((row) => row !== undefined)) ?? ''
    asked.set(name, total)
    return total
  }
}

function useLaid<Row>({ rows, source, columns }: DataGridProps<Row>, state: GridView, locale: string) {
  const quick = useDeferredValue(state.quick)
  const { filters, sort, groups, collapsed } = state
  return useMemo(
    () => (source ? laySource(source, collapsed) : layRows(rows ?? [], columns, { ...initialView(columns), filters, sort, groups, collapsed, quick }, locale)),
    [rows, source, columns, filters, sort, groups, collapsed, quick, locale],
  )
}

/** The view: the page's where it keeps one, else kept here and in the page's storage a moment after each change. */
function useView<Row>({ columns, view, onViewChange, storage }: DataGridProps<Row>) {
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

const sameKeys = <Row,>(order: readonly string[], columns: readonly Column<Row>[]): boolean => order.length === columns.length && columns.every((column) => order.includes(column.key))
