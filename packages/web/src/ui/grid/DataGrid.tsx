import { useRef, useState } from 'react'
import '../../style/grid.css'
import { Button } from '../controls/Button.tsx'
import { EmptyState, LoadingState } from '../states/states.tsx'
import { GridFoot, rowWords } from './GridFoot.tsx'
import { GridTable } from './GridTable.tsx'
import type { TableReach } from './GridTable.tsx'
import { GridToolbar } from './GridToolbar.tsx'
import type { DataGridProps } from './props.ts'
import { useActs } from './use-acts.ts'
import { useGrid } from './use-grid.ts'
import type { GridModel } from './use-grid.ts'

/** A grid like a spreadsheet, for thousands of rows in the page or millions behind it: sort, filter, group, arrange, edit, copy, paste, fill and undo, all by keyboard too. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const grid = useGrid(props)
  const [said, say] = useState('')
  const reach = useRef<TableReach>(null)
  const acts = useActs(grid, say, (spot) => {
    reach.current?.goTo(spot)
    reach.current?.focus()
  })
  const { label, height = 560, toolbar = true } = props
  return (
    <div className="data-grid" style={{ height }}>
      {toolbar && <GridToolbar grid={grid} acts={acts} actions={props.actions} />}
      {props.loading !== undefined ? <LoadingState what={props.loading} lines={10} /> : grid.lines.count === 0 ? <NoRows grid={grid} /> : <GridTable {...{ grid, acts, label, reach, say }} />}
      <GridFoot {...{ grid, acts, said }} />
    </div>
  )
}

function NoRows<Row>({ grid }: { readonly grid: GridModel<Row> }) {
  const { props, change, total } = grid
  const { many } = props.words ?? rowWords
  if (total === 0) return <>{props.empty ?? <EmptyState title={`No ${many} yet`} />}</>
  return (
    <EmptyState title="Nothing matches the filters" actions={<Button onClick={() => change({ filters: {}, quick: '' })}>Remove all filters</Button>}>
      {`None of the ${total} ${many} passes every filter in force.`}
    </EmptyState>
  )
}
