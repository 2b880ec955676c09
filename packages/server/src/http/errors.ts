import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasCommitted, isUnavailable, OutcomeUnknown } from '../database/index.ts'
import { sendProblem } from './problem.ts'
import { sendPage } from './web.ts'

/** The edge where exceptions end: each becomes a problem, and what is ours to mend is logged with its trace. */
export function handleErrors(app: FastifyInstance, startPage: Buffer | undefined): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    // A page of the web app is known to its own router alone.
    const isPage = startPage && request.method === 'GET' && !/^\/api(\/|$)/.test(path) && /text\/html|\*\/\*/.test(request.headers.accept ?? '') && !/\.[a-z0-9]+$/i.test(path)
    if (isPage) return sendPage(reply, startPage)
    return sendProblem(request, reply, { code: 'route_unknown', values: { method: request.method, path } })
  })
  app.setErrorHandler((error: FastifyError, request, reply) => answer(error, request, reply))
}

/** Answers an exception of any kind, whether a handler or the reading of the request threw it. */
export function answer(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if ((error instanceof OutcomeUnknown || (isUnavailable(error) && hasCommitted())) && request.method !== 'GET' && request.method !== 'HEAD') {
    request.log.error({ error: error.message }, 'outcome unknown')
    return sendProblem(request, reply, { code: 'outcome_unknown' })
  }
  if (isUnavailable(error)) {
    request.log.error({ error: error.message }, 'database unavailable')
    return sendProblem(request, reply, { code: 'database_unavailable' })
  }
  switch (error.code) {
    // Of PostgreSQL: no room for a table, or for what a query puts aside.
    case '53100':
      request.log.error({ error: error.message }, 'disk full')
      return sendProblem(request, reply, { code: 'storage_full' })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return sendProblem(request, reply, { code: 'body_too_large', values: { limit: request.routeOptions.bodyLimit } })
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return sendProblem(request, reply, wrongType(request, 'application/json'))
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return sendProblem(request, reply, { code: 'input_invalid', issues: [{ path: '/', expected: `JSON (${error.message})` }] })
  }
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) return sendProblem(request, reply, { code: 'input_invalid', issues: [{ path: '/', expected: error.message }] })
  request.log.error({ err: error }, 'fault')
  return sendProblem(request, reply, { code: 'fault' })
}

/** The refusal of a body of another content type. */
export const wrongType = (request: FastifyRequest, expected: string) => ({ code: 'body_type_wrong', values: { found: request.headers['content-type'] ?? 'none', expected } }) as const
