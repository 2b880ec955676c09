import type { Comment, Thread } from '@throughline/contract/governance'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import type { CommentRow } from './store.ts'

/** A comment as the reader sees it, with what the reader may do. */
export const presentComment = (row: CommentRow, reader: Actor): Comment => ({
  id: row.id, threadId: row.thread_id, author: { id: row.author_id, name: row.author_name }, text: row.body, mentions: [...row.mentions],
  createdAt: row.created_at, editedAt: row.edited_at, removedAt: row.removed_at, version: row.version, can: { change: row.author_id === reader.accountId && row.removed_at === null },
})

/** A thread of its first comment and the replies in order. */
export const presentThread = (first: CommentRow, replies: readonly CommentRow[], reader: Actor): Thread => ({
  id: first.id, resolved: first.resolved_at === null ? null : { at: first.resolved_at, by: first.resolved_by ?? '' }, version: first.version,
  comments: [first, ...replies].map((row) => presentComment(row, reader)), can: { resolve: maySettle(first, reader) },
})

/** A thread is settled by whoever began it, and by those who may shape the list. */
export const maySettle = (first: CommentRow, actor: Actor): boolean => first.author_id === actor.accountId || may(actor, 'shape')
