import type { InitiativeList, InitiativeRow } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { FileDown, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Switch } from '../../../ui/controls/Check.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { browserGridStorage, DataGrid, type CellValue, type EntryRefusal } from '../../../ui/grid/index.ts'
import { EmptyState } from '../../../ui/states/states.tsx'
import { Menu } from '../../../ui/overlays/Menu.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { initiativeColumns } from './columns.ts'
import { NewInitiative, type Entered } from './parts/NewInitiative.tsx'
import { Picture } from './parts/Picture.tsx'
import { RemoveInitiatives } from './parts/RemoveInitiatives.tsx'

export type View = 'grid' | 'picture'
export type InitiativesProps = {
  readonly reading: Reading<InitiativeList>
  readonly units: readonly Unit[]
  readonly currency: string
  readonly canEdit: boolean
  readonly view: View
  /** Only what the latest publication lists, or everything ever listed. */
  readonly currentOnly: boolean
  onView(view: View): void
  onCurrentOnly(only: boolean): void
  onOpen(id: string): void
  onEdit(row: InitiativeRow, column: string, value: CellValue): Promise<Result<unknown, EntryRefusal>>
  onAdd(entered: Entered): Promise<Result<InitiativeRow, Problem>>
  onRemove(row: InitiativeRow): Promise<Result<unknown, Problem>>
  onExport(format: 'csv' | 'xlsx'): void
}

/** Every initiative, as a grid to work in and as a picture to look at. */
export function InitiativesPage(props: InitiativesProps) {
  const { reading, currency, units, canEdit, view, currentOnly, onView, onCurrentOnly, onExport, onAdd } = props
  const [asking, setAsking] = useState<'add' | 'remove'>()
  const latest = reading.state === 'full' ? reading.value.publications.at(-1) : undefined
  const format = useFormat()
  return (
    <PageFrame
      title="Initiatives"
      note={latest ? `${latest.title}, position of ${format.date(latest.asOf)}` : 'Everything that asks for money'}
      actions={
        <>
          {reading.state === 'full' && reading.value.publications.length > 0 && (
            <span className="self-center px-2">
              <Switch label="Only the latest publication" checked={currentOnly} onChange={onCurrentOnly} />
            </span>
          )}
          <Menu label="Export" items={[{ key: 'xlsx', label: 'Excel workbook (.xlsx)', onSelect: () => onExport('xlsx') }, { key: 'csv', label: 'Text file (.csv)', onSelect: () => onExport('csv') }]} trigger={(trigger) => <Button icon={<FileDown />} {...trigger}>Export</Button>} />
          {canEdit && reading.state === 'full' && reading.value.rows.length > 0 && <Button icon={<Trash2 />} onClick={() => setAsking('remove')}>Remove</Button>}
          {canEdit && <Button kind="primary" icon={<Plus />} onClick={() => setAsking('add')}>Initiative</Button>}
        </>
      }
    >
      <Shown reading={reading} what="initiatives" lines={12}>
        {(list) => (
          <Tabs label="How initiatives are shown" tabs={[{ key: 'grid', label: 'Grid' }, { key: 'picture', label: 'Picture' }]} selected={view} onSelect={onView}>
            {view === 'grid' ? <Grid {...props} rows={list.rows} /> : <Picture rows={list.rows} currency={currency} onOpen={props.onOpen} />}
          </Tabs>
        )}
      </Shown>
      {asking === 'add' && <NewInitiative units={units} currency={currency} onAdd={onAdd} onClose={() => setAsking(undefined)} />}
      {asking === 'remove' && reading.state === 'full' && <RemoveInitiatives rows={reading.value.rows} onRemove={props.onRemove} onClose={() => setAsking(undefined)} />}
    </PageFrame>
  )
}

const storage = browserGridStorage('initiatives')
const rowKey = ({ id }: InitiativeRow): string => id
const words = { one: 'initiative', many: 'initiatives' }

function Grid({ rows, units, currency, canEdit, onEdit, onOpen }: InitiativesProps & { readonly rows: readonly InitiativeRow[] }) {
  const format = useFormat()
  const columns = useMemo(() => initiativeColumns({ units, currency, format, canEdit }), [units, currency, format, canEdit])
  return (
    <DataGrid
      label="Initiatives"
      rows={rows}
      columns={columns}
      rowKey={rowKey}
      words={words}
      frozen={2}
      height="calc(100vh - 150px)"
      storage={storage}
      onOpen={({ id }) => onOpen(id)}
      {...(canEdit ? { onEdit } : {})}
      empty={<EmptyState title="No initiatives yet" actions={canEdit ? <a className="button" data-kind="primary" href={places.import}>Import a file</a> : undefined}>Import a portfolio, or add the first initiative.</EmptyState>}
    />
  )
}
