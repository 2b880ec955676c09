import { randomUUID } from 'node:crypto'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { onceHeader, pathOf, type Problem, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'

/** What came back: its status, headers and, where it was JSON, its value. */
export type Answer = { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown; readonly bytes: Buffer }

/** Someone who calls routes: with a session, with a token, or a stranger with neither. */
export type Caller = {
  /** Calls a route and returns whatever comes back. */
  call<const R extends Route>(route: R, request: RequestOf<R>, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Calls a route and returns its reply; a refusal fails the test and is shown. */
  read<const R extends Route>(route: R, request: RequestOf<R>): Promise<ReplyOf<R>>
  /** Calls a route that is to refuse and returns the problem; a success fails the test. */
  refused<const R extends Route>(route: R, request: RequestOf<R>): Promise<Problem>
}

/** A caller that sends these headers with every request, and a key of its own with every act, as the pages do. */
export function callerWith(app: () => FastifyInstance, own: Readonly<Record<string, string>>): Caller {
  const call: Caller['call'] = async (route, request, headers = {}) => {
    const { params, query, body } = request as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
    const bytes = body instanceof Uint8Array
    const response = await app().inject({
      method: route.method as NonNullable<InjectOptions['method']>,
      url: pathOf(route, params, query),
      headers: { ...(route.method === 'GET' ? {} : { [onceHeader]: randomUUID() }), ...own, ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: bytes ? Buffer.from(body as Uint8Array) : JSON.stringify(body) }),
    })
    const json = /json/.test(String(response.headers['content-type'] ?? ''))
    return { status: response.statusCode, headers: response.headers, body: json ? (response.json() as unknown) : undefined, bytes: response.rawPayload }
  }
  return {
    call,
    read: async (route, request) => {
      const { status, body, bytes } = await call(route, request)
      if (status >= 300) throw new Error(`${route.method} ${route.path} answered ${status}: ${JSON.stringify(body)}`)
      return (route.reply === 'bytes' ? bytes : body) as ReplyOf<typeof route>
    },
    refused: async (route, request) => {
      const { status, body } = await call(route, request)
      if (status < 300) throw new Error(`${route.method} ${route.path} was to refuse and answered ${status}: ${JSON.stringify(body)}`)
      return body as Problem
    },
  }
}
