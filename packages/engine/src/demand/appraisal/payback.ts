import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { presentValue } from './flows.ts'

/** Years until what came in covers what went out, and whether it falls short again later. */
export type Payback = Explained<number> & { readonly dipsAgain: boolean }

/**
 * First time at which the running sum is zero or more, evenly within the year (payback). Give discounted amounts for the discounted
 * payback. Not reached is not a large number.
 */
export function payback(amounts: readonly number[]): Payback {
  const sums = runningSums(amounts)
  const at = sums.findIndex((sum) => sum >= 0)
  const before = sums[at - 1] ?? 0
  const metric: Metric<number> = at < 0 ? undefinedBecause('NOT_REACHED') : known(at === 0 ? 0 : at - 1 + -before / (amounts[at] ?? 1))
  const dipsAgain = at >= 0 && sums.slice(at).some((sum) => sum < 0)
  const note = dipsAgain ? 'Later flows bring the sum below zero again' : undefined
  return { metric, dipsAgain, why: { term: 'Payback', figure: mapMetric(metric, (value) => numberFigure(value, 'year')), formula: 'payback', ...(note === undefined ? {} : { note }), terms: sums.map((sum, year) => ({ term: `Sum after year ${year}`, figure: known(numberFigure(sum)) })) } }
}

export function runningSums(amounts: readonly number[]): readonly number[] {
  let sum = 0
  return amounts.map((amount) => (sum += amount))
}

/** Equivalent annual amount of a present value over n years: value × r / (1 − (1 + r)^−n); at a rate of zero, value / n (equivalent-annual-cost). */
export function equivalentAnnual(value: number, perYear: number, years: number): Explained<number> {
  const metric: Metric<number> = years <= 0 || perYear <= -1 ? undefinedBecause('DIV_BY_ZERO') : known(perYear === 0 ? value / years : (value * perYear) / (1 - Math.pow(1 + perYear, -years)))
  return { metric, why: { term: 'Equivalent annual amount', figure: mapMetric(metric, (each) => numberFigure(each)), formula: 'equivalent-annual-cost', terms: [{ term: 'Present value', figure: known(numberFigure(value)) }, { term: 'Years', figure: known(numberFigure(years, 'year')) }] } }
}

/** The same with any discount factors: value / Σ factors of the years after the decision. */
export function equivalentAnnualBy(value: number, factors: readonly number[]): Metric<number> {
  const sum = factors.reduce((total, factor) => total + factor, 0)
  return sum === 0 ? undefinedBecause('DIV_BY_ZERO') : known(value / sum)
}

/** Present value of benefits (disbenefits below zero among them) over that of costs (discounted-ratio); undefined where costs are zero or less. */
export function discountedRatio(benefits: readonly number[], costs: readonly number[], factors: readonly number[]): Explained<number> {
  const [gained, spent] = [presentValue(benefits, factors), presentValue(costs, factors)]
  const metric: Metric<number> = spent <= 0 ? undefinedBecause('DIV_BY_ZERO') : known(gained / spent)
  return {
    metric,
    why: { term: 'Benefits over cost, discounted', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'discounted-ratio', terms: [{ term: 'Present value of benefits', figure: known(numberFigure(gained)) }, { term: 'Present value of costs', figure: known(numberFigure(spent)) }] },
  }
}

/** What x has to be for a value that depends on it linearly to be zero; undefined where it does not depend on it. */
export const switchingValue = (atZero: number, atOne: number): Metric<number> => (atOne === atZero ? undefinedBecause('NOT_REACHED') : known(-atZero / (atOne - atZero) + 0))
