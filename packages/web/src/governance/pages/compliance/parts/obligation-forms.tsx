import type { NewObligation, Obligation, RuleAttribute } from '@throughline/contract/governance'
import { usualExceptionMonths } from '@throughline/engine/governance'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { complianceWords } from '../words.ts'
import { RuleEditor, ruleLacks, ruleToSend } from './RuleEditor.tsx'

/** Somebody to choose. */
export type Named = { readonly id: string; readonly name: string }
type FormProps = { readonly obligation?: Obligation | undefined; readonly members: readonly Named[]; readonly attributes: readonly RuleAttribute[]; readonly currency: string; act(given: NewObligation): Outcome; onClose(): void }
const blank: NewObligation = { title: '', source: '', requirement: '', evidence: '', rule: [], validMonths: 12, exceptionMonths: usualExceptionMonths, verifierIds: [] }

/** Writes an obligation down, or changes it. */
export function EditObligation({ obligation, members, attributes, currency, act, onClose }: FormProps) {
  const [given, setGiven] = useState<NewObligation>(obligation ? givenBy(obligation) : blank)
  const set = (change: Partial<NewObligation>) => setGiven((all) => ({ ...all, ...change }))
  const lacking = given.title.trim() === '' ? 'Give it a name' : given.source.trim() === '' ? 'Say where it comes from' : given.evidence.trim() === '' ? 'Say what shows that it is met' : given.exceptionMonths === undefined ? 'Say how long an exception is granted at most' : given.verifierIds.length === 0 ? 'Choose who verifies it' : ruleLacks(given.rule)
  const gone = (obligation?.verifiers ?? []).filter(({ id }) => !members.some((one) => one.id === id))
  return (
    <FormDialog title={obligation ? 'Change an obligation' : 'Add an obligation'} size="wide" act={obligation ? 'Change' : 'Add'} notYet={lacking} onSubmit={() => act({ ...given, rule: ruleToSend(given.rule) })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Obligation" required maxLength={200} data-focus-first="" value={given.title} onChange={(title) => set({ title })} error={fieldError(problem, 'title')} />
            <TextField label="Source" hint="The law, standard or policy, with its article." required maxLength={500} value={given.source} onChange={(source) => set({ source })} error={fieldError(problem, 'source')} />
          </div>
          <TextArea label="What it requires" rows={2} maxLength={4000} value={given.requirement} onChange={(requirement) => set({ requirement })} />
          <TextArea label="What shows that it is met" required rows={2} maxLength={1000} value={given.evidence} onChange={(evidence) => set({ evidence })} error={fieldError(problem, 'evidence')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField label="Evidence holds for" unit="months" hint="Empty: without end." min={1} max={120} value={given.validMonths === null ? null : String(given.validMonths)} onChange={(months) => set({ validMonths: months === null ? null : Math.round(Number(months)) })} error={fieldError(problem, 'validMonths')} />
            <NumberField label="Exceptions for at most" unit="months" required min={1} max={36} value={given.exceptionMonths === undefined ? null : String(given.exceptionMonths)} onChange={(months) => set({ exceptionMonths: months === null ? undefined : Math.round(Number(months)) })} error={fieldError(problem, 'exceptionMonths')} />
          </div>
          <fieldset>
            <legend className="mb-1">Verified by</legend>
            <p className="quiet mb-1">{complianceWords.independence} Name more than one, so that somebody is always independent.</p>
            <div className="flex max-h-40 flex-wrap gap-x-4 gap-y-1 overflow-auto">{[...members, ...gone].map(({ id, name }) => <Checkbox key={id} label={name} checked={given.verifierIds.includes(id)} onChange={(on) => set({ verifierIds: on ? [...given.verifierIds, id] : given.verifierIds.filter((one) => one !== id) })} />)}</div>
          </fieldset>
          <RuleEditor rule={given.rule} {...{ attributes, currency }} onChange={(rule) => set({ rule })} />
        </>
      )}
    </FormDialog>
  )
}

const givenBy = ({ title, source, requirement, evidence, rule, validMonths, exceptionMonths, verifiers }: Obligation): NewObligation => ({ title, source, requirement, evidence, rule, validMonths, exceptionMonths, verifierIds: verifiers.map(({ id }) => id) })

/** Retires an obligation, with the reason. */
export function RetireObligation({ obligation: { title }, act, onClose }: { readonly obligation: Obligation; act(reason: string): Outcome; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Retire an obligation" subtitle={title} act="Retire" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => act(reason.trim())} onClose={onClose}>
      <p>It applies to nothing any more. What was attested of it stays in the history.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
