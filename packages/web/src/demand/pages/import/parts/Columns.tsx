import type { ImportDraft } from '@throughline/contract/demand'
import { useMemo } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Select, type Option } from '../../../../ui/controls/Select.tsx'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { columnName, readFirst, sureness, type ImportColumn } from '../draft.ts'
import type { Correcting } from '../use-correcting.ts'
import { becauseWords, surenessWords } from '../words.ts'

const unread = 'unread'

/** Every column of the file, what it is read as, how sure that is and what it rests on; those that are not read come last and can be given a field, or be kept as they are. */
export function Columns({ draft, open, correcting }: { readonly draft: ImportDraft; readonly open: boolean; readonly correcting: Correcting }) {
  const format = useFormat()
  const options = useMemo((): readonly Option[] => [{ value: unread, label: 'Not read' }, ...draft.fields.map(({ key, label, required }) => ({ value: key, label: required ? `${label} (needed)` : label }))], [draft.fields])
  const heading = (column: ImportColumn): string => column.header.replace(/\s+/g, ' ').trim() || 'No heading'
  return (
    <div className="grid gap-3">
      {draft.remembered && <p className="flex flex-wrap items-center gap-2"><Chip>Remembered</Chip>{format.count(draft.remembered.columns, 'column is', 'columns are')} read as {draft.remembered.by} decided for {draft.remembered.fileName} on {format.date(draft.remembered.at.slice(0, 10))}.</p>}
      <Table
        caption="Columns of the file and what they are read as"
        maxHeight={620}
        rows={readFirst(draft.columns)}
        rowKey={({ column }) => String(column)}
        empty="The sheet has no columns."
        columns={[
          { key: 'heading', label: draft.transposed ? 'Heading of the row' : 'Heading', cell: (column) => <span className="grid max-w-80"><span className="line-clamp-3 break-words" title={heading(column)}>{heading(column)}</span><span className="quiet figures font-normal">{columnName(draft, column.column)}</span></span> },
          { key: 'field', label: 'Read as', cell: (column) => {
              const give = (key: string) => correcting.correct({ fields: [{ column: column.column, field: key === unread ? null : key }] })
              return <div className="relative w-64"><Select labelHidden className="small" label={`What ${heading(column)} (${columnName(draft, column.column)}) is read as`} disabled={!open} value={column.field ?? unread} options={withOwn(options, column)} onChange={give} /></div>
            } },
          { key: 'sure', label: 'Confidence', cell: (column) => <Confidence of={column} /> },
          { key: 'because', label: 'Because', cell: ({ because, reason }) => <span className="grid max-w-64 justify-items-start gap-1"><StatusMark quiet tone={becauseWords[because].tone} word={becauseWords[because].word} /><span className="quiet break-words font-normal">{reason}</span></span> },
          { key: 'samples', label: 'First values', cell: ({ samples }) => <Samples of={samples} /> },
        ]}
      />
    </div>
  )
}

/** A column can be kept under its own heading, beside the fields that every file may have. */
function withOwn(options: readonly Option[], { field, keepAs }: ImportColumn): readonly Option[] {
  const own = keepAs ?? (field?.startsWith('custom:') ? field : null)
  return own === null ? options : [...options, { value: own, label: `Keep as “${own.slice('custom:'.length)}”` }]
}

function Confidence({ of: { field, confidence } }: { readonly of: ImportColumn }) {
  const format = useFormat()
  if (field === null) return <StatusMark quiet tone="none" word="Not read" />
  const { tone, word } = surenessWords[sureness(confidence)]
  return <StatusMark quiet tone={tone} word={`${word}, ${format.percent(confidence)}`} />
}

function Samples({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return <span className="quiet">No values</span>
  return (
    <ul className="grid max-w-xl text-ink-2">
      {of.map((sample, index) => <li key={index} className="truncate" title={sample}>{sample}</li>)}
    </ul>
  )
}
