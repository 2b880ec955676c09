import { ok } from '@throughline/engine/kernel'
import type { governanceProblems, NamedSubject, Notification, notificationRoutes } from '@throughline/contract/governance'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { pageOf, placeOf } from '../keyset-store.ts'
import type { Subjects } from '../subjects/registry.ts'
import { changeChoices, follow, markRead } from './acts/set-own.ts'
import { countUnread, readChoices, readNotifications, type NotificationRow } from './store.ts'

const onPage = 30
const longestWords = 160

export const notificationHandlers = (subjects: Subjects): Handlers<typeof notificationRoutes, keyof typeof governanceProblems> => ({
  listNotifications: ({ actor, context, query: { unread = false, cursor } }) =>
    withOrg(context.db, actor, async (tx) => {
      const { rows, next } = pageOf(await readNotifications(tx, actor.accountId, { unread, place: placeOf(cursor), limit: onPage + 1 }), onPage)
      const nameOf = await subjects.name(tx, rows.flatMap((row) => aboutOf(row) ?? []))
      return ok({ notifications: rows.map((row) => present(row, nameOf)), next, unread: await countUnread(tx, actor.accountId) })
    }),
  countUnread: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok({ unread: await countUnread(tx, actor.accountId) })),
  markRead: ({ actor, context, body }) => markRead(context.db, actor, body.ids),
  readChoices: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok(await readChoices(tx, actor.accountId))),
  changeChoices: ({ actor, context, body }) => changeChoices(context.db, actor, body.choices),
  follow: ({ actor, context, body }) => follow(context.db, actor, subjects, body),
})

type Thing = { readonly room: string; readonly kind: string; readonly id: string }
const aboutOf = ({ subject_room: room, subject_kind: kind, subject_id: id }: NotificationRow): Thing | undefined => (room === null || kind === null || id === null ? undefined : { room, kind, id })

function present(row: NotificationRow, nameOf: (thing: Thing) => NamedSubject): Notification {
  const subject = aboutOf(row)
  // As it stands by now: what was taken back is not repeated here.
  const words = [...(row.comment_id === null ? row.words : (row.comment_body ?? ''))]
  return {
    id: row.id, reason: row.reason, by: row.by_name, subject: subject ? nameOf(subject) : null, act: row.act, commentId: row.comment_id, at: row.created_at, readAt: row.read_at,
    words: words.length > longestWords ? `${words.slice(0, longestWords).join('')}…` : words.join(''),
  }
}
