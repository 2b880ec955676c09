import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Thread } from '@throughline/contract/governance'
import { permissionWords, type Refusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import type { Subjects } from '../../subjects/registry.ts'
import { maySettle, presentThread } from '../present.ts'
import { seenWith } from '../seen.ts'
import { lockComment, readReplies, settleThread } from '../store.ts'
import { subjectOf } from './change-comment.ts'

/** Says that a thread is settled, or opens it again: by whoever began it, or an editor. */
export function resolveThread(db: Db, actor: Actor, subjects: Subjects, id: string, { version, resolved }: { readonly version: number; readonly resolved: boolean }): Promise<Result<Thread, Refusal<'not_found' | 'thread_unknown' | 'role_insufficient' | 'version_moved'>>> {
  return writeAs(db, actor, resolved ? 'governance.resolve-thread' : 'governance.reopen-thread', async (tx, record) => {
    const first = await lockComment(tx, id)
    if (!first) return refuse({ code: 'not_found', values: { what: 'comment', id } })
    if (first.thread_id !== first.id) return refuse({ code: 'thread_unknown', values: { id, kind: first.subject_kind.replaceAll('_', ' ') } })
    if (!maySettle(first, actor)) return refuse({ code: 'role_insufficient', values: { needed: permissionWords.shape.name, where: '', role: actor.role.replaceAll('_', ' ') } })
    const current = await expectVersion(tx, first, { room: 'governance', kind: 'comment', id, version })
    if (!current.ok) return current
    const row = await settleThread(tx, id, resolved ? actor.name : null)
    const subject = subjectOf(row)
    await record({ room: 'governance', kind: 'comment', id, before: { subject, resolved: current.value.resolved_at !== null }, after: { subject, resolved }, ...(await seenWith(tx, subjects, subject)) })
    return ok(presentThread(row, await readReplies(tx, [id]), actor))
  })
}
