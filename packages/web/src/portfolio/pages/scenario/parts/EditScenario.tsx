import type { Scenario } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog, useMerge } from '../../../../wire/index.ts'
import type { ScenarioActs } from '../Page.tsx'

/** Renames a scenario or changes its note; what was chosen stays as it was saved. */
export function EditScenario({ scenario, onChange, onClose }: { readonly scenario: Scenario; readonly onChange: ScenarioActs['onRename']; onClose(): void }) {
  const merge = useMerge({
    now: { fields: { name: scenario.name, note: scenario.note }, seen: scenario.version },
    send: (mine, { seen }) => onChange(mine, seen),
    label: (field) => ({ name: 'Name', note: 'Note' })[field],
  })
  const [name, setName] = useState(merge.base.fields.name)
  const [note, setNote] = useState(merge.base.fields.note)
  return (
    <FormDialog title="Rename the scenario" act="Save" notYet={name.trim() === '' ? 'Give it a name.' : undefined} merge={merge} onSubmit={() => merge.save({ name: name.trim(), note })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextArea label="Note" maxLength={4000} value={note} onChange={setNote} error={fieldError(problem, 'note')} />
        </>
      )}
    </FormDialog>
  )
}
