import type { Metric, Money } from '../../kernel/index.ts'
import type { PlanFigures } from './figures.ts'

/** The figures of a plan as one text that does not depend on the order of anything: two plans with the same text come to the same. */
export function canonicalFigures(figures: PlanFigures): string {
  const lines = [
    `initiatives ${figures.initiatives}`,
    `funded ${figures.funded}`,
    `cost ${amount(figures.cost.metric)}`,
    `benefits ${amount(figures.benefits.metric)}`,
    `served ${number(figures.served.metric)}`,
    `strategic ${number(figures.strategic)}`,
    ...figures.years.map(({ year, cost, benefits }) => `year ${year} ${cost.minor} ${benefits.minor}`),
    ...figures.departments.map(({ id, initiatives, cost, benefits }) => `department ${id ?? 'none'} ${initiatives} ${amount(cost)} ${amount(benefits)}`),
    ...figures.objectives.map(({ id, weight, initiatives, cost, benefits }) => `objective ${id} ${weight.toFixed(8)} ${initiatives} ${amount(cost)} ${amount(benefits)}`),
    ...Object.entries(figures.health).map(([level, count]) => `health ${level} ${count}`),
  ]
  return lines.sort().join('\n')
}

const amount = (metric: Metric<Money>): string => (metric.status === 'ok' ? `${metric.value.minor} ${metric.value.currency}` : metric.status)
/** Nine digits: a sum of shares must not differ by the order in which they were added. */
const number = (metric: Metric<number>): string => (metric.status === 'ok' ? metric.value.toFixed(9) : metric.status)
