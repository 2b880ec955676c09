import type { PersonName, Subject } from '@throughline/contract/governance'
import type { Actor, Tx } from '../../database/index.ts'
import { followFromNowOn, notify, readFollowers } from '../notifications/index.ts'
import { mentionsIn } from './mentions.ts'
import { authorsIn, readPeople, type CommentRow } from './store.ts'

/** The members of the organisation that a text means. */
export const meantIn = async (tx: Tx, text: string, meant: readonly string[] | undefined): Promise<readonly PersonName[]> => (text.includes('@') ? mentionsIn(text, await readPeople(tx), meant) : [])

/** `seenBy`: who may see the subject, where not everybody may; others are told nothing. */
type Said = { readonly row: CommentRow; readonly subject: Subject; readonly mentioned: readonly string[]; readonly seenBy: readonly string[] | undefined }
const whoMay = (ids: readonly string[], { seenBy }: Pick<Said, 'seenBy'>): readonly string[] => (seenBy ? ids.filter((id) => seenBy.includes(id)) : ids)

/** Tells each person once of a new comment: who is mentioned, then who spoke in the thread, then who follows the subject. */
export async function tellOfComment(tx: Tx, actor: Actor, said: Said): Promise<void> {
  const { row, subject, mentioned } = said
  const followers = await readFollowers(tx, subject)
  await followFromNowOn(tx, actor.orgId, [actor.accountId], subject)
  await tellOfMentions(tx, actor, said)
  const spoke = (row.thread_id === row.id ? [] : await authorsIn(tx, row.thread_id)).filter((id) => !mentioned.includes(id))
  await notify(tx, actor, { reason: 'reply', to: whoMay(spoke, said), subject, commentId: row.id })
  await notify(tx, actor, { reason: 'followed_comment', to: whoMay(followers, said).filter((id) => !mentioned.includes(id) && !spoke.includes(id)), subject, commentId: row.id })
}

/** Tells those who are mentioned, who follow the subject from then on. */
export async function tellOfMentions(tx: Tx, actor: Actor, said: Said): Promise<void> {
  const { row, subject } = said
  const mentioned = whoMay(said.mentioned, said)
  await followFromNowOn(tx, actor.orgId, mentioned, subject)
  await notify(tx, actor, { reason: 'mention', to: mentioned, subject, commentId: row.id })
}
