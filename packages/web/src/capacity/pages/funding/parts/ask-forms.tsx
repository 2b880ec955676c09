import type { FundingRequest, StaffingRequest } from '@throughline/contract/capacity'
import { useState } from 'react'
import { metricCell, moneyToField, useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { unitWords } from '../../capacity/words.ts'
import type { FundingProps } from '../Page.tsx'
import { InitiativeField, minorOf, quantityOf, Reason } from './fields.tsx'

type Form = FundingProps & { onClose(): void }

/** Asks for funds of an envelope. */
export function AskFunds({ acts, currency, initiatives, reading, onClose }: Form) {
  const format = useFormat()
  const envelopes = reading.state === 'full' ? reading.value.envelopes : []
  const [given, setGiven] = useState<{ readonly initiativeId: string; readonly envelopeId: string; readonly amount: string | null; readonly words: string }>({ initiativeId: '', envelopeId: envelopes.length === 1 ? (envelopes[0]?.id ?? '') : '', amount: null, words: '' })
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const amountMinor = minorOf(given.amount, currency)
  const envelope = envelopes.find(({ id }) => id === given.envelopeId)
  const notYet = given.initiativeId === '' ? 'Choose the initiative' : given.envelopeId === '' ? 'Choose the envelope' : amountMinor === undefined ? 'Say how much' : undefined
  return (
    <FormDialog title="Ask for funds" act="Ask" notYet={notYet} onClose={onClose} onSubmit={() => acts.askFunds({ initiativeId: given.initiativeId, envelopeId: given.envelopeId, amountMinor: amountMinor ?? '', words: given.words.trim() })}>
      {(refused) => (
        <>
          <InitiativeField initiatives={initiatives} value={given.initiativeId} onChange={(initiativeId) => set({ initiativeId })} error={fieldError(refused, 'initiativeId')} />
          <Select label="Envelope" value={given.envelopeId} options={envelopes.map(({ id, name, label }) => ({ value: id, label: `${name}, ${label}` }))} onChange={(envelopeId) => set({ envelopeId })} error={fieldError(refused, 'envelopeId')} />
          <NumberField label="Amount" hint={envelope && `${format.moneyCell(envelope.free.metric)} is free.`} unit={currency} required min={0} value={given.amount} onChange={(amount) => set({ amount })} error={fieldError(refused, 'amountMinor')} />
          <Reason label="What for" required={false} value={given.words} onChange={(words) => set({ words })} error={fieldError(refused, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Asks for people of a pool. */
export function AskPeople({ acts, initiatives, pools, onClose }: Form) {
  const [given, setGiven] = useState<{ readonly initiativeId: string; readonly poolId: string; readonly skill: string; readonly from: string; readonly to: string; readonly quantity: string | null; readonly words: string }>({ initiativeId: '', poolId: pools.length === 1 ? (pools[0]?.id ?? '') : '', skill: '', from: '', to: '', quantity: null, words: '' })
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const pool = pools.find(({ id }) => id === given.poolId)
  const quantity = quantityOf(given.quantity)
  const notYet = given.initiativeId === '' ? 'Choose the initiative' : !pool ? 'Choose the pool' : given.from === '' || given.to === '' ? 'Say from when to when' : given.to <= given.from ? 'The end lies after the start' : quantity === undefined ? 'Say how many' : undefined
  return (
    <FormDialog title="Ask for people" act="Ask" notYet={notYet} onClose={onClose} onSubmit={() => acts.askPeople({ initiativeId: given.initiativeId, poolId: given.poolId, skill: given.skill === '' ? null : given.skill, from: given.from, to: given.to, quantity: quantity ?? '', words: given.words.trim() })}>
      {(refused) => (
        <>
          <InitiativeField initiatives={initiatives} value={given.initiativeId} onChange={(initiativeId) => set({ initiativeId })} error={fieldError(refused, 'initiativeId')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Pool" value={given.poolId} options={pools.map(({ id, name }) => ({ value: id, label: name }))} onChange={(poolId) => set({ poolId, skill: '' })} error={fieldError(refused, 'poolId')} />
            <Select label="Skill" value={given.skill} options={[{ value: '', label: 'Any of the pool' }, ...(pool?.skills ?? []).map((skill) => ({ value: skill, label: skill }))]} onChange={(skill) => set({ skill })} error={fieldError(refused, 'skill')} />
            <TextField type="date" label="From" required value={given.from} onChange={(from) => set({ from })} error={fieldError(refused, 'from')} />
            <TextField type="date" label="To" hint="The first day after it" required value={given.to} onChange={(to) => set({ to })} error={fieldError(refused, 'to')} />
          </div>
          <NumberField label="How many" hint={pool && (pool.unit === 'fte' ? 'Throughout the stretch' : 'In the whole stretch')} {...(pool ? { unit: unitWords[pool.unit].short } : {})} required min={0} value={given.quantity} onChange={(value) => set({ quantity: value })} error={fieldError(refused, 'quantity')} />
          <Reason label="What for" required={false} value={given.words} onChange={(words) => set({ words })} error={fieldError(refused, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

type Kind = 'commit' | 'decline'
const kinds: readonly { readonly value: Kind; readonly label: string }[] = [{ value: 'commit', label: 'Commit' }, { value: 'decline', label: 'Decline' }]

/** Commits funds that were asked for, all or a part, or declines. */
export function AnswerFunds({ funding, acts, currency, onClose }: Form & { readonly funding: FundingRequest }) {
  const format = useFormat()
  const [kind, setKind] = useState<Kind>('commit')
  const [amount, setAmount] = useState<string | null>(funding.amount.status === 'ok' ? moneyToField(funding.amount.value) : null)
  const [reason, setReason] = useState('')
  const amountMinor = minorOf(amount, currency)
  const notYet = kind === 'commit' ? (amountMinor === undefined ? 'Say how much' : undefined) : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Answer a request for funds" subtitle={`${funding.initiative.name}, ${funding.envelope.name} ${funding.envelope.label}`} act={kind === 'commit' ? 'Commit' : 'Decline'} notYet={notYet} onClose={onClose} onSubmit={() => acts.answerFunds(funding, kind === 'commit' ? { kind, amountMinor: amountMinor ?? '', reason: reason.trim() } : { kind, reason: reason.trim() })}>
      {(refused) => (
        <>
          <p>{metricCell(funding.amount, format.money)} asked by {funding.askedBy.name}. {funding.words}</p>
          <Select<Kind> label="Answer" value={kind} options={kinds} onChange={setKind} />
          {kind === 'commit' && <NumberField label="Commit" hint="All that was asked, or a part of it" unit={currency} required min={0} value={amount} onChange={setAmount} error={fieldError(refused, 'answer/amountMinor')} />}
          <Reason required={kind === 'decline'} value={reason} onChange={setReason} error={fieldError(refused, 'answer/reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** Commits people that were asked for, all or a part, or declines. */
export function AnswerPeople({ staffing, acts, onClose }: Form & { readonly staffing: StaffingRequest }) {
  const format = useFormat()
  const [kind, setKind] = useState<Kind>('commit')
  const [typed, setQuantity] = useState<string | null>(staffing.quantity)
  const [reason, setReason] = useState('')
  const quantity = quantityOf(typed)
  const { short } = unitWords[staffing.pool.unit]
  const notYet = kind === 'commit' ? (quantity === undefined ? 'Say how many' : undefined) : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Answer a request for people" subtitle={`${staffing.initiative.name}, ${staffing.pool.name}`} act={kind === 'commit' ? 'Commit' : 'Decline'} notYet={notYet} onClose={onClose} onSubmit={() => acts.answerPeople(staffing, kind === 'commit' ? { kind, quantity: quantity ?? '', reason: reason.trim() } : { kind, reason: reason.trim() })}>
      {(refused) => (
        <>
          <p>{staffing.quantity} {short}{staffing.skill && `, ${staffing.skill}`}, {format.date(staffing.from)} to {format.date(staffing.to)}, asked by {staffing.askedBy.name}. {staffing.words}</p>
          <Select<Kind> label="Answer" value={kind} options={kinds} onChange={setKind} />
          {kind === 'commit' && <NumberField label="Commit" hint="All that was asked, or a part of it" unit={short} required min={0} value={typed} onChange={setQuantity} error={fieldError(refused, 'answer/quantity')} />}
          <Reason required={kind === 'decline'} value={reason} onChange={setReason} error={fieldError(refused, 'answer/reason')} />
        </>
      )}
    </FormDialog>
  )
}
