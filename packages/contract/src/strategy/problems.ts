import type { ProblemKind, Refusal } from '../wire/index.ts'

export type StrategyRefusal = Refusal<'name_taken' | 'perspective_in_use' | 'weights_not_one' | 'unit_unknown' | 'due_before_baseline' | 'band_unsound' | 'actual_not_provisional' | 'actual_twice' | 'parts_differ' | 'batch_undone' | 'batch_built_upon' | 'contradiction_gone' | 'contradiction_is_hard' | 'tension_accepted' | 'review_not_ahead' | 'workshop_unsound' | 'workshop_open' | 'workshop_closed' | 'not_a_judge' | 'nobody_judged' | 'judgement_incomplete' | 'judgement_unsound' | 'judgement_inconsistent'>

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
  workshop_unsound: { status: 422, title: 'The workshop cannot be held', words: '{reason}', exit: 65 },
  workshop_open: { status: 409, title: 'People still judge', words: '{title} is open: {missing} have yet to judge. Close it first, to decide without them.', exit: 73 },
  workshop_closed: { status: 409, title: 'The workshop is over', words: '{title} is {state}, by {by}. Open another, to judge anew.', exit: 73 },
  not_a_judge: { status: 403, title: 'You are not invited', words: 'Only who is invited to {title} judges in it.', exit: 77 },
  nobody_judged: { status: 409, title: 'Nobody has judged', words: 'Nobody has handed in a judgement of {title}; there is nothing to show. Wait, or call it off.', exit: 73 },
  judgement_incomplete: { status: 422, title: 'The judgement is not complete', words: 'Found nothing of {missing}; expected every objective to be judged, or connected by comparisons.', exit: 65 },
  judgement_unsound: { status: 422, title: 'The judgement leads to no weights', words: '{reason}', exit: 65 },
  judgement_inconsistent: { status: 409, title: 'The comparisons contradict each other', words: 'Found a consistency ratio of {found}; expected at most 0.1. Furthest off: {a} was judged {judged} times {b}, the others imply {implied}. Look at it again, or hand it in as it is.', exit: 73 },
} as const satisfies Record<StrategyRefusal['code'], ProblemKind>
