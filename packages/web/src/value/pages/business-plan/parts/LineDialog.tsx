import type { PlanLine } from '@throughline/contract/value'
import { invariant } from '@throughline/engine/kernel'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { PlanActs } from '../acts.ts'
import { begun, blankPeriod, bodyOf, type EnteredLine, type EnteredPeriod } from '../line-form.ts'
import { kindChoices } from '../words.ts'

/** What a line can be of: departments and objectives of the organisation, and its currency. */
export type LineSetting = { readonly departments: readonly { readonly id: string; readonly name: string }[]; readonly objectives: readonly { readonly id: string; readonly statement: string }[]; readonly currency: string }

/** Adds a line, or changes one; the kind and the unit of account of one that is there stay. */
export function LineDialog({ line, acts, departments, objectives, currency, onClose }: LineSetting & { readonly line: PlanLine | undefined; readonly acts: PlanActs; onClose(): void }) {
  const [entered, setEntered] = useState<EnteredLine>(() => begun(line, currency))
  const set = (part: Partial<EnteredLine>) => setEntered({ ...entered, ...part })
  const setKind = (kind: EnteredLine['kind']) => set({ kind, unit: kind === 'headcount' ? 'people' : entered.unit.includes('.') ? entered.unit : `${currency}.cash` })
  const body = bodyOf(entered)
  const notYet = entered.name.trim() === '' ? 'It needs a name' : body === undefined ? `Each period needs its days and its planned amount${entered.kind === 'headcount' ? ', people counted whole' : ''}` : undefined
  const send = () => {
    invariant(body, 'a form that is sent is complete')
    return line ? acts.change(line, body) : acts.add(body)
  }
  return (
    <FormDialog size="wide" title={line ? line.name : 'Add a line'} act={line ? 'Save' : 'Add'} notYet={notYet} onSubmit={send} onClose={onClose}>
      <TextField label="Name" maxLength={200} required data-focus-first="" value={entered.name} onChange={(name) => set({ name })} />
      <div className="grid gap-4 sm:grid-cols-3">
        <Select label="Kind" value={entered.kind} options={kindChoices} onChange={setKind} disabled={line !== undefined} />
        <TextField label="Counted in" hint="GBP.cash, GBP.noncash; people for headcount" maxLength={20} value={entered.unit} onChange={(unit) => set({ unit })} disabled={line !== undefined} />
        <Select label="Department" value={entered.departmentId} options={[{ value: '', label: 'The whole organisation' }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(departmentId) => set({ departmentId })} />
      </div>
      <Periods unit={entered.unit} periods={entered.periods} onChange={(periods) => set({ periods })} />
      {objectives.length > 0 && (
        <fieldset className="grid gap-1">
          <legend className="text-label">Objectives that it is about</legend>
          <div className="grid max-h-40 gap-1 overflow-auto" tabIndex={0} role="group" aria-label="Objectives">
            {objectives.map(({ id, statement }) => <Checkbox key={id} label={statement} checked={entered.objectiveIds.includes(id)} onChange={(on) => set({ objectiveIds: on ? [...entered.objectiveIds, id] : entered.objectiveIds.filter((one) => one !== id) })} />)}
          </div>
        </fieldset>
      )}
      <TextArea label="Note" rows={2} maxLength={2000} value={entered.note} onChange={(note) => set({ note })} />
    </FormDialog>
  )
}

/** Asks before a line goes with its links. */
export function RemoveLine({ line, acts, onClose }: { readonly line: PlanLine; readonly acts: PlanActs; onClose(): void }) {
  return (
    <FormDialog title={`Remove ${line.name}?`} act="Remove" tone="danger" onSubmit={() => acts.remove(line)} onClose={onClose}>
      <p>{line.benefits.length === 0 ? 'No benefit is linked to it.' : 'Benefits that were linked to it are of no line any more.'} Its history stays.</p>
    </FormDialog>
  )
}

function Periods({ unit, periods, onChange }: { readonly unit: string; readonly periods: readonly EnteredPeriod[]; onChange(periods: readonly EnteredPeriod[]): void }) {
  const change = (at: number, part: Partial<EnteredPeriod>) => onChange(periods.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const short = unit.split('.')[0] ?? unit
  const named = (label: string, at: number) => `${label}, period ${at + 1}`
  return (
    <fieldset className="grid gap-2">
      <legend className="text-label mb-1">Periods, with the first and the last day</legend>
      {periods.map((one, at) => (
        <div key={`${at} ${periods.length}`} className="flex flex-wrap items-end gap-2">
          <TextField label={named('First day', at)} type="date" value={one.from} onChange={(from) => change(at, { from })} />
          <TextField label={named('Last day', at)} type="date" value={one.last} onChange={(last) => change(at, { last })} />
          <NumberField label={named('Baseline', at)} className="w-40" unit={short} value={one.baseline} onChange={(baseline) => change(at, { baseline })} />
          <NumberField label={named('Planned', at)} className="w-40" unit={short} value={one.planned} onChange={(planned) => change(at, { planned })} />
          {periods.length > 1 && <Button kind="quiet" aria-label={`Leave out period ${at + 1}`} onClick={() => onChange(periods.filter((_, place) => place !== at))}><X aria-hidden="true" /></Button>}
        </div>
      ))}
      <div><Button kind="link" onClick={() => onChange([...periods, blankPeriod])}>Add another period</Button></div>
    </fieldset>
  )
}
