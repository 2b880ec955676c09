import { majorOf, useFormat } from '../../../format/index.ts'
import { LineChart } from '../../../ui/charts/LineChart.tsx'
import type { PlanColumn } from './PlanColumns.tsx'

const dashes = ['solid', 'dashed', 'dotted', 'dashed'] as const

/** Cost and benefits of several plans by fiscal year: solid, dashed, dotted, so that they are told apart without colour. */
export function PlanYears({ plans, currency }: { readonly plans: readonly PlanColumn[]; readonly currency: string }) {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Years plans={plans} currency={currency} of="cost" title="Cost of funded work by year" />
      <Years plans={plans} currency={currency} of="benefits" title="Benefits of funded work by year" />
    </div>
  )
}

function Years({ plans, currency, of, title }: { readonly plans: readonly PlanColumn[]; readonly currency: string; readonly of: 'cost' | 'benefits'; readonly title: string }) {
  const format = useFormat()
  const labels = new Map(plans.flatMap(({ figures }) => figures.years.map(({ year, label }) => [year, label] as const)))
  const years = [...labels.keys()].sort((a, b) => a - b)
  const series = plans.map(({ key, name, figures }, index) => {
    const amounts = new Map(figures.years.map((year) => [year.year, majorOf(year[of])]))
    return { key, label: name, kind: 'step' as const, dash: dashes[index] ?? 'solid', points: years.map((year) => ({ x: year, y: amounts.get(year) ?? 0 })) }
  })
  return <LineChart framed title={title} note="Derived: spread over the days between the dates" height={240} series={series} x={{ label: 'Fiscal year', format: (year) => labels.get(Math.round(year)) ?? '' }} y={{ label: currency, format: (value) => format.axisMoney(value, currency) }} />
}
