import type { NewWorkshop, Perspective, WorkshopMethod } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Checkbox } from '../../../ui/controls/Check.tsx'
import { Select } from '../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../wire/index.ts'
import type { Outcome } from '../../acts.ts'
import { methodWords } from '../workshop/words.ts'

const tables = [{ value: 'saaty_1980', label: 'Saaty 1980' }, { value: 'saaty_2005', label: 'Saaty 2005' }, { value: 'donegan_dodd_1991', label: 'Donegan and Dodd 1991' }] as const
const methods = (Object.keys(methodWords) as WorkshopMethod[]).map((value) => ({ value, label: methodWords[value].name }))

type OpenProps = { readonly perspectives: readonly Perspective[]; readonly people: readonly { readonly id: string; readonly name: string }[]; onOpen(given: NewWorkshop): Outcome; onClose(): void }

/** What the workshop is on, how people judge, and who. */
export function OpenWorkshop({ perspectives, people, onOpen, onClose }: OpenProps) {
  const [title, setTitle] = useState('')
  const [question, setQuestion] = useState('')
  const [method, setMethod] = useState<WorkshopMethod>('swing')
  const [table, setTable] = useState<(typeof tables)[number]['value']>('saaty_1980')
  const [level, setLevel] = useState('')
  const [judges, setJudges] = useState<readonly string[]>([])
  const submit = () => onOpen({ title: title.trim(), question: question.trim(), method, randomIndex: table, perspectiveId: level === '' ? null : level, judges: [...judges] })
  return (
    <FormDialog size="wide" title="Open a workshop" subtitle="Everybody who is invited judges in their own browser; nobody sees what others gave before all have." act="Open" notYet={title.trim() === '' ? 'Give it a name.' : judges.length === 0 ? 'Invite somebody.' : undefined} onSubmit={submit} onClose={onClose}>
      <TextField label="Name" maxLength={120} data-focus-first="" value={title} onChange={setTitle} />
      <TextArea label="What is to be settled" maxLength={2000} value={question} onChange={setQuestion} />
      <Select label="Objectives" options={[{ value: '', label: 'All objectives' }, ...perspectives.map(({ id, name }) => ({ value: id, label: name }))]} value={level} onChange={setLevel} />
      <Select label="How people judge" hint={methodWords[method].ask} options={methods} value={method} onChange={(value) => setMethod(value as WorkshopMethod)} />
      {method === 'pairwise' && <Select label="Consistency is measured by" hint="Published tables of the consistency of random judgements differ; the ratio says which was used." options={tables} value={table} onChange={(value) => setTable(value as typeof table)} />}
      <fieldset className="grid max-h-64 gap-2 overflow-auto">
        <legend className="text-label text-ink-2">Who judges</legend>
        {people.map(({ id, name }) => <Checkbox key={id} label={name} checked={judges.includes(id)} onChange={(on) => setJudges((before) => (on ? [...before, id] : before.filter((one) => one !== id)))} />)}
      </fieldset>
    </FormDialog>
  )
}
