import { Type, type Static } from 'typebox'
import { Empty, Id, IdParams, Instant, LongText, Nullable, route, Version } from '../wire/index.ts'
import { Cursor, NamedSubject, Subject } from './subjects.ts'

/** The most characters of a comment. */
export const longestComment = 4_000
/** Plain text; addresses that begin with http or https are shown as links, `@name` of a member as a mention. */
export const CommentText = Type.String({ minLength: 1, maxLength: longestComment, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$', description: `Plain text that is not blank, at most ${longestComment} characters` })

/** A person as others see them: never an email. */
export const PersonName = Type.Object({ id: Id, name: Type.String() })
export type PersonName = Static<typeof PersonName>

/** What somebody said. A removed one keeps its place without its text; what it said stays in the history. */
export const Comment = Type.Object({
  id: Id, threadId: Id, author: PersonName, text: LongText(longestComment), mentions: Type.Array(PersonName, { description: 'Members named in the text, by the name that stands there' }),
  createdAt: Instant, editedAt: Nullable(Instant), removedAt: Nullable(Instant), version: Version, can: Type.Object({ change: Type.Boolean() }),
})
export type Comment = Static<typeof Comment>

/** A first comment and the replies to it, in order. Its version is that of the first comment. */
export const Thread = Type.Object({ id: Id, resolved: Nullable(Type.Object({ at: Instant, by: Type.String() })), version: Version, comments: Type.Array(Comment), can: Type.Object({ resolve: Type.Boolean() }) })
export type Thread = Static<typeof Thread>

/** What was said about one thing, newest thread first, and whether the reader follows it. */
export const Discussion = Type.Object({ subject: NamedSubject, threads: Type.Array(Thread), next: Nullable(Cursor), following: Type.Boolean() })
export type Discussion = Static<typeof Discussion>

export const NewComment = Type.Object({ subject: Subject, text: CommentText, threadId: Type.Optional(Id), mentions: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Who is meant where several members have a name' })) })
export const CommentChange = Type.Object({ version: Version, text: CommentText, mentions: Type.Optional(Type.Array(Id, { maxItems: 50 })) })
export const CommentCount = Type.Object({ comments: Type.Integer(), open: Type.Integer({ description: 'Threads that are not resolved' }) })
export type CommentCount = Static<typeof CommentCount>

export const commentRoutes = {
  listComments: route({ method: 'GET', path: '/api/governance/comments', summary: 'What was said about one thing, newest thread first', access: 'read', query: Type.Object({ ...Subject.properties, cursor: Type.Optional(Cursor) }), reply: Discussion, refusals: ['subject_unknown'] }),
  countComments: route({ method: 'GET', path: '/api/governance/comments/count', summary: 'How much was said about one thing', access: 'read', query: Subject, reply: CommentCount, refusals: ['subject_unknown'] }),
  addComment: route({ method: 'POST', path: '/api/governance/comments', summary: 'Say something about a thing, or reply to a thread', access: 'take_part', body: NewComment, reply: Comment, status: 201, refusals: ['subject_unknown', 'thread_unknown'] }),
  changeComment: route({ method: 'PATCH', path: '/api/governance/comments/:id', summary: 'Change what you said', access: 'take_part', params: IdParams, body: CommentChange, reply: Comment, refusals: ['comment_not_own', 'comment_removed'] }),
  removeComment: route({ method: 'DELETE', path: '/api/governance/comments/:id', summary: 'Take back what you said; its place stays', access: 'take_part', params: IdParams, reply: Empty, status: 204, refusals: ['comment_not_own', 'comment_removed'] }),
  resolveThread: route({ method: 'PUT', path: '/api/governance/comments/:id/resolved', summary: 'Say that a thread is settled, or open it again', access: 'take_part', params: IdParams, body: Type.Object({ version: Version, resolved: Type.Boolean() }), reply: Thread, refusals: ['thread_unknown'] }),
  findPeople: route({ method: 'GET', path: '/api/governance/people', summary: 'Members whose name has a word that begins so, for a mention', access: 'read', query: Type.Object({ find: Type.Optional(Type.String({ maxLength: 80 })) }), reply: Type.Array(PersonName) }),
} as const
