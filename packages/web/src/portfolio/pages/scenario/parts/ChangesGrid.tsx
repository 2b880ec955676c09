import type { CustomField } from '@throughline/contract/demand'
import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { browserGridStorage, DataGrid, type OnEdits } from '../../../../ui/grid/index.ts'
import { rowColumns, valueOfCell } from '../row-columns.ts'
import { OneInitiative } from './OneInitiative.tsx'
import type { OverlayActs } from './overlay-acts.ts'

const AddInitiative = lazy(() => import('./AddInitiative.tsx').then(({ AddInitiative }) => ({ default: AddInitiative })))

export type ChangesGridProps = { readonly read: ScenarioRows; /** The organisation's own fields. */ readonly fields: readonly CustomField[]; readonly canEdit: boolean; readonly acts: OverlayActs; /** Ids of the rows to show; all where undefined. */ readonly only: readonly string[] | undefined; onShowAll(): void }

/** Every initiative as the scenario has it, to be changed like a spreadsheet. Cells that differ from the plan say so in their row. */
export function ChangesGrid({ read, fields, canEdit, acts, only, onShowAll }: ChangesGridProps) {
  const format = useFormat()
  const [adding, setAdding] = useState(false)
  const [selected, setSelected] = useState<readonly string[]>([])
  const { units, currency } = read
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
      {adding && <Suspense><AddInitiative read={read} onAdd={acts.onAdd} onClose={() => setAdding(false)} /></Suspense>}
    </>
  )
}

const rowKey = ({ id }: ScenarioRow): string => id
const words = { one: 'initiative', many: 'initiatives' }
const storage = browserGridStorage('scenario')
