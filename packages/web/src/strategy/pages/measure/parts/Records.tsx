import type { ActualRecord, MeasureDetail } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { FileText } from '../../../../value/index.ts'
import { ProblemNote } from '../../../../wire/index.ts'
import { valueText } from '../../../measure-words.ts'
import { actualStateWords } from '../../../words.ts'
import type { MeasureActs } from '../Page.tsx'

/** What was recorded, and on demand what was believed before it was restated, each with by whom and until when. */
export function Records({ detail: { records, row }, canRecord, acts }: { readonly detail: MeasureDetail; readonly canRecord: boolean; readonly acts: Pick<MeasureActs, 'approve' | 'withdraw'> }) {
  const format = useFormat()
  const [all, setAll] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const run = async (outcome: ReturnType<MeasureActs['approve']>) => {
    const done = await outcome
    setProblem(done.ok ? undefined : done.refusal)
  }
  const earlier = records.filter(({ until }) => until !== null).length
  const shown = [...records].filter(({ until }) => all || until === null).sort((a, b) => (a.on === b.on ? (a.at < b.at ? 1 : -1) : a.on < b.on ? 1 : -1))
  return (
    <Card flush title="What was recorded" actions={earlier > 0 && <Checkbox label={`Show what was believed before (${earlier})`} checked={all} onChange={setAll} />}>
      <ProblemNote problem={problem} />
      <Table
        caption="Records of the measure"
        rows={shown}
        rowKey={({ id }) => id}
        maxHeight={420}
        empty="Nothing has been recorded. That is not zero: nobody knows."
        columns={[
          { key: 'on', label: 'Of', cell: ({ on }) => format.date(on) },
          { key: 'value', label: 'Value', numeric: true, cell: ({ value, until }) => <span className={until === null ? 'font-medium' : 'text-ink-3 line-through'}>{valueText(format, row.unit, Number(value))}</span> },
          { key: 'state', label: 'State', cell: ({ state }) => actualStateWords[state] },
          { key: 'source', label: 'Source', cell: ({ source, note }) => <FileText text={[source, note].filter(Boolean).join(' · ')} /> },
          { key: 'by', label: 'Recorded', cell: ({ by, at }) => `${by}, ${format.instant(at)}` },
          { key: 'until', label: 'Believed until', cell: ({ until }) => (until === null ? 'now' : format.instant(until)) },
          ...(canRecord ? [{ key: 'act', label: 'Acts', cell: (record: ActualRecord) => record.until === null && <RowActs record={record} label={format.date(record.on)} onApprove={() => void run(acts.approve(record))} onWithdraw={() => void run(acts.withdraw(record))} /> }] : []),
        ]}
      />
    </Card>
  )
}

const RowActs = ({ record, label, onApprove, onWithdraw }: { readonly record: ActualRecord; readonly label: string; onApprove(): void; onWithdraw(): void }) => (
  <span className="inline-flex gap-1">
    {record.state === 'provisional' && <Button kind="quiet" aria-label={`Approve the value of ${label}`} onClick={onApprove}>Approve</Button>}
    <Button kind="quiet" aria-label={`Withdraw the value of ${label}`} onClick={onWithdraw}>Withdraw</Button>
  </span>
)
