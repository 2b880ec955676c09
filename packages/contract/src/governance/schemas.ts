import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, OneOf, Problem } from '../wire/index.ts'

/** Long work: it shows progress, can be cancelled, and survives a restart. */
export const Job = Type.Object({
  id: Id, kind: Type.String(), state: OneOf(['queued', 'running', 'done', 'failed', 'cancelled']),
  progress: Nullable(Type.Object({ done: Type.Number(), total: Nullable(Type.Number()), words: Type.String() })),
  result: Nullable(Type.Unknown()), problem: Nullable(Type.Partial(Problem)), createdAt: Instant, finishedAt: Nullable(Instant),
})
export type Job = Static<typeof Job>
