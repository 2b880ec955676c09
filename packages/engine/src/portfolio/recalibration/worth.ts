import { invariant } from '../../kernel/index.ts'
import { alignmentUnits, exactAlignment, type StrategyVersion } from '../../strategy/index.ts'
import type { Candidate } from '../candidate.ts'
import { pointsPerAlignment } from '../case.ts'
import type { Constraint } from '../constraints/kinds.ts'
import type { SelectionInput } from '../input.ts'
import type { RecalibrationInput, ToGo, DeclaredWorth } from './facts.ts'

/** Weights of a version by stable key. */
export const weightsOf = ({ objectives }: StrategyVersion): ReadonlyMap<string, number> => new Map(objectives.map(({ key, units }) => [key, units]))

/** Money still to be gained by having an initiative rather than not: exit cost is spared by going on, switching cost is paid by beginning; null where benefits are not known. */
export function moneyToGo({ standing, benefitsToGo, costToGo, exitCost, switchingCost }: ToGo): number | null {
  if (benefitsToGo === null) return null
  return benefitsToGo - costToGo + (standing === 'running' ? exitCost : -switchingCost)
}

/** What an initiative is worth under a declared worth, in whole minor units or points. `alignment` is in units of 10^-11. */
export function worthOf(initiative: ToGo, alignment: number, worth: DeclaredWorth): number {
  if (worth.kind === 'strategic') return Math.round((alignment * pointsPerAlignment) / alignmentUnits) + 0
  const money = moneyToGo(initiative)
  invariant(money !== null, 'what is weighed in money has benefits that are known')
  return money + Math.round((alignment / alignmentUnits) * worth.minorPerAlignment)
}

/** The selection under the new version; `bonus` is what running initiatives get on top, and is no part of their worth. */
export function selectionOf(input: RecalibrationInput, bonus: number): SelectionInput {
  const weights = weightsOf(input.after)
  const candidates = input.initiatives.map((one): Candidate => {
    const spared = one.standing === 'running' ? one.exitCost : 0
    return {
      id: one.id, name: one.name, ...(one.unitId === null ? {} : { departmentId: one.unitId }),
      value: worthOf(one, exactAlignment(weights, one.after), input.worth) + (one.standing === 'running' ? bonus : 0),
      cost: Math.max(0, one.costToGo - spared),
      costByYear: lessIn(String(input.firstYear), one.costByYear, spared),
      ...(one.requires && one.requires.length > 0 ? { requires: one.requires } : {}),
    }
  })
  const pins = input.initiatives.filter(({ mandatory }) => mandatory).map(({ id }): Constraint => ({ kind: 'mustInclude', candidateId: id, because: 'Mandatory work' }))
  return { currency: input.currency, candidates, constraints: [...pins, ...input.constraints.map((constraint) => lessExits(input, constraint))] }
}

/**
 * Exit costs are part of the budget: Σ cost x + Σ exit (1 − x) ≤ B is Σ (cost − exit) x ≤ B − Σ exit. Where exit costs more than going on,
 * the dearer of the two is set aside either way, so that no plan is called affordable that is not.
 */
function lessExits({ initiatives, firstYear }: RecalibrationInput, constraint: Constraint): Constraint {
  const exits = initiatives.reduce((sum, { standing, exitCost }) => sum + (standing === 'running' ? exitCost : 0), 0)
  if (constraint.kind === 'totalBudget' || (constraint.kind === 'yearlyBudget' && constraint.year === firstYear)) return { ...constraint, limit: constraint.limit - exits }
  return constraint
}

function lessIn(year: string, costs: Readonly<Record<string, number>>, amount: number): Readonly<Record<string, number>> {
  return amount === 0 ? costs : { ...costs, [year]: Math.max(0, (costs[year] ?? 0) - amount) }
}
