import type { Problem } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import type { CellValue } from '../../../../ui/grid/index.ts'
import { FormDialog } from '../../../../wire/index.ts'
import type { InitiativeColumn } from '../columns.ts'
import type { Sent } from '../send-cells.ts'

/** Most initiatives of one bulk change. */
export const bulkMost = 20_000

export type BulkChangeProps = {
  readonly columns: readonly InitiativeColumn[]
  /** How many initiatives pass the conditions of the list. */
  readonly count: number
  onChange(column: InitiativeColumn, value: CellValue, why: string): Promise<Result<Sent, Problem>>
  onClose(): void
}

/** One value for all initiatives that the list shows, with the reason for it. */
export function BulkChange({ columns, count, onChange, onClose }: BulkChangeProps) {
  const format = useFormat()
  const editable = columns.filter((column) => Boolean(column.editable) && column.key !== 'name')
  const [key, setKey] = useState('')
  const [value, setValue] = useState<CellValue>()
  const [why, setWhy] = useState('')
  const column = editable.find((one) => one.key === key)
  const many = format.count(count, 'initiative', 'initiatives')
  const submit = async (): Promise<Result<unknown, Problem>> => {
    if (!column || value === undefined) return ok(undefined)
    const changed = await onChange(column, value, why)
    if (!changed.ok) return changed
    const [issue] = changed.value.issues
    return issue === undefined || changed.value.conflicts.length > 0 ? ok(undefined) : refuse(leftProblem(changed.value, issue.message))
  }
  return (
    <FormDialog title={`Change ${many}`} subtitle="All that pass the filters of the list. Every change is kept in the history, and can be taken back at once." act={`Change ${many}`} notYet={notYetOf(column, value, count)} onSubmit={submit} onClose={onClose}>
      <Select label="Field" value={key} placeholder="Choose a field" options={editable.map((one) => ({ value: one.key, label: one.label }))} onChange={(chosen) => { setKey(chosen); setValue(undefined) }} />
      {column && value !== null && <ValueField column={column} value={value} onChange={(given) => setValue(given ?? undefined)} />}
      {column && !needed.includes(column.key) && <Checkbox label="Take the value away" checked={value === null} onChange={(on) => setValue(on ? null : undefined)} />}
      <TextArea label="Why" hint="Kept with every change." rows={2} maxLength={2000} value={why} onChange={setWhy} />
    </FormDialog>
  )
}

/** Fields that no initiative is without. */
const needed: readonly string[] = ['state', 'kind', 'mandatory']

function notYetOf(column: InitiativeColumn | undefined, value: CellValue | undefined, count: number): string | undefined {
  if (count === 0) return 'The list shows no initiative.'
  if (count > bulkMost) return `More than ${bulkMost}: narrow the list by a filter.`
  return column === undefined ? 'Choose what is to be changed.' : value === undefined ? 'Give the new value.' : undefined
}

const leftProblem = ({ changed, issues }: Sent, message: string): Problem => ({ type: '/problems#input_invalid', title: 'Some were left as they are', status: 422, code: 'input_invalid', detail: `${changed} changed, ${issues.length} left as they are. The first: ${message}` })

/** The control that suits what the column holds. */
function ValueField({ column, value, onChange }: { readonly column: InitiativeColumn; readonly value: NonNullable<CellValue> | undefined; onChange(value: CellValue): void }) {
  const text = value === undefined ? '' : String(value)
  const label = 'New value'
  switch (column.kind) {
    case 'number':
      return <NumberField label={label} hint={column.label} value={value === undefined ? null : text} onChange={onChange} />
    case 'date':
      return <TextField label={label} type="date" value={text} onChange={(next) => onChange(next || null)} />
    case 'choice':
    case 'status':
      return <Select label={label} value={text} placeholder="Choose" options={(column.choices ?? []).map(({ value: choice, label: words }) => ({ value: choice, label: words }))} onChange={(next) => onChange(next || null)} />
    case 'yesNo':
      return <Select label={label} value={value === undefined ? '' : value === true ? 'yes' : 'no'} placeholder="Choose" options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} onChange={(next) => onChange(next === 'yes')} />
    case 'text':
    case 'longText':
      return <TextField label={label} value={text} onChange={(next) => onChange(next || null)} />
  }
}
