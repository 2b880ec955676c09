import type { Attestation, AttestationJudgement, ComplianceCase, ComplianceException, NewAttestation, NewException, Obligation } from '@throughline/contract/governance'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { complianceWords } from '../words.ts'

export type CaseActs = {
  attest(given: NewAttestation): Outcome
  judge(attestation: Attestation, given: Omit<AttestationJudgement, 'version'>): Outcome
  except(given: NewException): Outcome
  end(exception: ComplianceException, reason: string): Outcome
}
type Form = { readonly of: ComplianceCase; readonly acts: CaseActs; onClose(): void }
const subtitleOf = ({ obligation, initiative }: ComplianceCase): string => `${obligation.title}: ${initiative.name}`
const pairOf = ({ obligation, initiative }: ComplianceCase) => ({ obligationId: obligation.id, initiativeId: initiative.id })

/** Attests that an obligation is met, by a control and its evidence. */
export function Attest({ of, obligation, today, acts, onClose }: Form & { readonly obligation: Obligation | undefined; readonly today: string }) {
  const [given, setGiven] = useState({ control: '', evidence: '', reference: '', evidenceOn: today, expiresOn: '' })
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const { control, evidence, reference, evidenceOn, expiresOn } = given
  const notYet = control.trim() === '' ? 'Say by which control' : evidence.trim() === '' ? 'Say what shows it' : evidenceOn === '' ? 'Say of which day' : undefined
  const months = obligation?.validMonths ?? null
  return (
    <FormDialog title="Attest" subtitle={subtitleOf(of)} act="Attest" notYet={notYet} onSubmit={() => acts.attest({ ...pairOf(of), control: control.trim(), evidence: evidence.trim(), reference: reference.trim(), evidenceOn, expiresOn: expiresOn === '' ? null : expiresOn })} onClose={onClose}>
      {(problem) => (
        <>
          {obligation && <p>{obligation.requirement || obligation.title}<span className="quiet block">Shown by: {obligation.evidence}</span></p>}
          <TextArea label="Control" hint="What is done so that it is met." required rows={2} maxLength={1000} data-focus-first="" value={control} onChange={(text) => set({ control: text })} error={fieldError(problem, 'control')} />
          <TextArea label="Evidence" hint="What shows that the control works." required rows={2} maxLength={4000} value={evidence} onChange={(text) => set({ evidence: text })} error={fieldError(problem, 'evidence')} />
          <TextField label="Kept at" hint="The record or address where whoever verifies it finds it." maxLength={1000} value={reference} onChange={(text) => set({ reference: text })} error={fieldError(problem, 'reference')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="date" label="Evidence of" required value={evidenceOn} onChange={(day) => set({ evidenceOn: day })} error={fieldError(problem, 'evidenceOn')} />
            <TextField type="date" label="Expires on" hint={months === null ? 'Empty: without end.' : `Empty: after ${months} months, the longest.`} value={expiresOn} onChange={(day) => set({ expiresOn: day })} error={fieldError(problem, 'expiresOn')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** Verifies or rejects what somebody else attested. */
export function Judge({ of, attestation, acts, onClose }: Form & { readonly attestation: Attestation }) {
  const [verdict, setVerdict] = useState<AttestationJudgement['verdict']>(attestation.state === 'verified' ? 'rejected' : 'verified')
  const [words, setWords] = useState('')
  const options = [{ value: 'verified' as const, label: 'Verify: the evidence shows it' }, { value: 'rejected' as const, label: attestation.state === 'verified' ? 'Reject after all' : 'Reject: it does not' }]
  return (
    <FormDialog title="Judge what was attested" subtitle={subtitleOf(of)} act={verdict === 'verified' ? 'Verify' : 'Reject'} notYet={words.trim() === '' ? 'Say what you looked at' : undefined} onSubmit={() => acts.judge(attestation, { verdict, words: words.trim() })} onClose={onClose}>
      <p>{attestation.control}<span className="quiet block">{attestation.evidence}{attestation.reference && `; kept at ${attestation.reference}`} · {attestation.by.name}</span></p>
      <Select<AttestationJudgement['verdict']> label="Verdict" hint={complianceWords.independence} value={verdict} options={options.filter(({ value }) => value !== attestation.state)} onChange={setVerdict} />
      <TextArea label="What you looked at, and what you found" required rows={3} maxLength={4000} value={words} onChange={setWords} />
    </FormDialog>
  )
}

/** Excepts an initiative from an obligation until a day. */
export function GrantException({ of, obligation, today, acts, onClose }: Form & { readonly obligation: Obligation | undefined; readonly today: string }) {
  const format = useFormat()
  const [given, setGiven] = useState({ reason: '', compensation: '', fromOn: today, expiresOn: '' })
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const notYet = given.reason.trim() === '' ? 'Say why' : given.fromOn === '' ? 'Say from which day' : given.expiresOn === '' ? 'Say when it expires' : undefined
  return (
    <FormDialog title="Grant an exception" subtitle={subtitleOf(of)} act="Grant" notYet={notYet} onSubmit={() => acts.except({ ...pairOf(of), ...given, reason: given.reason.trim(), compensation: given.compensation.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <p>It lapses by itself on the day on which it expires. Excepted is not compliant.</p>
          <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={given.reason} onChange={(reason) => set({ reason })} error={fieldError(problem, 'reason')} />
          <TextArea label="What is done instead" rows={2} maxLength={2000} value={given.compensation} onChange={(compensation) => set({ compensation })} error={fieldError(problem, 'compensation')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField type="date" label="From" required value={given.fromOn} onChange={(fromOn) => set({ fromOn })} error={fieldError(problem, 'fromOn')} />
            <TextField type="date" label="Expires on" required hint={obligation && `At most ${format.count(obligation.exceptionMonths, 'month', 'months')} after it begins.`} value={given.expiresOn} onChange={(expiresOn) => set({ expiresOn })} error={fieldError(problem, 'expiresOn')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** Ends an exception before its day. */
export function EndException({ of, exception, acts, onClose }: Form & { readonly exception: ComplianceException }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="End an exception" subtitle={subtitleOf(of)} act="End" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.end(exception, reason.trim())} onClose={onClose}>
      <p>From today on the obligation has to be met.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
