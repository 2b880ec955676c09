import type { MeasureDetail } from '@throughline/contract/strategy'
import { addDays, dateOfDay, dayNumber } from '@throughline/engine/kernel'
import { expectedAt } from '@throughline/engine/strategy'
import { useFormat } from '../../../../format/index.ts'
import { LineChart, type LineSeries } from '../../../../ui/charts/LineChart.tsx'
import { valueText } from '../../../measure-words.ts'
import { trajectoryLines } from '../../../trajectory.ts'
import { unitLabel } from '../../../words.ts'

/** What was measured against the agreed way, with what was budgeted and is forecast. Gaps stay gaps. */
export function CourseChart({ detail }: { readonly detail: MeasureDetail }) {
  const format = useFormat()
  const { row, measure } = detail
  return <LineChart framed title="Measured and agreed" note={unitLabel(row.unit)} height={280} empty="No baseline and target with dates, and nothing measured" series={courseLines(detail)} x={{ label: '', format: (day) => format.month(dateOfDay(Math.round(day))) }} y={{ label: unitLabel(measure.unit), format: (value) => valueText(format, measure.unit, value) }} />
}

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
