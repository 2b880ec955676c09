import type { ImportDraft, PublishedFigure } from '@throughline/contract/demand'
import { RatingMark, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { Drawer } from '../../../../ui/overlays/Dialog.tsx'
import { flagWords, matchWords } from '../../../words.ts'
import type { IssuesAsk } from '../acts.ts'
import { rowName, type ImportRow } from '../draft.ts'
import { fieldName, matchAbout, matchTone } from '../words.ts'

/** One row: how it was matched, what it changes, what was printed beside what was read from it, and the way to its issues. */
export function RowDrawer({ draft, row, onIssues, onClose }: { readonly draft: ImportDraft; readonly row: ImportRow; onIssues(ask: IssuesAsk): void; onClose(): void }) {
  const format = useFormat()
  return (
    <Drawer open title={row.name} subtitle={`${draft.sheet}, ${rowName(draft, row.row)}`} onClose={onClose}>
      <div className="grid gap-5">
        {draft.state === 'preview' && <Match row={row} />}
        {row.changes.length > 0 && (
          <Table
            caption="What changes"
            captionShown
            rows={row.changes}
            rowKey={({ field }) => field}
            columns={[{ key: 'field', label: 'Field', cell: ({ field }) => fieldName(field) }, { key: 'before', label: 'Now', cell: ({ before }) => before || <span className="quiet">Nothing</span> }, { key: 'after', label: 'Would be', cell: ({ after }) => after || <span className="quiet">Nothing</span> }]}
          />
        )}
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
        {row.issues > 0 ? <Button className="justify-self-start" onClick={() => onIssues({ row: row.number })}>Show {format.count(row.issues, 'issue', 'issues')} of this row</Button> : <p className="quiet">This row has no issue.</p>}
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

function Facts({ row: { rating, startOn, endOn, unit, publishedId } }: { readonly row: ImportRow }) {
  const format = useFormat()
  const day = (date: string | null) => (date === null ? <span className="quiet">No date</span> : <span className="figures">{format.date(date)}</span>)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
      <dt className="text-ink-3">Id</dt>
      <dd>{publishedId ?? <span className="quiet">None given</span>}</dd>
      <dt className="text-ink-3">Rating</dt>
      <dd><RatingMark rating={rating} /></dd>
      <dt className="text-ink-3">Start</dt>
      <dd>{day(startOn)}</dd>
      <dt className="text-ink-3">End</dt>
      <dd>{day(endOn)}</dd>
      <dt className="text-ink-3">Unit</dt>
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
