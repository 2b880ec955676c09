import type { EventStream } from './event-stream.ts'
import { Problem, type ProblemKind } from './problem.ts'
import { MomentQuery, takesMoment } from './moment.ts'
import { keepsAnswer, onceHeader } from './once.ts'
import type { Route } from './route.ts'

type Json = Readonly<Record<string, unknown>>
export type RoomRoutes = { readonly room: string; readonly about: string; readonly routes: Readonly<Record<string, Route>>; readonly streams?: Readonly<Record<string, EventStream>> }

/** The OpenAPI 3.1 description of the routes: the only source is the contract itself. */
export function openApi(rooms: readonly RoomRoutes[], problems: Readonly<Record<string, ProblemKind>>, version: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { room, routes, streams = {} } of rooms) {
    for (const [name, target] of Object.entries(routes)) {
      const path = target.path.replace(/:([A-Za-z]+)/g, '{$1}')
      paths[path] = { ...paths[path], [target.method.toLowerCase()]: operation(room, name, target, problems) }
    }
    for (const [name, stream] of Object.entries(streams)) paths[stream.path] = { ...paths[stream.path], get: following(room, name, stream, problems) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Throughline', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }, description: 'One line of sight from strategy to proven value.' },
    tags: rooms.map(({ room, about }) => ({ name: room, description: about })),
    paths,
    components: {
      schemas: { Problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-throughline' },
        token: { type: 'http', scheme: 'bearer', description: 'API token: tl_<id>_<secret>' },
      },
    },
  }
}

function operation(room: string, name: string, target: Route, problems: Readonly<Record<string, ProblemKind>>): Json {
  const status = String(target.status ?? 200)
  return {
    operationId: `${room}.${name}`,
    tags: [room],
    summary: target.summary,
    security: target.access === 'public' ? [] : known,
    'x-access': target.access,
    parameters: [...parameters('path', target.params), ...parameters('query', target.query), ...(takesMoment(target) ? parameters('query', MomentQuery) : []), ...(keepsAnswer(target) ? [onceParameter] : [])],
    ...(target.body ? { requestBody: { required: true, content: target.body === 'bytes' ? bytes : { 'application/json': { schema: target.body } } } } : {}),
    responses: {
      [status]: status === '204' ? { description: 'Done' } : { description: 'Done', content: target.reply === 'bytes' ? bytes : { 'application/json': { schema: target.reply } } },
      ...refusals([...(target.refusals ?? []), ...(takesMoment(target) ? ofMoments : [])], problems),
      default: { description: 'Refused', content: problemContent },
    },
  }
}

/** A stream: OpenAPI knows its media type alone, so the forms of its events stand beside it under their names. */
function following(room: string, name: string, { summary, about, access, events, refusals: codes = [] }: EventStream, problems: Readonly<Record<string, ProblemKind>>): Json {
  const forms = Object.fromEntries(Object.entries(events).map(([event, { about: description, what }]) => [event, { description, schema: what }]))
  return {
    operationId: `${room}.${name}`,
    tags: [room],
    summary,
    description: about,
    security: known,
    'x-access': access,
    responses: {
      200: { description: 'Server-sent events until either side leaves; each has its name in `event` and JSON in `data`', content: { 'text/event-stream': { schema: { type: 'string' }, 'x-events': forms } } },
      ...refusals(codes, problems),
      default: { description: 'Refused', content: problemContent },
    },
  }
}

/** The key of an act: a repeat under the same is given the first answer. */
const onceParameter = { name: onceHeader, in: 'header', required: false, description: 'A key of chance for this act: sent again under it, it is done once and answered as the first time', schema: { type: 'string', minLength: 16, maxLength: 255 } }
const known = [{ session: [] }, { token: [] }]
/** Refusals of a moment that has not been, or is from before. */
const ofMoments = ['as_of_future', 'as_of_before_beginning']
const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }

function refusals(codes: readonly string[], problems: Readonly<Record<string, ProblemKind>>): Json {
  const byStatus: Record<string, { description: string; content: unknown }> = {}
  for (const code of codes) {
    const kind = problems[code]
    if (!kind) continue
    const before = byStatus[kind.status]?.description
    byStatus[kind.status] = { description: [before, `\`${code}\`: ${kind.title}`].filter(Boolean).join('. '), content: problemContent }
  }
  return byStatus
}

function parameters(place: 'path' | 'query', schema: Route['params']): readonly Json[] {
  const object = schema as { properties?: Record<string, Json>; required?: readonly string[] } | undefined
  return Object.entries(object?.properties ?? {}).map(([name, type]) => ({ name, in: place, required: place === 'path' || (object?.required ?? []).includes(name), schema: type }))
}
