import type { PeriodClose } from '@throughline/contract/value'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table, type TableColumn } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, unitWords } from '../../../amounts.ts'
import { entriesAddress } from '../../../ledger-address.ts'

type Total = PeriodClose['totals'][number]

/** What stands in the period by unit of account. Each figure says why, and leads to the entries that it is the sum of. */
export function Totals({ totals, period }: { readonly totals: readonly Total[]; readonly period: string }) {
  const format = useFormat()
  const column = (key: Exclude<keyof Total, 'unit' | 'why'>, label: string, codes: string): TableColumn<Total> => ({
    key, label, numeric: true, cell: (total) => (
      <span className="grid justify-items-end gap-1 py-1">
        <WhyFigure why={explanationFromWire(total.why[key])}>{amountWords(total[key], total.unit, format)}</WhyFigure>
        {total[key] === '0' ? <span className="text-label leading-6" aria-hidden="true">{'\u00a0'}</span> : <a className="text-label leading-6 text-ink-2" aria-label={`Entries of ${label.toLowerCase()}, ${unitWords(total.unit)}`} href={entriesAddress({ period, unit: total.unit, codes })}>Entries</a>}
      </span>
    ),
  })
  return (
    <Card flush title="Control totals" note="Measured = realised + unattributed + left, with what measures below drew; units are never added">
      <Table<Total>
        caption="Control totals of the period by unit of account"
        rows={totals}
        rowKey={({ unit }) => unit}
        empty="Nothing was posted in the period."
        columns={[
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unitWords(unit) },
          column('movement', 'Measured', 'S20'), column('realised', 'Realised', 'R10,R20,R30,C20'), column('verified', 'Verified', 'R20,R30'), column('banked', 'Banked', 'R30'),
          column('unattributed', 'Unattributed', 'M20'), column('left', 'Left to claim', 'M10'), column('open', 'Promised and open', 'A20,A30'), column('shortfall', 'Shortfall', 'X20'),
        ]}
      />
    </Card>
  )
}
