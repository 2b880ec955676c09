import type { CivilDate, FiscalCalendar, Metric, Money, Source } from '../kernel/index.ts'

/** An amount of one fiscal year, named by the calendar year in which it begins. */
export type YearAmount = { readonly year: number; readonly amount: Money }

/** What is known of one initiative's benefits in one unit of account (currency, price basis, cash class). */
export type BenefitFacts = {
  readonly id: string
  readonly name: string
  readonly unitId: string | null
  readonly unitName: string
  /** Objectives it serves with its contribution to each, above 0 to 1. */
  readonly serves: readonly { readonly objectiveId: string; readonly contribution: number }[]
  /** Whether it is still in the portfolio at the position looked at. */
  readonly current: boolean
  /** Whether its promise was made at the first position of the book, or later when it joined. */
  readonly promisedAtFirst: boolean
  /** The first figure given for it. */
  readonly promised: Metric<Money>
  readonly promisedSource?: Source
  /** The last figure given for it, also where it has since left or its figure been withdrawn. */
  readonly last: Metric<Money>
  /** The figure at the position looked at; undefined where withheld, withdrawn, or the initiative has left. */
  readonly forecast: Metric<Money>
  readonly forecastSource?: Source
  /** The forecast by year; empty where it has no dates. Sums to the forecast. */
  readonly forecastByYear: readonly YearAmount[]
  /** Benefits recorded as realised, reversals already netted; empty where nothing was recorded. */
  readonly realised: readonly YearAmount[]
}

/** One book: everything in it may be added. */
export type BookFacts = {
  /** Zero in the unit of the book. */
  readonly zero: Money
  /** The day up to which benefits can be due. */
  readonly asOf: CivilDate
  readonly calendar: FiscalCalendar
  readonly initiatives: readonly BenefitFacts[]
}
