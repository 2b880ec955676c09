import { Columns3, ListChecks, Redo2, Search, Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Chip } from '../display/Status.tsx'
import { formatDate } from '../format.ts'
import { Menu } from '../overlays/Menu.tsx'
import type { MenuItem } from '../overlays/Menu.tsx'
import { toggled } from './changes.ts'
import { initialView } from './grid-view.ts'
import type { ColumnFilter } from './grid-view.ts'
import { rangeOf } from './range.ts'
import type { Acts } from './use-acts.ts'
import type { GridModel } from './use-grid.ts'

const BulkDialog = lazy(() => import('./acts/index.ts').then(({ BulkDialog }) => ({ default: BulkDialog })))

export type GridToolbarProps<Row> = { readonly grid: GridModel<Row>; readonly acts: Acts; readonly actions: ReactNode }

/** Above the grid: quick filter, grouping, columns, what to take back, the filters in force, and the page's own acts at the right. */
export function GridToolbar<Row>({ grid, acts, actions }: GridToolbarProps<Row>) {
  const { state, change, props } = grid
  const groupable = props.columns.filter(({ kind }) => kind === 'choice' || kind === 'status' || kind === 'yesNo')
  const filters = props.columns.flatMap((column) => {
    const filter = state.filters[column.key]
    return filter ? [{ column, filter }] : []
  })
  return (
    <div className="grid-toolbar">
      <TextField className="grid-quick small" label="Filter rows" labelHidden placeholder="Filter rows" type="search" lead={<Search />} value={state.quick} onChange={(quick) => change({ quick })} />
      {groupable.length > 0 && (
        <Select
          className="grid-group small"
          label="Group by"
          labelHidden
          value={state.groups[0] ?? noGroup}
          options={[{ value: noGroup, label: 'No grouping' }, ...groupable.map((column) => ({ value: column.key, label: `Group by ${column.label.toLowerCase()}` })), ...otherGroup(grid, groupable)]}
          onChange={(key) => change({ groups: key === noGroup ? [] : [key], collapsed: [] })}
        />
      )}
      <Menu
        label="Columns"
        items={columnItems(grid)}
        trigger={(trigger) => (
          <Button {...trigger} icon={<Columns3 aria-hidden="true" />}>
            Columns
          </Button>
        )}
      />
      {grid.editable && <EditButtons grid={grid} acts={acts} />}
      {filters.map(({ column, filter }) => (
        <Chip key={column.key} tone="done" removeLabel={`Remove the filter on ${column.label}`} onRemove={() => change({ filters: Object.fromEntries(Object.entries(state.filters).filter(([key]) => key !== column.key)) })}>
          {column.label}: {describeFilter(filter, grid.locale)}
        </Chip>
      ))}
      <span className="grow" />
      {actions}
    </div>
  )
}
const noGroup = '\u0000none'

/** A column of text that rows were grouped by in its own menu. */
function otherGroup<Row>({ state, props }: GridModel<Row>, listed: readonly { readonly key: string }[]) {
  const column = props.columns.find(({ key }) => key === state.groups[0])
  return column && !listed.some(({ key }) => key === column.key) ? [{ value: column.key, label: `Group by ${column.label.toLowerCase()}` }] : []
}

function EditButtons<Row>({ grid, acts }: { readonly grid: GridModel<Row>; readonly acts: Acts }) {
  const [asking, setAsking] = useState(false)
  const { top, bottom } = rangeOf(grid.selection)
  return (
    <>
      <Button kind="quiet" icon={<Undo2 aria-hidden="true" />} disabled={grid.history.done.length === 0} onClick={() => acts.turn('undo')}>
        Undo
      </Button>
      <Button kind="quiet" icon={<Redo2 aria-hidden="true" />} disabled={grid.history.undone.length === 0} onClick={() => acts.turn('redo')}>
        Redo
      </Button>
      {bottom > top && (
        <Button kind="quiet" icon={<ListChecks aria-hidden="true" />} aria-haspopup="dialog" onClick={() => setAsking(true)}>
          Change…
        </Button>
      )}
      {asking && (
        <Suspense>
          <BulkDialog grid={grid as GridModel<unknown>} acts={acts} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}

function columnItems<Row>({ state, change, props, shown }: GridModel<Row>): readonly MenuItem[] {
  const densities = [['compact', 'Compact rows'], ['default', 'Usual rows'], ['comfortable', 'Tall rows']] as const
  return [
    ...props.columns.map((column) => ({ key: column.key, label: column.label, checked: !state.hidden.includes(column.key), disabled: shown.length === 1 && !state.hidden.includes(column.key), onSelect: () => change({ hidden: toggled(state.hidden, column.key) }) })),
    { kind: 'line', key: 'line' },
    ...densities.map(([density, label]) => ({ key: density, label, checked: state.density === density, onSelect: () => change({ density: state.density === density ? null : density }) })),
    { kind: 'line', key: 'end' },
    { key: 'reset', label: 'Reset the view', onSelect: () => change(initialView(props.columns)) },
  ]
}

/** A filter in words: `at least 5`, `On track, At risk`. */
export function describeFilter(filter: ColumnFilter, locale: string): string {
  switch (filter.kind) {
    case 'contains':
      return `contains “${filter.text}”`
    case 'set':
      return filter.values.map((value) => value || 'no value').join(', ')
    case 'number':
      return bounds(filter.from, filter.to, (value) => new Intl.NumberFormat(locale).format(value))
    case 'date':
      return bounds(filter.from, filter.to, (value) => formatDate(value, locale))
  }
}
function bounds<T>(from: T | null, to: T | null, words: (value: T) => string): string {
  if (from === null) return to === null ? 'any' : `up to ${words(to)}`
  return to === null ? `from ${words(from)}` : `${words(from)} to ${words(to)}`
}
