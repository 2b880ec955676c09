import type { ProblemKind, Refusal } from '../wire/index.ts'

export type CapacityRefusal = Refusal<
  | 'capacity_name_taken' | 'capacity_in_use' | 'capacity_period_unknown' | 'capacity_unknown' | 'plan_contradicts'
  | 'envelope_short' | 'envelope_committed' | 'commitment_exceeds' | 'commitment_over' | 'commitment_own' | 'commitment_not_yours' | 'not_in_plan' | 'supply_short' | 'supply_committed' | 'span_wrong'
>

export const capacityProblems = {
  capacity_name_taken: { status: 409, title: 'The name is taken', words: 'There is a {what} named {name} already.', exit: 73 },
  capacity_in_use: { status: 409, title: 'Something still counts on it', words: 'The {what} {name} is counted on by {found}. Take it out of their plans first.', exit: 73 },
  capacity_period_unknown: { status: 422, title: 'No period begins on that day', words: 'Found {found}, once or more than once; expected the first day of a {grain} of your fiscal calendar, each once, such as {expected}.', exit: 65 },
  capacity_unknown: { status: 422, title: 'No such thing to count on', words: 'There is no {what} with id {id}.', exit: 65 },
  plan_contradicts: { status: 422, title: 'The plan contradicts itself', words: 'Found {count} to mend: {problems}.', exit: 65 },
  envelope_short: { status: 409, title: 'The envelope does not hold so much', words: 'Of {name} {free} is free; found {found}. Commit less, release what is not needed, or raise the envelope first.', exit: 73 },
  envelope_committed: { status: 409, title: 'More is committed of the envelope', words: '{found} of {name}; expected {expected}. Release it or answer it first.', exit: 73 },
  commitment_exceeds: { status: 422, title: 'It is more than there is', words: '{what}: found {found}; expected at most {expected}.', exit: 65 },
  commitment_over: { status: 409, title: 'It was answered', words: '{what} is {found}; expected one that is {expected}.', exit: 73 },
  commitment_own: { status: 403, title: 'Nobody commits to themselves what they asked for', words: 'You asked for it yourself, so that somebody else answers: {others}.', exit: 77 },
  commitment_not_yours: { status: 403, title: 'Somebody else ends it', words: '{what} was asked for by {owner}. {expected}', exit: 77 },
  not_in_plan: { status: 409, title: 'The plan of record does not hold it', words: '{name} is {found}; funds and people are committed to initiatives of the plan of record alone: approved, active, on hold or closing.', exit: 73 },
  supply_short: { status: 409, title: 'The pool has not so many', words: '{pool} in {period}: {supply}, {committed} with this commitment. Commit less, or release others first.', exit: 73 },
  supply_committed: { status: 409, title: 'More of the pool is committed', words: '{pool} in {period}: found {supply}; {committed} is committed. Release commitments first.', exit: 73 },
  span_wrong: { status: 422, title: 'It cannot be so', words: '{what}: found {found}; expected {expected}.', exit: 65 },
} as const satisfies Record<CapacityRefusal['code'], ProblemKind>
