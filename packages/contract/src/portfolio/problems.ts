import type { ProblemKind, Refusal } from '../wire/index.ts'

export type PortfolioRefusal = Refusal<'selection_invalid' | 'selection_breaks_constraint' | 'scenario_name_taken'>

export const portfolioProblems = {
  selection_invalid: { status: 422, title: 'The selection cannot be computed', words: '{reason}', exit: 65 },
  selection_breaks_constraint: { status: 422, title: 'The selection breaks a constraint', words: '{constraint}: found {found}, expected {expected}.', exit: 65 },
  scenario_name_taken: { status: 409, title: 'The name is taken', words: 'There is a scenario named {name} already.', exit: 73 },
} as const satisfies Record<PortfolioRefusal['code'], ProblemKind>
