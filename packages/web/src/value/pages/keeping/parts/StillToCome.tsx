import type { Keeping, Outlook } from '@throughline/contract/value'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, unitWords } from '../../../amounts.ts'
import { entriesAddress, entriesUnder } from '../../../ledger-address.ts'

type Benefit = Outlook['benefits'][number]

/** Accounts of what is still to come. */
const codes = 'A20,A30,F10'

/** What is still to come of one unit once it follows the schedule: by year, and by benefit with what its delay costs and what usually comes of such promises. */
export function StillToCome({ keeping: { unit }, outlook }: { readonly keeping: Pick<Keeping, 'unit'>; readonly outlook: Outlook }) {
  const format = useFormat()
  const amount = (text: string): string => amountWords(text, unit, format)
  const { years, benefits, more, loss } = outlook
  const isMoney = unit.includes('.')
  return (
    <Card flush title={`${unitWords(unit)}: still to come, by the schedule`} note={<>{amount(outlook.planned)} planned{isMoney && <>; delays cost <WhyFigure why={explanationFromWire(loss.why)} under={entriesUnder({ unit, codes })}>{metricCell(loss.metric, amount)}</WhyFigure> of present value</>}</>}>
      <Table<Outlook['years'][number]>
        caption={`${unitWords(unit)}: by the fiscal year that begins in`}
        captionShown
        rows={years}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: 'year', label: 'Year', cell: ({ year }) => year },
          { key: 'planned', label: 'As planned', numeric: true, cell: ({ planned }) => amount(planned) },
          { key: 'expected', label: 'By the schedule', numeric: true, cell: ({ expected }) => amount(expected) },
        ]}
      />
      <Table<Benefit>
        caption={`${unitWords(unit)}: by benefit, the costliest delay first`}
        captionShown
        rows={benefits}
        rowKey={({ benefitId }) => benefitId}
        columns={[
          { key: 'benefit', label: 'Benefit', cell: ({ benefitId, benefit, initiativeId, initiative }) => <span className="grid"><a className="flex min-h-6 items-center text-ink" href={entriesAddress({ benefit: benefitId, unit, codes })}>{benefit}</a><a className="quiet flex min-h-6 items-center" href={places.initiative(initiativeId)}>{initiative}</a></span> },
          { key: 'planned', label: 'As planned', numeric: true, cell: ({ planned }) => amount(planned) },
          { key: 'until', label: 'Until', cell: ({ plannedUntil, expectedUntil }) => (plannedUntil === expectedUntil ? format.date(plannedUntil) : <>{format.date(expectedUntil)} <span className="quiet whitespace-nowrap">instead of {format.date(plannedUntil)}</span></>) },
          { key: 'days', label: 'Schedule', cell: ({ days }) => metricCell(days, (count) => (count === 0 ? 'As planned' : format.slip(count))) },
          ...(isMoney ? [{ key: 'loss', label: 'Present value lost', numeric: true, cell: (one: Benefit) => <WhyFigure why={explanationFromWire(one.loss.why)} under={entriesUnder({ benefit: one.benefitId, unit, codes })}>{metricCell(one.loss.metric, amount)}</WhyFigure> }] : []),
          { key: 'likely', label: 'Usually comes', numeric: true, cell: ({ benefitId, likely }) => <WhyFigure why={explanationFromWire(likely.why)} under={entriesUnder({ benefit: benefitId, unit, codes })}>{metricCell(likely.metric, amount)}</WhyFigure> },
          { key: 'from', label: 'By the history of', cell: ({ confidence, from, fellBack }) => (confidence.metric.status === 'ok' ? `${from === 'organisation' ? 'the whole organisation' : from}${fellBack ? ', for want of its own' : ''}` : <span className="quiet">Too few benefits verified yet</span>) },
        ]}
      />
      {more > 0 && <p className="quiet p-4">{format.count(more, 'further benefit is', 'further benefits are')} not listed; choose an initiative to see its own.</p>}
      {benefits.length > 1 && <p className="quiet px-4 pb-4">What usually comes is a middle of each benefit for itself: middles are not added.</p>}
    </Card>
  )
}
