import type { Commitments } from '@throughline/contract/capacity'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { FundingProps, Open } from '../Page.tsx'
import { AnswerFunds, AnswerPeople, AskFunds, AskPeople } from './ask-forms.tsx'
import { EnvelopeForm, ReleaseForm, TransferForm } from './envelope-forms.tsx'
import { Reason } from './fields.tsx'
import { AllowForm, CrewForm } from './start-forms.tsx'

/** The form that is open. */
export function OpenForm({ open, commitments: { gate }, ...form }: FundingProps & { readonly open: Open; readonly commitments: Commitments; onClose(): void }) {
  const { acts, onClose } = form
  switch (open.form) {
    case 'gate':
      return <ReasonForm title={gate.on ? 'Switch the start gate off' : 'Switch the start gate on'} act={gate.on ? 'Switch off' : 'Switch on'} onSubmit={(reason) => acts.gate(gate, !gate.on, reason)} onClose={onClose} />
    case 'add':
      return <EnvelopeForm {...form} envelope={undefined} />
    case 'change':
      return <EnvelopeForm {...form} envelope={open.envelope} />
    case 'remove':
      return <FormDialog title={`Remove ${open.envelope.name}, ${open.envelope.label}`} act="Remove" tone="danger" onSubmit={() => acts.removeEnvelope(open.envelope)} onClose={onClose}><p>It holds nothing any more; its history is kept.</p></FormDialog>
    case 'release':
      return <ReleaseForm {...form} {...open} />
    case 'transfer':
      return <TransferForm {...form} {...open} />
    case 'ask-funds':
      return <AskFunds {...form} />
    case 'answer-funds':
      return <AnswerFunds {...form} funding={open.funding} />
    case 'withdraw-funds':
      return <ReasonForm title="Withdraw a request for funds" subtitle={open.funding.initiative.name} act="Withdraw" onSubmit={(reason) => acts.withdrawFunds(open.funding, reason)} onClose={onClose} />
    case 'ask-people':
      return <AskPeople {...form} />
    case 'answer-people':
      return <AnswerPeople {...form} staffing={open.staffing} />
    case 'end-people':
      return <ReasonForm title={open.staffing.state === 'waiting' ? 'Withdraw a request for people' : 'Release people'} subtitle={`${open.staffing.initiative.name}, ${open.staffing.pool.name}`} act={open.staffing.state === 'waiting' ? 'Withdraw' : 'Release'} onSubmit={(reason) => acts.endPeople(open.staffing, reason)} onClose={onClose} />
    case 'crew':
      return <CrewForm {...form} start={open.start} />
    case 'allow':
      return <AllowForm {...form} start={open.start} />
    case 'end-exception':
      return <ReasonForm title="End an exception" subtitle={open.exception.initiative.name} act="End" onSubmit={(reason) => acts.endException(open.exception, reason)} onClose={onClose} />
  }
}

type ReasonFormProps = { readonly title: string; readonly subtitle?: string; readonly act: string; onSubmit(reason: string): Promise<Result<unknown, Problem>>; onClose(): void }

/** An act that takes nothing but its reason. */
function ReasonForm({ title, subtitle, act, onSubmit, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={title} {...(subtitle === undefined ? {} : { subtitle })} act={act} notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => onSubmit(reason.trim())} onClose={onClose}>
      {(refused) => <Reason value={reason} onChange={setReason} error={fieldError(refused, 'reason')} />}
    </FormDialog>
  )
}
