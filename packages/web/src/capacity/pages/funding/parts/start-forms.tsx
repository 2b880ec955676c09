import type { Start } from '@throughline/contract/capacity'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { unitWords } from '../../capacity/words.ts'
import type { FundingProps } from '../Page.tsx'
import { quantityOf, Reason } from './fields.tsx'

type Form = FundingProps & { readonly start: Start; onClose(): void }
type Line = { readonly key: number; readonly poolId: string; readonly quantity: string | null; readonly months: string | null }

/** The minimum crew of an initiative: a line for each pool. */
export function CrewForm({ start, acts, pools, onClose }: Form) {
  const [lines, setLines] = useState<readonly Line[]>(start.crew.length > 0 ? start.crew.map(({ pool, quantity, months }, key) => ({ key, poolId: pool.id, quantity, months: String(months) })) : [{ key: 0, poolId: '', quantity: null, months: '3' }])
  const change = (key: number, to: Partial<Line>) => setLines((all) => all.map((line) => (line.key === key ? { ...line, ...to } : line)))
  const whole = lines.map(({ poolId, quantity, months }) => ({ poolId, quantity: quantityOf(quantity) ?? '', months: Number(months) }))
  const notYet = whole.some(({ poolId, quantity, months }) => poolId === '' || quantity === '' || !Number.isInteger(months) || months < 1) ? 'Say for each line which pool, how many and for how many months' : new Set(whole.map(({ poolId }) => poolId)).size < whole.length ? 'Each pool stands once' : undefined
  return (
    <FormDialog title="Minimum crew" subtitle={start.initiative.name} size="wide" act="Save" notYet={notYet} onClose={onClose} onSubmit={() => acts.crew(start, whole)}>
      {() => (
        <>
          <p className="quiet">The fewest people without whom it does not start, from its first day on.</p>
          {lines.map(({ key, poolId, quantity, months }) => {
            const pool = pools.find(({ id }) => id === poolId)
            return (
              <div key={key} className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
                <Select label="Pool" value={poolId} options={pools.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => change(key, { poolId: id })} />
                <NumberField label="At least" {...(pool ? { unit: unitWords[pool.unit].short } : {})} min={0} value={quantity} onChange={(value) => change(key, { quantity: value })} />
                <NumberField label="For months" min={1} max={120} value={months} onChange={(value) => change(key, { months: value })} />
                <Button kind="quiet" aria-label={`Remove ${pool?.name ?? 'the line'}`} onClick={() => setLines((all) => all.filter((line) => line.key !== key))}>Remove</Button>
              </div>
            )
          })}
          <div><Button onClick={() => setLines((all) => [...all, { key: Math.max(-1, ...all.map((line) => line.key)) + 1, poolId: '', quantity: null, months: '3' }])}>Add a pool</Button></div>
        </>
      )}
    </FormDialog>
  )
}

/** Lets an initiative start although it is not ready. */
export function AllowForm({ start, acts, onClose }: Form) {
  const [untilOn, setUntil] = useState('')
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Let it start all the same" subtitle={start.initiative.name} act="Give the exception" notYet={untilOn === '' ? 'Say until when' : reason.trim() === '' ? 'Say why' : undefined} onClose={onClose} onSubmit={() => acts.allow({ initiativeId: start.initiative.id, untilOn, reason: reason.trim() })}>
      {(refused) => (
        <>
          <p className="quiet">Not met: {start.conditions.filter(({ state }) => state !== 'met').map(({ thing }) => thing).join(', ')}. The exception is shown with the initiative, and its reason is kept.</p>
          <TextField type="date" label="Until" hint="A year from today at most" required data-focus-first="" value={untilOn} onChange={setUntil} error={fieldError(refused, 'untilOn')} />
          <Reason value={reason} onChange={setReason} error={fieldError(refused, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}
