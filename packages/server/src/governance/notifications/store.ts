import { sql, type Selectable } from 'kysely'
import { notificationReasons, type NotificationChoices, type NotificationReason, type Subject } from '@throughline/contract/governance'
import type { Tx } from '../../database/index.ts'
import { after, exactly, type Place } from '../keyset-store.ts'
import type { NotificationTable } from './tables.ts'

export type NotificationRow = Selectable<NotificationTable> & { readonly exact: string; readonly comment_body: string | null }

/** What a person was told, newest first, after a place. */
export const readNotifications = (tx: Tx, accountId: string, { unread, place, limit }: { readonly unread: boolean; readonly place: Place | undefined; readonly limit: number }): Promise<NotificationRow[]> =>
  tx
    .selectFrom('notification')
    .leftJoin('comment', (join) => join.onRef('comment.org_id', '=', 'notification.org_id').onRef('comment.id', '=', 'notification.comment_id'))
    .selectAll('notification')
    .select(['comment.body as comment_body', exactly('notification.created_at').as('exact')])
    .where('notification.account_id', '=', accountId)
    .$if(unread, (query) => query.where('notification.read_at', 'is', null))
    .$if(place !== undefined, (query) => query.where(after('notification.created_at', 'notification.id', place ?? { at: '', id: '' })))
    .orderBy('notification.created_at', 'desc')
    .orderBy('notification.id', 'desc')
    .limit(limit)
    .execute()

/** How many a person has not read; beyond a hundred nobody counts. */
export async function countUnread(tx: Tx, accountId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*)::integer as unread from (select from notification where account_id = ${accountId} and read_at is null limit 100) n`.execute(tx)
  return rows[0]?.unread ?? 0
}

export const setRead = (tx: Tx, accountId: string, ids: readonly string[] | 'all') =>
  tx
    .updateTable('notification')
    .set({ read_at: sql<string>`now()` })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('id', '=', sql<string>`any(${ids}::uuid[])`))
    .execute()

export async function readChoices(tx: Tx, accountId: string): Promise<NotificationChoices> {
  const rows = await tx.selectFrom('notification_choice').select(['reason', 'in_app']).where('account_id', '=', accountId).execute()
  const off = new Set<string>(rows.filter(({ in_app }) => !in_app).map(({ reason }) => reason))
  return Object.fromEntries(notificationReasons.map((reason) => [reason, !off.has(reason)])) as Record<NotificationReason, boolean>
}

export async function setChoices(tx: Tx, orgId: string, accountId: string, choices: Partial<NotificationChoices>): Promise<void> {
  const rows = notificationReasons.flatMap((reason) => (choices[reason] === undefined ? [] : [{ org_id: orgId, account_id: accountId, reason, in_app: choices[reason] }]))
  if (rows.length === 0) return
  await tx
    .insertInto('notification_choice')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['org_id', 'account_id', 'reason']).doUpdateSet((row) => ({ in_app: row.ref('excluded.in_app') })))
    .execute()
}

export async function isFollowing(tx: Tx, accountId: string, { kind, id }: Subject): Promise<boolean> {
  const row = await tx.selectFrom('follow').select('following').where('account_id', '=', accountId).where('subject_kind', '=', kind).where('subject_id', '=', id).executeTakeFirst()
  return row?.following ?? false
}

export async function readFollowers(tx: Tx, { kind, id }: Subject): Promise<readonly string[]> {
  const rows = await tx.selectFrom('follow').select('account_id').where('subject_kind', '=', kind).where('subject_id', '=', id).where('following', '=', true).execute()
  return rows.map(({ account_id }) => account_id)
}

const followRow = (orgId: string, accountId: string, { room, kind, id }: Subject) => ({ org_id: orgId, account_id: accountId, subject_room: room, subject_kind: kind, subject_id: id })

/** Lets people follow a subject who have not said otherwise. */
export async function followFromNowOn(tx: Tx, orgId: string, accountIds: readonly string[], subject: Subject): Promise<void> {
  if (accountIds.length === 0) return
  await tx.insertInto('follow').values(accountIds.map((accountId) => ({ ...followRow(orgId, accountId, subject), following: true }))).onConflict((conflict) => conflict.doNothing()).execute()
}

export const setFollowing = (tx: Tx, orgId: string, accountId: string, subject: Subject, following: boolean) =>
  tx
    .insertInto('follow')
    .values({ ...followRow(orgId, accountId, subject), following })
    .onConflict((conflict) => conflict.columns(['org_id', 'account_id', 'subject_kind', 'subject_id']).doUpdateSet({ following }))
    .execute()

type Telling = { readonly orgId: string; readonly byId: string | null; readonly byName: string; readonly reason: NotificationReason; readonly to: readonly string[]; readonly subject: { readonly room: string; readonly kind: string; readonly id: string } | undefined; readonly commentId: string | undefined; readonly act: string | undefined; readonly words: string }
export const addNotifications = (tx: Tx, { orgId, byId, byName, reason, to, subject, commentId, act, words }: Telling) =>
  sql`select add_notifications(${orgId}::uuid, ${to}::uuid[], ${reason}, ${subject?.room ?? null}, ${subject?.kind ?? null}, ${subject?.id ?? null}, ${commentId ?? null}::uuid, ${act ?? null}, ${byId}::uuid, ${byName}, ${words})`.execute(tx)
