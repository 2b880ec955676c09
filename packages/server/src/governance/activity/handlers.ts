import { ok } from '@throughline/engine/kernel'
import type { ActivityEntry, activityRoutes, governanceProblems, NamedSubject, Subject } from '@throughline/contract/governance'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { presentComment, readComments, type CommentRow } from '../comments/index.ts'
import { cursorOf, pageOf, placeOf, type Place } from '../keyset-store.ts'
import { presentRevision } from '../revisions.ts'
import type { Subjects } from '../subjects/registry.ts'
import { mostCounted, readActs, readDone, readRevisionsOf, readSaid, readStream, type StreamRow } from './store.ts'

const onPage = 50

export const activityHandlers = (subjects: Subjects): Handlers<typeof activityRoutes, keyof typeof governanceProblems> => ({
  listActivity: ({ actor, context, query: { cursor, limit = onPage, ...wanted } }) =>
    withOrg(context.db, actor, async (tx) => {
      const { rows, next } = pageOf(await readStream(tx, { ...wanted, place: placeOf(cursor), limit: limit + 1 }), limit)
      return ok({ entries: await presentRevisions(tx, subjects, rows), next })
    }),
  listDone: ({ actor, context, query: { cursor, limit = onPage, ...wanted } }) =>
    withOrg(context.db, actor, async (tx) => {
      const found = await readDone(tx, { ...wanted, place: placeOf(cursor), limit: limit + 1 })
      // The next page begins before the last act of this one, wherever in it its revision stands.
      const rows = found.slice(0, limit)
      const last = rows.at(-1)
      const entries = await presentRevisions(tx, subjects, rows)
      return ok({ acts: rows.flatMap(({ kind, counts, counted }, index) => (entries[index] ? [{ entry: entries[index], kind, counts: [...counts], more: counted > mostCounted }] : [])), next: found.length > limit && last ? cursorOf({ at: last.exact, id: last.id }) : null })
    }),
  listActs: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok([...(await readActs(tx))])),
  readActivity: ({ actor, context, query: { cursor, limit = onPage, ...subject } }) =>
    withOrg(context.db, actor, async (tx) => {
      const found = await subjects.find(tx, subject)
      return found.ok ? ok(await activityOf(tx, subjects, actor, { subject, named: found.value, place: placeOf(cursor), limit })) : found
    }),
})

type Wanted = { readonly subject: Subject; readonly named: NamedSubject; readonly place: Place | undefined; readonly limit: number }

/** What happened and what was said, as one list. Each is read up to the page's length; what is not shown comes again with the next. */
async function activityOf(tx: Tx, subjects: Subjects, actor: Actor, { subject, named, place, limit }: Wanted): Promise<{ entries: ActivityEntry[]; next: string | null }> {
  const revisions = await readRevisionsOf(tx, await subjects.parts(tx, subject), place, limit + 1)
  const said = await readSaid(tx, subject, place, limit + 1)
  const { rows, next } = pageOf([...revisions.map((row) => ({ exact: row.exact, id: row.id, row })), ...said.map((row) => ({ ...row, row: undefined }))].toSorted(newestFirst), limit)
  const entries = new Map((await presentRevisions(tx, subjects, rows.flatMap(({ row }) => row ?? []))).map((entry) => [entry.id, entry]))
  const comments = await readComments(tx, rows.flatMap(({ id, row }) => (row ? [] : [id])))
  const { room, kind, id, name, place: page } = named
  for (const row of comments) entries.set(row.id, entryOfComment(row, { room, kind, id, name, place: page }, actor))
  return { entries: rows.flatMap((one) => entries.get(one.id) ?? []), next }
}

// Instants of one form are in order as text; ids within an instant in the order of the database, which compares their digits.
const newestFirst = (one: Ordered, other: Ordered): number => (one.exact === other.exact ? compare(other.id, one.id) : compare(other.exact, one.exact))
type Ordered = { readonly exact: string; readonly id: string }
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

async function presentRevisions(tx: Tx, subjects: Subjects, rows: readonly StreamRow[]): Promise<ActivityEntry[]> {
  const nameOf = await subjects.name(tx, rows.map(thingOf))
  return rows.map((row) => {
    const { id, at, act, why, changes } = presentRevision(row)
    const told = row.kind === 'comment' ? changes.filter(({ field }) => field !== 'subject' && field !== 'replyTo') : changes
    return { id, at, by: { id: row.account_id, name: row.actor_name }, act, why, changes: told, comment: null, subject: nameOf(thingOf(row)) }
  })
}

/** What a revision is about: of a comment, what the comment is about. */
function thingOf({ room, kind, entity_id: id, before, after }: StreamRow): { room: string; kind: string; id: string } {
  const about = kind === 'comment' ? ((after ?? before) as { subject?: { room: string; kind: string; id: string } } | null)?.subject : undefined
  return about ?? { room, kind, id }
}

const entryOfComment = (row: CommentRow, subject: NamedSubject, reader: Actor): ActivityEntry => ({ id: row.id, at: row.created_at, by: { id: row.author_id, name: row.author_name }, act: 'governance.add-comment', why: null, changes: [], comment: presentComment(row, reader), subject })
