import { majorOf, useFormat } from '../../../format/index.ts'
import { YearBars } from '../../../ui/charts/YearBars.tsx'
import type { PlanColumn } from './PlanColumns.tsx'
import { yearsShown } from './years-shown.ts'

/** Cost and benefits of several plans by fiscal year, a bar for each plan in every year, in the order of the plans. */
export function PlanYears({ plans, currency }: { readonly plans: readonly PlanColumn[]; readonly currency: string }) {
  // Where amounts are withheld there is no year to show, whether there are any or not.
  if (plans.some(({ figures }) => figures.undatedCost === null)) return null
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Years plans={plans} currency={currency} of="cost" title="Cost of funded work by year" />
      <Years plans={plans} currency={currency} of="benefits" title="Benefits of funded work by year" />
    </div>
  )
}

function Years({ plans, currency, of, title }: { readonly plans: readonly PlanColumn[]; readonly currency: string; readonly of: 'cost' | 'benefits'; readonly title: string }) {
  const format = useFormat()
  const { labels, values } = yearsShown(plans.map(({ figures }) => figures.years.map((year) => ({ year: year.year, label: year.label, amount: majorOf(year[of]) }))))
  const series = plans.map(({ key, name }, index) => ({ key, label: name, values: values[index] ?? [] }))
  return <YearBars grouped framed title={title} note={`${plans.length > 1 ? 'In each year from left to right as in the legend. ' : ''}Given years as given, the rest spread over the days between the dates`} height={240} years={labels} series={series} format={(value) => format.axisMoney(value, currency)} empty="Nothing that is funded has dates and a figure." />
}
