import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Static } from 'typebox'
import type { Comment, NewComment } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { Subjects } from '../../subjects/registry.ts'
import { presentComment } from '../present.ts'
import { seenOnlyBy } from '../seen.ts'
import { findThread, insertComment } from '../store.ts'
import { meantIn, tellOfComment } from '../tell.ts'

/** Says something about a subject, or replies to a thread about it. Author and those mentioned follow the subject from then on. */
export function addComment(db: Db, actor: Actor, subjects: Subjects, { subject, text, threadId, mentions: meant }: Static<typeof NewComment>): Promise<Result<Comment, Refusal<'subject_unknown' | 'thread_unknown'>>> {
  return writeAs(db, actor, 'governance.add-comment', async (tx, record) => {
    const found = await subjects.expect(tx, subject)
    if (!found.ok) return found
    if (threadId !== undefined && !(await findThread(tx, threadId, subject))) return refuse({ code: 'thread_unknown', values: { id: threadId, kind: subject.kind.replaceAll('_', ' ') } })
    const id = newId()
    const body = text.trim()
    const mentions = await meantIn(tx, body, meant)
    const row = await insertComment(tx, actor, { id, threadId: threadId ?? id, subject, body, mentions })
    await record({ room: 'governance', kind: 'comment', id, before: null, after: { subject, text: body, ...(threadId === undefined ? {} : { replyTo: threadId }) }, ...seenOnlyBy(found.value) })
    await tellOfComment(tx, actor, { row, subject, mentioned: mentions.map((one) => one.id), seenBy: found.value.seenBy })
    return ok(presentComment(row, actor))
  })
}
