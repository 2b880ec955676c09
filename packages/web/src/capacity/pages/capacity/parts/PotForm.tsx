import type { NewPot, Pot } from '@throughline/contract/capacity'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import type { Static } from 'typebox'
import { moneyToField } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { capacityWords as words, carryWords, potKindWords } from '../words.ts'

export type PotEntered = Static<typeof NewPot>
export type PotFormProps = { readonly pot: Pot | undefined; readonly units: readonly Unit[]; readonly currency: string; onSubmit(entered: PotEntered): Promise<Result<unknown, Problem>>; onClose(): void }

const textOf = (count: number | null | undefined): string | null => (typeof count === 'number' ? String(count) : null)
const kinds = ['capital', 'operating', 'any'] as const
const carries = ['none', 'limited', 'all'] as const

/** A budget: what it pays for, who may draw on it, and what of a period may be spent in the next. */
export function PotForm({ pot, units, currency, onSubmit, onClose }: PotFormProps) {
  const [entry, setEntry] = useState({ name: pot?.name ?? '', kind: pot?.kind ?? ('any' as const), total: pot?.total.status === 'ok' ? moneyToField(pot.total.value) : null, carryOver: pot?.carryOver ?? ('none' as const), percent: textOf(pot?.carryOverPercent), categories: pot?.categories.join(', ') ?? '', unitIds: pot?.units.map(({ id }) => id) ?? [] })
  const set = <K extends keyof typeof entry>(field: K) => (value: (typeof entry)[K]) => setEntry((all) => ({ ...all, [field]: value }))
  const entered: PotEntered = {
    name: entry.name.trim(), kind: entry.kind, totalMinor: entry.total === null ? null : String(parseDecimal(entry.total, minorDigits(currency)) ?? 0n), carryOver: entry.carryOver, carryOverPercent: entry.carryOver === 'limited' ? Math.round(Number(entry.percent ?? '0')) : null,
    categories: [...new Set(entry.categories.split(',').map((category) => category.trim()).filter(Boolean))], unitIds: entry.unitIds,
  }
  return (
    <FormDialog title={pot ? pot.name : words.addPot} act={pot ? 'Save' : words.addPot} notYet={entry.name.trim() === '' ? 'A pot needs a name.' : undefined} onSubmit={() => onSubmit(entered)} onClose={onClose}>
      <TextField label="Name" value={entry.name} onChange={set('name')} />
      <div className="grid grid-cols-2 gap-4">
        <Select label="Pays for" value={entry.kind} options={kinds.map((value) => ({ value, label: potKindWords[value] }))} onChange={set('kind')} />
        <NumberField label="In total, at most" hint="Empty where only the periods limit it" unit={currency} value={entry.total} onChange={set('total')} />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <Select label="Carried to the next period" value={entry.carryOver} options={carries.map((value) => ({ value, label: carryWords[value] }))} onChange={set('carryOver')} />
        {entry.carryOver === 'limited' && <NumberField label="At most" hint="Of the money of the period" unit="%" min={0} max={100} value={entry.percent} onChange={set('percent')} />}
      </div>
      <TextField label="Categories that may draw on it" hint="Parted by commas; empty for all" value={entry.categories} onChange={set('categories')} />
      {units.length > 0 && (
        <fieldset className="grid gap-1">
          <legend className="text-label text-ink-3">Units that may draw on it; none chosen means all</legend>
          {units.map(({ id, name }) => <Checkbox key={id} label={name} checked={entry.unitIds.includes(id)} onChange={(on) => set('unitIds')(on ? [...entry.unitIds, id] : entry.unitIds.filter((other) => other !== id))} />)}
        </fieldset>
      )}
    </FormDialog>
  )
}
