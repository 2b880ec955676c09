import type { TSchema } from 'typebox'
import type { Access } from './route.ts'

/** One kind of event of a stream: when it comes, and the form of what it carries. */
export type EventKind = { readonly about: string; readonly what: TSchema }

/** A reply that goes on: server-sent events (text/event-stream), each with its name and a JSON text. */
export type EventStream = {
  readonly path: string
  /** What is heard there, in one line, for the reference page. */
  readonly summary: string
  /** What a reader must know beside the events: limits, interruptions. */
  readonly about: string
  readonly access: Exclude<Access, 'public'>
  readonly events: Readonly<Record<string, EventKind>>
  readonly refusals?: readonly string[]
}
