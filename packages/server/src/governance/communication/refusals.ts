import type { Channel } from '@throughline/engine/governance'
import { refuse } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import type { Refused } from '../refused.ts'
import type { StoredCommunication, StoredStakeholder } from './store.ts'

/** Refused where somebody wants to be told nothing. */
export const whyOptedOut = ({ name, opted_out }: StoredStakeholder): Refused<'opted_out'> | undefined => (opted_out ? refuse({ code: 'opted_out', values: { name } } as const) : undefined)

/** Refused where it is not told any more. */
export const whyEnded = ({ about, ended_at, ended_by, ended_because }: StoredCommunication): Refused<'communication_ended'> | undefined =>
  ended_at === null ? undefined : refuse({ code: 'communication_ended', values: { about, by: ended_by, at: ended_at.slice(0, 10), reason: ended_because } } as const)

/** Whether somebody may tell it: its owner, and who plans communication. */
export const tells = (actor: Actor, { owner_id }: Pick<StoredCommunication, 'owner_id'>): boolean => owner_id === actor.accountId || may(actor, 'edit_strategy')
export const whyNotTelling = (actor: Actor, one: StoredCommunication): Refused<'communication_not_yours'> | undefined => (tells(actor, one) ? undefined : refuse({ code: 'communication_not_yours', values: { about: one.about, expected: one.owner } } as const))

/** Whether somebody may change how a stakeholder is told: themselves, where it is a member; else who plans communication. */
export const speaksFor = (actor: Actor, { account_id }: Pick<StoredStakeholder, 'account_id'>): boolean => (account_id === null ? may(actor, 'edit_strategy') : account_id === actor.accountId)

type Sending = { readonly stakeholder: Pick<StoredStakeholder, 'name'>; readonly channel: Channel; /** Of the member that the stakeholder is by now. */ readonly address: string | null; readonly mail: boolean; /** Whether it is of today. */ readonly today: boolean }
/** Refused where a message cannot be sent by mail: that takes a mail server, and a member who wants it by mail. */
export function whyUnsendable({ stakeholder: { name }, channel, address, mail, today }: Sending): Refused<'message_unsendable'> | undefined {
  const no = (found: string, expected: string): Refused<'message_unsendable'> => refuse({ code: 'message_unsendable', values: { found, expected } } as const)
  if (channel !== 'mail') return no(`the channel ${channel}`, 'mail')
  if (address === null) return no(`${name}, who has no address here`, 'a member with an address')
  if (!today) return no('a day that is past', 'today, as it is sent now')
  return mail ? undefined : no('no mail server', 'one in the settings of Throughline (THROUGHLINE_SMTP_URL)')
}
