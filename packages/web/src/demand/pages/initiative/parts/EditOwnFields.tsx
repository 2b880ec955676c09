import type { CustomField, CustomValues } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { formatDecimal, minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, useMerge } from '../../../../wire/index.ts'

/** A field that is to hold another value; null takes the value away. */
export type OwnFieldChange = { readonly fieldId: string; readonly value: string | null }
type Values = Readonly<Record<string, string | null>>
export type EditOwnFieldsProps = { readonly fields: readonly CustomField[]; readonly values: CustomValues; readonly currency: string; readonly version: number; onSave(changes: readonly OwnFieldChange[], why: string, version: number): Promise<Result<unknown, Problem>>; onClose(): void }

/** What this initiative holds in the fields that the organisation added. Only what was changed is sent. */
export function EditOwnFields({ fields, values, currency, version, onSave, onClose }: EditOwnFieldsProps) {
  const [entries, setEntries] = useState<Values>({})
  const [why, setWhy] = useState('')
  const merge = useMerge<Values, number>({
    now: { fields: values, seen: version },
    send: (mine, { fields: before, seen }) => onSave(changesOf(before, mine), why.trim(), seen),
    label: (field) => fields.find(({ id }) => id === field)?.name ?? 'a field that was removed',
    show: (field, value) => shown(fields.find(({ id }) => id === field), value, currency),
  })
  const first = merge.base.fields
  const changes = changesOf(first, entries)
  return (
    <FormDialog title="Change the fields of your own" act="Save" notYet={changes.length === 0 ? 'Nothing is changed yet.' : undefined} merge={merge} onSubmit={() => merge.save({ ...first, ...entries })} onClose={onClose}>
      {fields.map((field) => (
        <ValueField key={field.id} field={field} currency={currency} value={field.id in entries ? (entries[field.id] ?? null) : (first[field.id] ?? null)} onChange={(value) => setEntries((before) => ({ ...before, [field.id]: value }))} />
      ))}
      <TextArea label="Why" hint="Kept with the change." rows={2} maxLength={2000} value={why} onChange={setWhy} />
    </FormDialog>
  )
}

/** A value in the words of its field. */
function shown(field: CustomField | undefined, value: unknown, currency: string): string {
  if (typeof value !== 'string' || value === '') return 'nothing'
  return field?.kind === 'money' ? `${formatDecimal(BigInt(value), minorDigits(currency))} ${currency}` : field?.unit ? `${value} ${field.unit}` : value
}

/** The fields whose value differs from what was there. */
export const changesOf = (values: Values, entries: Values): readonly OwnFieldChange[] =>
  Object.entries(entries).flatMap(([fieldId, value]) => ((value?.trim() || null) === (values[fieldId] ?? null) ? [] : [{ fieldId, value: value?.trim() || null }]))

function ValueField({ field: { name, kind, unit, choices, note }, currency, value, onChange }: { readonly field: CustomField; readonly currency: string; readonly value: string | null; onChange(value: string | null): void }) {
  const words = { label: name, ...(note === '' ? {} : { hint: note }) }
  const digits = minorDigits(currency)
  switch (kind) {
    case 'text':
      return <TextField {...words} maxLength={2000} value={value ?? ''} onChange={onChange} />
    case 'number':
      return <NumberField {...words} {...(unit === null ? {} : { unit })} value={value} onChange={onChange} />
    case 'money':
      return <NumberField {...words} unit={currency} value={value === null ? null : formatDecimal(BigInt(value), digits)} onChange={(major) => onChange(major === null ? null : (parseDecimal(major, digits)?.toString() ?? null))} />
    case 'date':
      return <TextField {...words} type="date" value={value ?? ''} onChange={onChange} />
    case 'choice':
      return <Select {...words} value={value ?? ''} options={[{ value: '', label: 'None' }, ...choices.map((choice) => ({ value: choice, label: choice }))]} onChange={onChange} />
    case 'yes_no':
      return <Select {...words} value={value ?? ''} options={[{ value: '', label: 'Not said' }, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} onChange={onChange} />
  }
}
