import { daysBetween, known, mapMetric, numberFigure, undefinedBecause, type CivilDate, type Explained, type Explanation, type Metric } from '../../kernel/index.ts'

/** When in its period a flow falls: at its end, in its middle (the first flow is always of the day of the decision), or on exact dates. */
export type Timing = 'end' | 'mid'
/** Whether prices grow with inflation in flows or rate. A real rate discounts real flows only. */
export type Basis = 'real' | 'nominal'
/** Flows by year from the decision: what comes in is positive. Whole or fractional units of one currency. */
export type Flows = { readonly amounts: readonly number[]; readonly basis: Basis }
/** A flow on a day. */
export type DatedFlow = { readonly on: CivilDate; readonly amount: number }
/** A yearly rate and the basis it is of: 0.035 is 3.5 %. */
export type Rate = { readonly perYear: number; readonly basis: Basis }

/** Discount factors of the years from the decision: 1/(1 + r)^t, half a year earlier where flows fall mid-year. */
export function flatFactors(rate: number, years: number, timing: Timing = 'end'): readonly number[] {
  return Array.from({ length: years }, (_, year) => Math.pow(1 + rate, timing === 'mid' && year > 0 ? 0.5 - year : -year))
}

/** Σ of what is discounted; the first flow is not (year 0 is the day of the decision). */
export const presentValue = (amounts: readonly number[], factors: readonly number[]): number => amounts.reduce((sum, amount, year) => sum + amount * (factors[year] ?? 0), 0)

/**
 * Net present value at one rate (net-present-value). Undefined for rates of −100 % or below, and where flows and rate are not of one basis.
 * A spreadsheet’s NPV discounts the first flow as well; this one does not.
 */
export function netPresentValue({ amounts, basis }: Flows, rate: Rate, timing: Timing = 'end'): Explained<number> {
  const metric = rate.perYear <= -1 ? undefinedBecause('DIV_BY_ZERO') : basis !== rate.basis ? undefinedBecause('MIXED_UNITS') : known(presentValue(amounts, flatFactors(rate.perYear, amounts.length, timing)))
  const terms = metric.status === 'ok' ? yearTerms(amounts, flatFactors(rate.perYear, amounts.length, timing)) : []
  return { metric, why: { term: 'Net present value', figure: mapMetric(metric, (value) => numberFigure(value)), formula: 'net-present-value', note: `${percent(rate.perYear)} ${rate.basis}, ${timing === 'mid' ? 'mid-year' : 'end of year'}, year 0 is the day of the decision`, terms } }
}

/** Each year’s part of a present value. */
export const yearTerms = (amounts: readonly number[], factors: readonly number[]): readonly Explanation[] =>
  amounts.map((amount, year) => ({ term: `Year ${year}`, figure: known(numberFigure(amount * (factors[year] ?? 0))), note: `${amount} × ${(factors[year] ?? 0).toFixed(4)}` }))

/** Present value of dated flows at the earliest date, by actual days over 365 (dated-rate-of-return). */
export function datedPresentValue(flows: readonly DatedFlow[], perYear: number): Metric<number> {
  const [first] = inOrder(flows)
  if (!first) return undefinedBecause('INSUFFICIENT_POINTS')
  if (perYear <= -1) return undefinedBecause('DIV_BY_ZERO')
  return known(flows.reduce((sum, { on, amount }) => sum + amount * Math.pow(1 + perYear, -daysBetween(first.on, on) / 365), 0))
}

/** By date, with flows of one day as one. The order in which they were listed means nothing. */
export function inOrder(flows: readonly DatedFlow[]): readonly DatedFlow[] {
  const days = new Map<CivilDate, number>()
  for (const { on, amount } of flows) days.set(on, (days.get(on) ?? 0) + amount)
  return [...days].map(([on, amount]) => ({ on, amount })).sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** How often the sign of a series changes, zeros passed over. */
export function signChanges(amounts: readonly number[]): number {
  const signs = amounts.map(Math.sign).filter((sign) => sign !== 0)
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length
}

export const percent = (share: number): string => `${Number((share * 100).toFixed(4))} %`
