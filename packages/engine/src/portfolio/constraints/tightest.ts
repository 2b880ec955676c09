import type { Constraint } from './kinds.ts'

/**
 * The constraints that matter: of several limits on the same money only the tightest, and of equal ones the first. The plans that keep
 * these are exactly those that keep all. Two budgets of 10 and 12 are one budget of 10.
 */
export function tightest(constraints: readonly Constraint[]): readonly Constraint[] {
  const kept = new Map<string, Constraint>()
  for (const constraint of constraints) {
    const key = keyOf(constraint)
    const before = kept.get(key)
    if (!before || limitOf(constraint) < limitOf(before)) kept.set(key, constraint)
  }
  return [...kept.values()]
}

/** What is limited; constraints that limit nothing of their own stand for themselves. */
function keyOf(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'totalBudget':
      return 'total'
    case 'yearlyBudget':
      return `year ${constraint.year}`
    case 'departmentCap':
      return `department ${constraint.departmentId}`
    case 'mustInclude':
    case 'mustExclude':
      return `${constraint.kind} ${constraint.candidateId}`
    default:
      return JSON.stringify(constraint)
  }
}

const limitOf = (constraint: Constraint): number => ('limit' in constraint ? constraint.limit : 0)
