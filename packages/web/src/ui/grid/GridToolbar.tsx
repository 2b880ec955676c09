import { Columns3, Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/Button.tsx'
import { Select } from '../controls/Select.tsx'
import { TextField } from '../controls/TextField.tsx'
import { Chip } from '../display/Status.tsx'
import { formatDate } from '../format.ts'
import { Menu } from '../overlays/Menu.tsx'
import { toggled } from './changes.ts'
import { initialView } from './grid-view.ts'
import type { ColumnFilter } from './grid-view.ts'
import type { GridModel } from './use-grid.ts'

/** Above the grid: quick filter, grouping, columns, the filters in force, and the page's own acts at the right. */
export function GridToolbar<Row>({ grid, actions }: { readonly grid: GridModel<Row>; readonly actions: ReactNode }) {
  const { state, change, props } = grid
  const groupable = props.columns.filter((column) => column.kind === 'choice' || column.kind === 'status')
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
          options={[{ value: noGroup, label: 'No grouping' }, ...groupable.map((column) => ({ value: column.key, label: `Group by ${column.label.toLowerCase()}` }))]}
          onChange={(key) => change({ groups: key === noGroup ? [] : [key], collapsed: [] })}
        />
      )}
      <Menu
        label="Columns"
        items={[
          ...props.columns.map((column) => ({ key: column.key, label: column.label, checked: !state.hidden.includes(column.key), disabled: grid.shown.length === 1 && !state.hidden.includes(column.key), onSelect: () => change({ hidden: toggled(state.hidden, column.key) }) })),
          { kind: 'line', key: 'line' },
          { key: 'reset', label: 'Reset the view', onSelect: () => change(initialView(props.columns)) },
        ]}
        trigger={(trigger) => (
          <Button {...trigger} icon={<Columns3 aria-hidden="true" />}>
            Columns
          </Button>
        )}
      />
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
