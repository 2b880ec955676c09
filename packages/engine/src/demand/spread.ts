import { addMoney, allocateMoney, civilDate, daysInMonth, fiscalYear, fiscalYearLabel, fiscalYearOf, sameUnit, sharedDays, subtractMoney, sumMoney, type CivilDate, type FiscalCalendar, type Money, type Period } from '../kernel/index.ts'

/** Amount of one fiscal year, named by the calendar year in which it begins. `rule` says how a derived line came about. */
export type SpreadLine = { readonly year: number; readonly label: string; readonly amount: Money; readonly derived: boolean; readonly rule: string | null }
/** Lines that sum exactly to the whole, or what it would take to have them. */
export type Spread = { readonly lines: readonly SpreadLine[]; readonly note: string | null }

/** What is known of a year by other means than the rule, for example a published forecast. */
export type KnownYear = { readonly year: number; readonly amount: Money; readonly source: string }

const costRule = 'By days of each fiscal year between start and end'
const costRuleAfterKnown = 'What the published years leave, by days of each other fiscal year between start and end'
const benefitRule = 'Evenly by days over the ten years that follow the end'

/**
 * Whole-life cost by fiscal year (cost-by-year): years that are known keep their figure, what is left is spread by days over the other
 * years of [start, end). Known years that contradict the whole (they exceed it, or leave no day for the rest) are set aside with a note.
 */
export function spreadCost(cost: { readonly total: Money; readonly startOn: CivilDate | null; readonly endOn: CivilDate | null; readonly known?: readonly KnownYear[] }, calendar: FiscalCalendar): Spread {
  const span = spanOf(cost.startOn, cost.endOn)
  if (!span) return { lines: [], note: absentDates(cost.startOn, cost.endOn) }
  const days = daysByYear(span, calendar)
  const known = onePerYear(cost.known ?? []).filter(({ amount }) => sameUnit(amount, cost.total))
  const rest = subtractMoney(cost.total, sumMoney(known.map(({ amount }) => amount), { ...cost.total, minor: 0n }))
  const free = days.filter(({ year }) => !known.some((line) => line.year === year))
  const fits = sameSign([...known.map(({ amount }) => amount.minor), rest.minor], cost.total.minor) && (rest.minor === 0n || free.length > 0)
  if (known.length === 0 || !fits) return { lines: byDays(cost.total, days, calendar, costRule), note: fits ? null : 'The published years contradict the whole-life cost and were set aside' }
  const given = known.map(({ year, amount, source }) => ({ year, label: fiscalYearLabel(calendar, year), amount, derived: false, rule: source }))
  const spread = rest.minor === 0n ? [] : byDays(rest, free, calendar, costRuleAfterKnown)
  return { lines: [...given, ...spread].sort((a, b) => a.year - b.year), note: null }
}

/** Benefits by fiscal year (benefits-by-year): evenly by days over the ten years from the end. An assumption, and every line is marked so. */
export function spreadBenefits(benefits: { readonly total: Money; readonly endOn: CivilDate | null }, calendar: FiscalCalendar): Spread {
  if (benefits.endOn === null) return { lines: [], note: absentDates('given', null) }
  return { lines: byDays(benefits.total, daysByYear({ from: benefits.endOn, to: yearsLater(benefits.endOn, 10) }, calendar), calendar, benefitRule), note: null }
}

/** Lines of several spreads added up by year. */
export function addByYear(lines: readonly SpreadLine[]): ReadonlyMap<number, Money> {
  const sums = new Map<number, Money>()
  for (const { year, amount } of lines) {
    const before = sums.get(year)
    sums.set(year, before ? addMoney(before, amount) : amount)
  }
  return sums
}

type YearDays = { readonly year: number; readonly days: number }

function byDays(total: Money, years: readonly YearDays[], calendar: FiscalCalendar, rule: string): readonly SpreadLine[] {
  const parts = allocateMoney(total, years.map(({ days }) => BigInt(days)))
  return years.map(({ year }, index) => ({ year, label: fiscalYearLabel(calendar, year), amount: parts[index] ?? { ...total, minor: 0n }, derived: true, rule }))
}

function daysByYear(span: Period, calendar: FiscalCalendar): readonly YearDays[] {
  const years: YearDays[] = []
  for (let year = fiscalYearOf(calendar, span.from); ; year++) {
    const days = sharedDays(span, fiscalYear(calendar, year))
    if (days === 0) return years
    years.push({ year, days })
  }
}

const spanOf = (from: CivilDate | null, to: CivilDate | null): Period | null => (from !== null && to !== null && from < to ? { from, to } : null)

function absentDates(startOn: CivilDate | null, endOn: CivilDate | null): string {
  if (startOn !== null && endOn !== null) return 'It ends before it starts, so there are no years to spread it over'
  const absent = [...(startOn === null ? ['start'] : []), ...(endOn === null ? ['end'] : [])]
  return `Without ${absent.join(' and ')} it cannot be spread over years`
}

/** The last line given for a year counts. */
const onePerYear = (known: readonly KnownYear[]): readonly KnownYear[] => [...new Map(known.map((line) => [line.year, line])).values()]

const sameSign = (parts: readonly bigint[], whole: bigint): boolean => parts.every((part) => part === 0n || part > 0n === whole > 0n)

function yearsLater(date: CivilDate, years: number): CivilDate {
  const [year, month, day] = [Number(date.slice(0, 4)) + years, Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  return civilDate(year, month, Math.min(day, daysInMonth(year, month)))
}
