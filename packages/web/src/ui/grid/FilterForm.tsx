import { useMemo, useState } from 'react'
import { Checkbox } from '../controls/Check.tsx'
import { NumberField } from '../controls/NumberField.tsx'
import { TextField } from '../controls/TextField.tsx'
import type { Column } from './column.ts'
import type { ColumnFilter } from './grid-view.ts'
import { textReader, yesNoWords } from './show.ts'
import type { GridModel } from './use-grid.ts'

export type FilterFormProps<Row> = { readonly grid: GridModel<Row>; readonly column: Column<Row>; readonly filter: ColumnFilter | undefined; onChange(filter: ColumnFilter | undefined): void }

/** The filter that suits the kind of column: range of numbers or dates, words, or a set of values. */
export function FilterForm<Row>(props: FilterFormProps<Row>) {
  switch (props.column.kind) {
    case 'number':
      return <NumberRange {...props} />
    case 'date':
      return <DateRange {...props} />
    case 'text':
    case 'longText':
      return <Words {...props} />
    case 'choice':
    case 'status':
    case 'yesNo':
      return <ValueSet {...props} />
  }
}

function NumberRange<Row>({ filter, onChange }: FilterFormProps<Row>) {
  const { from, to } = filter?.kind === 'number' ? filter : { from: null, to: null }
  const set = (next: { from: number | null; to: number | null }) => onChange(next.from === null && next.to === null ? undefined : { kind: 'number', ...next })
  const number = (text: string | null) => (text === null ? null : Number(text))
  return (
    <div className="flex gap-2">
      <NumberField label="From" value={from === null ? null : String(from)} onChange={(text) => set({ from: number(text), to })} />
      <NumberField label="To" value={to === null ? null : String(to)} onChange={(text) => set({ from, to: number(text) })} />
    </div>
  )
}

function DateRange<Row>({ filter, onChange }: FilterFormProps<Row>) {
  const { from, to } = filter?.kind === 'date' ? filter : { from: null, to: null }
  const set = (next: { from: string | null; to: string | null }) => onChange(next.from === null && next.to === null ? undefined : { kind: 'date', ...next })
  return (
    <div className="flex gap-2">
      <TextField type="date" label="From" value={from ?? ''} onChange={(text) => set({ from: text || null, to })} />
      <TextField type="date" label="To" value={to ?? ''} onChange={(text) => set({ from, to: text || null })} />
    </div>
  )
}

function Words<Row>({ column, filter, onChange }: FilterFormProps<Row>) {
  const text = filter?.kind === 'contains' ? filter.text : ''
  return <TextField label={`${column.label} contains`} value={text} onChange={(next) => onChange(next.trim() === '' ? undefined : { kind: 'contains', text: next })} />
}

function ValueSet<Row>({ grid, column, filter, onChange }: FilterFormProps<Row>) {
  const { rows } = grid.props
  const values = useMemo(() => distinct(rows, column, grid.locale), [rows, column, grid.locale])
  const [sought, setSought] = useState('')
  const chosen = filter?.kind === 'set' ? filter.values : []
  const toggle = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((other) => other !== value)
    onChange(next.length === 0 ? undefined : { kind: 'set', values: next })
  }
  const listed = values.filter(({ text }) => text.toLowerCase().includes(sought.toLowerCase())).slice(0, 100)
  return (
    <fieldset className="grid-values">
      <legend className="field-label">Show only</legend>
      {values.length > 10 && <TextField label="Find a value" labelHidden placeholder="Find a value" value={sought} onChange={setSought} />}
      {listed.map(({ text, count }) => (
        <Checkbox
          key={text}
          checked={chosen.includes(text)}
          onChange={(on) => toggle(text, on)}
          label={
            <>
              {text || 'No value'} <span className="quiet figures">{count}</span>
            </>
          }
        />
      ))}
    </fieldset>
  )
}

/** The shown values of a column with how many rows hold each: in the order of its choices, else by frequency. Rows that are elsewhere are not counted. */
function distinct<Row>(rows: readonly Row[] | undefined, column: Column<Row>, locale: string): readonly { readonly text: string; readonly count: number | undefined }[] {
  const known = column.kind === 'yesNo' ? [...yesNoWords] : column.choices?.map((choice) => choice.label)
  if (!rows) return [...(known ?? []), ''].map((text) => ({ text, count: undefined }))
  const counts = new Map<string, number>((known ?? []).map((label) => [label, 0]))
  const words = textReader(column, locale)
  for (const row of rows) {
    const text = words(row)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const all = [...counts].map(([text, count]) => ({ text, count }))
  return known ? all : all.sort((a, b) => b.count - a.count)
}
