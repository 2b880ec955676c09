import type { ProblemKind, Refusal } from '../wire/index.ts'

export type GovernanceRefusal = Refusal<'job_over' | 'subject_unknown' | 'thread_unknown' | 'comment_not_own' | 'comment_removed'>

export const governanceProblems = {
  job_over: { status: 409, title: 'The job is over', words: 'This job is {state}; there is nothing to stop.', exit: 73 },
  subject_unknown: { status: 404, title: 'There is nothing to talk about', words: 'Found no {kind} of the room {room} with id {id} in this organisation; expected one that is there.', exit: 66 },
  thread_unknown: { status: 404, title: 'There is no such thread', words: 'Found no thread {id} about this {kind}; expected the id of a first comment about it. A reply is given to the thread, not to another reply.', exit: 66 },
  comment_not_own: { status: 403, title: 'Somebody else said this', words: 'This comment is by {author}; only its author can change it or take it back.', exit: 77 },
  comment_removed: { status: 409, title: 'The comment was taken back', words: 'This comment was taken back on {on} and can no longer be changed.', exit: 73 },
} as const satisfies Record<GovernanceRefusal['code'], ProblemKind>
