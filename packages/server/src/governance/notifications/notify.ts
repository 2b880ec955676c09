import type { NotificationReason } from '@throughline/contract/governance'
import type { Actor, Tx } from '../../database/index.ts'
import { addNotifications } from './store.ts'

/** What people are told, and why. Ids of accounts that are no members, and of those who have switched the reason off, are passed over. */
export type Told = {
  readonly reason: NotificationReason
  readonly to: readonly string[]
  /** What it is about; its name and page are looked up when it is read. */
  readonly subject?: { readonly room: string; readonly kind: string; readonly id: string }
  readonly commentId?: string
  /** The act that it is about: `governance.decide`. */
  readonly act?: string
  /** What there is to say beside it, at most 300 characters: a file's name, a proposal's title. */
  readonly words?: string
}

/**
 * Tells people something, within the caller's own transaction: they are told if, and only if, it is committed. Nobody is told of
 * their own doing, but for what they left to the server (an import, a job).
 */
export async function notify(tx: Tx, actor: Pick<Actor, 'orgId' | 'name'> & { /** Whose doing it is; null: nobody’s, so that everybody is told. */ readonly accountId: string | null }, { reason, to, subject, commentId, act, words = '' }: Told): Promise<void> {
  if (to.length === 0) return
  await addNotifications(tx, { orgId: actor.orgId, byId: actor.accountId, byName: actor.name, reason, to: [...new Set(to)], subject, commentId, act, words: [...words].slice(0, 300).join('') })
}
