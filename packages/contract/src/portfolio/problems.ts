import type { ProblemKind, Refusal } from '../wire/index.ts'

export type PortfolioRefusal = Refusal<'selection_invalid' | 'selection_too_large' | 'selection_breaks_constraint' | 'scenario_name_taken' | 'roadmap_unsound'>
/** Refusals of scenarios: what they change, how they are carried over and how they are decided on. */
export type ScenarioRefusal = Refusal<
  | 'scenario_name_taken' | 'scenario_closed' | 'scenario_not_yours' | 'scenario_empty' | 'scenario_not_proposed' | 'proposer_decides' | 'overlay_unsound' | 'selection_absent' | 'preview_outdated' | 'conflicts_open' | 'approval_blocked' | 'comparison_size'
>

export const portfolioProblems = {
  selection_invalid: { status: 422, title: 'The selection cannot be computed', words: '{reason}', exit: 65 },
  selection_too_large: { status: 422, title: 'Too many candidates to select from', words: 'Found {found} initiatives with a cost and a value; a selection weighs at most {limit} against each other. Narrow the candidates by a filter, such as one unit.', exit: 65 },
  selection_breaks_constraint: { status: 422, title: 'The selection breaks a constraint', words: '{constraint}: found {found}, expected {expected}.', exit: 65 },
  roadmap_unsound: { status: 422, title: 'The roadmap cannot be computed', words: '{reason}', exit: 65 },
  scenario_name_taken: { status: 409, title: 'The name is taken', words: 'There is a scenario named {name} already.', exit: 73 },
  scenario_closed: { status: 409, title: 'The scenario cannot be changed', words: '{name} is {state}. Withdraw the proposal, or fork it to go on.', exit: 73 },
  scenario_not_yours: { status: 403, title: 'Not your scenario', words: 'Only {author} and the owners decide who sees {name}.', exit: 77 },
  scenario_empty: { status: 422, title: 'Nothing to propose', words: '{name} changes nothing. Change something first.', exit: 65 },
  scenario_not_proposed: { status: 409, title: 'The scenario is not proposed', words: '{name} is {state}{by}. Only a proposed scenario can be approved, rejected or withdrawn.', exit: 73 },
  proposer_decides: { status: 403, title: 'Somebody else has to decide', words: 'You proposed {name}. Another owner decides on it: {others}.', exit: 77 },
  overlay_unsound: { status: 422, title: 'The changes cannot be kept', words: 'Found {count} to mend: {problems}', exit: 65 },
  selection_absent: { status: 409, title: 'There is no selection', words: '{name} holds no selection that could decide anything.', exit: 73 },
  preview_outdated: { status: 409, title: 'The plan moved while you looked', words: 'What would change is no longer what you were shown. Look at it again; nothing was changed.', exit: 75 },
  conflicts_open: { status: 409, title: 'Conflicts are not settled', words: 'Found {count} to settle: {conflicts}', exit: 65 },
  approval_blocked: { status: 422, title: 'The scenario cannot become the plan', words: 'Found {count} to mend: {problems}', exit: 65 },
  comparison_size: { status: 422, title: 'A comparison takes two to four plans', words: 'Found {found}; expected two to four different plans: plan, plan@ with an instant, or scenarios.', exit: 65 },
} as const satisfies Record<PortfolioRefusal['code'] | ScenarioRefusal['code'], ProblemKind>
