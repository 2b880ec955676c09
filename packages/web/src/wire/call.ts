import { keepsAnswer, onceHeader, pathOf, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'
import { momentOf } from './moment.ts'
import { sendOnce } from './once.ts'
import { Refused, problemFromReply, unreachable } from './refused.ts'

/**
 * Calls a route of the contract and gives its reply, typed. Throws `Refused` where the server refuses or does not answer,
 * and lets an abort through as the browser's own AbortError. An act goes under a key of its own, and is sent again under the
 * same where no answer comes: it is done once.
 */
export async function call<R extends Route>(route: R, request: RequestOf<R>, options: { readonly signal?: AbortSignal | undefined } = {}): Promise<ReplyOf<R>> {
  const reply = await send(route, request, options.signal)
  if (!reply.ok) throw new Refused(await problemFromReply(reply))
  const body = await bodyOf(route, reply)
  rememberToken(body)
  return body as ReplyOf<R>
}

/** The page's token goes with every change; a reply that is a session brings a new one. */
function rememberToken(body: unknown): void {
  if (typeof body === 'object' && body !== null && 'csrf' in body && typeof body.csrf === 'string') csrf = body.csrf
}
let csrf = ''

async function send(route: Route, request: Parts, signal: AbortSignal | undefined): Promise<Response> {
  const { params, query, body } = request
  const bytes = route.body === 'bytes'
  const headers: Record<string, string> = { accept: route.reply === 'bytes' ? '*/*' : 'application/json' }
  if (body !== undefined) headers['content-type'] = bytes ? 'application/octet-stream' : 'application/json'
  if (route.method !== 'GET' && csrf) headers['x-csrf-token'] = csrf
  const payload = body === undefined ? undefined : bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body)
  const path = pathOf(route, params, { ...query, ...momentOf(route) })
  const sendAs = async (key?: string) => {
    try {
      return await fetch(path, { method: route.method, headers: key === undefined ? headers : { ...headers, [onceHeader]: key }, credentials: 'same-origin', ...(payload === undefined ? {} : { body: payload }), ...(signal ? { signal } : {}) })
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new Refused(unreachable)
    }
  }
  return keepsAnswer(route) ? sendOnce(`${route.method} ${path} ${typeof payload === 'string' ? payload : ''}`, sendAs, async (reply) => (await problemFromReply(reply)).code) : sendAs()
}

async function bodyOf(route: Route, reply: Response): Promise<unknown> {
  if (reply.status === 204) return {}
  if (route.reply === 'bytes') return new Uint8Array(await reply.arrayBuffer())
  const text = await reply.text()
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused({ type: '/problems#reply_unexpected', title: 'Unexpected answer', status: reply.status, code: 'reply_unexpected', detail: 'The answer is not JSON. Is the server behind this page a different version?' })
  }
}

type Parts = { readonly params?: Readonly<Record<string, unknown>> | undefined; readonly query?: Readonly<Record<string, unknown>> | undefined; readonly body?: unknown }
