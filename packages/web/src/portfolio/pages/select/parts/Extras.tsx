import type { SelectionCase } from '@throughline/contract/portfolio'
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { keyOf, without, type Extra, type Levers } from '../levers.ts'
import type { CaseWords } from '../words.tsx'

export type ExtrasProps = { readonly of: SelectionCase; readonly levers: Levers; readonly words: CaseWords; /** Chosen at present: what changes are counted from. */ readonly chosen: readonly string[]; onLevers(levers: Levers): void }

/** Demands beyond budgets and pins: a least share for a department, and how far the plan may move. */
export function Extras({ of, levers, words, chosen, onLevers }: ExtrasProps) {
  const add = (extra: Extra) => onLevers({ ...levers, extras: [...levers.extras.filter((other) => !sameLever(other, extra)), extra] })
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-border">
        {levers.extras.map((extra) => (
          <li key={keyOf(extra)} className="flex items-center gap-2 py-1.5">
            <span className="min-w-0 grow">{extraWords(extra, of, words)}</span>
            <IconButton label={`Remove: ${extraWords(extra, of, words)}`} icon={<X aria-hidden="true" />} onClick={() => onLevers(without(levers, extra))} />
          </li>
        ))}
      </ul>
      {of.departments.length > 0 && <ShareForm of={of} onAdd={add} />}
      {chosen.length > 0 && <ChangeForm onAdd={(most) => add({ kind: 'maximumChange', from: chosen, most })} />}
    </div>
  )
}

function ShareForm({ of, onAdd }: { readonly of: SelectionCase; onAdd(extra: Extra): void }) {
  const [departmentId, setDepartment] = useState<string>('')
  const [percent, setPercent] = useState<string | null>('10')
  return (
    <div className="grid items-end gap-2 sm:grid-cols-[1fr_110px_auto]">
      <Select label="At least a share for" placeholder="Department" value={departmentId} options={of.departments.map(({ id, name }) => ({ value: id, label: name }))} onChange={setDepartment} />
      <NumberField label="Of the cost" value={percent} unit="%" min={0} max={100} onChange={setPercent} />
      <Button disabled={departmentId === '' || percent === null} onClick={() => onAdd({ kind: 'minimumShare', departmentId, leastPercent: Math.round(Number(percent)) })}>Add</Button>
    </div>
  )
}

function ChangeForm({ onAdd }: { onAdd(most: number): void }) {
  const [most, setMost] = useState<string | null>('5')
  return (
    <div className="grid items-end gap-2 sm:grid-cols-[1fr_auto]">
      <NumberField label="Keep to this plan but for at most" unit="changes" value={most} min={0} hint="Counted from the plan as it stands now." onChange={setMost} />
      <Button disabled={most === null} onClick={() => onAdd(Math.round(Number(most)))}>Hold</Button>
    </div>
  )
}

/** A demand in words, for its row. */
export function extraWords(extra: Extra, of: SelectionCase, words: CaseWords): string {
  const list = (ids: readonly string[]) => ids.map(words.nameOf).join(', ')
  switch (extra.kind) {
    case 'minimumShare':
      return `${of.departments.find(({ id }) => id === extra.departmentId)?.name ?? 'A department'} gets at least ${extra.leastPercent}% of the cost`
    case 'maximumChange':
      return `At most ${words.format.count(extra.most, 'change', 'changes')} from a plan of ${words.format.count(extra.from.length, 'initiative', 'initiatives')}`
    case 'atMostK':
      return `At most ${extra.most} of ${list(extra.candidateIds)}`
    case 'atLeastK':
      return `At least ${extra.least} of ${list(extra.candidateIds)}`
    case 'objectiveFloor':
      return `At least ${words.format.number(extra.least)} for an objective`
    case 'dependencyAny':
      return `${words.nameOf(extra.candidateId)} needs one of ${list(extra.requiresAny)}`
  }
}

/** Whether a new demand takes the place of another: one share for a department, one plan to hold to. */
const sameLever = (a: Extra, b: Extra): boolean => a.kind === b.kind && (a.kind === 'maximumChange' || (a.kind === 'minimumShare' && b.kind === 'minimumShare' && a.departmentId === b.departmentId))
