import type { ProblemKind, Refusal } from '../wire/index.ts'

export type DeliveryRefusal = Refusal<'task_key_taken' | 'task_contradicts' | 'task_has_parts' | 'task_enables_nothing' | 'tasks_unchanged' | 'milestone_taken' | 'milestone_contradicts' | 'milestone_initiative_unknown' | 'risk_key_taken' | 'register_contradicts' | 'risk_named' | 'risks_unchanged' | 'drawdown_reversed'>

/** Each refusal of the delivery room, with the values involved. */
export const deliveryProblems = {
  task_key_taken: { status: 409, title: 'The key is taken', words: 'There is a task with the key {key} already: {name}.', exit: 73 },
  task_contradicts: { status: 422, title: 'The task contradicts itself or its plan', words: 'Found {count} to mend: {problems}.', exit: 65 },
  task_has_parts: { status: 409, title: 'Other work stands below it', words: 'Below {name} stand other tasks: {found}. Withdraw them first, or put them elsewhere.', exit: 73 },
  task_enables_nothing: { status: 422, title: 'Nothing that it could enable', words: 'There is no {what} with id {id}.', exit: 65 },
  tasks_unchanged: { status: 422, title: 'The list changes nothing', words: 'Found {rows} lines, {same} of them there just so; {issues} cannot be taken.', exit: 65 },
  milestone_taken: { status: 409, title: 'The milestone is there already', words: 'The objective “{objective}” has a milestone {name} already. Change that one, or give this one a name of its own.', exit: 73 },
  milestone_contradicts: { status: 422, title: 'The milestone contradicts itself', words: 'Found {count} to mend: {problems}.', exit: 65 },
  milestone_initiative_unknown: { status: 422, title: 'No such initiative', words: 'There is no initiative with id {id} that a milestone could depend on.', exit: 65 },
  risk_key_taken: { status: 409, title: 'The key is taken', words: 'The register has the key {key} already: {title}.', exit: 73 },
  register_contradicts: { status: 422, title: 'The register contradicts itself', words: 'Found {count} to mend: {problems}.', exit: 65 },
  risk_named: { status: 409, title: 'Something names it', words: '{name} is named by {found}. Say that it is closed or resolved, or name another one there first.', exit: 73 },
  risks_unchanged: { status: 422, title: 'The register changes nothing', words: 'Found {rows} lines, {same} of them there just so; {issues} cannot be taken.', exit: 65 },
  drawdown_reversed: { status: 409, title: 'It was taken back', words: 'This {what} is not taken back: {found}.', exit: 73 },
} as const satisfies Record<DeliveryRefusal['code'], ProblemKind>
