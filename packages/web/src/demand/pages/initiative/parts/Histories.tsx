import type { PublishedFigure, Report } from '@throughline/contract/demand'
import { daysBetween } from '@throughline/engine/kernel'
import { linkWords } from '../../../words.ts'
import { absenceCell, majorOf, RatingMark, useFormat, type Format } from '../../../../format/index.ts'
import { LineChart, type LinePoint } from '../../../../ui/charts/LineChart.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'

/** What the publications said over the years: as pictures, and as the very text that was printed. */
export function Histories({ reports }: { readonly reports: readonly Report[] }) {
  const format = useFormat()
  const ordered = [...reports].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
  const currency = ordered.flatMap(({ cost, benefits }) => [cost, benefits].flatMap(({ metric }) => (metric.status === 'ok' ? [metric.value.currency] : [])))[0] ?? 'GBP'
  const x = { label: 'Position', format: (day: number) => format.month(dayOf(day)) }
  const money = { label: 'Amount', format: (major: number) => format.axisMoney(major, currency) }
  const points = (figure: 'cost' | 'benefits'): LinePoint[] => ordered.map((report) => ({ x: numberOf(report.asOf), y: amountOf(report[figure]) }))
  const ends: LinePoint[] = ordered.map(({ asOf, endOn }) => ({ x: numberOf(asOf), y: endOn ? numberOf(endOn) : null }))
  return (
    <>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="Cost and benefits as published" note="A gap is a publication without a single figure">
          <LineChart title="Cost and benefits at each publication" titleHidden height={240} empty="No publication gives a figure." x={x} y={money} series={[{ key: 'cost', label: 'Cost', kind: 'step', markers: true, points: points('cost') }, { key: 'benefits', label: 'Benefits', kind: 'step', markers: true, points: points('benefits') }]} />
        </Card>
        <Card title="End as published" note="A line that climbs is an end that moves away">
          <LineChart title="Planned end at each publication" titleHidden height={240} empty="No publication gives an end." x={x} y={{ label: 'End', format: (day: number) => format.month(dayOf(day)) }} series={[{ key: 'end', label: 'End', kind: 'step', markers: true, points: ends }]} />
        </Card>
      </div>
      <Card title="What each publication said" note="The printed text stands beside what was read from it" flush>
        <Table
          caption="Every publication that lists the initiative"
          rows={[...ordered].reverse()}
          rowKey={({ id }) => id}
          empty="No publication lists it; everything here was entered."
          columns={[
            { key: 'publication', label: 'Publication', cell: ({ publication, asOf }) => <>{publication} <span className="quiet whitespace-nowrap">{format.date(asOf)}</span></> },
            { key: 'name', label: 'Listed as', cell: ({ name, linkedBy, publishedId }) => <>{name} <span className="quiet">{[publishedId, linkWords[linkedBy]].filter(Boolean).join(', ')}</span></> },
            { key: 'rating', label: 'Rating', cell: ({ rating, ratingAsPublished }) => (rating ? <RatingMark rating={rating} /> : <span className="quiet">{short(ratingAsPublished) || 'No rating'}</span>) },
            { key: 'start', label: 'Start', cell: ({ startOn, startAsPublished }) => dateCell(startOn, startAsPublished, format) },
            { key: 'end', label: 'End', cell: ({ endOn, endAsPublished }) => dateCell(endOn, endAsPublished, format) },
            { key: 'cost', label: 'Cost', numeric: true, cell: ({ cost }) => figureCell(cost, format) },
            { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ benefits }) => figureCell(benefits, format) },
          ]}
        />
      </Card>
    </>
  )
}

const origin = '2000-01-01'
const numberOf = (date: string): number => daysBetween(origin, date)
const dayOf = (day: number): string => new Date(Date.UTC(2000, 0, 1 + Math.round(day))).toISOString().slice(0, 10)
const amountOf = ({ metric }: PublishedFigure): number | null => (metric.status === 'ok' ? majorOf(metric.value) : null)
const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** A single figure, a range as a range, or why there is neither, with the printed text to hover. */
function figureCell({ metric, low, high, asPublished }: PublishedFigure, format: Format) {
  const shown = metric.status === 'ok' ? format.moneyShort(metric.value) : low && high ? `${format.moneyShort(low)} to ${format.moneyShort(high)}` : absenceCell(metric)
  return <span title={asPublished ? `Printed: ${asPublished}` : undefined} className={metric.status === 'ok' ? '' : 'quiet'}>{shown}</span>
}

const dateCell = (date: string | null, asPublished: string, format: Format) => (date ? <span className="whitespace-nowrap" title={asPublished ? `Printed: ${asPublished}` : undefined}>{format.date(date)}</span> : <span className="quiet">{short(asPublished) || 'Not given'}</span>)
