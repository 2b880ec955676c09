import type { CustomField, InitiativeRow, ListWindow, View as SavedView } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Ellipsis, FileDown, Plus } from 'lucide-react'
import { useState } from 'react'
import { places, useFormat } from '../../../format/index.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Switch } from '../../../ui/controls/Check.tsx'
import { Tabs } from '../../../ui/controls/Tabs.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { DataGrid, type CellValue, type GridView, type OnEdits, type RowSource } from '../../../ui/grid/index.ts'
import { Menu, type MenuItem } from '../../../ui/overlays/Menu.tsx'
import { EmptyState, LoadingState } from '../../../ui/states/states.tsx'
import { Shown, type Reading } from '../../../wire/index.ts'
import { ForkDialog } from '../../parts/plans/ForkDialog.tsx'
import type { Conflict } from './cells.ts'
import type { InitiativeColumn } from './columns.ts'
import { BulkChange } from './parts/BulkChange.tsx'
import { Conflicts } from './parts/Conflicts.tsx'
import { Fields, type FieldActs } from './parts/Fields.tsx'
import { NewInitiative, type Entered } from './parts/NewInitiative.tsx'
import { Picture } from './parts/Picture.tsx'
import { RemoveInitiatives } from './parts/RemoveInitiatives.tsx'
import { ViewsMenu } from './parts/ViewsMenu.tsx'
import type { Sent } from './send-cells.ts'
import type { ViewActs } from './use-views.ts'

export type View = 'grid' | 'picture'
export type InitiativesProps = {
  /** The head of the list: publications, and how many there are. */
  readonly reading: Reading<ListWindow>
  /** All rows where they are few, else a source; neither while they are on their way. */
  readonly rows: readonly InitiativeRow[] | undefined
  readonly source: RowSource<InitiativeRow> | undefined
  /** The rows of the picture: the largest by cost, of so many; undefined while they are on their way. */
  readonly pictured: { readonly rows: readonly InitiativeRow[]; readonly of: number } | undefined
  readonly columns: readonly InitiativeColumn[]
  readonly fields: readonly CustomField[]
  readonly units: readonly Unit[]
  readonly currency: string
  readonly canEdit: boolean
  readonly view: View
  /** Only what the latest publication lists, or everything ever listed. */
  readonly currentOnly: boolean
  readonly look: Partial<GridView> | undefined
  readonly views: ViewActs
  readonly conflicts: readonly Conflict[]
  /** How many pass the conditions of the list. */
  readonly matching: number
  readonly fieldActs: FieldActs
  onView(view: View): void
  onCurrentOnly(only: boolean): void
  onLook(look: GridView): void
  onOpen(id: string): void
  readonly onEdits: OnEdits
  onSettle(mine: readonly Conflict[]): void
  /** Begins a scenario and opens it with these initiatives. */
  onFork(name: string, note: string, ids: readonly string[]): Promise<Result<unknown, Problem>>
  onBulk(column: InitiativeColumn, value: CellValue, why: string): Promise<Result<Sent, Problem>>
  onAdd(entered: Entered): Promise<Result<InitiativeRow, Problem>>
  find(words: string): Promise<readonly InitiativeRow[]>
  onRemove(row: InitiativeRow): Promise<Result<unknown, Problem>>
  onExport(format: 'csv' | 'xlsx'): void
  /** Whether the person may change a saved view. */
  mayChange(view: SavedView): boolean
  say(outcome: Result<unknown, Problem>, done: string): void
}
type Asking = 'add' | 'remove' | 'fields' | 'bulk' | 'fork'

/** Every initiative, as a grid to work in and as a picture to look at. */
export function InitiativesPage(props: InitiativesProps) {
  const { reading, view, onView, conflicts, onSettle } = props
  const [asking, setAsking] = useState<Asking>()
  const [selected, setSelected] = useState<readonly string[]>([])
  const latest = reading.state === 'full' ? reading.value.publications.at(-1) : undefined
  const format = useFormat()
  return (
    <PageFrame title="Initiatives" note={latest ? `${latest.title}, position of ${format.date(latest.asOf)}` : 'Everything that asks for money'} actions={<Actions {...props} ask={setAsking} />}>
      <Shown reading={reading} what="initiatives" lines={12}>
        {() => (
          <Tabs label="How initiatives are shown" tabs={[{ key: 'grid', label: 'Grid' }, { key: 'picture', label: 'Picture' }]} selected={view} onSelect={onView}>
            {view === 'grid' ? <Grid {...props} onSelected={setSelected} /> : props.pictured ? <Picture {...props.pictured} currency={props.currency} onOpen={props.onOpen} /> : <LoadingState what="the picture" lines={12} />}
          </Tabs>
        )}
      </Shown>
      <Dialogs {...props} selected={selected} asking={asking} onClose={() => setAsking(undefined)} />
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} onSettle={onSettle} />}
    </PageFrame>
  )
}

