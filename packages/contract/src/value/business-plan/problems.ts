import type { ProblemKind, Refusal } from '../../wire/index.ts'

export type PlanRefusal = Refusal<'plan_line_unknown' | 'plan_line_taken' | 'plan_unit_differs' | 'plan_periods_unsound'>

/** Each refusal of the business plan, with the names involved. */
export const planProblems = {
  plan_line_unknown: { status: 422, title: 'No such line of the business plan', words: 'The business plan has no line with id {id}.', exit: 65 },
  plan_line_taken: { status: 409, title: 'The line is there already', words: 'The business plan has a line {name} of {department} already. Add the period to that one.', exit: 73 },
  plan_unit_differs: { status: 422, title: 'It is not counted in that', words: '{name} is {kind}, counted in {found}; expected {expected}.', exit: 65 },
  plan_periods_unsound: { status: 422, title: 'The periods do not follow one another', words: 'Found {from} until {to} in {name}; expected periods that end after they begin and share no day.', exit: 65 },
} as const satisfies Record<PlanRefusal['code'], ProblemKind>
