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
const benefitRuleAfterKnown = 'What the given years leave, evenly by days over the other years of the ten that follow the end'

/**
 * Whole-life cost by fiscal year (cost-by-year): years that are known keep their figure, what is left is spread by days over the other
 * years of [start, end). Known years that contradict the whole (they exceed it, or leave no day for the rest) are set aside with a note.
 */
export function spreadCost(cost: { readonly total: Money; readonly startOn: CivilDate | null; readonly endOn: CivilDate | null; readonly known?: readonly KnownYear[] }, calendar: FiscalCalendar): Spread {
  const span = spanOf(cost.startOn, cost.endOn)
  if (!span) return { lines: [], note: absentDates(cost.startOn, cost.endOn) }
  return spreadAround(cost.total, daysByYear(span, calendar), cost.known ?? [], calendar, { rule: costRule, afterKnown: costRuleAfterKnown, contradicted: 'The published years contradict the whole-life cost and were set aside' })
}

/**
 * Benefits by fiscal year (benefits-by-year): evenly by days over the ten years from the end. An assumption, and every line is marked so.
 * Years that are known keep their figure, and the rule spreads what they leave; known years that contradict the whole are set aside.
 */
export function spreadBenefits(benefits: { readonly total: Money; readonly endOn: CivilDate | null; readonly known?: readonly KnownYear[] }, calendar: FiscalCalendar): Spread {
  if (benefits.endOn === null) return { lines: [], note: absentDates('given', null) }
  const days = daysByYear({ from: benefits.endOn, to: yearsLater(benefits.endOn, 10) }, calendar)
  return spreadAround(benefits.total, days, benefits.known ?? [], calendar, { rule: benefitRule, afterKnown: benefitRuleAfterKnown, contradicted: 'The given years contradict the whole-life benefits and were set aside' })
}

type Rules = { readonly rule: string; readonly afterKnown: string; readonly contradicted: string }

/** Known years keep their figure, what is left is spread by days over the others. */
function spreadAround(total: Money, days: readonly YearDays[], given: readonly KnownYear[], calendar: FiscalCalendar, { rule, afterKnown, contradicted }: Rules): Spread {
  const known = onePerYear(given).filter(({ amount }) => sameUnit(amount, total))
  const rest = subtractMoney(total, sumMoney(known.map(({ amount }) => amount), { ...total, minor: 0n }))
  const free = days.filter(({ year }) => !known.some((line) => line.year === year))
  const fits = sameSign([...known.map(({ amount }) => amount.minor), rest.minor], total.minor) && (rest.minor === 0n || free.length > 0)
  if (known.length === 0 || !fits) return { lines: byDays(total, days, calendar, rule), note: fits ? null : contradicted }
  const lines = known.map(({ year, amount, source }) => ({ year, label: fiscalYearLabel(calendar, year), amount, derived: false, rule: source }))
  const spread = rest.minor === 0n ? [] : byDays(rest, free, calendar, afterKnown)
  return { lines: [...lines, ...spread].sort((x, y) => x.year - y.year), note: null }
}

/**
 * What somebody gave by year, against the whole. Years that leave room for the rest of the whole are completed by the rule; those that
 * do not are shown as they were given, and the difference is said: it is for a person to mend. A whole that is not there is no difference.
 */
export function spreadGiven(given: readonly KnownYear[], total: Money | null, spread: (known: readonly KnownYear[]) => Spread, calendar: FiscalCalendar): Spread & { readonly difference: Money | null } {
  const completed = total && spread(given)
  if (completed && given.every(({ year, amount }) => completed.lines.some((line) => line.year === year && !line.derived && line.amount.minor === amount.minor))) return { ...completed, difference: null }
  const lines = [...given].sort((a, b) => a.year - b.year).map(({ year, amount, source }) => ({ year, label: fiscalYearLabel(calendar, year), amount, derived: false, rule: source }))
  const [first] = given
  const difference = total && first ? subtractMoney(sumMoney(given.map(({ amount }) => amount), { ...first.amount, minor: 0n }), total) : null
  return { lines, note: difference ? 'The years that were given do not sum to the whole' : 'No whole is given beside these years', difference }
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
