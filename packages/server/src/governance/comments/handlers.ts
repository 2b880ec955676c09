import { ok } from '@throughline/engine/kernel'
import type { commentRoutes, governanceProblems } from '@throughline/contract/governance'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { pageOf, placeOf } from '../keyset-store.ts'
import { isFollowing } from '../notifications/index.ts'
import type { Subjects } from '../subjects/registry.ts'
import { addComment } from './acts/add-comment.ts'
import { changeComment, removeComment } from './acts/change-comment.ts'
import { resolveThread } from './acts/resolve-thread.ts'
import { presentThread } from './present.ts'
import { countComments, findPeople, readFirsts, readReplies } from './store.ts'

const threadsOnPage = 20

export const commentHandlers = (subjects: Subjects): Handlers<typeof commentRoutes, keyof typeof governanceProblems> => ({
  listComments: ({ actor, context, query: { cursor, ...subject } }) =>
    withOrg(context.db, actor, async (tx) => {
      const found = await subjects.find(tx, subject)
      if (!found.ok) return found
      const { rows, next } = pageOf(await readFirsts(tx, subject, placeOf(cursor), threadsOnPage + 1), threadsOnPage)
      const replies = Map.groupBy(await readReplies(tx, rows.map(({ id }) => id)), (row) => row.thread_id)
      const { room, kind, id, name, place } = found.value
      return ok({ subject: { room, kind, id, name, place }, threads: rows.map((first) => presentThread(first, replies.get(first.id) ?? [], actor)), next, following: await isFollowing(tx, actor.accountId, subject) })
    }),
  countComments: ({ actor, context, query }) =>
    withOrg(context.db, actor, async (tx) => {
      const found = await subjects.find(tx, query)
      return found.ok ? ok(await countComments(tx, query)) : found
    }),
  addComment: ({ actor, context, body }) => addComment(context.db, actor, subjects, body),
  changeComment: ({ actor, context, params, body }) => changeComment(context.db, actor, subjects, params.id, body),
  removeComment: ({ actor, context, params }) => removeComment(context.db, actor, subjects, params.id),
  resolveThread: ({ actor, context, params, body }) => resolveThread(context.db, actor, subjects, params.id, body),
  findPeople: ({ actor, context, query }) => withOrg(context.db, actor, async (tx) => ok(await findPeople(tx, query.find?.trim() ?? ''))),
})
