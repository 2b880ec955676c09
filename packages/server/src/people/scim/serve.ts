import type { Result } from '@throughline/engine/kernel'
import { scimPath } from '@throughline/contract/people'
import { wireProblems, wordsOf, type Permission, type ProblemKind, type WireRefusal } from '@throughline/contract/wire'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isUnavailable, type Db } from '../../database/index.ts'
import type { Actor } from '../../http/room.ts'
import { unstorableTexts } from '../../http/text.ts'
import type { ScimRefusal } from './refusal.ts'
import { scimRoutes, type ScimReply, type ScimRoute } from './routes.ts'
import { etagOf } from './resources/user.ts'

/** `admit` lets in who has a right, with the question that the transaction which writes asks again. */
export type ScimPlaces = { readonly db: Db; readonly publicUrl: string | undefined; readonly admit: (request: FastifyRequest, permission: Permission) => Promise<Result<Actor | undefined, WireRefusal>> }

const mediaType = 'application/scim+json; charset=utf-8'
const mostBytes = 4 * 1024 * 1024

/**
 * Serves SCIM 2.0 (RFC 7644) for the organisation of the token. Its form is the standard's and not that of the other routes, so it is served
 * apart; who is let in is decided by the same words, and asked again by the transaction that writes.
 */
export function serveScim(app: FastifyInstance, places: ScimPlaces): void {
  void app.register(
    async (scim) => {
      const parse = scim.getDefaultJsonParser('error', 'error')
      scim.addContentTypeParser('application/scim+json', { parseAs: 'string', bodyLimit: mostBytes }, (request, text, done) => (text === '' ? done(null, undefined) : parse(request, text as string, done)))
      scim.setErrorHandler((error: FastifyError, request, reply) => answerError(error, request, reply))
      scim.addHook('onRequest', (request, reply) => letIn(request, reply, places))
      for (const route of scimRoutes) serveOne(scim, route, places)
      // Named in the standard, and not there: said so, instead of unknown.
      scim.post('/Bulk', (_, reply) => refuse(reply, { status: 501, detail: 'Bulk operations are not supported; ServiceProviderConfig says so' }))
      scim.all('/*', (request, reply) => refuse(reply, { status: 404, detail: `There is no ${request.method} ${request.url.split('?')[0]?.slice(0, 200)}` }))
      scim.all('/Me', (_, reply) => refuse(reply, { status: 501, detail: 'A token of a service is nobody’s own' }))
    },
    { prefix: scimPath },
  )
}

async function letIn(request: FastifyRequest, reply: FastifyReply, { admit }: ScimPlaces): Promise<FastifyReply | undefined> {
  request.room = 'people'
  // A page of a browser has no business here: tokens alone are let in, so that no session can be made use of.
  if (!/^Bearer \S+$/i.test(request.headers.authorization ?? '')) return stranger(reply)
  const admitted = await admit(request, 'provision')
  if (!admitted.ok) return admitted.refusal.code === 'session_required' ? stranger(reply) : refuse(reply, ofWire(admitted.refusal.code, admitted.refusal.values))
  if (admitted.value?.via !== 'token') return stranger(reply)
  request.actor = admitted.value
  return undefined
}

const stranger = (reply: FastifyReply): FastifyReply => refuse(reply.header('www-authenticate', 'Bearer realm="throughline"'), { status: 401, detail: 'This needs a token with the right to provision people' })

function serveOne(scim: FastifyInstance, { method, path, perform }: ScimRoute, { db, publicUrl }: ScimPlaces): void {
  scim.route<{ Params: { id?: string } }>({
    method,
    url: path,
    bodyLimit: mostBytes,
    handler: async (request, reply) => {
      const { actor } = request
      if (!actor) return stranger(reply)
      const [unstorable] = unstorableTexts(request.body ?? null)
      if (unstorable) return refuse(reply, { status: 400, scimType: 'invalidValue', detail: `${unstorable.path} is to be ${unstorable.expected}` })
      const place = `${publicUrl ?? `${request.protocol}://${request.host}`}${scimPath}`
      const outcome = await perform({ db, actor, place, query: request.query as Record<string, unknown>, body: request.body, id: request.params.id ?? '', ifMatch: conditionOf(request.headers['if-match']) })
      return outcome.ok ? send(request, reply, outcome.value) : refuse(reply, ofOutcome(outcome.refusal))
    },
  })
}

/** `If-Match` as HTTP has it: any of some versions, or whatever there is. Weak and strong are the same here: a version is all of a resource. */
function conditionOf(header: string | undefined): (version: number) => boolean {
  if (header === undefined || header.trim() === '*') return () => true
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return (version) => tags.includes(etagOf(version).replace(/^W\//, ''))
}

function send(request: FastifyRequest, reply: FastifyReply, { body, status = 200, resource, location }: ScimReply): FastifyReply {
  void reply.header('cache-control', 'no-store')
  if (location) void reply.header('location', location)
  if (resource) void reply.header('etag', etagOf(resource.version))
  const seen = request.headers['if-none-match']
  if (request.method === 'GET' && resource && seen !== undefined && conditionOf(seen)(resource.version)) return reply.code(304).send()
  return status === 204 || body === undefined ? reply.code(204).send() : json(reply.code(status), body)
}

const json = (reply: FastifyReply, body: object): FastifyReply => reply.type(mediaType).serializer((text: unknown) => text as string).send(JSON.stringify(body))

/** An error as SCIM tells it (RFC 7644, 3.12). */
function refuse(reply: FastifyReply, { status, scimType, detail }: ScimRefusal): FastifyReply {
  void reply.code(status).header('cache-control', 'no-store')
  if (status === 503) void reply.header('retry-after', '5')
  return json(reply, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), ...(scimType ? { scimType } : {}), detail })
}

/** What the acts of this room refuse is SCIM's own; what the transaction itself refuses, before it writes, is the wire's. */
const ofOutcome = (refusal: ScimRefusal | { readonly code: string; readonly values?: Readonly<Record<string, unknown>> }): ScimRefusal => ('code' in refusal ? ofWire(refusal.code, refusal.values) : refusal)

function ofWire(code: string, values: Readonly<Record<string, unknown>> | undefined): ScimRefusal {
  const kind: ProblemKind = (wireProblems as Readonly<Record<string, ProblemKind>>)[code] ?? wireProblems.fault
  return { status: kind.status, detail: wordsOf(kind, values) }
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isUnavailable(error)) {
    request.log.error({ error: error.message }, 'database unavailable')
    return refuse(reply, ofWire('database_unavailable', undefined))
  }
  if (error.code === '53100') return refuse(reply, ofWire('storage_full', undefined))
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(reply, ofWire('body_too_large', { limit: mostBytes }))
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse(reply, ofWire('body_type_wrong', { found: request.headers['content-type'] ?? 'none', expected: 'application/scim+json' }))
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500) return refuse(reply, { status: 400, scimType: 'invalidSyntax', detail: 'The request cannot be read: JSON is expected' })
  request.log.error({ err: error }, 'fault')
  return refuse(reply, ofWire('fault', { requestId: request.id }))
}
