import type { BatchRow, MeasureList } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState, type ClipboardEvent } from 'react'
import { useFormat } from '../../../format/index.ts'
import { AttachFiles, type Attaching } from '../../../ui/controls/AttachFiles.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../ui/controls/Check.tsx'
import { NumberField } from '../../../ui/controls/NumberField.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { Card } from '../../../ui/display/Card.tsx'
import { PageFrame } from '../../../ui/display/PageFrame.tsx'
import { StatusMark } from '../../../ui/display/Status.tsx'
import { Table } from '../../../ui/display/Table.tsx'
import { EmptyState } from '../../../ui/states/states.tsx'
import { evidenceTaken } from '../../../value/index.ts'
import { ProblemNote, Shown, type Reading } from '../../../wire/index.ts'
import { dueLooks, measurePlaces, periodWords, valueText } from '../../measure-words.ts'
import { unitLabel } from '../../words.ts'
import { askedOf, enteredFrom, fillDown, rowsToSend, type Asked, type Entered } from './due.ts'

export type UpdatesProps = { readonly measures: Reading<MeasureList>; /** The account at the screen. */ readonly me: string | undefined; readonly today: string; readonly canRecord: boolean; onRecord(rows: readonly BatchRow[]): Promise<Result<unknown, Problem>>; /** Keeps a file as evidence of what a measure showed. */ onAttach(measureId: string, file: File): Promise<Attaching> }

/** What is asked of me: each value prefilled with the last one, and sent only where I changed or confirmed it. */
export function UpdatesPage({ measures: reading, me, today, canRecord, onRecord, onAttach }: UpdatesProps) {
  const list = reading.state === 'full' ? reading.value : undefined
  const asked = list && askedOf(list.measures, me, today)
  const due = asked?.filter(({ standing }) => standing !== 'now_and_then').length
  return (
    <PageFrame title="My updates" note={due === undefined ? undefined : due === 0 ? 'Nothing is due from you' : `${due} due from you`} actions={<a className="button" href={measurePlaces.list}>All measures</a>}>
      <Shown reading={reading} what="what is due" lines={6}>
        {() => (asked === undefined || asked.length === 0 ? <Nothing own={list?.measures.some(({ reporter }) => reporter?.id === me) ?? false} /> : <Form key={asked.map(({ row }) => `${row.id} ${row.latest?.on}`).join()} {...{ asked, canRecord, onRecord, onAttach }} />)}
      </Shown>
    </PageFrame>
  )
}

const Nothing = ({ own }: { readonly own: boolean }) => (
  <EmptyState title={own ? 'Everything of yours is reported' : 'You report no measure'} actions={<a className="button" href={measurePlaces.list}>Measures</a>}>
    {own ? 'When the next period is over, what is due stands here.' : 'On the page of a measure, somebody who may change the strategy says who reports it.'}
  </EmptyState>
)

function Form({ asked, canRecord, onRecord, onAttach }: Pick<UpdatesProps, 'canRecord' | 'onRecord' | 'onAttach'> & { readonly asked: readonly Asked[] }) {
  const format = useFormat()
  const [entered, setEntered] = useState<ReadonlyMap<string, Entered>>(() => new Map(asked.map((one) => [one.row.id, enteredFrom(one)])))
  const [problem, setProblem] = useState<Problem>()
  const [unread, setUnread] = useState(0)
  const set = (id: string, change: Partial<Entered>) => setEntered((all) => new Map(all).set(id, { ...(all.get(id) ?? { value: null, on: '', confirmed: false, provisional: false, note: '', files: [] }), ...change }))
  const rows = rowsToSend(asked, entered)
  // Not held back while nothing is confirmed: a field that is being typed in settles with the very press.
  const send = async () => {
    if (rows.length === 0) return
    const done = await onRecord(rows)
    setProblem(done.ok ? undefined : done.refusal)
  }
  const paste = (at: number) => (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\n\t]/.test(text.trimEnd())) return
    event.preventDefault()
    const filled = fillDown(text, asked.length - at, format.locale)
    setUnread(filled.unread)
    filled.values.forEach((value, step) => {
      const id = asked[at + step]?.row.id
      if (id !== undefined && value !== undefined) set(id, { value, confirmed: true })
    })
  }
  const of = (id: string) => entered.get(id)
  return (
    <Card flush title="Values asked for" note="Prefilled with the last one; paste a column from Excel into any of them, and drop or paste a file beside it" actions={<Button kind="primary" disabled={!canRecord} onClick={() => void send()}>{rows.length === 0 ? 'Record' : `Record ${format.count(rows.length, 'value', 'values')}`}</Button>}>
      <ProblemNote problem={problem} />
      {unread > 0 && <p className="px-4"><StatusMark tone="warn" word={`${format.count(unread, 'cell was', 'cells were')} no number and left as it was`} /></p>}
      <Table
        caption="What is asked of me"
        rows={asked.map((one, at) => ({ ...one, at }))}
        rowKey={({ row }) => row.id}
        columns={[
          { key: 'name', label: 'Measure', cell: ({ row }) => <span className="grid py-1"><a className="text-ink" href={measurePlaces.measure(row.id)}>{row.name}</a><span className="quiet">{row.due ? periodWords(format, row.due.period) : 'Now and then'}</span></span> },
          { key: 'standing', label: 'Due', cell: ({ row, standing }) => (standing === 'now_and_then' ? <span className="quiet">Never</span> : <span title={row.due ? format.date(row.due.dueOn) : ''}><StatusMark quiet tone={dueLooks[standing].tone} word={dueLooks[standing].words} /></span>) },
          { key: 'last', label: 'Last', numeric: true, cell: ({ row }) => (row.latest ? <span title={format.date(row.latest.on)}>{valueText(format, row.unit, Number(row.latest.value))}</span> : <span className="quiet">None</span>) },
          { key: 'on', label: 'Of', cell: ({ row }) => <TextField label={`Day of ${row.name}`} labelHidden type="date" value={of(row.id)?.on ?? ''} onChange={(on) => set(row.id, { on })} /> },
          { key: 'value', label: 'Value', cell: ({ row, at }) => <div onPasteCapture={paste(at)}><NumberField label={`Value of ${row.name}`} labelHidden unit={unitLabel(row.unit)} value={of(row.id)?.value ?? null} onChange={(value) => set(row.id, { value, confirmed: value !== null })} /></div> },
          { key: 'confirmed', label: 'Report it', cell: ({ row }) => <Checkbox label="Report" checked={of(row.id)?.confirmed ?? false} onChange={(confirmed) => set(row.id, { confirmed })} /> },
          { key: 'provisional', label: 'Provisional', cell: ({ row }) => <span className="whitespace-nowrap"><Checkbox label="Not final" checked={of(row.id)?.provisional ?? false} onChange={(provisional) => set(row.id, { provisional })} /></span> },
          { key: 'note', label: 'Note', cell: ({ row }) => <TextField label={`Note on ${row.name}`} labelHidden maxLength={2000} value={of(row.id)?.note ?? ''} onChange={(note) => set(row.id, { note })} /> },
          { key: 'files', label: 'Evidence', cell: ({ row }) => <div className="w-56"><AttachFiles label={`Files that show ${row.name}`} accept={evidenceTaken.accept} mostBytes={evidenceTaken.mostBytes} disabled={!canRecord} files={of(row.id)?.files ?? []} onAttach={(file) => onAttach(row.id, file)} onChange={(files) => set(row.id, files.length > 0 ? { files, confirmed: true } : { files })} /></div> },
        ]}
      />
    </Card>
  )
}
