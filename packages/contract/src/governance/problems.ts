import type { ProblemKind, Refusal } from '../wire/index.ts'

export type GovernanceRefusal = Refusal<'job_over'>

export const governanceProblems = {
  job_over: { status: 409, title: 'The job is over', words: 'This job is {state}; there is nothing to stop.', exit: 73 },
} as const satisfies Record<GovernanceRefusal['code'], ProblemKind>
