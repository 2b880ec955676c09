import { daysBetween, known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { inOrder, signChanges, type DatedFlow } from './flows.ts'
import { bisect, polynomialRoots } from './roots.ts'

/** Rates are looked for from −99 % to 1,000 %. */
export const leastRate = -0.99
export const mostRate = 10

/** A rate of return with every rate that solves the equation; more than one is no answer, and all of them are given. */
export type RateOfReturn = Explained<number> & { readonly roots: readonly number[] }

/**
 * Internal rate of return (internal-rate-of-return): the rate at which the net present value is zero. Undefined without a change of
 * sign, where no rate solves it, and where several do; then the net present value or the modified rate says more.
 */
export function internalRateOfReturn(amounts: readonly number[]): RateOfReturn {
  const roots = signChanges(amounts) === 0 ? [] : polynomialRoots(amounts, 1 / (1 + mostRate), 1 / (1 + leastRate)).map((factor) => 1 / factor - 1).sort((a, b) => a - b)
  return rated('Internal rate of return', 'internal-rate-of-return', roots, signChanges(amounts))
}

/** The same for flows on days, by actual days over 365 from the earliest (dated-rate-of-return). The order of listing means nothing. */
export function datedRateOfReturn(flows: readonly DatedFlow[]): RateOfReturn {
  const ordered = inOrder(flows)
  const changes = signChanges(ordered.map(({ amount }) => amount))
  // Days are counted once: the value is asked for at thousands of rates.
  const terms = ordered.map(({ on, amount }) => ({ amount, years: daysBetween(ordered[0]?.on ?? on, on) / 365 }))
  const valueAt = (logarithm: number): number => {
    const perYear = Math.exp(logarithm) - 1
    return terms.reduce((sum, { amount, years }) => sum + amount * Math.pow(1 + perYear, -years), 0)
  }
  const [low, high] = [Math.log(1 + leastRate), Math.log(1 + mostRate)]
  const places = Array.from({ length: steps + 1 }, (_, at) => low + ((high - low) * at) / steps)
  const roots = changes === 0 ? [] : places.slice(1).flatMap((to, at) => {
    const from = places[at] ?? low
    const [before, after] = [valueAt(from), valueAt(to)]
    if (before === 0) return [Math.exp(from) - 1]
    return before * after < 0 ? [bisect((rate) => valueAt(Math.log(1 + rate)), Math.exp(from) - 1, Math.exp(to) - 1)] : []
  })
  return rated('Rate of return of dated flows', 'dated-rate-of-return', roots, changes)
}
/** Places between the least and the most rate at which the sign is looked at, evenly in growth. */
const steps = 2000

function rated(term: string, method: 'internal-rate-of-return' | 'dated-rate-of-return', roots: readonly number[], changes: number): RateOfReturn {
  const [only] = roots
  const metric: Metric<number> = changes === 0 ? undefinedBecause('NO_SIGN_CHANGE') : only === undefined ? undefinedBecause('NOT_REACHED') : roots.length > 1 ? undefinedBecause('MULTIPLE_ROOTS') : known(only)
  const note = roots.length > 1 ? `${roots.length} rates solve it; use the net present value or the modified rate` : changes > 1 ? `The flows change sign ${changes} times` : undefined
  const why = { term, figure: mapMetric(metric, (value: number) => numberFigure(value, 'ratio')), ...(note === undefined ? {} : { note }), terms: roots.map((root) => ({ term: 'A rate that solves it', figure: known(numberFigure(root, 'ratio')) })) }
  return { metric, roots, why: method === 'dated-rate-of-return' ? { ...why, formula: 'dated-rate-of-return' } : { ...why, formula: 'internal-rate-of-return' } }
}

/**
 * Modified rate of return (modified-rate-of-return): what comes in is reinvested until the end, what goes out is financed from the start.
 * ((future value of what comes in) / (present value of what goes out))^(1/n) − 1. Undefined without both.
 */
export function modifiedRateOfReturn(amounts: readonly number[], rates: { readonly finance: number; readonly reinvest: number }): Explained<number> {
  const years = amounts.length - 1
  const incoming = amounts.reduce((sum, amount, year) => (amount > 0 ? sum + amount * Math.pow(1 + rates.reinvest, years - year) : sum), 0)
  const outgoing = amounts.reduce((sum, amount, year) => (amount < 0 ? sum - amount / Math.pow(1 + rates.finance, year) : sum), 0)
  const metric = incoming === 0 || outgoing === 0 ? undefinedBecause('NO_SIGN_CHANGE') : known(Math.pow(incoming / outgoing, 1 / years) - 1)
  return {
    metric,
    why: {
      term: 'Modified rate of return', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'modified-rate-of-return',
      terms: [{ term: 'Value at the end of what comes in', figure: known(numberFigure(incoming)) }, { term: 'Value today of what goes out', figure: known(numberFigure(outgoing)) }],
    },
  }
}
