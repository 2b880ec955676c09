import type { Communication, CommunicationPlan, Message, Stakeholder } from '@throughline/contract/governance'
import { dueNext } from '@throughline/engine/governance'
import type { Actor } from '../../database/index.ts'
import { may } from '../../people/index.ts'
import { speaksFor, tells } from './refusals.ts'
import type { StoredCommunication, StoredMessage, StoredStakeholder, Told } from './store.ts'

type Kept = {
  readonly stakeholders: readonly StoredStakeholder[]; readonly communications: readonly StoredCommunication[]; readonly messages: readonly StoredMessage[]; readonly told: ReadonlyMap<string, Told>; readonly mail: boolean; readonly initiatives: ReadonlyMap<string, string>; readonly today: string
}

/** The plan as one reader sees it: who is told what, what is due, what was told and what came back. */
export function presentPlan(kept: Kept, reader: Actor): CommunicationPlan {
  const names = new Map(kept.stakeholders.map((row) => [row.id, row]))
  const takesPart = may(reader, 'take_part')
  const communications = kept.communications.flatMap((row) => {
    const stakeholder = names.get(row.stakeholder_id)
    return stakeholder ? [presentCommunication(row, stakeholder, kept, takesPart && tells(reader, row))] : []
  })
  const abouts = new Map(kept.communications.map((row) => [row.id, row]))
  const messages = kept.messages.flatMap((row): readonly Message[] => {
    const about = abouts.get(row.communication_id)
    const stakeholder = about && names.get(about.stakeholder_id)
    return about && stakeholder ? [presentMessage(row, about, stakeholder, takesPart && row.answer === null && row.mail?.state !== 'failed' && answers(reader, about, stakeholder))] : []
  })
  return {
    stakeholders: kept.stakeholders.filter(({ removed_at }) => removed_at === null).map((row) => presentStakeholder(row, takesPart && speaksFor(reader, row))),
    communications: communications.toSorted(byDue), overdue: communications.filter(({ state, due }) => state === 'due' && (due?.overdueDays ?? 0) > 0).length,
    messages, omitted: Math.max(0, [...kept.told.values()].reduce((sum, { count }) => sum + count, 0) - kept.messages.length), unanswered: messages.filter(({ answer, mail }) => answer === null && mail?.state !== 'failed').length, mail: kept.mail,
  }
}

/** Whether somebody may record what came back: who was told, and who tells it. */
export const answers = (actor: Actor, communication: Pick<StoredCommunication, 'owner_id'>, stakeholder: Pick<StoredStakeholder, 'account_id'>): boolean => tells(actor, communication) || (stakeholder.account_id !== null && stakeholder.account_id === actor.accountId)

const presentStakeholder = ({ id, version, name, kind, account_id, account, note, channel, detail, language, opted_out }: StoredStakeholder, change: boolean): Stakeholder => ({
  id, version, name, kind, account: account_id === null ? null : { id: account_id, name: account ?? '' }, note, channel, detail, language, optedOut: opted_out, may: { change },
})

function presentCommunication(row: StoredCommunication, stakeholder: StoredStakeholder, { told, initiatives, today }: Kept, deliver: boolean): Communication {
  const { id, version, about, cadence, first_on, owner_id, owner, initiative_id, ended_at, ended_by, ended_because } = row
  const last = told.get(id)
  const over = ended_at !== null || stakeholder.opted_out
  const due = over ? null : dueNext({ cadence, firstOn: first_on, toldOn: last?.last ?? null, today })
  return {
    id, version, stakeholder: { id: stakeholder.id, name: stakeholder.name }, about, cadence, firstOn: first_on, owner: { id: owner_id, name: owner }, initiative: initiative_id === null ? null : { id: initiative_id, name: initiatives.get(initiative_id) ?? '' },
    due: due && { on: due.dueOn, overdueDays: due.overdueDays }, toldOn: last?.last ?? null, messages: last?.count ?? 0,
    state: ended_at !== null ? 'ended' : stakeholder.opted_out ? 'opted_out' : due === null ? 'told' : due.dueOn <= today ? 'due' : 'planned',
    ended: ended_at === null ? null : { by: ended_by ?? '', at: ended_at, reason: ended_because ?? '' }, may: { deliver: deliver && !over },
  }
}

const presentMessage = (row: StoredMessage, { about }: StoredCommunication, { id, name }: StoredStakeholder, answer: boolean): Message => ({
  id: row.id, version: row.version, communicationId: row.communication_id, stakeholder: { id, name }, about, on: row.told_on, channel: row.channel, detail: row.detail, language: row.language, words: row.words, deliveredBy: row.delivered_by, deliveredAt: row.delivered_at, mail: row.mail && { state: row.mail.state, at: row.mail.at },
  answer: row.answer === null ? null : { by: row.answered_by ?? '', at: row.answered_at ?? '', words: row.answer }, may: { answer },
})

/** By the day on which it is due; what is not due any more comes last. */
const byDue = (a: Communication, b: Communication): number => ((a.due?.on ?? '9') === (b.due?.on ?? '9') ? (a.stakeholder.name < b.stakeholder.name ? -1 : 1) : (a.due?.on ?? '9') < (b.due?.on ?? '9') ? -1 : 1)
