import { Type } from 'typebox'
import { Empty, Id, OneOf, type EventStream } from '../wire/index.ts'
import { eventsPath, mostStreams } from './events.ts'

const Touched = Type.Object({ room: Type.String(), kind: Type.String(), id: Type.String() })

/** What happens in the organisation, as it happens. */
export const followEvents = {
  path: eventsPath,
  summary: 'Hear what is written in the organisation, as it is written',
  about: `Events say what to read again, never what it is; each is sent once what it tells of is committed, whichever server did it. Nothing is kept for who was away: after every interruption comes refresh. A stream ends with its session, token or membership. One server keeps at most ${mostStreams} streams of an account open; where several servers share a database, each counts its own.`,
  access: 'read',
  events: {
    hello: { about: 'Comes first', what: Type.Object({ heartbeatSeconds: Type.Number({ description: 'How often a sign of life is sent; silence of three times as long is a lost connection' }) }) },
    written: {
      about: 'Something was written: in which act, by whom, and what. Only what the reader may see',
      what: Type.Object({ act: Type.String(), by: Type.Object({ id: Id, name: Type.String() }), changes: Type.Array(Touched), more: Type.Boolean({ description: 'More was changed than is named' }) }),
    },
    job: { about: 'A job of the organisation has moved', what: Type.Object({ id: Id }) },
    told: { about: 'The reader has a new notification', what: Empty },
    alive: { about: 'A sign of life', what: Empty },
    refresh: { about: 'Something may have been missed: read again what is shown', what: Type.Object({ because: OneOf(['resumed', 'behind', 'reconnected']) }) },
    over: { about: 'The stream ends; after signed_out it is not to be opened again as it was', what: Type.Object({ because: OneOf(['signed_out', 'stopping']) }) },
  },
  refusals: ['session_required', 'rate_limited'],
} as const satisfies EventStream
