import type { Scenario } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import type { ScenarioActs } from '../Page.tsx'

/** Renames a scenario or changes its note; what was chosen stays as it was saved. */
export function EditScenario({ scenario, onChange, onClose }: { readonly scenario: Scenario; readonly onChange: ScenarioActs['onRename']; onClose(): void }) {
  const [name, setName] = useState(scenario.name)
  const [note, setNote] = useState(scenario.note)
  return (
    <FormDialog title="Rename the scenario" act="Save" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => onChange({ name: name.trim(), note })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextArea label="Note" maxLength={4000} value={note} onChange={setNote} error={fieldError(problem, 'note')} />
        </>
      )}
    </FormDialog>
  )
}
