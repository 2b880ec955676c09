import { useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { NumberField } from '../controls/NumberField.tsx'
import { Select } from '../controls/Select.tsx'
import { TextArea, TextField } from '../controls/TextField.tsx'
import { Dialog } from '../overlays/Dialog.tsx'
import { placesBetween } from './board.ts'
import type { CellValue, Column } from './column.ts'
import { rowWords } from './GridFoot.tsx'
import { rangeOf } from './range.ts'
import { mayEdit, yesNoWords } from './show.ts'
import type { Acts } from './use-acts.ts'
import type { GridModel } from './use-grid.ts'

export type BulkDialogProps = { readonly grid: GridModel<unknown>; readonly acts: Acts; onClose(): void }

/** One value of one column for all selected rows, with how many it will change. */
export function BulkDialog({ grid, acts, onClose }: BulkDialogProps) {
  const columns = grid.props.columns.filter(({ editable }) => editable)
  const [key, setKey] = useState(() => (columns.find((column) => column === grid.shown[grid.selection.active.column]) ?? columns[0])?.key ?? '')
  const [value, setValue] = useState<CellValue>(null)
  const range = rangeOf(grid.selection)
  const column = columns.find((each) => each.key === key)
  return (
    <Dialog
      open
      title="Change the selected rows"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabled={!column}
            onClick={() => {
              if (column) acts.setColumn(range, column, value)
              onClose()
            }}
          >
            {value === null ? 'Clear' : 'Change'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Select label="Column" value={key} options={columns.map((each) => ({ value: each.key, label: each.label }))} onChange={(next) => { setKey(next); setValue(null) }} />
        {column && <ValueField key={key} column={column} value={value} onChange={setValue} />}
        <p className="quiet" role="status">
          {column && preview(grid, column, value)}
        </p>
      </div>
    </Dialog>
  )
}

type ValueFieldProps = { readonly column: Column<unknown>; readonly value: CellValue; onChange(value: CellValue): void }

function ValueField({ column, value, onChange }: ValueFieldProps) {
  const text = value === null ? '' : String(value)
  const label = 'New value'
  switch (column.kind) {
    case 'number':
      return <NumberField label={label} value={value === null ? null : text} onChange={(next) => onChange(next === null ? null : Number(next))} />
    case 'date':
      return <TextField type="date" label={label} value={text} onChange={(next) => onChange(next || null)} />
    case 'longText':
      return <TextArea label={label} value={text} onChange={(next) => onChange(next || null)} />
    case 'text':
      return <TextField label={label} value={text} onChange={(next) => onChange(next || null)} />
    case 'yesNo':
      return <Select label={label} value={value === null ? nothing : value === true ? 'yes' : 'no'} options={[none, { value: 'yes', label: yesNoWords[0] }, { value: 'no', label: yesNoWords[1] }]} onChange={(next) => onChange(next === nothing ? null : next === 'yes')} />
    case 'choice':
    case 'status':
      return <Select label={label} value={value === null ? nothing : text} options={[none, ...(column.choices ?? [])]} onChange={(next) => onChange(next === nothing ? null : next)} />
  }
}
const nothing = '\u0000none'
const none = { value: nothing, label: 'None' }

/** How many rows the change reaches, how many of them hold the value already, and how many may not be changed. */
function preview(grid: GridModel<unknown>, column: Column<unknown>, value: CellValue): string {
  const { top, bottom } = rangeOf(grid.selection)
  const places = placesBetween(grid, top, bottom)
  const format = new Intl.NumberFormat(grid.locale)
  let [changed, same, locked, away] = [0, 0, 0, 0]
  for (const place of places) {
    const row = grid.rows.at(place)
    if (row === undefined) away++
    else if (!mayEdit(column, row)) locked++
    else if (grid.valueIn(row, column) === value) same++
    else changed++
  }
  const words = grid.props.words ?? rowWords
  const parts = [`${column.label} changes on ${format.format(changed + away)} ${changed + away === 1 ? words.one : words.many}`, same > 0 ? `${format.format(same)} hold the value already` : '', locked > 0 ? `${format.format(locked)} may not be changed` : '']
  return `${parts.filter(Boolean).join('; ')}.`
}
