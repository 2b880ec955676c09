import { sql, type Selectable } from 'kysely'
import type { CommentCount, PersonName, Subject } from '@throughline/contract/governance'
import type { Actor, Tx } from '../../database/index.ts'
import { after, exactly, type Place } from '../keyset-store.ts'
import type { CommentTable, Mentions } from './tables.ts'

export type CommentRow = Omit<Selectable<CommentTable>, 'mentions'> & { readonly mentions: Mentions }

const rows = (tx: Tx) => tx.selectFrom('comment').selectAll().$castTo<CommentRow>()
const about = (tx: Tx, { kind, id }: Subject) => rows(tx).where('subject_kind', '=', kind).where('subject_id', '=', id)

/** First comments about a subject, newest first, after a place. */
export const readFirsts = (tx: Tx, subject: Subject, place: Place | undefined, limit: number) =>
  about(tx, subject)
    .select(exactly('created_at').as('exact'))
    .whereRef('thread_id', '=', 'id')
    .$if(place !== undefined, (query) => query.where(after('created_at', 'id', place ?? { at: '', id: '' })))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute() as Promise<(CommentRow & { exact: string })[]>

/** Replies of threads in the order in which they were given. */
export const readReplies = (tx: Tx, threadIds: readonly string[]): Promise<CommentRow[]> => rows(tx).where('thread_id', '=', sql<string>`any(${threadIds}::uuid[])`).whereRef('thread_id', '!=', 'id').orderBy('created_at').orderBy('id').execute()

export const readComments = (tx: Tx, ids: readonly string[]): Promise<CommentRow[]> => rows(tx).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
export const lockComment = (tx: Tx, id: string): Promise<CommentRow | undefined> => rows(tx).where('id', '=', id).forUpdate().executeTakeFirst()
/** The first comment of a thread about a subject. */
export const findThread = (tx: Tx, id: string, subject: Subject): Promise<CommentRow | undefined> => about(tx, subject).where('id', '=', id).whereRef('thread_id', '=', 'id').executeTakeFirst()

export async function countComments(tx: Tx, { kind, id }: Subject): Promise<CommentCount> {
  const { rows: found } = await sql<CommentCount>`
    select count(*) filter (where removed_at is null)::integer as comments,
      count(*) filter (where thread_id = id and resolved_at is null and (removed_at is null or exists (select from comment r where r.thread_id = c.id and r.org_id = c.org_id and r.removed_at is null)))::integer as open
    from comment c where subject_kind = ${kind} and subject_id = ${id}`.execute(tx)
  return found[0] ?? { comments: 0, open: 0 }
}

export type NewCommentRow = { readonly id: string; readonly threadId: string; readonly subject: Subject; readonly body: string; readonly mentions: Mentions }
export const insertComment = (tx: Tx, actor: Actor, { id, threadId, subject, body, mentions }: NewCommentRow): Promise<CommentRow> =>
  tx
    .insertInto('comment')
    .values({ org_id: actor.orgId, id, thread_id: threadId, subject_room: subject.room, subject_kind: subject.kind, subject_id: subject.id, author_id: actor.accountId, author_name: actor.name, body, mentions: JSON.stringify(mentions) })
    .returningAll()
    .$castTo<CommentRow>()
    .executeTakeFirstOrThrow()

type Change = { readonly body?: string; readonly mentions?: string; readonly edited_at?: ReturnType<typeof now>; readonly removed_at?: ReturnType<typeof now>; readonly resolved_at?: ReturnType<typeof now> | null; readonly resolved_by?: string | null }
const now = () => sql<string>`now()`
const update = (tx: Tx, id: string, change: Change): Promise<CommentRow> =>
  tx
    .updateTable('comment')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .$castTo<CommentRow>()
    .executeTakeFirstOrThrow()

export const rewordComment = (tx: Tx, id: string, body: string, mentions: Mentions): Promise<CommentRow> => update(tx, id, { body, mentions: JSON.stringify(mentions), edited_at: now() })
/** Leaves the place, without what stood there. */
export const emptyComment = (tx: Tx, id: string): Promise<CommentRow> => update(tx, id, { body: '', mentions: '[]', removed_at: now() })
export const settleThread = (tx: Tx, id: string, by: string | null): Promise<CommentRow> => update(tx, id, { resolved_at: by === null ? null : now(), resolved_by: by })

/** Who has said anything in a thread that still stands. */
export async function authorsIn(tx: Tx, threadId: string): Promise<readonly string[]> {
  const found = await tx.selectFrom('comment').select('author_id').distinct().where('thread_id', '=', threadId).where('removed_at', 'is', null).execute()
  return found.map(({ author_id }) => author_id)
}

const people = (tx: Tx) => tx.selectFrom('membership').innerJoin('account', 'account.id', 'membership.account_id').select(['account.id', 'account.name'])
export const readPeople = (tx: Tx): Promise<PersonName[]> => people(tx).execute()
/** Members one of whose names begins with the text, at most eight, by name. */
export function findPeople(tx: Tx, find: string): Promise<PersonName[]> {
  const begins = `${find.replace(/[\\%_]/g, '\\$&')}%`
  return people(tx)
    .$if(find !== '', (query) => query.where((row) => row.or([row('account.name', 'ilike', begins), row('account.name', 'ilike', `% ${begins}`)])))
    .orderBy('account.name')
    .orderBy('account.id')
    .limit(8)
    .execute()
}
