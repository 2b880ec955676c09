import { ok, type Result } from '@throughline/engine/kernel'
import type { NotificationChoices, Subject, Unread } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { enterOrg, type Actor, type Db, type Tx } from '../../../database/index.ts'
import type { Subjects } from '../../subjects/registry.ts'
import { countUnread, readChoices, setChoices, setFollowing, setRead } from '../store.ts'

/** What a person sets for themselves alone changes nothing that others see, and leaves no revision. */
const asThemself = <T>(db: Db, actor: Actor, write: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await enterOrg(tx, actor)
    return write(tx)
  })

/** Marks what one was told as read: some, or all. */
export const markRead = (db: Db, actor: Actor, ids: readonly string[] | 'all'): Promise<Result<Unread, never>> =>
  asThemself(db, actor, async (tx) => {
    await setRead(tx, actor.accountId, ids)
    return ok({ unread: await countUnread(tx, actor.accountId) })
  })

/** Switches reasons on or off; those not named stay as they are. */
export const changeChoices = (db: Db, actor: Actor, choices: Partial<NotificationChoices>): Promise<Result<NotificationChoices, never>> =>
  asThemself(db, actor, async (tx) => {
    await setChoices(tx, actor.orgId, actor.accountId, choices)
    return ok(await readChoices(tx, actor.accountId))
  })

/** Follows a subject, or follows it no longer. */
export const follow = (db: Db, actor: Actor, subjects: Subjects, { subject, following }: { readonly subject: Subject; readonly following: boolean }): Promise<Result<{ subject: Subject; following: boolean }, Refusal<'subject_unknown'>>> =>
  asThemself(db, actor, async (tx) => {
    const found = await subjects.find(tx, subject)
    if (!found.ok) return found
    await setFollowing(tx, actor.orgId, actor.accountId, subject, following)
    return ok({ subject, following })
  })
