import type { Charter, Charters, CharterText, RaciRow } from '@throughline/contract/governance'
import { pmoRoles, raciLetters } from '@throughline/engine/governance'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { letterWords, roleWords } from '../words.ts'
import { partiesOf } from './Matrix.tsx'

type Units = Charters['units']
const linesOf = (text: string): string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '')
const blank: CharterText = { body: '', role: 'supportive', purpose: '', inside: [], outside: [], rows: [], criteria: [] }

/** Writes the role of a body down, or changes what stands in writing. */
export function EditCharter({ charter, units, act, onClose }: { readonly charter?: Charter | undefined; readonly units: Units; act(given: CharterText): Outcome; onClose(): void }) {
  const [given, setGiven] = useState(charter?.text ?? blank)
  const [lines, setLines] = useState({ inside: given.inside.join('\n'), outside: given.outside.join('\n'), criteria: given.criteria.join('\n'), parties: (charter ? partiesOf(given.rows) : ['PMO', 'Sponsor', 'Project manager', 'Finance']).join('\n') })
  const set = (change: Partial<CharterText>) => setGiven((all) => ({ ...all, ...change }))
  const parties = [...new Set(linesOf(lines.parties))]
  const setRow = (at: number, change: Partial<RaciRow>) => set({ rows: given.rows.map((row, each) => (each === at ? { ...row, ...change } : row)) })
  const entered = (): CharterText => ({ ...given, inside: linesOf(lines.inside), outside: linesOf(lines.outside), criteria: linesOf(lines.criteria), rows: given.rows.map((row) => ({ ...row, parts: row.parts.filter(({ party }) => parties.includes(party)) })) })
  const notYet = given.body.trim() === '' ? 'Say which body it is' : given.rows.some(({ subject }) => subject.trim() === '') ? 'Name each subject' : undefined
  return (
    <FormDialog title={charter ? 'Change a charter' : 'Write a charter'} subtitle="It stands once it is signed." size="wide" act={charter ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => act(entered())} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Body" hint="The PMO, or another body that decides." required maxLength={120} data-focus-first="" value={given.body} onChange={(body) => set({ body })} error={fieldError(problem, 'body')} />
            <Select label="Role" value={given.role ?? 'other'} options={[...pmoRoles.map((value) => ({ value, label: roleWords[value] })), { value: 'other' as const, label: 'No PMO' }]} onChange={(role) => set({ role: role === 'other' ? null : role })} />
          </div>
          <TextArea label="Purpose" rows={2} maxLength={4000} value={given.purpose} onChange={(purpose) => set({ purpose })} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextArea label="What it does" hint="One on each line." rows={3} value={lines.inside} onChange={(inside) => setLines({ ...lines, inside })} error={fieldError(problem, 'inside')} />
            <TextArea label="What it leaves to others" hint="One on each line." rows={3} value={lines.outside} onChange={(outside) => setLines({ ...lines, outside })} error={fieldError(problem, 'outside')} />
            <TextArea label="Parties" hint="Functions and bodies, one on each line." rows={4} value={lines.parties} onChange={(typed) => setLines({ ...lines, parties: typed })} />
            <TextArea label="Criteria of renewal" hint="What has to be shown before it is signed again, one on each line." rows={4} value={lines.criteria} onChange={(criteria) => setLines({ ...lines, criteria })} error={fieldError(problem, 'criteria')} />
          </div>
          <section aria-label="Decisions and activities" className="grid gap-3">
            <div><h3>Decisions and activities</h3><p className="quiet">Exactly one party is accountable for each.</p></div>
            {given.rows.map((row, at) => <RowFields key={at} name={`Subject ${at + 1}`} {...{ row, parties, units }} onChange={(change) => setRow(at, change)} onRemove={() => set({ rows: given.rows.filter((_, each) => each !== at) })} />)}
            {given.rows.length < 60 && <div><Button onClick={() => set({ rows: [...given.rows, { subject: '', decides: true, unitId: null, parts: [] }] })}>Add a subject</Button></div>}
          </section>
        </>
      )}
    </FormDialog>
  )
}

type RowProps = { readonly name: string; readonly row: RaciRow; readonly parties: readonly string[]; readonly units: Units; onChange(change: Partial<RaciRow>): void; onRemove(): void }
function RowFields({ name, row: { subject, decides, unitId, parts }, parties, units, onChange, onRemove }: RowProps) {
  const give = (party: string, letter: RaciRow['parts'][number]['letter'] | undefined) => onChange({ parts: parties.flatMap((one) => {
    const found = one === party ? letter : parts.find((part) => part.party === one)?.letter
    return found ? [{ party: one, letter: found }] : []
  }) })
  return (
    <fieldset className="grid gap-3 rounded-md border border-border p-3">
      <legend className="px-1">{name}</legend>
      <div className="grid items-end gap-3 sm:grid-cols-[1.6fr_1fr_auto_auto]">
        <TextField label="Subject" required maxLength={200} value={subject} onChange={(typed) => onChange({ subject: typed })} />
        <Select label="Where" value={unitId ?? ''} options={[{ value: '', label: 'Everywhere' }, ...units.map(({ id, name: label }) => ({ value: id, label }))]} onChange={(id) => onChange({ unitId: id === '' ? null : id })} />
        <Checkbox label="Decision right" checked={decides} onChange={(on) => onChange({ decides: on })} />
        <Button kind="quiet" aria-label={`Remove ${name.toLowerCase()}`} onClick={onRemove}>Remove</Button>
      </div>
      <div className="grid gap-3 sm:grid-cols-3">
        {parties.map((party) => <Select key={party} label={party} value={parts.find((one) => one.party === party)?.letter ?? ''} options={[{ value: '', label: 'No part' }, ...raciLetters.map((value) => ({ value, label: letterWords[value] }))]} onChange={(letter) => give(party, letter === '' ? undefined : letter)} />)}
      </div>
    </fieldset>
  )
}
