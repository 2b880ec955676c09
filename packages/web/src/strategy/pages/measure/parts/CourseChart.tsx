import type { MeasureDetail } from '@throughline/contract/strategy'
import { addDays, dateOfDay, dayNumber } from '@throughline/engine/kernel'
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

/** The agreed way bends where the course does: its points are those of the periods between its ends. */
export function courseLines({ measure, points }: MeasureDetail): readonly LineSeries[] {
  const ends = trajectoryLines({ target: measure.target, actuals: [] })
  const bend = points.flatMap(({ period, expected }) => (expected.status === 'ok' ? [{ x: dayNumber(addDays(period.to, -1)), y: expected.value }] : []))
  const agreed = ends.map((line) => ({ ...line, points: [...line.points.slice(0, 1), ...(measure.settings.course.kind === 'linear' ? [] : bend.filter(({ x }) => x > (line.points[0]?.x ?? 0) && x < (line.points.at(-1)?.x ?? 0))), ...line.points.slice(1)] }))
  const measured = points.map(({ period, value }) => ({ x: dayNumber(addDays(period.to, -1)), y: value.status === 'ok' ? value.value : null }))
  const planned = (kind: 'budget' | 'forecast', label: string, hue: number): readonly LineSeries[] => {
    const figures = measure.settings.plan.filter((point) => point.kind === kind).toSorted((a, b) => (a.on < b.on ? -1 : 1))
    return figures.length === 0 ? [] : [{ key: kind, label, dash: 'dotted', hue, points: figures.map(({ on, value }) => ({ x: dayNumber(on), y: Number(value) })) }]
  }
  return [...agreed, ...planned('budget', 'Budget', 4), ...planned('forecast', 'Forecast', 3), ...(measured.length > 0 ? [{ key: 'measured', label: 'Measured', markers: true, hue: 0, points: measured }] : [])]
}
