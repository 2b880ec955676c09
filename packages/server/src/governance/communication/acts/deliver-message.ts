import type { NewMessage } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { unhonoured } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { notify } from '../../notifications/index.ts'
import type { Addressed } from '../letter.ts'
import { answers } from '../present.ts'
import { whyEnded, whyNotTelling, whyOptedOut, whyUnsendable } from '../refusals.ts'
import { insertMessage, lockCommunication, lockMessage, lockStakeholder, readStakeholders, updateCommunication, updateMessage } from '../store.ts'

type Undelivered = Refusal<'not_found' | 'version_moved' | 'opted_out' | 'preference_not_honoured' | 'communication_ended' | 'communication_not_yours' | 'message_ahead' | 'message_unsendable'>

/** What was recorded; `to` where it is to be sent by mail, which somebody does once this is committed, and records. */
export type Delivered = { readonly messageId: string; readonly to: Addressed | null }

/** Records what was told: in the channel, the detail and the language that the stakeholder wants, or not at all. By the app a member is told at once. `mail`: whether there is a mail server. */
export function deliverMessage(db: Db, actor: Actor, id: string, { version, on, words, send = false, ...manner }: NewMessage, { now, mail }: { readonly now: Date; readonly mail: boolean }): Promise<Result<Delivered, Undelivered>> {
  return writeAs<Result<Delivered, Undelivered>>(db, actor, 'governance.deliver-message', async (tx, record) => {
    const stored = await lockCommunication(tx, id)
    const refused = stored && (whyNotTelling(actor, stored) ?? whyEnded(stored))
    if (refused) return refused
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'communication', id, version })
    if (!found.ok) return found
    const { about, stakeholder_id } = found.value
    const stakeholder = await lockStakeholder(tx, stakeholder_id)
    if (!stakeholder) return refuse({ code: 'not_found', values: { what: 'stakeholder', id: stakeholder_id } })
    const out = whyOptedOut(stakeholder)
    if (out) return out
    const other = unhonoured(stakeholder, manner)
    if (other) return refuse({ code: 'preference_not_honoured', values: { name: stakeholder.name, ...other } })
    const today = now.toISOString().slice(0, 10)
    if (on > today) return refuse({ code: 'message_ahead', values: { found: on, today } })
    const [messageId, said] = [newId(), words.trim()]
    const member = send ? (await readMembers(tx)).find((one) => one.id === stakeholder.account_id) : undefined
    const unsendable = send ? whyUnsendable({ stakeholder, channel: manner.channel, address: member?.email ?? null, mail, today: on === today }) : undefined
    if (unsendable) return unsendable
    const to = member?.email ? { name: stakeholder.name, email: member.email, about, words: said } : null
    await insertMessage(tx, { org_id: actor.orgId, id: messageId, communication_id: id, told_on: on, ...manner, words: said, delivered_by_id: actor.accountId, delivered_by: actor.name, delivered_at: now.toISOString(), mail: to && { state: 'sending', at: now.toISOString() } })
    await updateCommunication(tx, id, {})
    await record({ room: 'governance', kind: 'stakeholder_message', id: messageId, before: null, after: { stakeholder: stakeholder.name, about, toldOn: on, ...manner, words: said, mail: to && 'sending' } })
    if (manner.channel === 'app' && stakeholder.account_id !== null) await notify(tx, actor, { reason: 'message_told', to: [stakeholder.account_id], subject: { room: 'governance', kind: 'communication', id }, act: 'governance.deliver-message', words: said })
    return ok({ messageId, to })
  })
}

/** Records whether the mail server took a message. */
export function recordMail(db: Db, actor: Actor, id: string, state: 'sent' | 'failed', now: Date): Promise<Result<object, Refusal<'not_found'>>> {
  return writeAs<Result<object, Refusal<'not_found'>>>(db, actor, 'governance.record-mail', async (tx, record) => {
    if (!(await lockMessage(tx, id))) return refuse({ code: 'not_found', values: { what: 'message', id } })
    await updateMessage(tx, id, { mail: { state, at: now.toISOString() } })
    await record({ room: 'governance', kind: 'stakeholder_message', id, before: { mail: 'sending' }, after: { mail: state } })
    return ok({})
  })
}

type Unanswered = Refusal<'not_found' | 'version_moved' | 'communication_not_yours' | 'message_answered'>

/** Records what came back of a message, by who was told or by who tells it; the owner hears of it. */
export function answerMessage(db: Db, actor: Actor, id: string, { version, words }: { readonly version: number; readonly words: string }, now: Date): Promise<Result<object, Unanswered>> {
  return writeAs<Result<object, Unanswered>>(db, actor, 'governance.answer-message', async (tx, record) => {
    const stored = await lockMessage(tx, id)
    const about = stored && (await lockCommunication(tx, stored.communication_id))
    const stakeholder = about && (await readStakeholders(tx)).find((one) => one.id === about.stakeholder_id)
    if (!stored || !about || !stakeholder) return refuse({ code: 'not_found', values: { what: 'message', id } })
    if (!answers(actor, about, stakeholder)) return refuse({ code: 'communication_not_yours', values: { about: about.about, expected: `${stakeholder.name} or ${about.owner}` } })
    if (stored.answer !== null) return refuse({ code: 'message_answered', values: { about: about.about, by: stored.answered_by, at: (stored.answered_at ?? '').slice(0, 10) } })
    const found = await expectVersion(tx, stored, { room: 'governance', kind: 'stakeholder_message', id, version })
    if (!found.ok) return found
    const said = words.trim()
    await updateMessage(tx, id, { answer: said, answered_by: actor.name, answered_at: now.toISOString() })
    await record({ room: 'governance', kind: 'stakeholder_message', id, before: { answer: null }, after: { answer: said } })
    await notify(tx, actor, { reason: 'message_answered', to: [about.owner_id], subject: { room: 'governance', kind: 'communication', id: about.id }, act: 'governance.answer-message', words: said })
    return ok({})
  })
}
