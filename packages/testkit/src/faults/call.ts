import { onceHeader, pathOf, type ReplyOf, type RequestOf, type Route } from '@throughline/contract/wire'
import type { Ledger } from './ledger.ts'

/** What became of a call: done, refused by the server, or nobody knows because the answer never came. */
export type Outcome<T> = { readonly is: 'done'; readonly reply: T } | { readonly is: 'refused'; readonly code: string } | { readonly is: 'uncertain' }

export type Call = <const R extends Route>(route: R, request: RequestOf<R>, key?: string) => Promise<Outcome<ReplyOf<R>>>

/** Longer than any answer may take, with a database that is being started again. */
const patienceMs = 180_000

/** Calls over HTTP as a signed-in page does. An answer that blames the server for anything but an absent database goes to the ledger. */
export function callerAt(url: () => string, headers: Readonly<Record<string, string>>, ledger: Ledger): Call {
  return async (route, request, key) => {
    const { params, query, body } = request as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }
    const bytes = body instanceof Uint8Array
    try {
      const reply = await fetch(url() + pathOf(route, params, query), {
        method: route.method,
        headers: { ...headers, ...(key === undefined ? {} : { [onceHeader]: key }), ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }) },
        ...(body === undefined ? {} : { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
        signal: AbortSignal.timeout(patienceMs),
      })
      const text = await reply.text()
      if (reply.ok) return { is: 'done', reply: (text ? JSON.parse(text) : undefined) as ReplyOf<typeof route> }
      const { code } = JSON.parse(text) as { code: string }
      if (code === 'outcome_unknown') return { is: 'uncertain' }
      if (reply.status >= 500 && !(reply.status === 503 && reply.headers.has('retry-after'))) ledger.broken.push(`${route.method} ${route.path} answered ${reply.status} ${text.slice(0, 300)}`)
      return { is: 'refused', code }
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') ledger.broken.push(`${route.method} ${route.path} had no answer in ${patienceMs / 1_000} s`)
      return { is: 'uncertain' }
    }
  }
}
