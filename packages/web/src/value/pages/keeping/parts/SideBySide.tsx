import type { Keeping } from '@throughline/contract/value'
import type { ReactNode } from 'react'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, unitWords } from '../../../amounts.ts'
import { entriesUnder, type EntriesLooked } from '../../../ledger-address.ts'

type Row = { readonly key: string; readonly label: string; cell(keeping: Keeping): ReactNode }

/** The totals of every unit of account beside each other. There is no sum: cash, other money and hours are three things. */
export function SideBySide({ all, looked }: { readonly all: readonly Keeping[]; /** What the page is narrowed to, so that the entries under a figure are. */ readonly looked: EntriesLooked }) {
  const format = useFormat()
  const under = (unit: string, codes: readonly string[]) => entriesUnder({ ...looked, unit, codes: codes.join(',') })
  const total = (key: Keeping['steps'][number]['key']): Row => {
    const label = all[0]?.steps.find((step) => step.key === key)?.label ?? key
    return {
      key, label,
      cell: ({ steps, unit }) => {
        const step = steps.find((one) => one.key === key)
        if (!step || (key === 'banked' && !unit.endsWith('.cash'))) return <span title="Only cash is banked">–</span>
        return <WhyFigure why={explanationFromWire(step.why)} under={under(unit, step.codes)}>{amountWords(step.amount, unit, format)}</WhyFigure>
      },
    }
  }
  const rate = (key: 'againstOriginal' | 'againstCurrent', label: string): Row => ({ key, label, cell: (one) => <WhyFigure why={explanationFromWire(one[key].why)} under={under(one.unit, ['A20', 'A90', 'C10'])}>{metricCell(one[key].metric, (share) => format.percent(share))}</WhyFigure> })
  const pace = (key: 'runRate' | 'inYear' | 'cumulative', label: string): Row => ({
    key, label, cell: ({ pace: paces, unit }) => <WhyFigure why={explanationFromWire(paces.why)} under={under(unit, ['R20', 'R30'])}>{key === 'runRate' ? metricCell(paces.runRate, (amount) => amountWords(amount, unit, format)) : amountWords(paces[key], unit, format)}</WhyFigure>,
  })
  return (
    <Card flush title="Side by side, never added" note="Each column is a unit of its own: cash, money that releases no cash, hours">
      <Table<Row>
        caption="Promise-keeping by unit of account"
        rows={[
          total('intended'), total('original'), total('current'), total('forecast'), total('realised'), total('verified'), total('banked'),
          rate('againstOriginal', 'Realised of the original baseline'), rate('againstCurrent', 'Realised of the current baseline'),
          pace('runRate', 'Verified, run-rate of a year'), pace('inYear', 'Verified, in the year'), pace('cumulative', 'Verified, cumulative'),
        ]}
        rowKey={({ key }) => key}
        columns={[
          { key: 'what', label: 'What', cell: ({ label }) => label },
          ...all.map((keeping) => ({ key: keeping.unit, label: unitWords(keeping.unit), numeric: true, cell: (row: Row) => row.cell(keeping) })),
        ]}
      />
    </Card>
  )
}
