import { fiscalYearLabel, money, type FiscalCalendar } from '../../kernel/index.ts'
import type { FieldSource, KnownYear } from '../../demand/index.ts'
import type { FieldValue, Plan, PlanChange } from './plan.ts'

export type YearKind = 'cost' | 'benefits'
/** Years of an initiative that somebody gave, by kind. */
export type GivenYears = Readonly<Record<YearKind, readonly KnownYear[]>>

const nothingGiven: GivenYears = { cost: [], benefits: [] }

/** One fiscal year of one kind as a field of an initiative: `cost:2027`, named by the calendar year in which it begins. */
export const yearField = (kind: YearKind, year: number): string => `${kind}:${year}`

/** The year that a field names, from 1900 to 2200; undefined for any other field. */
export function yearOfField(field: string): { readonly kind: YearKind; readonly year: number } | undefined {
  const [, kind, year] = /^(cost|benefits):(\d{4})$/.exec(field) ?? []
  const number = Number(year)
  return (kind === 'cost' || kind === 'benefits') && number >= 1900 && number <= 2200 ? { kind, year: number } : undefined
}

/** `Cost 2027-28`; undefined for a field that is no year. */
export function yearFieldLabel(field: string, calendar: FiscalCalendar): string | undefined {
  const named = yearOfField(field)
  return named && `${named.kind === 'cost' ? 'Cost' : 'Benefits'} ${fiscalYearLabel(calendar, named.year)}`
}

/** The amount given for a year in minor units; null where none is. */
export function readYear(given: GivenYears | undefined, kind: YearKind, year: number): string | null {
  return given?.[kind].find((line) => line.year === year)?.amount.minor.toString() ?? null
}

/** Every year that somebody gave, as fields. */
export const yearFieldsOf = (given: GivenYears = nothingGiven): readonly string[] => (['cost', 'benefits'] as const).flatMap((kind) => given[kind].map(({ year }) => yearField(kind, year)))

/** Years whose amount does not follow from a rule: what was published, and before that what somebody gave. */
export function knownYearsOf({ publishedYears, givenYears }: Pick<Plan, 'publishedYears' | 'givenYears'>, id: string, kind: YearKind): readonly KnownYear[] {
  const given = givenYears.get(id)?.[kind] ?? []
  return kind === 'cost' ? [...(publishedYears.get(id) ?? []), ...given] : given
}

/** The given years with what a scenario sets; null takes a year back, and the rule spreads it again. */
export function overYears({ givenYears, currency }: Plan, changes: readonly PlanChange[], source: FieldSource | undefined): Plan['givenYears'] {
  const set = changes.flatMap(({ kind, id, field, value }) => {
    const named = kind === 'initiative' ? yearOfField(field) : undefined
    return named ? [{ id, value, ...named }] : []
  })
  if (set.length === 0) return givenYears
  const after = new Map(givenYears)
  for (const { id, kind, year, value } of set) {
    const before = after.get(id) ?? nothingGiven
    const others = before[kind].filter((line) => line.year !== year)
    after.set(id, { ...before, [kind]: [...others, ...lineOf(year, value, currency, source)].sort((a, b) => a.year - b.year) })
  }
  return after
}

const lineOf = (year: number, value: FieldValue, currency: Plan['currency'], source: FieldSource | undefined): readonly KnownYear[] =>
  typeof value === 'string' ? [{ year, amount: money(BigInt(value), currency), source: source?.kind === 'entered' ? `Entered by ${source.by} on ${source.at.slice(0, 10)}` : 'Entered' }] : []
