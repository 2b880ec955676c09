import { Type, type Static } from 'typebox'
import { Id, Instant, Nullable, route } from '../wire/index.ts'
import { Comment, PersonName } from './comments.ts'
import { Cursor, NamedSubject, Subject } from './subjects.ts'

/** One thing that happened: an act with what it changed, or something that was said. */
export const ActivityEntry = Type.Object({
  id: Id, at: Instant, by: PersonName, act: Type.String({ description: '<room>.<verb-noun>' }), subject: NamedSubject, why: Nullable(Type.String()),
  changes: Type.Array(Type.Object({ field: Type.String(), before: Type.Unknown(), after: Type.Unknown() })), comment: Nullable(Comment),
})
export type ActivityEntry = Static<typeof ActivityEntry>
export const ActivityPage = Type.Object({ entries: Type.Array(ActivityEntry), next: Nullable(Cursor) })
export type ActivityPage = Static<typeof ActivityPage>

const paging = { cursor: Type.Optional(Cursor), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }
const Word = Type.String({ maxLength: 80, pattern: '^[a-z0-9_.-]+$', description: 'A word in lower case' })

/** One act: by the change that says most of it, with how many things of each kind it changed in all. */
export const ActDone = Type.Object({ entry: ActivityEntry, kind: Type.String({ description: 'Of which kind the change is by which the act is told; it is among the counts' }), counts: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })), more: Type.Boolean({ description: 'It changed more than is counted: beyond a thousand nobody counts' }) })
export type ActDone = Static<typeof ActDone>
export const ActsDone = Type.Object({ acts: Type.Array(ActDone), next: Nullable(Cursor) })
export type ActsDone = Static<typeof ActsDone>

const filter = { room: Type.Optional(Word), kind: Type.Optional(Word), act: Type.Optional(Word), by: Type.Optional(Id), entityId: Type.Optional(Id), from: Type.Optional(Instant), until: Type.Optional(Instant) }

export const activityRoutes = {
  listDone: route({ method: 'GET', path: '/api/governance/activity/done', summary: 'Everything that was done in the organisation, newest first, each act once, by room, kind, act, person and time', access: 'read', query: Type.Object({ ...filter, ...paging }), reply: ActsDone }),
  listActivity: route({
    method: 'GET', path: '/api/governance/activity', summary: 'Everything that was changed in the organisation, newest first, by room, kind, act, person and time', access: 'read',
    query: Type.Object({ ...filter, ...paging }), reply: ActivityPage,
  }),
  listActs: route({ method: 'GET', path: '/api/governance/activity/acts', summary: 'The acts that have ever been done, by name', access: 'read', reply: Type.Array(Type.String()) }),
  readActivity: route({ method: 'GET', path: '/api/governance/activity/subject', summary: 'What happened to one thing and what belongs to it, and what was said about it, newest first', access: 'read', query: Type.Object({ ...Subject.properties, ...paging }), reply: ActivityPage, refusals: ['subject_unknown'] }),
} as const
