import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'

/** How a benefit builds up and fades: full amount by period, share of the ramp by period (the last goes on), loss a period once it is full. */
export type ProfileShape = { readonly full: number; readonly ramp: readonly number[]; readonly dropOff: number; readonly periods: number }

/** B × ramp(t) × (1 − d)^max(0, t − t_full) for each period (benefit-profile). Full is the first period in which the ramp is 1. */
export function profileOf({ full, ramp, dropOff, periods }: ProfileShape): readonly number[] {
  const fullAt = ramp.findIndex((share) => share >= 1)
  const from = fullAt < 0 ? ramp.length : fullAt
  return Array.from({ length: periods }, (_, period) => full * (ramp[Math.min(period, ramp.length - 1)] ?? 1) * Math.pow(1 - dropOff, Math.max(0, period - from)))
}

/** How the way without the initiative is estimated; registered before the first actual. */
export type Counterfactual =
  | { readonly method: 'frozen_baseline'; readonly baseline: number }
  | { readonly method: 'trend'; readonly history: readonly number[] }
  | { readonly method: 'comparison_group'; readonly before: { readonly treated: number; readonly others: number } }
  | { readonly method: 'seasonal'; readonly lastYear: readonly number[]; readonly growth: number }

/**
 * Value without the initiative in a period, counted from 0 after the last of the history. A trend is the line of least squares
 * through the history; a comparison group needs what the others did.
 */
export function counterfactualAt(counterfactual: Counterfactual, period: number, others?: number): Metric<number> {
  switch (counterfactual.method) {
    case 'frozen_baseline':
      return known(counterfactual.baseline)
    case 'trend':
      return trendAt(counterfactual.history, period)
    case 'comparison_group':
      return others === undefined ? { status: 'missing', inputs: ['comparison group'] } : known(counterfactual.before.treated + others - counterfactual.before.others)
    case 'seasonal': {
      const same = counterfactual.lastYear[period % Math.max(counterfactual.lastYear.length, 1)]
      return same === undefined ? undefinedBecause('INSUFFICIENT_POINTS') : known(same * (1 + counterfactual.growth))
    }
  }
}

function trendAt(history: readonly number[], period: number): Metric<number> {
  if (history.length < 2) return undefinedBecause('INSUFFICIENT_POINTS')
  const middle = (history.length - 1) / 2
  const mean = history.reduce((sum, value) => sum + value, 0) / history.length
  const slope = history.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) / history.reduce((sum, _, at) => sum + (at - middle) * (at - middle), 0)
  return known(mean + slope * (history.length + period - middle))
}

/** Shares of a gross effect that are not its own, each from 0 to 1, and the multiplier. */
export type Additionality = { readonly gross: number; readonly leakage: number; readonly displacement: number; readonly substitution: number; readonly multiplier: number }

/** Net additional effect: what the plan gives less what would have come anyway (additionality). Shares multiply, they are never added. */
export function additional(plan: Additionality, deadweight: Additionality): Metric<number> {
  const sound = [plan, deadweight].every(({ leakage, displacement, substitution }) => [leakage, displacement, substitution].every((share) => share >= 0 && share <= 1))
  const net = ({ gross, leakage, displacement, substitution, multiplier }: Additionality): number => gross * (1 - leakage) * (1 - displacement) * (1 - substitution) * multiplier
  return sound ? known(net(plan) - net(deadweight)) : undefinedBecause('SUSPECT')
}

/** What a saving is once output and later cost are looked at (V-10): less for less is a cut, later is a deferral. */
export function efficiencyOf(saving: { readonly output: number; readonly outputWithout: number; readonly laterCost: number }): 'efficiency' | 'not_efficiency' | 'deferral' {
  if (saving.output < saving.outputWithout) return 'not_efficiency'
  return saving.laterCost > 0 ? 'deferral' : 'efficiency'
}
