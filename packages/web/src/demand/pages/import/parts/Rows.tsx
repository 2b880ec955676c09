import type { ImportDraft } from '@throughline/contract/demand'
import { useState } from 'react'
import { absenceCell, RatingMark, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { EmptyState } from '../../../../ui/states/states.tsx'
import { Shown } from '../../../../wire/index.ts'
import { pageRows, type ImportLists, type IssuesAsk } from '../acts.ts'
import type { ImportRow } from '../draft.ts'
import { effectWords } from '../words.ts'
import { Pager } from './Pager.tsx'
import { RowDrawer } from './RowDrawer.tsx'

type RowsProps = { readonly draft: ImportDraft; readonly rows: ImportLists['rows']; onIssues(ask: IssuesAsk): void }
const effects = Object.keys(effectWords) as readonly ImportRow['effect'][]

/** The rows as they were read and what becomes of each, page by page. Opening one shows what was published beside it. */
export function Rows({ draft, rows: { reading, ask, onAsk }, onIssues }: RowsProps) {
  const format = useFormat()
  const [opened, setOpened] = useState<ImportRow>()
  const only = ask.number !== undefined
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Select className="small w-56" label="What becomes of them" value={ask.effect ?? 'all'} options={[{ value: 'all', label: 'All rows' }, ...effects.map((value) => ({ value, label: effectWords[value].word }))]} onChange={(value) => onAsk({ from: 0, ...(value === 'all' ? {} : { effect: value as ImportRow['effect'] }) })} />
        {only && <Button onClick={() => onAsk({ from: 0 })}>Show all rows</Button>}
      </div>
      <Shown reading={reading} what="the rows" lines={8}>
        {({ rows, total, from }) => (
          <div className="grid gap-3">
            <Table
              caption="Rows of the file as they were read"
              maxHeight={Math.min(620, 120 + pageRows * 36)}
              rows={rows}
              rowKey={({ number }) => String(number)}
              empty={<EmptyState title="No rows">{ask.effect ? 'No row is of this kind.' : 'No row with a name was found on this sheet.'}</EmptyState>}
              columns={[
                { key: 'name', label: 'Initiative', cell: (row) => <Button kind="link" onClick={() => setOpened(row)}>{row.name}</Button> },
                { key: 'effect', label: 'Becomes', cell: ({ effect }) => <StatusMark quiet tone={effectWords[effect].tone} word={effectWords[effect].word} /> },
                { key: 'known', label: 'Continues', cell: ({ matchedName }) => matchedName ?? '' },
                ...(draft.positions.length > 1 ? [{ key: 'asOf', label: 'Position', cell: ({ asOf }: ImportRow) => <span className="figures">{asOf === null ? '' : format.date(asOf)}</span> }] : []),
                { key: 'cost', label: 'Cost', numeric: true, cell: ({ cost: { metric } }) => (metric.status === 'ok' ? format.moneyCell(metric) : <span className="quiet">{absenceCell(metric)}</span>) },
                { key: 'rating', label: 'Rating', cell: ({ rating }) => <RatingMark rating={rating} /> },
                { key: 'unit', label: 'Unit', cell: ({ unit }) => unit ?? '' },
                { key: 'issues', label: 'Issues', numeric: true, cell: ({ issues }) => (issues === 0 ? '' : format.number(issues)) },
                { key: 'row', label: draft.transposed ? 'Column' : 'Row', numeric: true, cell: ({ row }) => row },
              ]}
            />
            <Pager what="rows" total={total} from={from} shown={rows.length} onFrom={(next) => onAsk({ ...ask, from: next })} />
          </div>
        )}
      </Shown>
      {opened && <RowDrawer draft={draft} row={opened} onIssues={onIssues} onClose={() => setOpened(undefined)} />}
    </div>
  )
}
