import { Type, type Static } from 'typebox'
import { Id, OneOf } from '../wire/index.ts'

/** Where a session or token hears what happens, as server-sent events (text/event-stream). */
export const eventsPath = '/api/events'

/** Something was written: by whom, in which act, and what. Without `changes` for what is too much to name; then `more` is true. */
export const WrittenEvent = Type.Object({ act: Type.String(), by: Type.Object({ id: Id, name: Type.String() }), changes: Type.Array(Type.Object({ room: Type.String(), kind: Type.String(), id: Type.String() })), more: Type.Boolean() })
export type WrittenEvent = Static<typeof WrittenEvent>

/** A job of the organisation has moved. */
export const JobEvent = Type.Object({ id: Id })
export type JobEvent = Static<typeof JobEvent>

/** Something may have been missed: read again what is shown. */
export const RefreshEvent = Type.Object({ because: OneOf(['resumed', 'behind', 'reconnected']) })
export type RefreshEvent = Static<typeof RefreshEvent>

/** The stream ends and is not to be opened again as it was. */
export const OverEvent = Type.Object({ because: OneOf(['signed_out', 'stopping']) })
export type OverEvent = Static<typeof OverEvent>

/**
 * The events by name. `hello` comes first and says how often a sign of life (`alive`) is sent; `told` says that the reader has a new
 * notification. `refresh` comes after every interruption, for what happened meanwhile is not kept for anybody.
 */
export type LiveEvents = { readonly hello: { readonly heartbeatSeconds: number }; readonly written: WrittenEvent; readonly job: JobEvent; readonly told: Nothing; readonly alive: Nothing; readonly refresh: RefreshEvent; readonly over: OverEvent }
export const liveEventNames = ['hello', 'written', 'job', 'told', 'alive', 'refresh', 'over'] as const satisfies readonly (keyof LiveEvents)[]
type Nothing = Readonly<Record<string, never>>
