import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the refusal that was answered. */
    refusedWith: string | undefined
  }
}

/** What whoever watches over security counts, by the refusals that tell of it. */
const events: Readonly<Record<string, string>> = {
  credentials_wrong: 'sign_in_failed', passkey_refused: 'sign_in_failed', second_factor_wrong: 'second_factor_failed', second_factor_needed: 'second_factor_asked', password_wrong: 'proof_failed', rate_limited: 'attempts_exhausted', link_over: 'link_refused',
  role_insufficient: 'access_refused', amounts_withheld: 'access_refused', token_role_above_own: 'access_refused', role_not_yours_to_give: 'access_refused', role_not_held: 'access_refused', second_factor_required: 'access_refused', sign_in_outdated: 'proof_asked', session_needed: 'access_refused',
  csrf_token_wrong: 'forgery_refused', input_invalid: 'input_refused', body_too_large: 'input_refused', body_type_wrong: 'input_refused', overloaded: 'load_refused', fault: 'fault',
}

/** One line for each request: who, which route, how it ended, how long it took, and whether it is an event of security. Never a body, never a query. */
export function logRequests(app: FastifyInstance): void {
  app.decorateRequest('refusedWith', undefined)
  app.addHook('onSend', async (request, reply, payload) => {
    reply.header('x-request-id', request.id)
    if (typeof payload === 'string') request.refusedWith = /^\{"type":"\/problems#([a-z_]+)"/.exec(payload)?.[1]
  })
  app.addHook('onResponse', async (request, reply) => {
    const event = eventOf(request, reply)
    request.log[event !== undefined && event !== 'session_begun' && event !== 'session_ended' ? 'warn' : 'info'](
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        room: request.room,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        org: request.actor?.orgId,
        account: request.actor?.accountId,
        address: request.ip,
        refused: request.refusedWith,
        ...(event === undefined ? {} : { event, subject: subjectOf(request), via: request.actor?.via }),
      },
      'request',
    )
  })
}

/** The event of security that a request was; undefined for everyday work. A stranger without any credential is everyday as well. */
function eventOf(request: FastifyRequest, reply: FastifyReply): string | undefined {
  const { refusedWith } = request
  if (refusedWith === 'session_required') return request.headers.authorization !== undefined || request.headers.cookie?.includes('throughline') ? 'credential_refused' : undefined
  if (refusedWith !== undefined) return events[refusedWith]
  const cookies = [reply.getHeader('set-cookie') ?? []].flat().map(String)
  const session = cookies.find((cookie) => /^(__Host-)?throughline=/.test(cookie))
  return session === undefined ? undefined : /^[^=]+=;/.test(session) ? 'session_ended' : 'session_begun'
}

/** Whose account a sign-in named, as a short hash: attempts on one can be counted, and the log names nobody. */
function subjectOf({ body }: FastifyRequest): string | undefined {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined
  return typeof email === 'string' ? createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 16) : undefined
}
