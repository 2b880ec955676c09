import { invariant } from '@throughline/engine/kernel'
import type { Route } from '@throughline/contract/wire'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Db, Tx } from '../database/index.ts'
import { csrfOf } from '../people/index.ts'
import { clearSessionCookie, sessionSecretOf, setSessionCookie } from './cookie.ts'
import { wrongType } from './errors.ts'
import { admit } from './identify.ts'
import { checksOf, type Issue } from './input.ts'
import { asIs, sendProblem } from './problem.ts'
import type { Actor, AnyHandler, Download, Held, RequestContext, RoomServer } from './room.ts'

/** The most bytes of a file sent to us, and of a JSON body. */
export const limits = { fileBytes: 64 * 1024 * 1024, jsonBytes: 8 * 1024 * 1024 } as const

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined
    room: string | undefined
  }
}

export type Serving = { readonly db: Db; readonly now: () => Date; readonly holds: (what: Held, tx: Tx) => Promise<boolean> }

/** Serves every route of a room as its contract describes it: who may, then what was sent, then the handler. */
export function serveRoom(app: FastifyInstance, room: RoomServer, serving: Serving): void {
  for (const [name, route] of Object.entries(room.routes)) {
    const handler = room.handlers[name]
    invariant(handler, `route ${room.room}.${name} has a handler`)
    serveRoute(app, room, route, handler, serving)
  }
}

function serveRoute(app: FastifyInstance, room: RoomServer, route: Route, handler: AnyHandler, serving: Serving): void {
  const checks = checksOf(route)
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.body === 'bytes' ? limits.fileBytes : limits.jsonBytes,
    // Before the body is even read: a stranger learns nothing of what a route expects.
    onRequest: async (request, reply) => {
      request.room = room.room
      const admitted = await admit(request, route.access, serving.db, serving.now())
      if (!admitted.ok) return sendProblem(request, reply, admitted.refusal)
      request.actor = admitted.value
    },
    handler: async (request, reply) => {
      const body = request.body ?? undefined
      if (route.body === 'bytes' && !Buffer.isBuffer(body)) return sendProblem(request, reply, wrongType(request, 'application/octet-stream'))
      if (route.body && route.body !== 'bytes' && Buffer.isBuffer(body)) return sendProblem(request, reply, wrongType(request, 'application/json'))
      const issues: Issue[] = [...at('params', checks.params?.(request.params)), ...at('query', checks.query?.(request.query)), ...(checks.body?.(body) ?? [])]
      if (issues.length > 0) return sendProblem(request, reply, { code: 'input_invalid', issues })
      const outcome = await handler({
        params: route.params ? request.params : undefined,
        query: route.query ? request.query : undefined,
        body: route.body ? body : undefined,
        actor: request.actor,
        context: contextOf(request, reply, serving),
      })
      return outcome.ok ? sendReply(reply, route, outcome.value) : sendProblem(request, reply, outcome.refusal, room.problems)
    },
  })
}

/** Fields of the address are told apart from those of the body: `/query/from`. */
const at = (place: string, issues: readonly Issue[] = []): readonly Issue[] => issues.map((issue) => ({ ...issue, path: `/${place}${issue.path === '/' ? '' : issue.path}` }))

function contextOf(request: FastifyRequest, reply: FastifyReply, { db, now, holds }: Serving): RequestContext {
  return {
    db,
    now: now(),
    requestId: request.id,
    address: request.ip,
    holds,
    session: {
      presented: sessionSecretOf(request),
      begin: (secret) => {
        setSessionCookie(request, reply, secret)
        return csrfOf(secret)
      },
      end: () => clearSessionCookie(request, reply),
    },
  }
}

function sendReply(reply: FastifyReply, route: Route, value: unknown): FastifyReply {
  reply.code(route.status ?? 200).header('cache-control', 'no-store')
  if (route.status === 204) return reply.send()
  if (route.reply === 'bytes') {
    const { bytes, contentType, fileName } = value as Download
    if (fileName) reply.header('content-disposition', `attachment; filename="${fileName.replace(/[^\x20-\x7e]|["\\]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    return reply.type(contentType).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  }
  return reply.type('application/json; charset=utf-8').serializer(asIs).send(JSON.stringify(value, wholeNumbersAsText))
}

const wholeNumbersAsText = (_: string, part: unknown): unknown => (typeof part === 'bigint' ? part.toString() : part)
