import type { ProblemKind, Refusal } from '../wire/index.ts'

export type CapacityRefusal = Refusal<'capacity_name_taken' | 'capacity_in_use' | 'capacity_period_unknown' | 'capacity_unknown' | 'plan_contradicts'>

export const capacityProblems = {
  capacity_name_taken: { status: 409, title: 'The name is taken', words: 'There is a {what} named {name} already.', exit: 73 },
  capacity_in_use: { status: 409, title: 'Something still counts on it', words: 'The {what} {name} is counted on by {found}. Take it out of their plans first.', exit: 73 },
  capacity_period_unknown: { status: 422, title: 'No period begins on that day', words: 'Found {found}, once or more than once; expected the first day of a {grain} of your fiscal calendar, each once, such as {expected}.', exit: 65 },
  capacity_unknown: { status: 422, title: 'No such thing to count on', words: 'There is no {what} with id {id}.', exit: 65 },
  plan_contradicts: { status: 422, title: 'The plan contradicts itself', words: 'Found {count} to mend: {problems}.', exit: 65 },
} as const satisfies Record<CapacityRefusal['code'], ProblemKind>
