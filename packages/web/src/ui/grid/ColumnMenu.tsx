import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { Popover } from '../overlays/Popover.tsx'
import { moveBy, resized, toggled, widthOf } from './changes.ts'
import type { Column } from './column.ts'
import type { ColumnFilter } from './grid-view.ts'
import { FilterForm } from './FilterForm.tsx'
import type { GridModel } from './use-grid.ts'

/** What can be done with a column: sort, filter, group, move, widen, hide. */
export function ColumnMenu<Row>({ grid, column: index, anchor, onClose }: { readonly grid: GridModel<Row>; readonly column: number; readonly anchor: Element | null; onClose(): void }) {
  const { state, change, shown } = grid
  const column = shown[index]
  const [filter, setFilter] = useState<ColumnFilter | undefined>(column && state.filters[column.key])
  if (!column) return null
  const act = (run: () => void) => () => {
    run()
    onClose()
  }
  const apply = (next: ColumnFilter | undefined): void => {
    const { [column.key]: _before, ...others } = state.filters
    change({ filters: next ? { ...others, [column.key]: next } : others })
  }
  return (
    <Popover open anchor={anchor} onClose={onClose} label={`Column ${column.label}`} side="bottom-start">
      <div className="grid-menu">
        <div className="button-group">
          <Button onClick={act(() => change({ sort: [{ key: column.key, descending: false }] }))}>{ascendingWords[column.kind]}</Button>
          <Button onClick={act(() => change({ sort: [{ key: column.key, descending: true }] }))}>{descendingWords[column.kind]}</Button>
        </div>
        {state.sort.some(({ key }) => key !== column.key) && (
          <Button kind="quiet" onClick={act(() => change({ sort: [...state.sort.filter(({ key }) => key !== column.key), { key: column.key, descending: false }] }))}>
            Sort by this among equals
          </Button>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault()
            apply(filter)
            onClose()
          }}
        >
          <FilterForm grid={grid} column={column} filter={filter} onChange={setFilter} />
          <div className="flex gap-2 mt-2">
            <Button type="submit" kind="primary">
              Filter
            </Button>
            {state.filters[column.key] && <Button onClick={act(() => apply(undefined))}>Remove filter</Button>}
          </div>
        </form>
        <ArrangeButtons {...{ grid, index, column, act }} />
      </div>
    </Popover>
  )
}

type ArrangeProps<Row> = { readonly grid: GridModel<Row>; readonly index: number; readonly column: Column<Row>; act(run: () => void): () => void }

/** Where the column stands, how wide it is, whether it is seen at all. */
function ArrangeButtons<Row>({ grid, index, column, act }: ArrangeProps<Row>) {
  const { state, change, shown } = grid
  return (
    <div className="flex flex-wrap gap-1">
      {column.kind !== 'number' && column.kind !== 'longText' && (
        <Button kind="quiet" onClick={act(() => change({ groups: toggled(state.groups, column.key) }))}>
          {state.groups.includes(column.key) ? 'Stop grouping' : 'Group by this'}
        </Button>
      )}
      <Button kind="quiet" onClick={act(() => change({ order: moveBy(state, shown, column.key, -1) }))}>
        Move left
      </Button>
      <Button kind="quiet" onClick={act(() => change({ order: moveBy(state, shown, column.key, 1) }))}>
        Move right
      </Button>
      <Button kind="quiet" onClick={() => change(resized(state, column, widthOf(state, column, -24)))}>
        Narrower
      </Button>
      <Button kind="quiet" onClick={() => change(resized(state, column, widthOf(state, column, 24)))}>
        Wider
      </Button>
      <Button kind="quiet" onClick={act(() => change({ frozen: grid.frozen === index + 1 ? 0 : index + 1 }))}>
        {grid.frozen === index + 1 ? 'Hold no column' : 'Hold up to here'}
      </Button>
      <Button kind="quiet" onClick={act(() => grid.setSelection({ anchor: { line: 0, column: index }, active: { line: grid.lines.count - 1, column: index } }))}>
        Select column
      </Button>
      {shown.length > 1 && (
        <Button kind="quiet" onClick={act(() => change({ hidden: [...state.hidden, column.key] }))}>
          Hide
        </Button>
      )}
    </div>
  )
}

const ascendingWords = { text: 'A to Z', longText: 'A to Z', number: 'Smallest first', date: 'Earliest first', yesNo: 'No first', choice: 'In order', status: 'In order' } as const
const descendingWords = { text: 'Z to A', longText: 'Z to A', number: 'Largest first', date: 'Latest first', yesNo: 'Yes first', choice: 'In reverse', status: 'In reverse' } as const
