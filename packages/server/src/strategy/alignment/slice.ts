import type { AlignmentBasis } from '@throughline/contract/strategy'
import { fiscalYearLabel, fiscalYearOf, type CivilDate, type FiscalCalendar } from '@throughline/engine/kernel'
import type { InitiativeOutlay, Outlays, Taken } from './source.ts'

/** Years that can be asked for by themselves. */
const mostYears = 12

export type Sliced = { readonly period: string; readonly label: string; amount(taken: Taken): number | null }

/** What an initiative takes of a kind. */
export const takenOf = (one: InitiativeOutlay, basis: AlignmentBasis): Taken | null => one[basis]

/** The kinds of which anything is known. */
export const basesIn = ({ initiatives }: Outlays): readonly AlignmentBasis[] => (['money', 'hour', 'day', 'fte'] as const).filter((basis) => initiatives.some((one) => takenOf(one, basis) !== null))

/** A period by its name. Null of something that has no years is that it cannot be put into the period; 0 is that it takes nothing then. */
export function sliceOf(period: string, calendar: FiscalCalendar, today: CivilDate): Sliced {
  if (period === 'whole') return { period, label: 'Whole life', amount: ({ whole }) => whole }
  const placed = (holds: (year: number) => boolean) => ({ whole, years }: Taken): number | null => (years.length === 0 && whole !== 0 ? null : years.reduce((sum, [year, amount]) => (holds(year) ? sum + amount : sum), 0))
  const now = fiscalYearOf(calendar, today)
  if (period === 'to_come') return { period, label: `From ${fiscalYearLabel(calendar, now)} on`, amount: placed((year) => year >= now) }
  return { period, label: fiscalYearLabel(calendar, Number(period)), amount: placed((year) => year === Number(period)) }
}

/** The periods that anything falls into: the whole, what is to come, and the years around today. */
export function slicesIn({ initiatives, calendar }: Outlays, basis: AlignmentBasis, today: CivilDate): readonly Sliced[] {
  const years = [...new Set(initiatives.flatMap((one) => takenOf(one, basis)?.years.map(([year]) => year) ?? []))].sort((a, b) => a - b)
  const now = fiscalYearOf(calendar, today)
  const last = years.findLastIndex((year) => year <= now + mostYears / 2)
  const shown = years.slice(Math.max(0, last + 1 - mostYears), Math.max(last + 1, mostYears))
  return ['whole', ...(years.some((year) => year >= now) ? ['to_come'] : []), ...shown.map(String)].map((period) => sliceOf(period, calendar, today))
}
