import type { ProblemKind, Refusal } from '../wire/index.ts'

export type DeliveryRefusal = Refusal<'task_key_taken' | 'task_contradicts' | 'task_has_parts' | 'task_enables_nothing' | 'tasks_unchanged' | 'milestone_taken' | 'milestone_contradicts' | 'milestone_initiative_unknown'>

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
} as const satisfies Record<DeliveryRefusal['code'], ProblemKind>
