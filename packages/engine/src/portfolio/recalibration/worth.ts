import { invariant } from '../../kernel/index.ts'
import { alignmentUnits, exactAlignment, type StrategyVersion } from '../../strategy/index.ts'
import type { Candidate } from '../candidate.ts'
import { pointsPerAlignment } from '../case.ts'
import type { Constraint, DepartmentCap, TotalBudget, YearlyBudget } from '../constraints/kinds.ts'
import { amountInWords } from '../frame.ts'
import type { Conflict, SelectionInput } from '../input.ts'
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
  return { currency: input.currency, candidates, constraints: [...pins, ...input.constraints.map((constraint) => lessTaken(input, constraint))] }
}

/**
 * Exit costs are part of the budget: Σ cost x + Σ exit (1 − x) ≤ B is Σ (cost − exit) x ≤ B − Σ exit. Where exit costs more than going on,
 * the dearer of the two is set aside either way, so that no plan is called affordable that is not. What is left out and goes on is paid too.
 */
function lessTaken(input: RecalibrationInput, constraint: Constraint): Constraint {
  return constraint.kind === 'totalBudget' || constraint.kind === 'yearlyBudget' || constraint.kind === 'departmentCap' ? { ...constraint, limit: constraint.limit - takenOf(input, constraint) } : constraint
}

type Budget = TotalBudget | YearlyBudget | DepartmentCap
/** What of a budget is gone whatever is selected, in minor units. */
function takenOf({ initiatives, firstYear, taken }: RecalibrationInput, budget: Budget): number {
  const exits = budget.kind === 'totalBudget' || (budget.kind === 'yearlyBudget' && budget.year === firstYear) ? initiatives.reduce((sum, { standing, exitCost }) => sum + (standing === 'running' ? exitCost : 0), 0) : 0
  switch (budget.kind) {
    case 'totalBudget':
      return exits + (taken?.total ?? 0)
    case 'yearlyBudget':
      return exits + (taken?.byYear[String(budget.year)] ?? 0)
    case 'departmentCap':
      return taken?.byUnit[budget.departmentId] ?? 0
  }
}

/** A budget of which more is gone than it has, whatever is selected; null where there is none. */
export function overdrawn(input: RecalibrationInput): Conflict | null {
  const found = input.constraints.find((one) => (one.kind === 'totalBudget' || one.kind === 'yearlyBudget' || one.kind === 'departmentCap') && one.limit < takenOf(input, one))
  if (found === undefined || !('limit' in found)) return null
  const amount = (minor: number): string => amountInWords(minor, input.currency)
  const words = `A budget${found.kind === 'yearlyBudget' ? ` of ${found.year}` : found.kind === 'departmentCap' ? ' of a unit' : ''} of ${amount(found.limit)} is less than the ${amount(takenOf(input, found))} that are gone whatever is selected: what goes on without being weighed, and what leaving what runs would cost.`
  return { members: [{ constraint: found, words, candidateId: null }], words, irreducible: true }
}

function lessIn(year: string, costs: Readonly<Record<string, number>>, amount: number): Readonly<Record<string, number>> {
  return amount === 0 ? costs : { ...costs, [year]: Math.max(0, (costs[year] ?? 0) - amount) }
}
