import type { QualityChart, QualityRecord } from '@throughline/contract/governance'
import { dateOfDay, dayNumber } from '@throughline/engine/kernel'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { LineChart, type LineSeries } from '../../../../ui/charts/LineChart.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { chartWords, readingLooks, ruleWords } from '../../../quality-words.ts'

/** Signal and noise of what reviews find and of what is accepted at first, each on the chart that fits its figures. */
export function QualityCharts({ value: { defectChart, firstPassChart } }: { readonly value: QualityRecord }) {
  const format = useFormat()
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <ChartCard title="Defects that reviews find" chart={defectChart} value={defectChart.kind === 'xmr' ? 'Defects' : 'Defects for each review'} show={(count) => format.number(count, 2)} />
      <ChartCard title="First-pass acceptance by month" chart={firstPassChart} value="Accepted at first" show={(share) => format.percent(share, 0)} />
    </div>
  )
}

function ChartCard({ title, chart, value, show }: { readonly title: string; readonly chart: QualityChart; readonly value: string; show(value: number): string }) {
  const format = useFormat()
  const held = chart.points.filter((point) => point.value !== null)
  const signals = chart.points.filter((point) => point.rule !== null)
  const limited = held.some(({ upper }) => upper !== null)
  return (
    <Card title={title} note={<WhyFigure why={explanationFromWire(chart.why)}>{chartWords[chart.kind]}</WhyFigure>}>
      {held.length === 0 ? <p className="quiet">No month that is over has a value.</p> : (
        <div className="grid gap-2">
          <LineChart title={title} titleHidden height={220} series={linesOf(chart, value)} x={{ label: '', format: (day) => format.month(dateOfDay(Math.round(day))) }} y={{ label: value, format: show }} />
          {!limited ? <p className="quiet">Limits are drawn from twelve months with a value on; there {held.length === 1 ? 'is one' : `are ${format.number(held.length, 0)}`}.</p> : signals.length === 0 ? <p className="quiet">No month is a signal: the changes between months are noise.</p> : (
            <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label="Signals">
              {signals.map(({ month, rule, reading }) => <li key={month} className="flex items-center gap-2"><span className="quiet">{format.month(`${month}-01`)}</span><StatusMark quiet tone={readingLooks[reading ?? 'neutral'].tone} word={`${readingLooks[reading ?? 'neutral'].words}: ${rule ? ruleWords[rule] : ''}`} /></li>)}
            </ul>
          )}
        </div>
      )}
    </Card>
  )
}

/** Values by month with their mean, between limits that move with how much was looked at; a month without a value is a gap. */
export function linesOf({ points, mean }: QualityChart, value: string): readonly LineSeries[] {
  const at = (month: string): number => dayNumber(`${month}-01`)
  const limit = (key: 'upper' | 'lower', label: string): LineSeries => ({ key, label, kind: 'step', dash: 'dotted', hue: 2, points: points.map((point) => ({ x: at(point.month), y: point[key] })) })
  const level = mean.status === 'ok' ? mean.value : null
  return [
    ...(points.some(({ upper }) => upper !== null) ? [limit('upper', 'Upper limit'), limit('lower', 'Lower limit')] : []),
    { key: 'mean', label: 'Mean', dash: 'dashed', hue: 2, points: points.map(({ month }) => ({ x: at(month), y: level })) },
    { key: 'values', label: value, hue: 0, markers: true, points: points.map((point) => ({ x: at(point.month), y: point.value, ...(point.rule && point.reading ? { label: readingLooks[point.reading].words } : {}) })) },
  ]
}
