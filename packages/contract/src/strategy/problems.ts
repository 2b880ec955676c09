import type { ProblemKind, Refusal } from '../wire/index.ts'

export type StrategyRefusal = Refusal<'name_taken' | 'perspective_in_use' | 'weights_not_one' | 'unit_unknown' | 'due_before_baseline'>

export const strategyProblems = {
  name_taken: { status: 409, title: 'The name is taken', words: 'There is a {what} named {name} already.', exit: 73 },
  perspective_in_use: { status: 409, title: 'The perspective is in use', words: '{name} holds {found} objectives. Move or remove them first.', exit: 73 },
  weights_not_one: { status: 422, title: 'The weights do not sum to 1', words: 'Found a sum of {found}; expected 1. Scale them, or give the rest to another objective.', exit: 65 },
  unit_unknown: { status: 422, title: 'Unknown unit', words: 'Found unit {found}; expected one of {expected}.', exit: 65 },
  due_before_baseline: { status: 422, title: 'The target is due before its baseline', words: 'Due on {found}; expected a date after the baseline of {expected}.', exit: 65 },
} as const satisfies Record<StrategyRefusal['code'], ProblemKind>
