import type { Static } from 'typebox'
import type { followEvents } from './event-stream.ts'

/** Where a session or token hears what happens, as server-sent events (text/event-stream). */
export const eventsPath = '/api/events'

/** The most streams of one account that one server keeps open; a browser needs one for all of its tabs. Each server of an installation counts its own. */
export const mostStreams = 12

type Events = (typeof followEvents)['events']
/** The events by name, with what each carries. */
export type LiveEvents = { readonly [Name in keyof Events]: Static<Events[Name]['what']> }
export type WrittenEvent = LiveEvents['written']

/** Apart from the forms, so that a page that only listens carries no more than the names. */
export const liveEventNames = ['hello', 'written', 'job', 'told', 'alive', 'refresh', 'over'] as const satisfies readonly (keyof LiveEvents)[]
