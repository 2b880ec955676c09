import type { ImportDraft } from '@throughline/contract/demand'
import { useMemo, useState } from 'react'
import { absenceCell, levelsOf, majorOf, ratingLooks, ratingTone, useFormat, type Format } from '../../../../format/index.ts'
import { EmptyState, PartialState } from '../../../../ui/states/states.tsx'
import { browserGridStorage, DataGrid, type Column } from '../../../../ui/grid/index.ts'
import { matchWords } from '../../../words.ts'
import type { ImportRow } from '../draft.ts'
import { matchTone } from '../words.ts'
import { RowDrawer } from './RowDrawer.tsx'

/** Every row as it was read and what it continues. Opening one shows what was published beside it. */
export function Rows({ draft }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  const [opened, setOpened] = useState<ImportRow>()
  // The view of what was applied has fewer columns; kept apart, it does not disturb the order of the other.
  const view = draft.state === 'applied' ? 'import-applied' : 'import'
  const storage = useMemo(() => browserGridStorage(view), [view])
  const columns = useMemo(() => columnsOf(draft, format), [draft, format])
  const { length } = draft.rows
  return (
    <div className="grid gap-3">
      {length < draft.counts.rows && <PartialState message={`The first ${format.number(length)} of ${format.number(draft.counts.rows)} rows are shown. Applying takes them all.`} />}
      <DataGrid key={view} label="Rows of the file as they were read" rows={draft.rows} columns={columns} rowKey={rowKey} height={Math.min(620, 180 + length * 36)} frozen={1} storage={storage} words={{ one: 'row', many: 'rows' }} onOpen={setOpened} empty={<EmptyState title="No rows">No row with a name was found on this sheet.</EmptyState>} />
      {opened && <RowDrawer draft={draft} row={opened} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

const rowKey = ({ row }: ImportRow): string => String(row)

function columnsOf({ state, transposed, ratingScale, rows }: ImportDraft, format: Format): readonly Column<ImportRow>[] {
  const match: Column<ImportRow> = { key: 'match', label: 'Match', kind: 'status', width: 130, note: 'What the row continues', get: (row) => row.match, choices: Object.entries(matchWords).map(([value, label]) => ({ value, label, tone: matchTone[value as ImportRow['match']] })) }
  const known: Column<ImportRow> = { key: 'known', label: 'Continues', kind: 'text', width: 240, get: (row) => row.matchedName }
  return [
    { key: 'name', label: 'Initiative', kind: 'text', width: 320, strong: true, get: ({ name }) => name },
    // After applying, every row is known: how it was matched is told by the result, not by a match of today.
    ...(state === 'applied' ? [] : [match, ...(rows.some(({ matchedName }) => matchedName !== null) ? [known] : [])]),
    amount('cost', 'Cost', format),
    amount('benefits', 'Benefits', format),
    { key: 'rating', label: 'Rating', kind: 'status', width: 130, get: ({ rating }) => rating?.level ?? null, absent: () => 'No rating', mark: ({ rating }) => (rating ? ratingTone(rating) : undefined), choices: levelsOf(ratingScale).map((level) => ({ value: level, label: ratingLooks[level].words })) },
    { key: 'start', label: 'Start', kind: 'date', width: 120, get: ({ startOn }) => startOn, absent: () => 'No date' },
    { key: 'end', label: 'End', kind: 'date', width: 120, get: ({ endOn }) => endOn, absent: () => 'No date' },
    { key: 'unit', label: 'Department', kind: 'text', width: 180, get: ({ unit }) => unit },
    { key: 'row', label: transposed ? 'Column' : 'Row', kind: 'number', width: 80, get: ({ row }) => row },
  ]
}

/** An amount as it was read; without a figure, why there is none. */
const amount = (key: 'cost' | 'benefits', label: string, format: Format): Column<ImportRow> => ({
  key, label, kind: 'number', width: 130,
  get: ({ [key]: { metric } }) => (metric.status === 'ok' ? majorOf(metric.value) : null),
  format: (value, { [key]: { metric } }) => (value === null ? '' : format.moneyCell(metric)),
  absent: ({ [key]: { metric } }) => absenceCell(metric),
  mark: ({ [key]: { suspect } }) => (suspect ? 'warn' : undefined),
})
