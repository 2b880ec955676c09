import type { ImportDraft } from '@throughline/contract/demand'
import { useState } from 'react'
import { scaleWords, useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import type { Publication } from '../acts.ts'
import { standingOf } from '../draft.ts'
import type { Correcting } from '../use-correcting.ts'

export type PositionProps = { readonly draft: ImportDraft; readonly publications: readonly Publication[]; readonly open: boolean; readonly correcting: Correcting }

/** Which sheet is read, what the publication is called, and at which date its position was taken. */
export function Position({ draft, publications, open, correcting }: PositionProps) {
  const format = useFormat()
  const { sheets, sheet, transposed, title, asOf, asOfBecause, ratingScale } = draft
  const because = asOf === null ? 'Nothing in the file says it. Give the date at which the figures were true.' : asOfBecause === '' ? '' : `Because ${asOfBecause}.`
  return (
    <Card title="Position" note={ratingScale ? `Ratings on the ${scaleWords[ratingScale]}` : 'No rating scale was found'} actions={<span className="quiet" role="status">{correcting.busy ? 'Reading the file again' : ''}</span>}>
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1fr)]">
        <Select label="Sheet" disabled={!open || sheets.length < 2} value={sheet} options={sheets.map(({ name, rows }) => ({ value: name, label: `${name} (${format.count(rows, 'row', 'rows')})` }))} onChange={(name) => correcting.correct({ sheet: name })} hint={sheets.length < 2 ? 'The only sheet of the file' : 'One sheet is read'} />
        <Typed key={`title ${title}`} label="Title" value={title} open={open} maxLength={200} lacking="Give a title." hint={open ? standingWords[standingOf(draft, publications)] : ''} onGive={(text) => correcting.correct({ title: text })} />
        <Typed key={`date ${asOf ?? ''}`} label="Date of the position" type="date" value={asOf ?? ''} open={open} lacking="Give a date." hint={because} onGive={(date) => correcting.correct({ asOf: date })} />
      </div>
      {transposed && <p className="quiet mt-3">The sheet lies on its side: each of its columns is one initiative and each of its rows one field. It is read that way.</p>}
    </Card>
  )
}

const standingWords = {
  first: 'Names this publication in the history of every initiative',
  again: 'This title and date are here already: applying takes their place',
  earlier: 'A later position is here: this adds history, newer figures stay',
  newest: 'Newer than every publication here: current figures move forward',
} as const

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
