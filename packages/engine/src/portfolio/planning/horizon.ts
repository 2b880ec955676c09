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

/** Longest time that benefits are followed, in years. */
const followedYears = 60

/**
 * Benefits by period of an initiative whose years of benefits are known, counted from period `place` of its planned start: each year evenly over
 * those of its days that follow the end of the work, also beyond the horizon. What came before the horizon is history and is left out; empty where no year is known.
 */
export function benefitsFrom({ benefitsByYear, endOn }: PlanFacts, { calendar, grain, from }: Pick<RoadmapFacts, 'calendar' | 'grain' | 'from'>, place: number): readonly bigint[] {
  const lines = benefitsByYear.map(({ year, amount }): Line => {
    const { from: first, to } = fiscalYear(calendar, year)
    return { from: endOn && endOn > first && endOn < to ? endOn : first, to, amount: amount.minor }
  })
  if (lines.length === 0) return []
  const amounts = onPeriods(lines, periodsFrom(calendar, grain, from, followedYears * (12 / monthsOf[grain])), 'flow').map((amount) => amount ?? 0n)
  const last = amounts.findLastIndex((amount) => amount !== 0n)
  const coming = amounts.slice(Math.max(0, place), last + 1)
  return coming.length > 0 ? coming : [0n]
}

/** Whole amounts at a share of themselves; they sum to the share of the whole, rounded. */
export function atShare(amounts: readonly bigint[], share: number): readonly number[] {
  let [sum, told] = [0, 0]
  return amounts.map((amount) => {
    sum += Number(amount)
    const now = Math.round(sum * share) - told
    told += now
    return now
  })
}
