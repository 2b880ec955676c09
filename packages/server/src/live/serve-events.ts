import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { eventsPath } from '@throughline/contract/governance'
import { newId, type Db } from '../database/index.ts'
import { admit } from '../http/identify.ts'
import { sendProblem } from '../http/problem.ts'
import type { Actor } from '../http/room.ts'
import type { Credential } from '../people/index.ts'
import type { Listener } from './fan-out.ts'
import type { Live } from './live.ts'
import { openStream } from './stream.ts'

/** Serves the stream of events to sessions and tokens, each of its own organisation. */
export function serveEvents(app: FastifyInstance, live: Live, { db, now }: { readonly db: Db; readonly now: () => Date }): void {
  app.addHook('preClose', async () => live.end())
  app.get(eventsPath, async (request, reply) => {
    request.room = 'governance'
    const admitted = await admit(request, { access: 'read' }, db, now())
    if (!admitted.ok) return sendProblem(request, reply, admitted.refusal)
    const actor = admitted.value
    request.actor = actor
    const credential = actor && credentialOf(request, actor)
    if (!actor || !credential) return sendProblem(request, reply, { code: 'session_required' })
    return openFor(live, { actor, credential, request, reply })
  })
}

function credentialOf(request: FastifyRequest, { via, sessionId }: Actor): Credential | undefined {
  if (via === 'session') return sessionId === undefined ? undefined : { sessionId }
  return { token: /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '' }
}

type Opening = { readonly actor: Actor; readonly credential: Credential; readonly request: FastifyRequest; readonly reply: FastifyReply }

/** Keeps the stream open until the reader leaves, the session is over or the server stops; asks at every heartbeat whether it still stands. */
function openFor(live: Live, { actor, credential, request, reply }: Opening): FastifyReply {
  const listener: Listener = { orgId: actor.orgId, accountId: actor.accountId, credential, stream: openStream(reply.raw) }
  const remove = live.add(listener)
  if (!remove) return sendProblem(request, reply, { code: 'rate_limited', values: { seconds: 30 } })
  reply.hijack()
  reply.raw.writeHead(200, { ...headersOf(reply), 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no', 'x-request-id': request.id })
  reply.raw.write('retry: 3000\n\n')
  // The greeting promises that whatever is written from now on is heard.
  void live.standing.then(() => {
    listener.stream.send('hello', { heartbeatSeconds: live.heartbeatMs / 1_000 }, newId())
    if (request.headers['last-event-id'] !== undefined) listener.stream.send('refresh', { because: 'resumed' })
  })
  const beat = setInterval(() => {
    listener.stream.send('alive', {})
    void live.recheck(listener)
  }, live.heartbeatMs)
  reply.raw.on('close', () => {
    clearInterval(beat)
    remove()
  })
  return reply
}

/** What the server says with every reply (security headers), as a raw response takes it. */
const headersOf = (reply: FastifyReply): Record<string, string> => Object.fromEntries(Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
