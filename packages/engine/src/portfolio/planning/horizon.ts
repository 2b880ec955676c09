import { monthsOf, onPeriods, periodLabel, periodsFrom, type Line } from '../../capacity/index.ts'
import { fiscalYear, type CivilDate, type Period } from '../../kernel/index.ts'
import type { PlanFacts, RoadmapFacts } from './facts.ts'

/** The periods that are planned, with their names. */
export type Horizon = { readonly periods: readonly Period[]; readonly labels: readonly string[]; /** Rate of one period. */ readonly rate: number }

/** The horizon of a roadmap. The rate of a period compounds to that of a year. */
export function horizonOf({ calendar, grain, from, periods: count, ratePerYear }: Pick<RoadmapFacts, 'calendar' | 'grain' | 'from' | 'periods' | 'ratePerYear'>): Horizon {
  const periods = periodsFrom(calendar, grain, from, count)
  return { periods, labels: periods.map((period) => periodLabel(calendar, grain, period)), rate: (1 + ratePerYear) ** (monthsOf[grain] / 12) - 1 }
}

/** The place of the period that holds a day: -1 before the horizon, the number of periods after it. */
export function placeOf({ periods }: Horizon, day: CivilDate): number {
  const first = periods[0]
  if (first && day < first.from) return -1
  const place = periods.findIndex(({ to }) => day < to)
  return place < 0 ? periods.length : place
}

/**
 * Cost of an initiative that has no variants, by period from `place` on: its years, each over those of its days that the initiative is
 * under way, laid on the periods. What lies before the horizon was spent and is left out.
 */
export function costsFrom({ costByYear, startOn, endOn }: PlanFacts, { calendar }: Pick<RoadmapFacts, 'calendar'>, { periods }: Horizon, place: number): readonly bigint[] {
  const lines = costByYear.flatMap(({ year, amount }): Line[] => {
    const { from, to } = fiscalYear(calendar, year)
    const [begins, ends] = [startOn && startOn > from ? startOn : from, endOn && endOn < to ? endOn : to]
    return [begins < ends ? { from: begins, to: ends, amount: amount.minor } : { from, to, amount: amount.minor }]
  })
  const amounts = onPeriods(lines.filter(({ amount }) => amount > 0n), periods, 'flow').map((amount) => amount ?? 0n)
  return amounts.slice(Math.max(0, place))
}
