import type { MeasureDetail } from '@throughline/contract/strategy'
import type { CounterfactualLine } from '@throughline/contract/value'
import { addDays, dateOfDay, dayNumber } from '@throughline/engine/kernel'
import { expectedAt } from '@throughline/engine/strategy'
import { useFormat } from '../../../../format/index.ts'
import { LineChart, type LineSeries } from '../../../../ui/charts/LineChart.tsx'
import { valueText } from '../../../measure-words.ts'
import { trajectoryLines } from '../../../trajectory.ts'
import { unitLabel } from '../../../words.ts'

/** What was measured against the agreed way and the way without the initiatives, with what was budgeted and is forecast. Gaps stay gaps. */
export function CourseChart({ detail, without }: { readonly detail: MeasureDetail; /** How it would have gone without the initiatives; undefined until it is known. */ readonly without?: CounterfactualLine | undefined }) {
  const format = useFormat()
  const { row, measure } = detail
  return (
    <div className="grid gap-2">
      <LineChart framed title="Measured and agreed" note={unitLabel(row.unit)} height={280} empty="No baseline and target with dates, and nothing measured" series={[...courseLines(detail), ...counterfactualLine(without)]} x={{ label: '', format: (day) => format.month(dateOfDay(Math.round(day))) }} y={{ label: unitLabel(measure.unit), format: (value) => valueText(format, measure.unit, value) }} />
      {without?.registered && <p className="quiet">Without the initiatives: {methodWords[without.registered.method]}, registered on {format.date(without.registered.at.slice(0, 10))}{without.lacks ? `. ${without.lacks}.` : ', from what was known then. What lies between that line and what was measured is what initiatives can claim.'}</p>}
    </div>
  )
}

/** The way without the initiatives, where the method that was registered beforehand gives a line. */
export const counterfactualLine = (without: CounterfactualLine | undefined): readonly LineSeries[] =>
  without === undefined || without.points.length === 0 ? [] : [{ key: 'without', label: 'Without', dash: 'dotted', hue: 1, points: without.points.map(({ on, value }) => ({ x: dayNumber(on), y: value })) }]

const methodWords = { frozen_baseline: 'the baseline goes on', trend: 'the trend of before goes on', comparison_group: 'as others who were not reached', seasonal: 'last year’s season, grown' } as const

/** Points that a bent course is drawn by. */
const bends = 48

/** The agreed way, bent where the course is; what was planned; what was measured, with its gaps. */
export function courseLines({ measure, points }: MeasureDetail): readonly LineSeries[] {
  const ends = trajectoryLines({ target: measure.target, actuals: [] })
  const [first, last] = [ends[0]?.points[0], ends[0]?.points.at(-1)]
  const between = first && last ? Array.from({ length: bends - 1 }, (_, at) => Math.round(first.x + ((last.x - first.x) * (at + 1)) / bends)) : []
  const bend = between.flatMap((x) => bentAt(measure, x))
  const agreed = ends.map((line) => ({ ...line, points: [...line.points.slice(0, 1), ...(measure.settings.course.kind === 'linear' ? [] : bend), ...line.points.slice(1)] }))
  const measured = points.map(({ period, value }) => ({ x: dayNumber(addDays(period.to, -1)), y: value.status === 'ok' ? value.value : null }))
  const planned = (kind: 'budget' | 'forecast', label: string, hue: number): readonly LineSeries[] => {
    const figures = measure.settings.plan.filter((point) => point.kind === kind).toSorted((a, b) => (a.on < b.on ? -1 : 1))
    return figures.length === 0 ? [] : [{ key: kind, label, dash: 'dotted', hue, points: figures.map(({ on, value }) => ({ x: dayNumber(on), y: Number(value) })) }]
  }
  return [...agreed, ...planned('budget', 'Budget', 4), ...planned('forecast', 'Forecast', 3), ...(measured.length > 0 ? [{ key: 'measured', label: 'Measured', markers: true, hue: 0, points: measured }] : [])]
}

function bentAt({ target, settings }: MeasureDetail['measure'], x: number): readonly { readonly x: number; readonly y: number }[] {
  const { baseline, baselineOn, target: goal, dueOn } = target
  if (baseline === null || baselineOn === null || goal === null || dueOn === null) return []
  const expected = expectedAt({ baseline: { on: baselineOn, value: Number(baseline) }, target: { on: dueOn, value: Number(goal) }, course: settings.course, tolerance: null }, dateOfDay(x))
  return expected.status === 'ok' ? [{ x, y: expected.value }] : []
}
