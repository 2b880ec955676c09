import type { ProblemKind, Refusal } from '../wire/index.ts'

export type StrategyRefusal = Refusal<'name_taken' | 'perspective_in_use' | 'weights_not_one' | 'unit_unknown' | 'due_before_baseline' | 'band_unsound' | 'actual_not_provisional' | 'actual_twice' | 'parts_differ' | 'batch_undone' | 'batch_built_upon' | 'contradiction_gone' | 'contradiction_is_hard' | 'tension_accepted' | 'review_not_ahead'>

export const strategyProblems = {
  name_taken: { status: 409, title: 'The name is taken', words: 'There is a {what} named {name} already.', exit: 73 },
  perspective_in_use: { status: 409, title: 'The perspective is in use', words: '{name} holds {found} objectives. Move or remove them first.', exit: 73 },
  weights_not_one: { status: 422, title: 'The weights do not sum to 1', words: 'Found a sum of {found}; expected 1. Scale them, or give the rest to another objective.', exit: 65 },
  unit_unknown: { status: 422, title: 'Unknown unit', words: 'Found unit {found}; expected one of {expected}.', exit: 65 },
  due_before_baseline: { status: 422, title: 'The target is due before its baseline', words: 'Due on {found}; expected a date after the baseline of {expected}.', exit: 65 },
  band_unsound: { status: 422, title: 'The band does not hold', words: 'Found a band from {low} to {high} for the direction {direction}; expected {expected}.', exit: 65 },
  actual_not_provisional: { status: 409, title: 'Nothing to approve', words: 'The actual of {on} is {state}; only a provisional one is approved.', exit: 73 },
  actual_twice: { status: 422, title: 'One day has two actuals', words: '{measure} has two rows of {on}: {found} and {other}. Keep one of them.', exit: 65 },
  parts_differ: { status: 422, title: 'The parts do not make the value', words: '{measure} of {on} is given as {found}; its parts make {expected}.', exit: 65 },
  batch_undone: { status: 409, title: 'Already taken back', words: 'The batch was taken back on {at} by {by}.', exit: 73 },
  batch_built_upon: { status: 409, title: 'Something was recorded upon it', words: '{measure} of {on} was recorded again by {by} since. Withdraw that first, or correct the day itself.', exit: 73 },
  contradiction_gone: { status: 409, title: 'Nothing contradicts itself there', words: 'This contradiction is not found any more; look at the register again.', exit: 73 },
  contradiction_is_hard: { status: 409, title: 'It cannot be lived with', words: '{words} That cannot be met jointly: change a target, put one after the other, or split the scope.', exit: 73 },
  tension_accepted: { status: 409, title: 'Somebody manages it already', words: '{owner} manages it until {reviewOn}. Reopen it first, to say it anew.', exit: 73 },
  review_not_ahead: { status: 422, title: 'The review is not ahead', words: 'Found a review on {found}; expected a day after {today}.', exit: 65 },
} as const satisfies Record<StrategyRefusal['code'], ProblemKind>
