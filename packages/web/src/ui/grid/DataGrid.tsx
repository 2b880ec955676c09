import { useState } from 'react'
import '../../style/grid.css'
import { Button } from '../controls/Button.tsx'
import { EmptyState, LoadingState } from '../states/states.tsx'
import { GridTable } from './GridTable.tsx'
import { GridToolbar } from './GridToolbar.tsx'
import { cellCount, rangeOf } from './range.ts'
import type { DataGridProps } from './props.ts'
import { useGrid } from './use-grid.ts'
import type { GridModel } from './use-grid.ts'

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
  if (props.rows?.length === 0) return <>{props.empty ?? <EmptyState title={`No ${many} yet`} />}</>
  return (
    <EmptyState title="Nothing matches the filters" actions={<Button onClick={() => change({ filters: {}, quick: '' })}>Remove all filters</Button>}>
      {`None of the ${props.rows?.length} ${many} passes every filter in force.`}
    </EmptyState>
  )
}

function GridFoot<Row>({ grid, said }: { readonly grid: GridModel<Row>; readonly said: string }) {
  const { props, matching, selection, locale } = grid
  const count = new Intl.NumberFormat(locale)
  const words = props.words ?? rowWords
  const total = props.rows?.length ?? 0
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
