import type { ProblemKind, Refusal } from '../wire/index.ts'

export type DeliveryRefusal = Refusal<'task_key_taken' | 'task_contradicts' | 'task_has_parts' | 'task_enables_nothing' | 'tasks_unchanged' | 'milestone_taken' | 'milestone_contradicts' | 'milestone_initiative_unknown' | 'risk_key_taken' | 'register_contradicts' | 'risk_named' | 'risks_unchanged' | 'drawdown_reversed'
  | 'component_there' | 'component_withdrawn' | 'reuse_there' | 'reuse_past' | 'reuse_own' | 'reuse_contradicts'>

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
  component_there: { status: 409, title: 'The component is there', words: '{initiative} has a component named {name} already.', exit: 73 },
  component_withdrawn: { status: 409, title: 'The component was withdrawn', words: '{by} withdrew {name} on {on}: {reason}', exit: 73 },
  reuse_there: { status: 409, title: 'It was offered already', words: '{component} is {found} for {initiative} already; the same saving is not claimed twice.', exit: 73 },
  reuse_past: { status: 409, title: 'The offer is past this', words: 'The offer of {component} to {initiative} is {found}; expected one that is {expected}.', exit: 73 },
  reuse_own: { status: 403, title: 'Somebody else does this', words: 'You {found} {component} for {initiative} yourself; expected somebody else who {expected}.', exit: 77 },
  reuse_contradicts: { status: 422, title: 'The offer contradicts itself', words: 'Found {found}; expected {expected}.', exit: 65 },
} as const satisfies Record<DeliveryRefusal['code'], ProblemKind>
