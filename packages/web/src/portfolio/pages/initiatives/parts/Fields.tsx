import type { CustomField } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { fieldKindWords } from '../../../../demand/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Dialog } from '../../../../ui/overlays/Dialog.tsx'
import { fieldError, FormDialog, useMerge, usualWords } from '../../../../wire/index.ts'

/** What a field is given when it is added or changed. */
export type FieldEntered = { readonly name: string; readonly kind: CustomField['kind']; readonly unit: string | null; readonly choices: readonly string[]; readonly note: string }
type Done = Promise<Result<unknown, Problem>>
export type FieldActs = { onAdd(entered: FieldEntered): Done; onChange(field: CustomField, entered: FieldEntered): Done; onRemove(field: CustomField): Done }
export type FieldsProps = FieldActs & { readonly fields: readonly CustomField[]; onClose(): void }

/** The fields that the organisation added: add, change, remove. */
export function Fields({ fields, onAdd, onChange, onRemove, onClose }: FieldsProps) {
  const [editing, setEditing] = useState<CustomField | 'new'>()
  const [removing, setRemoving] = useState<CustomField>()
  const format = useFormat()
  const back = () => setEditing(undefined)
  if (editing !== undefined) return <FieldForm field={editing === 'new' ? undefined : (fields.find(({ id }) => id === editing.id) ?? editing)} onSubmit={(entered, version) => (editing === 'new' ? onAdd(entered) : onChange({ ...editing, version }, entered))} onClose={back} />
  if (removing) {
    return (
      <FormDialog title={`Remove the field ${removing.name}?`} act="Remove field" tone="danger" onSubmit={() => onRemove(removing)} onClose={() => setRemoving(undefined)}>
        <p>{removing.values === 0 ? 'No initiative has a value in it.' : `${format.count(removing.values, 'initiative has', 'initiatives have')} a value in it. The values leave every list; the history keeps them.`}</p>
      </FormDialog>
    )
  }
  return (
    <Dialog open title="Fields of your own" subtitle="They are columns of the list, lines of each initiative, and go through import and export." size="wide" onClose={onClose} foot={<><Button onClick={onClose}>Close</Button><Button kind="primary" icon={<Plus />} onClick={() => setEditing('new')}>Field</Button></>}>
      <Table
        caption="Fields that your organisation added"
        rows={fields}
        rowKey={({ id }) => id}
        empty="There are none yet."
        columns={[
          { key: 'name', label: 'Field', cell: ({ name, note }) => <span className="grid"><span>{name}</span>{note && <span className="quiet">{note}</span>}</span> },
          { key: 'kind', label: 'Holds', cell: ({ kind, unit, choices }) => <>{fieldKindWords[kind]}{unit && `, ${unit}`}{choices.length > 0 && <span className="quiet"> {choices.join(', ')}</span>}</> },
          { key: 'values', label: 'Values', numeric: true, cell: ({ values }) => format.number(values, 0) },
          { key: 'acts', label: 'Acts', cell: (field) => <span className="flex"><IconButton label={`Change ${field.name}`} icon={<Pencil />} onClick={() => setEditing(field)} /><IconButton label={`Remove ${field.name}`} icon={<Trash2 />} onClick={() => setRemoving(field)} /></span> },
        ]}
      />
    </Dialog>
  )
}

const kindOptions = Object.entries(fieldKindWords).map(([value, label]) => ({ value, label }))

function FieldForm({ field, onSubmit, onClose }: { readonly field: CustomField | undefined; onSubmit(entered: FieldEntered, version: number): Done; onClose(): void }) {
  const merge = useMerge<FieldEntered, number>({
    now: { fields: { name: field?.name ?? '', kind: field?.kind ?? 'text', unit: field?.unit ?? null, choices: field?.choices ?? [], note: field?.note ?? '' }, seen: field?.version ?? 0 },
    send: (mine, { seen }) => onSubmit(mine, seen),
    label: (part) => ({ name: 'Name', kind: 'Holds', unit: 'Unit', choices: 'Choices', note: 'Note' })[part],
    show: (part, value) => (part === 'choices' ? (value as readonly string[]).join(', ') : usualWords(part, value)),
  })
  const [name, setName] = useState(field?.name ?? '')
  const [kind, setKind] = useState<CustomField['kind']>(field?.kind ?? 'text')
  const [unit, setUnit] = useState(field?.unit ?? '')
  const [choices, setChoices] = useState(field?.choices.join('\n') ?? '')
  const [note, setNote] = useState(field?.note ?? '')
  const listed = choices.split('\n').map((choice) => choice.trim()).filter((choice) => choice !== '')
  const notYet = name.trim() === '' ? 'Give it a name.' : kind === 'choice' && listed.length === 0 ? 'Give it at least one choice.' : undefined
  const entered = (): FieldEntered => ({ name: name.trim(), kind, unit: kind === 'number' ? unit.trim() || null : null, choices: kind === 'choice' ? listed : [], note: note.trim() })
  return (
    <FormDialog title={field ? `Change the field ${field.name}` : 'Add a field'} act={field ? 'Save' : 'Add field'} notYet={notYet} merge={merge} onSubmit={() => merge.save(entered())} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={80} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          {field ? <p className="quiet">Holds {fieldKindWords[field.kind].toLowerCase()}. What a field holds stays, for values stand in it.</p> : <Select label="Holds" value={kind} options={kindOptions} onChange={(chosen) => setKind(chosen as CustomField['kind'])} />}
          {kind === 'number' && <TextField label="Unit" hint="Hours, FTE, tCO2e; empty for a plain number" maxLength={40} value={unit} onChange={setUnit} />}
          {kind === 'choice' && <TextArea label="Choices" hint="One a line, in their order" rows={5} value={choices} onChange={setChoices} />}
          <TextArea label="Note" hint="What it means; shown at the head of its column" rows={2} maxLength={1000} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}
