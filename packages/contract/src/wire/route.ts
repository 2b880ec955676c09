import type { Static, TSchema } from 'typebox'
import type { MomentQuery } from './moment.ts'
import type { Permission, Place } from './permission.ts'

/** What a caller must be allowed to do; `public` needs no session. */
export type Access = 'public' | Permission

/** One route of the wire: the server serves it, the web and the command line call it, OpenAPI describes it. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path with `:name` for each parameter, always below /api. */
  readonly path: string
  /** What it does, in one line, for the reference page. */
  readonly summary: string
  readonly access: Access
  /** On what the permission is needed; without it, in the whole organisation. All of them must allow it. */
  readonly on?: readonly Place[]
  /** What becomes of the reply for who may not see amounts: `refused` where it is all about them. Left out, each amount is withheld. */
  readonly money?: 'refused'
  /** May be called before a second factor is set up that the organisation asks for. */
  readonly beforeSecondFactor?: true
  /** In a session, asks for a sign-in within the last minutes: what would help whoever finds an unlocked screen. */
  readonly recentSignIn?: true
  /** The kind of the thing at `params.id` that is taken away: with `version` in the query (`Seen`), only as it was when it was seen. */
  readonly seen?: string
  readonly params?: TSchema
  readonly query?: TSchema
  /** JSON body; `'bytes'` for a file sent as application/octet-stream. */
  readonly body?: TSchema | 'bytes'
  /** Of a file that may be large: the handler takes it as it comes, and refuses more than so many bytes. */
  readonly streamedUpTo?: number
  /** JSON reply; `'bytes'` for a download. */
  readonly reply: TSchema | 'bytes'
  /** Status of a successful reply; 200 where left out. */
  readonly status?: 200 | 201 | 202 | 204
  /** Codes of the refusals that this route may answer with, besides those every route may. */
  readonly refusals?: readonly string[]
}

/** Declares a route and keeps its exact types. */
export const route = <const R extends Route>(definition: R): R => definition

type Part<S> = S extends 'bytes' ? Uint8Array : S extends TSchema ? Static<S> : undefined
export type ParamsOf<R extends Route> = Part<R['params']>
export type QueryOf<R extends Route> = Part<R['query']>
export type BodyOf<R extends Route> = Part<R['body']>
export type ReplyOf<R extends Route> = Part<R['reply']>

/** What a caller gives: only the parts that the route asks for; a read takes the moment in its query as well. */
export type RequestOf<R extends Route> = (R extends { params: TSchema } ? { params: ParamsOf<R> } : { params?: undefined }) &
  (R extends { method: 'GET' } ? { query?: (R extends { query: TSchema } ? QueryOf<R> : unknown) & MomentQuery } : R extends { query: TSchema } ? { query?: QueryOf<R> } : { query?: undefined }) &
  (R extends { body: TSchema | 'bytes' } ? { body: BodyOf<R> } : { body?: undefined })

/** The path with its parameters filled in and the query appended. */
export function pathOf(target: Route, params?: Readonly<Record<string, unknown>>, query?: Readonly<Record<string, unknown>>): string {
  const path = target.path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params?.[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}
