import { ArrowDown, ArrowUp, EllipsisVertical, ListFilter } from 'lucide-react'
import { useRef } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { cycleSort, moveBefore, resized, widthOf } from './changes.ts'
import type { Column } from './column.ts'
import { rangeOf } from './range.ts'
import type { GridModel } from './use-grid.ts'

export type GridHeadProps<Row> = { readonly id: string; readonly grid: GridModel<Row>; openMenu(column: number): void }

/** The head: click sorts (shift adds), drag moves, the edge resizes, the button opens what else can be done. */
export function GridHead<Row>({ id, grid, openMenu }: GridHeadProps<Row>) {
  const cells = grid.shown.map((column, index) => <HeadCell key={column.key} {...{ id, grid, openMenu, column, index }} />)
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="grid-head-row" data-line={-1}>
        {(grid.frozen > 0 || grid.props.rowNumbers) && (
          <div className="grid-frozen" role="none">
            {grid.props.rowNumbers && <span className="row-number" aria-hidden="true" />}
            {cells.slice(0, grid.frozen)}
          </div>
        )}
        {cells.slice(grid.frozen)}
      </div>
    </div>
  )
}

type HeadCellProps<Row> = GridHeadProps<Row> & { readonly column: Column<Row>; readonly index: number }

function HeadCell<Row>({ id, grid, openMenu, column, index }: HeadCellProps<Row>) {
  const { state, change, selection } = grid
  const place = state.sort.findIndex((sort) => sort.key === column.key)
  const sort = state.sort[place]
  const range = rangeOf(selection)
  const marked = range.left <= index && index <= range.right
  const active = selection.active.line === -1 && selection.active.column === index
  return (
    <div
      id={`${id}--1-${index}`}
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={sort ? (sort.descending ? 'descending' : 'ascending') : undefined}
      className="cell head-cell"
      data-c={index}
      data-kind={column.kind}
      data-active={active || undefined}
      data-marked={marked || undefined}
      title={column.note}
      style={{ width: `var(--w${index})` }}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/x-column', column.key)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        const moved = event.dataTransfer.getData('text/x-column')
        if (state.order.includes(moved)) change({ order: moveBefore(state.order, moved, column.key) })
      }}
      onClick={(event) => change({ sort: cycleSort(state.sort, column.key, event.shiftKey) })}
      onContextMenu={(event) => {
        event.preventDefault()
        openMenu(index)
      }}
    >
      <span className="cell-text">{column.label}</span>
      {state.filters[column.key] && <ListFilter aria-label="Filtered" />}
      {sort && <SortMark descending={sort.descending} place={state.sort.length > 1 ? place + 1 : undefined} />}
      <button
        type="button"
        tabIndex={-1}
        className="head-menu"
        aria-label={`Sort, filter and arrange ${column.label}`}
        onClick={(event) => {
          event.stopPropagation()
          openMenu(index)
        }}
      >
        <EllipsisVertical aria-hidden="true" />
      </button>
      <ResizeEdge index={index} width={widthOf(state, column)} onResize={(width) => change(resized(state, column, width))} />
    </div>
  )
}

const SortMark = ({ descending, place }: { readonly descending: boolean; readonly place: number | undefined }): ReactNode => (
  <>
    {descending ? <ArrowDown aria-hidden="true" /> : <ArrowUp aria-hidden="true" />}
    {place !== undefined && <span className="figures quiet">{place}</span>}
  </>
)

/** Widens the column under the pointer as it is dragged, and keeps the width once it is let go. */
function ResizeEdge({ index, width, onResize }: { readonly index: number; readonly width: number; onResize(width: number): void }) {
  const from = useRef<{ readonly x: number; readonly frame: HTMLElement | null }>(undefined)
  const reached = (event: PointerEvent): number => Math.max(56, Math.min(800, Math.round(width + event.clientX - (from.current?.x ?? event.clientX))))
  return (
    <span
      className="head-edge"
      aria-hidden="true"
      draggable={false}
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, frame: event.currentTarget.closest<HTMLElement>('.grid-frame') }
      }}
      onPointerMove={(event) => from.current?.frame?.style.setProperty(`--w${index}`, `${reached(event)}px`)}
      onPointerUp={(event) => {
        if (from.current) onResize(reached(event))
        from.current = undefined
      }}
    />
  )
}
