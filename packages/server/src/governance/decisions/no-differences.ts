import type { PlanChangeList } from '@throughline/contract/portfolio'
import { toWire } from '@throughline/contract/wire'
import { money } from '@throughline/engine/kernel'
import { explainChange } from '@throughline/engine/portfolio'

/** Of a decision that leaves the plan of record as it is. */
export function noDifferences(currency: string): PlanChangeList {
  const none = (term: string, field: 'cost' | 'benefits') => toWire(explainChange(term, [], field, money(0n, currency))) as PlanChangeList['cost']
  return { items: [], cost: none('Change of the cost of funded work', 'cost'), benefits: none('Change of the benefits of funded work', 'benefits') }
}
