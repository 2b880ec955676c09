import { useMemo, useState } from 'react'
import { known } from './sample-chance.ts'
import { BarList, Bubble, LineChart, Timeline, Waterfall, YearBars } from '../ui/charts/index.ts'
import type { BubblePoint } from '../ui/charts/index.ts'
import { Card, Slider, formatNumber, useLocale } from '../ui/index.ts'

export function ChartShelf() {
  return (
    <div className="grid gap-4">
      <Bubbles />
      <Bars />
      <div className="grid gap-4 md:grid-cols-2">
        <Bridges />
        <Lines />
        <Years />
        <Lists />
      </div>
    </div>
  )
}

function Bubbles() {
  const locale = useLocale()
  const [budget, setBudget] = useState(300)
  const [selected, select] = useState<string>()
  const points = useMemo(() => known, [])
  const shown = useMemo(() => funded(points, budget), [points, budget])
  const axes = useMemo(() => ({ x: { label: 'Risk exposure', format: (value: number) => formatNumber(value, locale, 0) }, y: { label: 'NPV, M€', scale: 'symlog' as const, format: (value: number) => formatNumber(value, locale, 1) }, size: { label: 'Budget', format: (value: number) => `${formatNumber(value, locale, 1)} M€` } }), [locale])
  return (
    <Card title="Value against risk" note="400 candidates, area is budget">
      <Slider label="Budget ceiling" min={0} max={900} value={budget} onChange={setBudget} format={(value) => `${value} M€`} />
      <Bubble title="Value against risk" titleHidden points={shown} {...axes} kinds={['Funded', 'Not funded']} shade={{ below: 0, words: 'Costs more than it returns' }} {...(selected === undefined ? {} : { selected })} onSelect={select} />
    </Card>
  )
}

/** The best by value for money, as far as the budget goes. */
function funded(points: readonly BubblePoint[], budget: number): readonly BubblePoint[] {
  let left = budget
  const chosen = new Set<string>()
  for (const point of [...points].sort((a, b) => b.y / b.size - a.y / a.size)) {
    if (point.y <= 0 || point.size > left) continue
    left -= point.size
    chosen.add(point.key)
  }
  return points.map((point) => ({ ...point, filled: chosen.has(point.key) }))
}

const Bridges = () => (
  <>
    <Waterfall title="From business case to realised value" framed note="M€, five years" format={(value) => formatNumber(value, 'en-GB', 0)} steps={[{ key: 'case', label: 'Case', kind: 'total', value: 412 }, { key: 'scope', label: 'Scope', kind: 'change', value: -38, risesAre: 'good' }, { key: 'delay', label: 'Delay', kind: 'change', value: -51, risesAre: 'good' }, { key: 'price', label: 'Price', kind: 'change', value: 19, risesAre: 'good' }, { key: 'due', label: 'Not yet due', kind: 'change', value: -190 }, { key: 'realised', label: 'Realised', kind: 'total', value: 125 }]} />
    <Waterfall title="Two classes side by side" framed format={(value) => formatNumber(value, 'en-GB', 0)} second={{ firstName: 'Cash-releasing', name: 'Non-cash', steps: [{ key: 'case', label: 'Case', kind: 'total', value: 90 }, { key: 'loss', label: 'Lost', kind: 'change', value: -30, risesAre: 'good' }, { key: 'now', label: 'Now', kind: 'total', value: 60 }] }} steps={[{ key: 'case', label: 'Case', kind: 'total', value: 120 }, { key: 'adoption', label: 'Adoption', kind: 'change', value: null, reason: 'Nothing has been measured yet' }, { key: 'loss', label: 'Lost', kind: 'change', value: -20, risesAre: 'good' }, { key: 'now', label: 'Now', kind: 'total', value: 80 }]} />
  </>
)

const Lines = () => (
  <>
    <LineChart title="Efficient frontier" framed note="NPV by spend, M€" x={{ label: 'Spend, M€', format: String }} y={{ label: 'NPV, M€', format: String }} series={[{ key: 'frontier', label: 'Best possible', kind: 'step', markers: true, points: [0, 100, 200, 300, 400, 500].map((x) => ({ x, y: Math.round(700 * (1 - Math.exp(-x / 190))) })) }]} spots={[{ key: 'now', kind: 'current', x: 310, y: 520, label: 'This selection' }, { key: 'greedy', kind: 'comparison', x: 305, y: 470, label: 'Highest ratio first' }]} rule={{ x: 350, label: 'Ceiling' }} />
    <LineChart title="Three scenarios" framed note="Benefits, M€" x={{ label: 'Year', format: String, ticks: [2024, 2025, 2026, 2027] }} y={{ label: 'M€', format: String }} series={[{ key: 'a', label: 'Plan', kind: 'area', points: [2024, 2025, 2026, 2027].map((x, i) => ({ x, y: 10 + i * 14 })) }, { key: 'b', label: 'Late', dash: 'dashed', points: [2024, 2025, 2026, 2027].map((x, i) => ({ x, y: i === 1 ? null : 6 + i * 9 })) }, { key: 'c', label: 'Stopped', dash: 'dotted', points: [2024, 2025, 2026, 2027].map((x, i) => ({ x, y: 9 - i * 2 })) }]} />
  </>
)

const Years = () => (
  <YearBars title="Benefits by fiscal year" framed note="M€" totalLabel="All" format={(value) => formatNumber(value, 'en-GB', 0)} years={['2024/25', '2025/26', '2026/27', '2027/28']} series={[{ key: 'cash', label: 'Cash-releasing', values: [20, 34, 48, 60], derived: [false, false, true, true] }, { key: 'other', label: 'Non-cash', values: [12, null, 18, 22] }, { key: 'dis', label: 'Disbenefit', values: [-4, -6, -3, -2] }]} />
)

const Lists = () => (
  <Card title="Value at stake by theme">
    <BarList title="Value at stake by theme" titleHidden note="M€" format={(value) => formatNumber(value, 'en-GB', 1)} items={[{ key: 'a', label: 'Grow recurring revenue', value: 41.2 }, { key: 'b', label: 'Cut cost to serve', value: 28.4, derived: true }, { key: 'c', label: 'Employee experience', value: -6.1 }, { key: 'd', label: 'Regulatory', value: null, reason: 'Only a range was published' }]} />
    <BarList title="Nothing to rank" items={[]} format={String} empty="No theme has value at stake this year" />
  </Card>
)

/** A thousand bars that can be moved, by mouse and by arrow keys. */
function Bars() {
  const [starts, setStarts] = useState<Readonly<Record<string, number>>>({})
  const rows = useMemo(() => Array.from({ length: 1_000 }, (_, index) => ({ key: `bar ${index}`, label: `Programme ${index + 1}`, from: starts[`bar ${index}`] ?? (index * 7) % 9, length: 1 + ((index * 5) % 4), starts: [0, 1, 2, 3, 4, 5, 6, 7, 8], before: { from: (index * 7) % 9, length: 1 + ((index * 5) % 4) }, held: `bar ${index}` in starts })), [starts])
  return <Timeline framed title="Starts" note="1,000 programmes" height={320} periods={Array.from({ length: 12 }, (_, index) => `Q${1 + (index % 4)} ${2026 + Math.floor(index / 4)}`)} rows={rows} beforeLabel="before" onMove={(key, start) => setStarts({ ...starts, [key]: start })} />
}
