import { toWire, wireProblems, wordsOf, type Problem, type ProblemKind, type Refusal } from '@throughline/contract/wire'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Issue } from './input.ts'

export type Problems = Readonly<Record<string, ProblemKind>>

/** Answers with a refusal as application/problem+json (RFC 9457). `problems` are the room's beside those of the wire. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal & { readonly issues?: readonly Issue[] }, problems: Problems = {}): FastifyReply {
  const kind = problems[refusal.code] ?? (wireProblems as Problems)[refusal.code] ?? wireProblems.fault
  const problem: Problem = {
    type: `/problems#${refusal.code}`,
    title: kind.title,
    status: kind.status,
    detail: wordsOf(kind, { ...refusal.values, requestId: request.id }),
    code: refusal.code,
    ...(refusal.values ? { values: toWire(refusal.values) } : {}),
    ...(refusal.issues ? { issues: [...refusal.issues] } : {}),
    requestId: request.id,
  }
  if ((kind.status === 429 || kind.status === 409) && typeof refusal.values?.['seconds'] === 'number') reply.header('retry-after', String(refusal.values['seconds']))
  if (kind.status === 503) reply.header('retry-after', '5')
  return reply.code(kind.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').serializer(asIs).send(JSON.stringify(problem))
}

export const asIs = (payload: unknown): string => payload as string