function Actions({ reading, currentOnly, onCurrentOnly, views, mayChange, say, canEdit, view, onExport, ask }: InitiativesProps & { ask(asking: Asking): void }) {
  const some = reading.state === 'full' && reading.value.total > 0
  const more: readonly MenuItem[] = [
    { key: 'fields', label: 'Fields…', onSelect: () => ask('fields') },
    ...(some ? [{ key: 'fork', label: 'Change these in a scenario…', onSelect: () => ask('fork') }, { key: 'bulk', label: 'Change all that are listed…', onSelect: () => ask('bulk') }, { key: 'remove', label: 'Remove…', tone: 'bad' as const, onSelect: () => ask('remove') }] : []),
  ]
  return (
    <>
      {reading.state === 'full' && reading.value.publications.length > 0 && (
        <span className="self-center px-2">
          <Switch label="Only the latest publication" checked={currentOnly} onChange={onCurrentOnly} />
        </span>
      )}
      {view === 'grid' && <ViewsMenu acts={views} mayChange={mayChange} say={say} />}
      <Menu label="Export" items={[{ key: 'xlsx', label: 'Excel workbook (.xlsx)', onSelect: () => onExport('xlsx') }, { key: 'csv', label: 'Text file (.csv)', onSelect: () => onExport('csv') }]} trigger={(trigger) => <Button icon={<FileDown />} {...trigger}>Export</Button>} />
      {canEdit && <Menu label="More" items={more} trigger={(trigger) => <Button icon={<Ellipsis />} {...trigger}>More</Button>} />}
      {canEdit && <Button kind="primary" icon={<Plus />} onClick={() => ask('add')}>Initiative</Button>}
    </>
  )
}

function Dialogs({ asking, onClose, units, currency, onAdd, find, onRemove, fields, fieldActs, columns, matching, onBulk, onFork, selected }: InitiativesProps & { readonly asking: Asking | undefined; /** Keys of the selected rows. */ readonly selected: readonly string[]; onClose(): void }) {
  const format = useFormat()
  switch (asking) {
    case 'add':
      return <NewInitiative units={units} currency={currency} onAdd={onAdd} onClose={onClose} />
    case 'remove':
      return <RemoveInitiatives find={find} onRemove={onRemove} onClose={onClose} />
    case 'fields':
      return <Fields fields={fields} {...fieldActs} onClose={onClose} />
    case 'bulk':
      return <BulkChange columns={columns} count={matching} onChange={onBulk} onClose={onClose} />
    case 'fork':
      return <ForkDialog from="the plan of record" opens={selected.length > 0 ? `It opens with the ${format.count(selected.length, 'selected initiative', 'selected initiatives')}.` : 'No row is selected, so it opens with all of them.'} onFork={(name, note) => onFork(name, note, selected)} onClose={onClose} />
    case undefined:
      return null
  }
}

const rowKey = ({ id }: InitiativeRow): string => id
const words = { one: 'initiative', many: 'initiatives' }

function Grid({ rows, source, columns, look, onLook, canEdit, onEdits, onOpen, onSelected }: InitiativesProps & { onSelected(keys: readonly string[]): void }) {
  if ((!rows && !source) || look === undefined) return <LoadingState what="initiatives" lines={12} />
  return (
    <DataGrid
      label="Initiatives"
      {...(rows ? { rows } : { source: source ?? noRows })}
      columns={columns}
      rowKey={rowKey}
      words={words}
      frozen={2}
      height="calc(100vh - 150px)"
      view={look}
      onViewChange={onLook}
      onOpen={({ id }) => onOpen(id)}
      onSelected={onSelected}
      {...(canEdit ? { onEdits } : {})}
      empty={<EmptyState title="No initiatives yet" actions={canEdit ? <a className="button" data-kind="primary" href={places.import}>Import a file</a> : undefined}>Import a portfolio, or add the first initiative.</EmptyState>}
    />
  )
}
const noRows: RowSource<InitiativeRow> = { count: 0, window: () => [], onNeed: () => undefined, read: async () => [] }
