import type { DecisionTag, NewDecisionTag, NewValue, OrganisationValue, StatementMapping, UnitStatement, UnitValues, ValuedDecision } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'

export type ValuesActs = {
  add(value: NewValue): Outcome
  change(value: OrganisationValue, given: NewValue): Outcome
  retire(value: OrganisationValue, reason: string): Outcome
  state(said: { readonly unitId: string; readonly words: string }): Outcome
  map(statement: UnitStatement, mapping: StatementMapping): Outcome
  remove(statement: UnitStatement): Outcome
  tag(tag: NewDecisionTag): Outcome
  untag(tag: DecisionTag): Outcome
}
type Form = { readonly acts: ValuesActs; onClose(): void }
const optionsOf = (values: readonly OrganisationValue[]) => values.map(({ id, name }) => ({ value: id, label: name }))

/** Adds a value, or changes one. */
export function EditValue({ value, acts, onClose }: Form & { readonly value?: OrganisationValue | undefined }) {
  const [name, setName] = useState(value?.name ?? '')
  const [meaning, setMeaning] = useState(value?.meaning ?? '')
  const [seen, setSeen] = useState(value?.behaviours.join('\n') ?? '')
  const given = { name: name.trim(), meaning: meaning.trim(), behaviours: seen.split('\n').map((one) => one.trim()).filter((one) => one !== '') }
  return (
    <FormDialog title={value ? 'Change a value' : 'Add a value'} act={value ? 'Change' : 'Add'} notYet={given.name === '' ? 'Give it a name' : undefined} onSubmit={() => (value ? acts.change(value, given) : acts.add(given))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextArea label="What is meant by it" rows={2} maxLength={2000} value={meaning} onChange={setMeaning} />
          <TextArea label="Behaviours" hint="One on each line: what anybody could see where it is lived." rows={4} value={seen} onChange={setSeen} error={fieldError(problem, 'behaviours')} />
        </>
      )}
    </FormDialog>
  )
}

/** Retires a value, with the reason. */
export function RetireValue({ value, acts, onClose }: Form & { readonly value: OrganisationValue }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Retire a value" subtitle={value.name} act="Retire" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.retire(value, reason.trim())} onClose={onClose}>
      <p>{value.takenUpBy.length === 0 ? 'No unit has taken it up.' : `What ${value.takenUpBy.join(', ')} mapped to it diverges again.`} Decisions that named it keep it.</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Says what a unit stands for. */
export function StateUnitValue({ units, acts, onClose }: Form & { readonly units: readonly UnitValues[] }) {
  const [unitId, setUnit] = useState(units[0]?.id ?? '')
  const [words, setWords] = useState('')
  return (
    <FormDialog title="Say what a unit stands for" subtitle="It diverges until it is mapped to a value or justified." act="Say it" notYet={words.trim() === '' ? 'Say what it is' : undefined} onSubmit={() => acts.state({ unitId, words: words.trim() })} onClose={onClose}>
      <Select label="Unit" value={unitId} options={units.map(({ id, name }) => ({ value: id, label: name }))} onChange={setUnit} />
      <TextArea label="What it stands for" required rows={2} maxLength={500} data-focus-first="" value={words} onChange={setWords} />
    </FormDialog>
  )
}

/** Maps a statement to a value, or justifies it as the unit’s own. */
export function MapStatement({ statement, values, acts, onClose }: Form & { readonly statement: UnitStatement; readonly values: readonly OrganisationValue[] }) {
  const [to, setTo] = useState(statement.standing === 'mapped' ? (statement.valueId ?? '') : statement.standing === 'own' ? 'own' : '')
  const [reason, setReason] = useState(statement.reason)
  const mapping: StatementMapping = to === '' ? { kind: 'none' } : to === 'own' ? { kind: 'own', reason: reason.trim() } : { kind: 'value', valueId: to }
  return (
    <FormDialog title="Map or justify" act="Keep" notYet={to === 'own' && reason.trim() === '' ? 'Say why it is the unit’s own' : undefined} onSubmit={() => acts.map(statement, mapping)} onClose={onClose}>
      <p>“{statement.words}”</p>
      <Select label="It is" value={to} options={[{ value: '', label: 'Mapped nowhere' }, ...optionsOf(values), { value: 'own', label: 'The unit’s own' }]} onChange={setTo} />
      {to === 'own' && <TextArea label="Why it is the unit’s own" required rows={2} maxLength={2000} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}

/** Says which value a decision served, and which it went against. */
export function TagDecision({ decisions, values, acts, onClose }: Form & { readonly decisions: readonly ValuedDecision[]; readonly values: readonly OrganisationValue[] }) {
  const [decisionId, setDecision] = useState(decisions[0]?.id ?? '')
  const [servedId, setServed] = useState(values[0]?.id ?? '')
  const [valueId, setAgainst] = useState('')
  const [reason, setReason] = useState('')
  const notYet = valueId !== '' && reason.trim() === '' ? 'Say why it went against it' : undefined
  return (
    <FormDialog title="Value of a decision" act="Say it" notYet={notYet} onSubmit={() => acts.tag({ decisionId, servedId, against: valueId === '' ? null : { valueId, reason: reason.trim() } })} onClose={onClose}>
      <Select label="Decision" value={decisionId} options={decisions.map(({ id, question, decidedAt }) => ({ value: id, label: `${decidedAt.slice(0, 10)} ${question}` }))} onChange={setDecision} />
      <Select label="Served" value={servedId} options={optionsOf(values)} onChange={setServed} />
      <Select label="Went against" value={valueId} options={[{ value: '', label: 'None' }, ...optionsOf(values.filter(({ id }) => id !== servedId))]} onChange={setAgainst} />
      {valueId !== '' && <TextArea label="Why all the same" required rows={2} maxLength={2000} value={reason} onChange={setReason} />}
    </FormDialog>
  )
}
