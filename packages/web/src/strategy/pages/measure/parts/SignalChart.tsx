import type { MeasureDetail, MeasurePoint } from '@throughline/contract/strategy'
import { addDays, dateOfDay, dayNumber, describeMetric } from '@throughline/engine/kernel'
import { useFormat } from '../../../../format/index.ts'
import { LineChart, type LineSeries } from '../../../../ui/charts/LineChart.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { assuranceWords, readingLooks, signalWords, valueText } from '../../../measure-words.ts'
import { unitLabel } from '../../../words.ts'

/** The control chart: what is usual, and which points are more than noise. Below twelve points the limits are a trial. */
export function SignalChart({ detail }: { readonly detail: MeasureDetail }) {
  const format = useFormat()
  const { limits, points, measure } = detail
  if (limits.status !== 'ok')
    return <Card title="Signal and noise"><p className="quiet">{describeMetric(limits)}. Two neighbouring periods give the first trial limits, twelve give limits to rely on.</p></Card>
  const signals = runsOf(points)
  const { since, trial, assurance } = limits.value
  return (
    <Card title="Signal and noise" note={[trial ? 'trial limits, fewer than twelve points' : '', since ? `limits since ${format.date(since)}` : ''].filter(Boolean).join(', ') || undefined}>
      <div className="grid gap-2">
        <LineChart title="Control chart" titleHidden height={230} series={chartLines(detail)} x={{ label: '', format: (day) => format.month(dateOfDay(Math.round(day))) }} y={{ label: unitLabel(measure.unit), format: (value) => valueText(format, measure.unit, value) }} />
        <p>{assuranceWords[assurance]}</p>
        {signals.length === 0 ? <p className="quiet">No point is a signal: the changes between periods are noise.</p> : (
          <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label="Signals">
            {signals.map(({ from, to, signal }) => <li key={from} className="flex items-center gap-2"><span className="quiet">{from === to ? format.month(from) : `${format.month(from)} – ${format.month(to)}`}</span><StatusMark quiet tone={readingLooks[signal.reading].tone} word={signalWords(signal)} /></li>)}
          </ul>
        )}
      </div>
    </Card>
  )
}

/** Neighbouring signals of one kind, by the days on which the first and the last of their periods begin. */
export type Run = { readonly from: string; readonly to: string; readonly signal: NonNullable<MeasurePoint['signal']> }

/** Neighbouring signals of one kind as one: from the first period to the last. */
export function runsOf(points: readonly MeasurePoint[]): readonly Run[] {
  const runs: Run[] = []
  for (const [at, { period, signal }] of points.entries()) {
    if (!signal) continue
    const [before, last] = [points[at - 1]?.signal, runs.at(-1)]
    const goesOn = last !== undefined && before?.rule === signal.rule && before.reading === signal.reading
    runs.splice(goesOn ? -1 : runs.length, goesOn ? 1 : 0, { from: goesOn ? last.from : period.from, to: period.from, signal })
  }
  return runs
}

/** Values between the mean and the limits of the stretch they are of; the first of neighbouring signals is named. */
export function chartLines({ limits, points }: MeasureDetail): readonly LineSeries[] {
  if (limits.status !== 'ok') return []
  const { mean, upper, lower, since } = limits.value
  const day = (to: string): number => dayNumber(addDays(to, -1))
  const stretch = points.filter(({ period }) => since === null || period.from >= since).map(({ period }) => day(period.to))
  const level = (key: string, label: string, y: number, dash: 'dashed' | 'dotted'): LineSeries => ({ key, label, dash, hue: 2, points: [stretch[0], stretch.at(-1)].flatMap((x) => (x === undefined ? [] : [{ x, y }])) })
  return [
    level('upper', 'Upper limit', upper, 'dotted'), level('mean', 'Mean', mean, 'dashed'), level('lower', 'Lower limit', lower, 'dotted'),
    { key: 'values', label: 'Measured', hue: 0, markers: true, points: points.map(({ period, value, signal }, at) => ({ x: day(period.to), y: value.status === 'ok' ? value.value : null, ...(signal && signal.reading !== points[at - 1]?.signal?.reading ? { label: readingLooks[signal.reading].words } : {}) })) },
  ]
}
