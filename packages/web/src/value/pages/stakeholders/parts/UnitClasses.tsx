import type { ClassValue, UnitClassValue } from '@throughline/contract/value'
import type { ClassValueStage } from '@throughline/engine/value'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, unitWords } from '../../../amounts.ts'
import { entriesUnder } from '../../../ledger-address.ts'
import { underCodes } from '../../../oversight/words.ts'
import { stageLabels, whom } from '../words.ts'

/** Who gains and who bears what in one unit of account, at one stage; the last row is the total, to which the classes sum. */
export function UnitClasses({ value: { unit, classes, total }, stage }: { readonly value: UnitClassValue; readonly stage: ClassValueStage }) {
  const format = useFormat()
  const said = (amount: string) => (amount === '0' ? nothing : amountWords(amount, unit, format))
  const end = Math.max(1, ...classes.flatMap((one) => [Number(one[stage].gains), -Number(one[stage].bears)]))
  const least = Math.max(0, ...classes.map((one) => -Number(one[stage].bears)))
  const gains = Number(total[stage].gains)
  return (
    <Card flush title={unitWords(unit)} note={`${stageLabels[stage]}, by whom it goes to`}>
      <Table<ClassValue>
        caption={`Value by stakeholder in ${unitWords(unit)}, ${stageLabels[stage].toLowerCase()}`}
        rows={classes}
        rowKey={(one) => one.class ?? ''}
        columns={[
          { key: 'class', label: 'Class', cell: (one) => (one.class === null ? <span className="quiet">{whom(null)}</span> : whom(one.class)), foot: 'Everybody' },
          { key: 'bar', label: 'Bears and gains', cell: (one) => <Bar gains={Number(one[stage].gains)} bears={-Number(one[stage].bears)} least={least} end={end} unsaid={one.class === null} /> },
          { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ benefits }) => format.number(benefits, 0), foot: format.number(total.benefits, 0) },
          { key: 'gains', label: 'Gains', numeric: true, cell: (one) => said(one[stage].gains), foot: said(total[stage].gains) },
          { key: 'share', label: 'Share of gains', numeric: true, cell: (one) => (gains === 0 || one.benefits === 0 ? nothing : format.percent(Number(one[stage].gains) / gains)) },
          { key: 'bears', label: 'Bears', numeric: true, cell: (one) => said(one[stage].bears), foot: said(total[stage].bears) },
          {
            key: 'net', label: 'Net', numeric: true, cell: (one) => (one.benefits === 0 ? nothing : <WhyFigure why={explanationFromWire(one.why[stage])}>{amountWords(one[stage].net, unit, format)}</WhyFigure>),
            foot: <WhyFigure why={explanationFromWire(total.why[stage])} under={entriesUnder({ unit, codes: underCodes[stage] })}>{amountWords(total[stage].net, unit, format)}</WhyFigure>,
          },
        ]}
      />
    </Card>
  )
}

const nothing = <span className="quiet">–</span>

/** What is borne left of the line, what is gained right of it, on one scale for the unit. */
function Bar({ gains, bears, least, end, unsaid }: { readonly gains: number; readonly bears: number; readonly least: number; readonly end: number; readonly unsaid: boolean }) {
  const at = (amount: number): string => `${(amount / (least + end)) * 100}%`
  return (
    <span className="bar-track block min-w-40" aria-hidden="true">
      <b className="absolute -inset-y-1 w-px bg-border-strong" style={{ left: at(least) }} />
      {bears > 0 && <i style={{ color: 'var(--bad)', left: at(least - bears), width: at(bears) }} />}
      {gains > 0 && <i data-derived={unsaid || undefined} style={{ color: unsaid ? 'var(--chart-rest)' : 'var(--chart-1)', left: at(least), width: at(gains) }} />}
    </span>
  )
}
