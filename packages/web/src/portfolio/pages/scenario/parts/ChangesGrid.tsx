import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { Plus } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { browserGridStorage, DataGrid, type OnEdits } from '../../../../ui/grid/index.ts'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { minorOfMillions, rowColumns, valueOfCell } from '../row-columns.ts'
import { states, stateWords } from '../../../../demand/index.ts'
import { OneInitiative } from './OneInitiative.tsx'
import type { OverlayActs } from './overlay-acts.ts'

export type ChangesGridProps = { readonly read: ScenarioRows; readonly canEdit: boolean; readonly acts: OverlayActs; /** Ids of the rows to show; all where undefined. */ readonly only: readonly string[] | undefined; onShowAll(): void }

/** Every initiative as the scenario has it, to be changed like a spreadsheet. Cells that differ from the plan say so in their row. */
export function ChangesGrid({ read, canEdit, acts, only, onShowAll }: ChangesGridProps) {
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const [selected, setSelected] = useState<readonly string[]>([])
  const { units, fields, currency } = read
  const rows = useMemo(() => (only ? read.rows.filter(({ id, standing }) => only.includes(id) || standing === 'added') : read.rows), [read.rows, only])
  const columns = useMemo(() => rowColumns({ units, fields, currency, format, canEdit }), [units, fields, currency, format, canEdit])
  const { onSet } = acts
  const onEdits = useCallback<OnEdits>(async (changes) => {
    const sent = await onSet(changes.map(({ key, column, value }) => ({ kind: 'initiative', id: key, field: column, value: valueOfCell(column, value, currency, fields) })))
    return { issues: sent.ok ? [] : changes.map(({ key, column }) => ({ key, column, message: sent.refusal.detail })) }
  }, [onSet, currency, fields])
  const [chosen] = selected
  return (
    <>
      {only && <p className="flex flex-wrap items-center gap-3">{format.count(rows.length, 'initiative', 'initiatives')} chosen of {format.number(read.rows.length, 0)}. <Button kind="link" onClick={onShowAll}>Show all</Button></p>}
      <DataGrid
        label="Initiatives in the scenario"
        rows={rows}
        columns={columns}
        rowKey={rowKey}
        words={words}
        storage={storage}
        empty="There is nothing in the plan yet."
        onSelected={setSelected}
        {...(canEdit ? { onEdits } : {})}
        actions={canEdit && <><OneInitiative row={read.rows.find(({ id }) => id === chosen)} read={read} acts={acts} /><Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>Add an initiative</Button></>}
      />
      <p className="quiet">To take an initiative out of the scenario, set “In the plan” to no. Ratings are reported, not planned, so none is here.</p>
      {adding && <AddInitiative read={read} onAdd={acts.onAdd} onClose={() => setAdding(false)} />}
    </>
  )
}

const rowKey = ({ id }: ScenarioRow): string => id
const words = { one: 'initiative', many: 'initiatives' }
const storage = browserGridStorage('scenario')

function AddInitiative({ read, onAdd, onClose }: { readonly read: ScenarioRows; readonly onAdd: OverlayActs['onAdd']; onClose(): void }) {
  const [name, setName] = useState('')
  const [state, setState] = useState<string>('approved')
  const [unit, setUnit] = useState('')
  const [[start, end], setDates] = useState<readonly [string, string]>(['', ''])
  const [cost, setCost] = useState<string | null>(null)
  const [benefits, setBenefits] = useState<string | null>(null)
  return (
    <FormDialog title="Add an initiative to the scenario" subtitle="It is added to the plan when the scenario is approved." act="Add" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => onAdd('initiative', { name: name.trim(), state, unitId: unit === '' ? null : unit, startOn: start === '' ? null : start, endOn: end === '' ? null : end, costMinor: cost === null ? null : minorOfMillions(cost, read.currency), benefitsMinor: benefits === null ? null : minorOfMillions(benefits, read.currency) })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={300} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <Select label="State" options={states.map((value) => ({ value, label: stateWords[value] }))} value={state} onChange={setState} />
          <Select label="Department" options={[{ value: '', label: 'None' }, ...read.units.map(({ id, name: label }) => ({ value: id, label }))]} value={unit} onChange={setUnit} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Start" type="date" value={start} onChange={(next) => setDates([next, end])} />
            <TextField label="End" type="date" value={end} onChange={(next) => setDates([start, next])} />
            <NumberField label="Cost" unit={`${read.currency} m`} value={cost} onChange={setCost} />
            <NumberField label="Benefits" unit={`${read.currency} m`} value={benefits} onChange={setBenefits} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
