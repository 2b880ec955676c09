import type { CustomField, CustomValues } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { formatDecimal, minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'

/** A field that is to hold another value; null takes the value away. */
export type OwnFieldChange = { readonly fieldId: string; readonly value: string | null }
export type EditOwnFieldsProps = { readonly fields: readonly CustomField[]; readonly values: CustomValues; readonly currency: string; onSave(changes: readonly OwnFieldChange[], why: string): Promise<Result<unknown, Problem>>; onClose(): void }

/** What this initiative holds in the fields that the organisation added. Only what was changed is sent. */
export function EditOwnFields({ fields, values, currency, onSave, onClose }: EditOwnFieldsProps) {
  const [entries, setEntries] = useState<Readonly<Record<string, string | null>>>({})
  const [why, setWhy] = useState('')
  const changes = changesOf(values, entries)
  return (
    <FormDialog title="Change the fields of your own" act="Save" notYet={changes.length === 0 ? 'Nothing is changed yet.' : undefined} onSubmit={() => onSave(changes, why.trim())} onClose={onClose}>
      {fields.map((field) => (
        <ValueField key={field.id} field={field} currency={currency} value={field.id in entries ? (entries[field.id] ?? null) : (values[field.id] ?? null)} onChange={(value) => setEntries((before) => ({ ...before, [field.id]: value }))} />
      ))}
      <TextArea label="Why" hint="Kept with the change." rows={2} maxLength={2000} value={why} onChange={setWhy} />
    </FormDialog>
  )
}

/** The fields whose value differs from what was there. */
export const changesOf = (values: CustomValues, entries: Readonly<Record<string, string | null>>): readonly OwnFieldChange[] =>
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
