import type { ActualPreview } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useFormat } from '../../format/index.ts'
import { StatusMark } from '../../ui/display/Status.tsx'
import { Table } from '../../ui/display/Table.tsx'
import { FormDialog } from '../../wire/index.ts'
import { LeftOut, ListSource, notYetOf } from '../../wire/list/ListSource.tsx'
import { useList } from '../../wire/list/use-list.ts'
import { valueText } from '../measure-words.ts'

/** What the dialog asks of the page: to look at a file, and to record what was seen. */
export type LoadActs = {
  preview(bytes: Uint8Array, fileName: string): Promise<Result<ActualPreview, Problem>>
  record(via: 'file' | 'paste', preview: ActualPreview): Promise<Result<unknown, Problem>>
}

const becomesLooks = { new: { tone: 'done', word: 'New' }, restated: { tone: 'warn', word: 'Restates' }, same: { tone: 'none', word: 'As it is' } } as const

/** Many actuals in one act, from a file or a paste: first what each row would record, then all of them together. */
export function LoadActuals({ measure, acts, onClose }: { /** The one measure a paste of dates and values is of. */ readonly measure?: { readonly id: string; readonly name: string }; readonly acts: LoadActs; onClose(): void }) {
  const format = useFormat()
  const list = useList(acts.preview, (text) => pastedTable(text, measure?.id))
  const { looked, pasted } = list
  const changing = looked?.preview.rows.filter(({ becomes }) => becomes !== 'same') ?? []
  return (
    <FormDialog
      size="wide"
      title="Record actuals"
      subtitle={measure?.name ?? 'Of any measures, in one act'}
      act={changing.length === 0 ? 'Record' : `Record ${format.count(changing.length, 'value', 'values')}`}
      notYet={notYetOf(list, changing.length, 'Nothing of it would change anything')}
      onSubmit={() => acts.record(looked?.via ?? 'paste', looked?.preview ?? nothing)}
      onClose={onClose}
    >
      <ListSource list={list} rows={4} hint={measure ? 'Two columns: date and value. With headings Measure, Date and Value other measures as well.' : 'With headings: Measure, Date and Value, or Measure and a date for each further column.'} />
      {looked && <Preview preview={looked.preview} via={looked.via} headed={looked.via === 'file' || pastedTable(pasted, measure?.id).split('\n').length === pasted.trim().split('\n').length} />}
    </FormDialog>
  )
}

const nothing: ActualPreview = { fileName: '', sha256: '', recognised: '', rows: [], issues: [] }

/** What was pasted as a table with headings: rows of dates and values are of the one measure. */
export function pastedTable(text: string, measureId: string | undefined): string {
  const lines = text.replaceAll('\r', '').split('\n').filter((line) => line.trim() !== '')
  if (measureId === undefined || /^\s*(measure|kpi|indicator|metric)\b/i.test(lines[0] ?? '')) return lines.join('\n')
  const rows = lines.map((line) => (line.includes('\t') ? line : line.trim().replace(/[;\s]+(?=\S+$)/, '\t'))).filter((line) => /\d/.test(line))
  return ['Measure\tDate\tValue', ...rows.map((line) => `${measureId}\t${line}`)].join('\n')
}

/** `headed`: whether the first line is one that the person gave; lines are counted as they see them. */
function Preview({ preview, via, headed }: { readonly preview: ActualPreview; readonly via: 'file' | 'paste'; readonly headed: boolean }) {
  const format = useFormat()
  return (
    <div className="grid gap-3">
      {via === 'file' && <p className="quiet">{preview.recognised}</p>}
      <LeftOut issues={preview.issues.map(({ line, column, found, expected }) => ({ line: line === null || headed ? line : line - 1, words: `${column ? `${column}: found` : 'Found'} “${found}”, expected ${expected}.` }))} />
      {preview.rows.length > 0 && (
        <Table
          caption="What would be recorded"
          rows={preview.rows}
          rowKey={({ line, measureId, on }) => `${line} ${measureId} ${on}`}
          maxHeight={280}
          columns={[
            { key: 'measure', label: 'Measure', cell: ({ measure }) => measure },
            { key: 'on', label: 'On', cell: ({ on }) => format.date(on) },
            { key: 'before', label: 'Before', numeric: true, cell: ({ before, unit }) => (before === null ? <span className="quiet">none</span> : valueText(format, unit, Number(before))) },
            { key: 'value', label: 'Value', numeric: true, cell: ({ value, unit }) => valueText(format, unit, Number(value)) },
            { key: 'becomes', label: 'Becomes', cell: ({ becomes }) => <StatusMark quiet {...becomesLooks[becomes]} /> },
          ]}
        />
      )}
    </div>
  )
}
