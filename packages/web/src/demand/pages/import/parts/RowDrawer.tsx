import type { ImportDraft, PublishedFigure } from '@throughline/contract/demand'
import { RatingMark, useFormat } from '../../../../format/index.ts'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { flagWords, matchWords } from '../../../words.ts'
import { issuesOfRow, rowName, type ImportRow } from '../draft.ts'
import { matchAbout, matchTone } from '../words.ts'
import { IssueTable } from './Issues.tsx'

/** One row: how it was matched, what was printed beside what was read from it, and its issues. */
export function RowDrawer({ draft, row, onClose }: { readonly draft: ImportDraft; readonly row: ImportRow; onClose(): void }) {
  const issues = issuesOfRow(draft, row)
  return (
    <Drawer open title={row.name} subtitle={`${draft.sheet}, ${rowName(draft, row.row)}`} onClose={onClose}>
      <div className="grid gap-5">
        {draft.state !== 'applied' && <Match row={row} />}
        <Table
          caption="Amounts as read and as published"
          captionShown
          rows={[{ label: 'Cost', figure: row.cost }, { label: 'Benefits', figure: row.benefits }]}
          rowKey={({ label }) => label}
          columns={[
            { key: 'label', label: 'Amount', cell: ({ label }) => label },
            { key: 'read', label: 'As read', cell: ({ figure }) => <Amount of={figure} /> },
            { key: 'published', label: 'As published', cell: ({ figure }) => (figure.asPublished === '' ? <span className="quiet">Nothing</span> : <span className="break-words">{figure.asPublished}</span>) },
          ]}
        />
        <Facts row={row} />
        {issues.length > 0 ? <IssueTable issues={issues} caption={`Issues of ${row.name}`} /> : <p className="quiet">No issue of this row is listed.</p>}
      </div>
    </Drawer>
  )
}

const Match = ({ row: { match, matchedName } }: { readonly row: ImportRow }) => (
  <div className="grid gap-2">
    <span><StatusMark tone={matchTone[match]} word={matchWords[match]} /></span>
    <p>{matchAbout[match]}{matchedName !== null && <> Known as <strong className="font-medium">{matchedName}</strong>.</>}</p>
  </div>
)

function Facts({ row: { rating, startOn, endOn, unit } }: { readonly row: ImportRow }) {
  const format = useFormat()
  const day = (date: string | null) => (date === null ? <span className="quiet">No date</span> : <span className="figures">{format.date(date)}</span>)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      <dt className="text-ink-3">Rating</dt>
      <dd><RatingMark rating={rating} /></dd>
      <dt className="text-ink-3">Start</dt>
      <dd>{day(startOn)}</dd>
      <dt className="text-ink-3">End</dt>
      <dd>{day(endOn)}</dd>
      <dt className="text-ink-3">Department</dt>
      <dd>{unit ?? <span className="quiet">None given</span>}</dd>
    </dl>
  )
}

function Amount({ of: { metric, low, high, suspect } }: { readonly of: PublishedFigure }) {
  const format = useFormat()
  return (
    <span className="grid justify-items-start gap-1">
      <span className="figures">{low && high ? `${format.money(low)} to ${format.money(high)}` : metric.status === 'ok' ? format.money(metric.value) : format.moneyWords(metric)}</span>
      {suspect && <span title={flagWords[suspect].about}><Chip tone="warn">{flagWords[suspect].name}</Chip></span>}
    </span>
  )
}
