import type { ImportDraft } from '@throughline/contract/demand'
import { useState } from 'react'
import { scaleWords, useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { standingOf } from '../draft.ts'
import type { Correcting } from '../use-correcting.ts'
import { standingWords } from '../words.ts'

export type PositionProps = { readonly draft: ImportDraft; readonly open: boolean; readonly correcting: Correcting }

/** Which sheet is read, what the publication is called, and at which date its position was taken. */
export function Position({ draft, open, correcting }: PositionProps) {
  const format = useFormat()
  const { sheets, sheet, transposed, title, asOf, asOfBecause, ratingScale } = draft
  const standing = standingOf(draft)
  const because = asOf === null ? 'Nothing in the file says it. Give the date at which the figures were true.' : asOfBecause === '' ? '' : `Because ${asOfBecause}.`
  return (
    <Card title="Position" note={ratingScale ? `Ratings on the ${scaleWords[ratingScale]}` : 'No rating scale was found'} actions={<span className="quiet" role="status">{correcting.busy ? 'Reading the file again' : ''}</span>}>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1fr)]">
        <Select label="Sheet" disabled={!open || sheets.length < 2} value={sheet} options={sheets.map(({ name, rows }) => ({ value: name, label: `${name} (${format.count(rows, 'row', 'rows')})` }))} onChange={(name) => correcting.correct({ sheet: name })} hint={sheets.length < 2 ? 'The only sheet of the file' : 'One sheet is read'} />
        <Typed key={`title ${title}`} label="Title" value={title} open={open} maxLength={200} lacking="Give a title." hint={open && standing !== null && draft.positions.length === 1 ? standingWords[standing] : ''} onGive={(text) => correcting.correct({ title: text })} />
        <Typed key={`date ${asOf ?? ''}`} label="Date of the position" type="date" value={asOf ?? ''} open={open} lacking="Give a date." hint={because} onGive={(date) => correcting.correct({ asOf: date })} />
      </div>
      {draft.positions.length > 1 && <Positions draft={draft} />}
      {transposed && <p className="quiet mt-3">The sheet lies on its side: each of its columns is one initiative and each of its rows one field. It is read that way.</p>}
    </Card>
  )
}

/** The positions that the file holds, oldest first: each becomes a publication. */
function Positions({ draft: { positions } }: { readonly draft: ImportDraft }) {
  const format = useFormat()
  return (
    <div className="mt-4">
      <Table
        caption={`${positions.length} positions: each becomes a publication, oldest first`}
        captionShown
        maxHeight={280}
        rows={positions}
        rowKey={({ asOf }) => asOf}
        columns={[
          { key: 'asOf', label: 'Position', cell: ({ asOf }) => <span className="figures">{format.date(asOf)}</span> },
          { key: 'title', label: 'Title', cell: ({ title }) => title },
          { key: 'rows', label: 'Rows', numeric: true, cell: ({ rows }) => format.number(rows) },
          { key: 'standing', label: 'What becomes of it', cell: ({ standing }) => standingWords[standing] },
        ]}
      />
    </div>
  )
}

type TypedProps = { readonly label: string; readonly type?: 'date'; readonly value: string; readonly open: boolean; readonly maxLength?: number; readonly lacking: string; readonly hint: string; onGive(text: string): void }

/** A text that counts once it is left or Enter is pressed, so that a half-typed one is never read. */
function Typed({ label, type, value, open, maxLength, lacking, hint, onGive }: TypedProps) {
  const [text, setText] = useState(value)
  const entered = text.trim()
  const give = () => {
    if (entered !== '' && entered !== value) onGive(entered)
  }
  return (
    <TextField
      {...{ label, type, hint }}
      {...(maxLength === undefined ? {} : { maxLength })}
      readOnly={!open}
      value={text}
      onChange={setText}
      onBlur={give}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
      error={entered === '' && value !== '' ? lacking : undefined}
    />
  )
}
