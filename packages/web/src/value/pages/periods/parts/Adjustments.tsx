import type { PeriodClose } from '@throughline/contract/value'
import { useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { changeWords, unitWords } from '../../../amounts.ts'
import { periodWords as words } from '../../../period-words.ts'

type Adjustment = PeriodClose['adjustments'][number]

/** By how much what a measure moved in the period was stated anew after its close. */
export function Adjustments({ adjustments }: { readonly adjustments: readonly Adjustment[] }) {
  const format = useFormat()
  return (
    <Card flush title={words.adjusted} note={words.adjustedNote}>
      <Table<Adjustment>
        caption="Prior-period adjustments by measure" rows={adjustments} rowKey={({ measure, unit }) => `${measure} ${unit}`} empty={words.adjustedNone}
        columns={[
          { key: 'measure', label: 'Measure', cell: ({ measure }) => <span className="inline-flex flex-wrap items-center gap-2">{measure}<Chip>Prior-period adjustment</Chip></span> },
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
          { key: 'amount', label: 'Movement stated anew by', numeric: true, cell: ({ amount, unit }) => changeWords(amount, unit, format) },
        ]}
      />
    </Card>
  )
}
