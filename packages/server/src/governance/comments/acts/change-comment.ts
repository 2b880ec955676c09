import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import type { Comment, CommentChange, Subject } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import type { Subjects } from '../../subjects/registry.ts'
import { presentComment } from '../present.ts'
import { seenWith } from '../seen.ts'
import { emptyComment, lockComment, rewordComment, type CommentRow } from '../store.ts'
import { meantIn, tellOfMentions } from '../tell.ts'

type Own = Refusal<'not_found' | 'comment_not_own' | 'comment_removed'>

/** Changes the wording of one's own comment. The wording before stays in the revisions; who is mentioned anew is told. */
export function changeComment(db: Db, actor: Actor, subjects: Subjects, id: string, { version, text, mentions: meant }: Static<typeof CommentChange>): Promise<Result<Comment, Own | Refusal<'version_moved'>>> {
  return writeAs(db, actor, 'governance.change-comment', async (tx, record) => {
    const own = await lockOwn(tx, actor, id)
    if (!own.ok) return own
    const current = await expectVersion(tx, own.value, { room: 'governance', kind: 'comment', id, version })
    if (!current.ok) return current
    const { body: before, mentions: mentionedBefore } = current.value
    const body = text.trim()
    const mentions = await meantIn(tx, body, meant)
    const row = await rewordComment(tx, id, body, mentions)
    const seen = await seenWith(tx, subjects, subjectOf(row))
    await record({ room: 'governance', kind: 'comment', id, before: { subject: subjectOf(row), text: before }, after: { subject: subjectOf(row), text: body }, ...seen })
    await tellOfMentions(tx, actor, { row, subject: subjectOf(row), mentioned: mentions.map((one) => one.id).filter((one) => !mentionedBefore.some((earlier) => earlier.id === one)), seenBy: seen.seenBy })
    return ok(presentComment(row, actor))
  })
}

/** Takes one's own comment back: its place stays, its text does not. */
export function removeComment(db: Db, actor: Actor, subjects: Subjects, id: string): Promise<Result<Record<never, never>, Own>> {
  return writeAs(db, actor, 'governance.remove-comment', async (tx, record) => {
    const own = await lockOwn(tx, actor, id)
    if (!own.ok) return own
    const row = await emptyComment(tx, id)
    await record({ room: 'governance', kind: 'comment', id, before: { subject: subjectOf(row), text: own.value.body }, after: { subject: subjectOf(row), text: null }, ...(await seenWith(tx, subjects, subjectOf(row))) })
    return ok({})
  })
}

async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<Result<CommentRow, Own>> {
  const row = await lockComment(tx, id)
  if (!row) return refuse({ code: 'not_found', values: { what: 'comment', id } })
  if (row.author_id !== actor.accountId) return refuse({ code: 'comment_not_own', values: { author: row.author_name } })
  if (row.removed_at !== null) return refuse({ code: 'comment_removed', values: { on: row.removed_at.slice(0, 10) } })
  return ok(row)
}

/** What a comment is about. Only subjects of the registry are ever written. */
export const subjectOf = (row: CommentRow): Subject => ({ room: row.subject_room, kind: row.subject_kind as Subject['kind'], id: row.subject_id })
