import { Readable } from 'node:stream'
import { invariant } from '@throughline/engine/kernel'
import type { Route } from '@throughline/contract/wire'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Db, Tx } from '../database/index.ts'
import { csrfOf, type SignOnServing, type AccountServices } from '../people/index.ts'
import { browserSecretOf, clearSessionCookie, setBrowserCookie, sessionSecretOf, setSessionCookie } from './cookie.ts'
import { wrongType } from './errors.ts'
import { admit } from './identify.ts'
import { checksOf, type Issue } from './input.ts'
import { askedMoment, momentChecks, presentAt } from './moment.ts'
import { once } from './once/index.ts'
import { asIs, sendProblem } from './problem.ts'
import { seenBy } from './withhold.ts'
import { jsonOf, sendReady } from './ready.ts'
import { permitted } from './permitted.ts'
import type { Actor, AnyHandler, Download, Held, Places, RequestContext, RoomServer } from './room.ts'

/** The most bytes of a file sent to us, and of a JSON body. */
export const limits = { fileBytes: 64 * 1024 * 1024, jsonBytes: 8 * 1024 * 1024 } as const

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined
    room: string | undefined
  }
  interface FastifyContextConfig {
    /** Whether the handler takes the body as it comes. */
    streamed?: boolean
  }
}

export type Serving = { readonly db: Db; readonly now: () => Date; readonly holds: (what: Held, tx: Tx) => Promise<boolean>; readonly places: Places; readonly amountFields: (tx: Tx) => Promise<readonly string[]>; readonly accounts: AccountServices; readonly signOn: SignOnServing; readonly evidenceBytes: number }

/** Serves every route of a room as its contract describes it: who may, what was sent, whether on this, then the handler; amounts only to who may see them. */
export function serveRoom(app: FastifyInstance, room: RoomServer, serving: Serving): void {
  for (const [name, route] of Object.entries(room.routes)) {
    const handler = room.handlers[name]
    invariant(handler, `route ${room.room}.${name} has a handler`)
    serveRoute(app, room, route, handler, serving)
  }
}

function serveRoute(app: FastifyInstance, room: RoomServer, route: Route, handler: AnyHandler, serving: Serving): void {
  const checks = { ...checksOf(route), moment: momentChecks(route) }
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.streamedUpTo ?? (route.body === 'bytes' ? limits.fileBytes : limits.jsonBytes),
    config: { streamed: route.streamedUpTo !== undefined },
    // Before the body is even read: a stranger learns nothing of what a route expects.
    onRequest: async (request, reply) => {
      request.room = room.room
      const admitted = await admit(request, route, serving.db, serving.now())
      if (!admitted.ok) return sendProblem(request, reply, admitted.refusal)
      request.actor = admitted.value
    },
    handler: async (request, reply) => {
      const body = request.body ?? undefined
      if (route.body === 'bytes' && !(route.streamedUpTo === undefined ? Buffer.isBuffer(body) : body instanceof Readable)) return sendProblem(request, reply, wrongType(request, 'application/octet-stream'))
      if (route.body && route.body !== 'bytes' && Buffer.isBuffer(body)) return sendProblem(request, reply, wrongType(request, 'application/json'))
      const asked = askedMoment(route, request.query)
      const issues: Issue[] = [...at('params', checks.params?.(request.params)), ...at('query', checks.moment(asked.given)), ...at('query', checks.query?.(asked.query)), ...(checks.body?.(body) ?? [])]
      if (issues.length > 0) return sendProblem(request, reply, { code: 'input_invalid', issues })
      const moment = await presentAt(asked, request.actor, serving)
      if (!moment.ok) return sendProblem(request, reply, moment.refusal)
      const what = { params: route.params ? request.params : undefined, query: route.query ? asked.query : undefined, body: route.streamedUpTo === undefined && route.body ? body : undefined }
      const actor = await permitted(route, moment.value.actor, what, serving)
      if (!actor.ok) return sendProblem(request, reply, actor.refusal)
      const given = route.streamedUpTo === undefined ? what.body : { bytes: body, announced: announcedBytes(request) }
      const perform = (db: Db, body: unknown) => handler({ ...what, body, actor: actor.value, context: { ...contextOf(request, reply, { ...serving, db }), now: moment.value.now } })
      const outcome = await once({ request, reply, route, actor: actor.value, body: given, problems: room.problems }, serving.db, perform)
      return outcome.ok ? sendReply(reply, route, await seenBy(actor.value, outcome.value, serving)) : sendProblem(request, reply, outcome.refusal, room.problems)
    },
  })
}

/** What the sender says of the length of the body; undefined where it says nothing. */
function announcedBytes({ headers }: FastifyRequest): number | undefined {
  const length = Number(headers['content-length'])
  return headers['content-length'] === undefined || !Number.isSafeInteger(length) ? undefined : length
}

/** Fields of the address are told apart from those of the body: `/query/from`. */
const at = (place: string, issues: readonly Issue[] = []): readonly Issue[] => issues.map((issue) => ({ ...issue, path: `/${place}${issue.path === '/' ? '' : issue.path}` }))

function contextOf(request: FastifyRequest, reply: FastifyReply, { db, now, holds, places, accounts, signOn, evidenceBytes }: Serving): RequestContext {
  return {
    db,
    now: now(),
    requestId: request.id,
    address: request.ip,
    holds,
    places,
    accounts,
    signOn,
    evidenceBytes,
    origin: accounts.publicUrl ?? `${request.protocol}://${request.host}`,
    browser: {
      ...(request.headers['user-agent'] === undefined ? {} : { userAgent: request.headers['user-agent'] }),
      presented: browserSecretOf(request),
      remember: (secret) => setBrowserCookie(request, reply, secret),
    },
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
    return reply.type(contentType).send(bytes instanceof Uint8Array ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Readable.from(bytes, { objectMode: false, highWaterMark: 65_536 }))
  }
  return sendReady(reply, value) ?? reply.type('application/json; charset=utf-8').serializer(asIs).send(jsonOf(value))
}
