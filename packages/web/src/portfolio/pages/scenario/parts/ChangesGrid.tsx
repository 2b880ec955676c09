import type { FieldRef, Scenario, ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import type { FieldValue } from '@throughline/engine/portfolio'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { browserGridStorage, DataGrid, type OnEdits } from '../../../../ui/grid/index.ts'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { rowColumns, valueOfCell } from '../row-columns.ts'
import { states, stateWords } from '../../../../demand/index.ts'

type Sent = Promise<Result<unknown, Problem>>
/** Changes of what the scenario changes. */
export type OverlayActs = {
  onSet(changes: readonly (FieldRef & { readonly value: FieldValue })[]): Sent
  onAdd(fields: Readonly<Record<string, FieldValue>>): Sent
}

/** Every initiative as the scenario has it, to be changed like a spreadsheet. Cells that differ from the plan say so in their row. */
export function ChangesGrid({ scenario, read, canEdit, acts }: { readonly scenario: Scenario; readonly read: ScenarioRows; readonly canEdit: boolean; readonly acts: OverlayActs }) {
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const { rows, units, currency } = read
  const columns = useMemo(() => rowColumns({ units, currency, format, canEdit }), [units, currency, format, canEdit])
  const { onSet } = acts
  const onEdits = useCallback<OnEdits>(async (changes) => {
    const sent = await onSet(changes.map(({ key, column, value }) => ({ kind: 'initiative', id: key, field: column, value: valueOfCell(column, value, currency) })))
    return { issues: sent.ok ? [] : changes.map(({ key, column }) => ({ key, column, message: sent.refusal.detail })) }
  }, [onSet, currency])
  return (
    <>
      <DataGrid
        label="Initiatives in the scenario"
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        words={{ one: 'initiative', many: 'initiatives' }}
        storage={storage}
        empty="There is nothing in the plan yet."
        {...(canEdit ? { onEdits } : {})}
        actions={canEdit && <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>Add an initiative</Button>}
      />
      <p className="quiet">{format.count(scenario.changes, 'field is', 'fields are')} set here. To take an initiative out of the scenario, set “In the plan” to no; to take a change back, enter what the plan says, or undo.</p>
      {adding && <AddInitiative read={read} onAdd={acts.onAdd} onClose={() => setAdding(false)} />}
    </>
  )
}

const rowKey = ({ id }: ScenarioRow): string => id
const storage = browserGridStorage('scenario')

function AddInitiative({ read, onAdd, onClose }: { readonly read: ScenarioRows; readonly onAdd: OverlayActs['onAdd']; onClose(): void }) {
  const [name, setName] = useState('')
  const [state, setState] = useState<string>('approved')
  const [unit, setUnit] = useState('')
  return (
    <FormDialog title="Add an initiative to the scenario" subtitle="It is added to the plan when the scenario is approved." act="Add" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => onAdd({ name: name.trim(), state, ...(unit === '' ? {} : { unitId: unit }) })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={300} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <Select label="State" options={states.map((value) => ({ value, label: stateWords[value] }))} value={state} onChange={setState} />
          <Select label="Department" options={[{ value: '', label: 'None' }, ...read.units.map(({ id, name: label }) => ({ value: id, label }))]} value={unit} onChange={setUnit} />
        </>
      )}
    </FormDialog>
  )
}
