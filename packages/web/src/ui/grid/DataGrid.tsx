import { useState } from 'react'
import type { ReactNode } from 'react'
import '../../style/grid.css'
import { Button } from '../controls/Button.tsx'
import { EmptyState, LoadingState } from '../states/states.tsx'
import type { Column, GridStorage } from './column.ts'
import { GridTable } from './GridTable.tsx'
import { GridToolbar } from './GridToolbar.tsx'
import { cellCount, rangeOf } from './range.ts'
import type { OnEdit } from './use-edits.ts'
import { useGrid } from './use-grid.ts'
import type { GridModel } from './use-grid.ts'

export type DataGridProps<Row> = {
  /** What the rows are, for readers. */
  readonly label: string
  /** Keep this and `columns` the same object while nothing changes: useMemo or a constant. */
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** A stable function: the row's identity. */
  readonly rowKey: (row: Row) => string
  /** Height in CSS; the grid needs one. 560px unless given; `100%` fills a sized parent. */
  readonly height?: number | string
  /** What one and many rows are called. */
  readonly words?: { readonly one: string; readonly many: string }
  /** Columns that stay in sight at the left. */
  readonly frozen?: number
  readonly storage?: GridStorage
  /** What is being loaded, while it is. */
  readonly loading?: string
  /** Shown when there are no rows at all. */
  readonly empty?: ReactNode
  /** Saves one cell. The grid shows the value at once and rolls it back with the refusal's words. */
  readonly onEdit?: OnEdit<Row>
  /** Enter or double click on a cell that cannot be edited, Space, and Ctrl Enter. */
  readonly onOpen?: (row: Row) => void
  readonly toolbar?: boolean
  /** The page's own acts, at the right of the toolbar. */
  readonly actions?: ReactNode
}

/** A data grid for thousands of rows: sort, filter, group, arrange, edit, copy and paste, all by keyboard too. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const grid = useGrid(props)
  const [said, say] = useState('')
  const { label, height = 560, toolbar = true } = props
  return (
    <div className="data-grid" style={{ height }}>
      {toolbar && <GridToolbar grid={grid} actions={props.actions} />}
      {props.loading !== undefined ? <LoadingState what={props.loading} lines={10} /> : grid.lines.length === 0 ? <NoRows grid={grid} /> : <GridTable grid={grid} label={label} say={say} />}
      <GridFoot grid={grid} said={said} />
    </div>
  )
}

function NoRows<Row>({ grid }: { readonly grid: GridModel<Row> }) {
  const { props, change } = grid
  const { many } = props.words ?? rowWords
  if (props.rows.length === 0) return <>{props.empty ?? <EmptyState title={`No ${many} yet`} />}</>
  return (
    <EmptyState title="Nothing matches the filters" actions={<Button onClick={() => change({ filters: {}, quick: '' })}>Remove all filters</Button>}>
      {`None of the ${props.rows.length} ${many} passes every filter in force.`}
    </EmptyState>
  )
}

function GridFoot<Row>({ grid, said }: { readonly grid: GridModel<Row>; readonly said: string }) {
  const { props, matching, selection, locale } = grid
  const count = new Intl.NumberFormat(locale)
  const words = props.words ?? rowWords
  const total = props.rows.length
  const cells = cellCount(rangeOf(selection))
  const all = `${count.format(total)} ${total === 1 ? words.one : words.many}`
  return (
    <div className="grid-foot">
      <span className="figures">{matching === total ? all : `${count.format(matching)} of ${all}`}</span>
      {cells > 1 && <span className="figures">{count.format(cells)} cells selected</span>}
      <span role="status" data-tone={refusalAt(grid) ? 'bad' : undefined}>
        {refusalAt(grid) ?? said}
      </span>
      <span className="grow" />
      <span className="grid-hint">{props.onEdit ? 'Enter edits, Ctrl C copies, Ctrl V pastes' : 'Ctrl C copies, Shift with arrows selects'}</span>
    </div>
  )
}
const rowWords = { one: 'row', many: 'rows' }

/** The words of the refusal on the active cell, or of the last one anywhere. */
function refusalAt<Row>(grid: GridModel<Row>): string | undefined {
  const row = grid.rowAt(grid.selection.active.line)
  const column = grid.shown[grid.selection.active.column]
  const edit = row !== undefined && column ? grid.edits.get(grid.props.rowKey(row))?.[column.key] : undefined
  if (edit?.status === 'refused') return edit.message
  for (const edits of grid.edits.values()) for (const other of Object.values(edits)) if (other.status === 'refused') return other.message
  return undefined
}
