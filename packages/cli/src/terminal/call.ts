import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { keepsAnswer, onceHeader, pathOf, repeatable, repeatAfterMs, type Problem, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'

/** The server's refusal, as it came. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** Calls a route of the contract and gives its reply, typed; throws `Refused` where the server refuses or does not answer. */
export type Caller = <R extends Route>(route: R, request: RequestOf<R>) => Promise<ReplyOf<R>>

export type Connection = { readonly url: string; readonly token?: string; readonly cookie?: string; readonly csrf?: string; /** Names the act that is sent, so that it is done once. */ readonly key?: string }

export function callerFor(connection: Connection): Caller {
  return async (route, request) => {
    const reply = keepsAnswer(route) ? await sendOnce((key) => send({ ...connection, key }, route, request)) : await send(connection, route, request)
    if (!reply.ok) throw new Refused(await problemOf(reply))
    if (reply.status === 204) return {} as never
    return (route.reply === 'bytes' ? new Uint8Array(await reply.arrayBuffer()) : await reply.json()) as never
  }
}

/** Sends an act until it is heard of, each time under the same key, so that it is done once; the last answer, where none is final. */
export async function sendOnce(sendAs: (key: string) => Promise<Response>, pause: (ms: number) => Promise<unknown> = wait): Promise<Response> {
  const key = randomUUID()
  for (let times = 0; ; times++) {
    const ms = repeatAfterMs[times]
    try {
      const reply = await sendAs(key)
      if (ms === undefined || (reply.status !== 503 && reply.status !== 409) || !repeatable.has((await problemOf(reply.clone())).code)) return reply
    } catch (error) {
      if (ms === undefined || !(error instanceof Refused) || !repeatable.has(error.problem.code)) throw error
    }
    await pause(ms)
  }
}

type Parts = { readonly params?: Record<string, unknown> | undefined; readonly query?: Record<string, unknown> | undefined; readonly body?: unknown }

/** One request with the connection's credentials; a server that cannot be reached is a refusal like any other. */
export async function send(connection: Connection, route: Route, request: Parts): Promise<Response> {
  const headers: Record<string, string> = { accept: route.reply === 'bytes' ? '*/*' : 'application/json' }
  if (connection.token) headers['authorization'] = `Bearer ${connection.token}`
  if (connection.cookie) headers['cookie'] = connection.cookie
  if (connection.csrf) headers['x-csrf-token'] = connection.csrf
  if (connection.key) headers[onceHeader] = connection.key
  const bytes = route.body === 'bytes'
  if (request.body !== undefined) headers['content-type'] = bytes ? 'application/octet-stream' : 'application/json'
  const body = request.body === undefined ? undefined : bytes ? (request.body as Uint8Array<ArrayBuffer>) : JSON.stringify(request.body)
  try {
    return await fetch(new URL(pathOf(route, request.params, request.query), connection.url), { method: route.method, headers, ...(body === undefined ? {} : { body }) })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new Refused({ type: '/problems#server_unreachable', title: 'The server does not answer', status: 503, code: 'server_unreachable', detail: `Tried ${connection.url}: ${cause}. Start it with \`npm start\`, or name another with --url.` })
  }
}

export async function problemOf(reply: Response): Promise<Problem> {
  const text = await reply.text()
  try {
    return JSON.parse(text) as Problem
  } catch {
    return { type: '/problems#reply_unexpected', title: 'Unexpected answer', status: reply.status, code: 'reply_unexpected', detail: `The server answered ${reply.status} with something that is not JSON. Is it another version, or another program?` }
  }
}
