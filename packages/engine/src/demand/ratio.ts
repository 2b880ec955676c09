import { known, mapMetric, missing, numberFigure, sameUnit, undefinedBecause, type Explained, type Metric, type Money } from '../kernel/index.ts'
import { amountOf } from './amounts.ts'
import type { InitiativeFacts } from './facts.ts'

/**
 * Benefits over whole-life cost, as given and not discounted (benefits-over-cost). Undefined where the cost is zero, below zero (doubted),
 * or where either figure has a reason of its own; never a way to rank under a budget.
 */
export function benefitCostRatio(facts: InitiativeFacts): Explained<number> {
  const metric = ratioOf(facts.cost, facts.benefits)
  return {
    metric,
    why: {
      term: 'Benefits for each unit of cost',
      figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')),
      formula: 'benefits-over-cost',
      terms: [amountOf(facts, 'benefits').why, amountOf(facts, 'cost').why],
    },
  }
}

function ratioOf(cost: Metric<Money>, benefits: Metric<Money>): Metric<number> {
  if (cost.status === 'undefined') return cost
  if (benefits.status === 'undefined') return benefits
  const absent = [...(cost.status === 'ok' ? [] : ['cost']), ...(benefits.status === 'ok' ? [] : ['benefits'])]
  if (cost.status !== 'ok' || benefits.status !== 'ok') return missing(...absent)
  if (!sameUnit(cost.value, benefits.value)) return undefinedBecause('MIXED_UNITS')
  if (cost.value.minor === 0n) return undefinedBecause('DIV_BY_ZERO')
  if (cost.value.minor < 0n) return undefinedBecause('SUSPECT')
  return known(quotient(benefits.value.minor, cost.value.minor))
}

/** a / b with nine digits after the point, also beyond 2^53. */
const quotient = (a: bigint, b: bigint): number => Number((a * 1_000_000_000n) / b) / 1_000_000_000
