import type { Envelope } from '@throughline/contract/capacity'
import { fiscalYearLabel, fiscalYearOf } from '@throughline/engine/kernel'
import { useState } from 'react'
import { moneyToField, useFormat, useToday } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { FundingProps } from '../Page.tsx'
import { InitiativeField, minorOf, Reason } from './fields.tsx'

type Form = FundingProps & { onClose(): void }

/** Adds an envelope, or changes one: its year stays. */
export function EnvelopeForm({ envelope, acts, currency, calendar, members, decisions, onClose }: Form & { readonly envelope: Envelope | undefined }) {
  const now = fiscalYearOf(calendar, useToday())
  const [given, setGiven] = useState({ name: envelope?.name ?? '', year: String(envelope?.year ?? now), amount: envelope?.amount.status === 'ok' ? moneyToField(envelope.amount.value) : null, ownerId: envelope?.owner.id ?? '', decisionId: envelope?.decision?.id ?? '', reason: '' })
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const amountMinor = minorOf(given.amount, currency)
  const notYet = given.name.trim() === '' ? 'Name it' : amountMinor === undefined ? 'Say how much it holds' : given.ownerId === '' ? 'Choose its owner' : envelope && given.reason.trim() === '' ? 'Say why' : undefined
  const said = { name: given.name.trim(), amountMinor: amountMinor ?? '', ownerId: given.ownerId, decisionId: given.decisionId === '' ? null : given.decisionId }
  const owners = envelope && !members.some(({ id }) => id === envelope.owner.id) ? [envelope.owner, ...members] : members
  return (
    <FormDialog title={envelope ? `${envelope.name}, ${envelope.label}` : 'Add an envelope'} act={envelope ? 'Save' : 'Add'} notYet={notYet} onClose={onClose} onSubmit={() => (envelope ? acts.changeEnvelope(envelope, { ...said, reason: given.reason.trim() }) : acts.addEnvelope({ ...said, year: Number(given.year) }))}>
      {(refused) => (
        <>
          <TextField label="Name" required data-focus-first="" maxLength={120} value={given.name} onChange={(name) => set({ name })} error={fieldError(refused, 'name')} />
          <div className="grid gap-4 sm:grid-cols-2">
            {!envelope && <Select label="Fiscal year" value={given.year} options={Array.from({ length: 12 }, (_, at) => now - 1 + at).map((year) => ({ value: String(year), label: fiscalYearLabel(calendar, year) }))} onChange={(year) => set({ year })} error={fieldError(refused, 'year')} />}
            <NumberField label="It holds" unit={currency} required min={0} value={given.amount} onChange={(amount) => set({ amount })} error={fieldError(refused, 'amountMinor')} />
          </div>
          <Select label="Owner" value={given.ownerId} options={owners.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => set({ ownerId })} error={fieldError(refused, 'ownerId')} />
          <Select label="Approved by the decision" value={given.decisionId} options={[{ value: '', label: 'None recorded here' }, ...decisions.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(decisionId) => set({ decisionId })} error={fieldError(refused, 'decisionId')} />
          {envelope && <Reason value={given.reason} onChange={(reason) => set({ reason })} error={fieldError(refused, 'reason')} />}
        </>
      )}
    </FormDialog>
  )
}

type HolderForm = Form & { readonly envelope: Envelope; readonly holder: Envelope['holders'][number] }

/** Releases what an initiative holds of an envelope, all of it or a part. */
export function ReleaseForm({ envelope, holder, acts, currency, onClose }: HolderForm) {
  const format = useFormat()
  const [amount, setAmount] = useState<string | null>(holder.amount.status === 'ok' ? moneyToField(holder.amount.value) : null)
  const [reason, setReason] = useState('')
  const amountMinor = minorOf(amount, currency)
  return (
    <FormDialog title="Release funds" subtitle={`${holder.initiative.name}, ${envelope.name} ${envelope.label}`} act="Release" notYet={amountMinor === undefined ? 'Say how much' : reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.release(envelope, holder.initiative.id, amountMinor ?? '', reason.trim())} onClose={onClose}>
      {(refused) => (
        <>
          <NumberField label="Release" hint={`It holds ${format.moneyCell(holder.amount)}.`} unit={currency} required min={0} value={amount} onChange={setAmount} error={fieldError(refused, 'amountMinor')} />
          <Reason value={reason} onChange={setReason} error={fieldError(refused, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** Transfers what an initiative holds to another one, or to another envelope of the year. */
export function TransferForm({ envelope, holder, acts, currency, initiatives, reading, onClose }: HolderForm) {
  const format = useFormat()
  const [given, setGiven] = useState<{ readonly amount: string | null; readonly toInitiativeId: string; readonly toEnvelopeId: string; readonly reason: string }>({ amount: null, toInitiativeId: '', toEnvelopeId: envelope.id, reason: '' })
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const amountMinor = minorOf(given.amount, currency)
  const envelopes = reading.state === 'full' ? reading.value.envelopes.filter(({ year }) => year === envelope.year) : [envelope]
  const notYet = amountMinor === undefined ? 'Say how much' : given.toInitiativeId === '' ? 'Choose who gets it' : given.reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Transfer funds" subtitle={`From ${holder.initiative.name}, ${envelope.name} ${envelope.label}`} act="Transfer" notYet={notYet} onSubmit={() => acts.transfer(envelope, { initiativeId: holder.initiative.id, toEnvelopeId: given.toEnvelopeId, toInitiativeId: given.toInitiativeId, amountMinor: amountMinor ?? '', reason: given.reason.trim() })} onClose={onClose}>
      {(refused) => (
        <>
          <InitiativeField label="To the initiative" initiatives={initiatives} value={given.toInitiativeId} onChange={(toInitiativeId) => set({ toInitiativeId })} error={fieldError(refused, 'toInitiativeId')} />
          <Select label="Of the envelope" value={given.toEnvelopeId} options={envelopes.map(({ id, name, label }) => ({ value: id, label: `${name}, ${label}` }))} onChange={(toEnvelopeId) => set({ toEnvelopeId })} error={fieldError(refused, 'toEnvelopeId')} />
          <NumberField label="Transfer" hint={`It holds ${format.moneyCell(holder.amount)}.`} unit={currency} required min={0} value={given.amount} onChange={(amount) => set({ amount })} error={fieldError(refused, 'amountMinor')} />
          <Reason value={given.reason} onChange={(reason) => set({ reason })} error={fieldError(refused, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}
