import type { InitiativePlan, Variant } from '@throughline/contract/capacity'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { Checkbox } from '../../ui/controls/Check.tsx'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { FormDialog } from '../../wire/index.ts'
import { entryOf, notYet, variantGiven, type EntryLine } from './given.ts'

type Named = { readonly id: string; readonly name: string; readonly unit: string }
export type VariantFormProps = {
  readonly plan: InitiativePlan
  readonly variant: Variant | undefined
  readonly pools: readonly Named[]
  /** Left out for who may not give amounts. */
  readonly money: { readonly currency: string; readonly pots: readonly Named[] } | undefined
  onSubmit(variant: ReturnType<typeof variantGiven>): Promise<Result<unknown, Problem>>
  onClose(): void
}

/** One way to do an initiative: what it gives of the whole, what it needs and what it costs, by months since the start. */
export function VariantForm({ plan, variant, pools, money, onSubmit, onClose }: VariantFormProps) {
  const [entry, setEntry] = useState(() => entryOf(variant, plan.variants.length === 0))
  const set = <K extends keyof typeof entry>(field: K) => (value: (typeof entry)[K]) => setEntry((all) => ({ ...all, [field]: value }))
  return (
    <FormDialog title={variant ? variant.name : 'Add a variant'} size="wide" act="Save" notYet={notYet(entry)} onSubmit={() => onSubmit(variantGiven(entry, money?.currency))} onClose={onClose}>
      <div className="grid grid-cols-2 gap-4">
        <TextField label="Name" hint="Its scope or funding level" value={entry.name} onChange={set('name')} />
        <NumberField label="Value" hint="Of what the initiative gives as a whole" unit="%" min={0} value={entry.percent} onChange={set('percent')} />
      </div>
      <Checkbox label="The plan of record has it this way" checked={entry.inPlan} onChange={set('inPlan')} />
      <Lines title="Needs" of="Pool" add="Add a need" lines={entry.needs} things={pools} onChange={set('needs')} />
      {money && <Lines title="Costs" of="Pot" add="Add a cost" lines={entry.costs} things={[{ id: '', name: 'No pot', unit: money.currency }, ...money.pots]} onChange={set('costs')} />}
    </FormDialog>
  )
}

type LinesProps = { readonly title: string; readonly of: string; readonly add: string; readonly lines: readonly EntryLine[]; readonly things: readonly Named[]; onChange(lines: readonly EntryLine[]): void }

function Lines({ title, of, add, lines, things, onChange }: LinesProps) {
  const put = (at: number) => (change: Partial<EntryLine>) => onChange(lines.map((line, index) => (index === at ? { ...line, ...change } : line)))
  const last = lines.at(-1)
  const next: EntryLine = { of: last?.of ?? things[0]?.id ?? '', from: String(last ? Number(last.from) + Number(last.months) : 0), months: last?.months ?? '3', amount: null }
  return (
    <fieldset className="grid gap-2">
      <legend className="font-medium">{title}</legend>
      {lines.map((line, at) => (
        <div key={at} className="grid grid-cols-[2fr_1fr_1fr_1.5fr_auto] items-end gap-2">
          <Select label={`${of} ${at + 1}`} value={line.of} options={things.map(({ id, name }) => ({ value: id, label: name }))} onChange={(value) => put(at)({ of: value })} />
          <NumberField label="Months after start" min={0} value={line.from} onChange={(from) => put(at)({ from })} />
          <NumberField label="For months" min={1} value={line.months} onChange={(months) => put(at)({ months })} />
          <NumberField label="Amount" min={0} unit={things.find(({ id }) => id === line.of)?.unit ?? ''} value={line.amount} onChange={(amount) => put(at)({ amount })} />
          <Button kind="quiet" aria-label={`Take out ${title.toLowerCase()} ${at + 1}`} onClick={() => onChange(lines.filter((_, index) => index !== at))}>Take out</Button>
        </div>
      ))}
      {things.length === 0 ? <p className="quiet">No pool is recorded yet. <a className="underline" href="/capacity">Add one</a> first.</p> : <span><Button icon={<Plus />} onClick={() => onChange([...lines, next])}>{add}</Button></span>}
    </fieldset>
  )
}
