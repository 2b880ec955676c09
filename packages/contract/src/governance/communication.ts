import { cadences, channels, details } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, Id, IdParams, Instant, LongText, Named, Nullable, OneOf, type ProblemKind, type Refusal, route, Seen, ShortText, Version } from '../wire/index.ts'

export const Channel = OneOf(channels, 'How somebody is reached')
export type Channel = Static<typeof Channel>
export const Detail = OneOf(details, 'How much somebody wants to read: the point, its line, or everything that was recorded')
export type Detail = Static<typeof Detail>
export const Cadence = OneOf(cadences, 'How often something is told')
export type Cadence = Static<typeof Cadence>
const Language = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 20, description: 'A language by its tag: en, de, pt-BR' })
const manner = { channel: Channel, detail: Detail, language: Language }
export const Manner = Type.Object(manner)
export type Manner = Static<typeof Manner>

/** Somebody, or a group, who is told of the work. */
export const Stakeholder = Type.Object({
  id: Id, version: Version, name: Type.String(), kind: OneOf(['person', 'group']), /** The member that it is, where it is one: their own objectives are in drafts, and they say themselves how they want to be told. */ account: Nullable(Named), note: Type.String(), ...manner, optedOut: Type.Boolean(),
  /** Whether the reader may change how it is told. */
  may: Type.Object({ change: Type.Boolean() }),
})
export type Stakeholder = Static<typeof Stakeholder>

/** Something that a stakeholder is told again and again, or once. */
export const Communication = Type.Object({
  id: Id, version: Version, stakeholder: Named, about: Type.String(), cadence: Cadence, firstOn: CivilDate, owner: Named, initiative: Nullable(Named),
  /** The next day on which it is due, and by how many days that is past; null where nothing is due any more. */
  due: Nullable(Type.Object({ on: CivilDate, overdueDays: Type.Integer() })), toldOn: Nullable(CivilDate), messages: Type.Integer(),
  /** `opted_out`: nothing is due, for they want to be told nothing. */
  state: OneOf(['due', 'planned', 'told', 'opted_out', 'ended']), ended: Nullable(Type.Object({ by: Type.String(), at: Instant, reason: Type.String() })),
  may: Type.Object({ deliver: Type.Boolean() }),
})
export type Communication = Static<typeof Communication>

/** What was told, in which manner, and what came back. Never changed but for the answer. */
export const Message = Type.Object({
  id: Id, version: Version, communicationId: Id, stakeholder: Named, about: Type.String(), on: CivilDate, ...manner, words: Type.String(), deliveredBy: Type.String(), deliveredAt: Instant,
  /** Where Throughline took it to their mailbox itself: whether the mail server took it. `sending`: that was not told, so it may have gone. One that failed tells nobody anything. */
  mail: Nullable(Type.Object({ state: OneOf(['sending', 'sent', 'failed']), at: Instant })),
  answer: Nullable(Type.Object({ by: Type.String(), at: Instant, words: Type.String() })), may: Type.Object({ answer: Type.Boolean() }),
})
export type Message = Static<typeof Message>

export const CommunicationPlan = Type.Object({
  stakeholders: Type.Array(Stakeholder),
  /** What is overdue longest first, then what is due next; what is over last. */
  communications: Type.Array(Communication), overdue: Type.Integer(),
  /** Newest first; at most 200. */
  messages: Type.Array(Message), omitted: Type.Integer({ description: 'Messages beyond those listed' }), unanswered: Type.Integer({ description: 'Messages without an answer, of those listed' }),
  mail: Type.Boolean({ description: 'Whether there is a mail server, so that members can be sent what they want by mail' }),
})
export type CommunicationPlan = Static<typeof CommunicationPlan>

/** A draft for the one who is told, from their own objectives; in English. */
export const MessageDraft = Type.Object({ words: Type.String(), ...manner, objectives: Type.Integer({ description: 'Objectives that something of theirs leads up to' }) })
export type MessageDraft = Static<typeof MessageDraft>

export const NewStakeholder = Type.Object({ name: ShortText(160), kind: OneOf(['person', 'group']), accountId: Type.Optional(Nullable(Id)), note: LongText(1000), ...manner })
export type NewStakeholder = Static<typeof NewStakeholder>
export const StakeholderChange = Type.Object({ version: Version, name: Type.Optional(ShortText(160)), note: Type.Optional(LongText(1000)), channel: Type.Optional(Channel), detail: Type.Optional(Detail), language: Type.Optional(Language), optedOut: Type.Optional(Type.Boolean()) })
export type StakeholderChange = Static<typeof StakeholderChange>
export const NewCommunication = Type.Object({ stakeholderId: Id, about: ShortText(300), cadence: Cadence, firstOn: CivilDate, ownerId: Id, initiativeId: Type.Optional(Nullable(Id)) })
export type NewCommunication = Static<typeof NewCommunication>
export const CommunicationEnd = Type.Object({ version: Version, reason: ShortText(2000) })
export const NewMessage = Type.Object({ version: Version, on: CivilDate, ...manner, words: ShortText(8000), send: Type.Optional(Type.Boolean({ description: 'Send it to the member by mail now; left out, it was told otherwise and is recorded' })) })
export type NewMessage = Static<typeof NewMessage>
export const MessageAnswer = Type.Object({ version: Version, words: ShortText(8000) })

export type CommunicationRefusal = Refusal<'stakeholder_there' | 'stakeholder_not_yours' | 'opted_out' | 'preference_not_honoured' | 'communication_ended' | 'communication_not_yours' | 'message_ahead' | 'message_answered' | 'message_unsendable'>
const wrong = (title: string, words: string): ProblemKind => ({ status: 422, title, words, exit: 65 })
const against = (title: string, words: string): ProblemKind => ({ status: 409, title, words, exit: 73 })
const notYours = (words: string): ProblemKind => ({ status: 403, title: 'Somebody else does this', words, exit: 77 })
/** Each refusal of communication, with the names involved. */
export const communicationProblems = {
  stakeholder_there: against('The stakeholder is there', 'There is a stakeholder named {name} already.'),
  stakeholder_not_yours: notYours('How {name} is told is said by {expected}.'),
  opted_out: against('They want to be told nothing', '{name} has opted out; nothing is planned for them or told to them until they opt in again.'),
  preference_not_honoured: wrong('They want to be told otherwise', 'Found {found} as the {preference} of this message; {name} wants {expected}. Tell them so, or have their preference changed.'),
  communication_ended: against('It is not told any more', '{by} ended {about} on {at}: {reason}'),
  communication_not_yours: notYours('{about} is told by {expected}.'),
  message_ahead: wrong('The day is still to come', 'Found a message of {found}; expected a day up to {today}: it is recorded once it was told.'),
  message_unsendable: wrong('It cannot be sent', 'Found {found}; expected {expected}. Tell it otherwise, and record it once it was told.'),
  message_answered: against('It is answered', '{by} answered {about} on {at} already.'),
} as const satisfies Record<CommunicationRefusal['code'], ProblemKind>

const plan = { reply: CommunicationPlan } as const
export const communicationRoutes = {
  readCommunication: route({ method: 'GET', path: '/api/governance/communication', summary: 'Who is told what and how often, what is overdue, what was told, and what came back', access: 'read', ...plan }),
  addStakeholder: route({ method: 'POST', path: '/api/governance/stakeholders', summary: 'Add a stakeholder with how they want to be told: channel, detail and language', access: 'edit_strategy', body: NewStakeholder, ...plan, status: 201, refusals: ['stakeholder_there'] }),
  changeStakeholder: route({ method: 'PATCH', path: '/api/governance/stakeholders/:id', summary: 'Change how a stakeholder is told, or opt out; by themselves where they are a member, else by who plans communication', access: 'take_part', params: IdParams, body: StakeholderChange, ...plan, refusals: ['stakeholder_there', 'stakeholder_not_yours'] }),
  removeStakeholder: route({ method: 'DELETE', path: '/api/governance/stakeholders/:id', summary: 'Remove a stakeholder, and end what was planned for them; what was told stays in the log', access: 'edit_strategy', params: IdParams, query: Seen, ...plan, seen: 'stakeholder' }),
  planCommunication: route({ method: 'POST', path: '/api/governance/communications', summary: 'Plan what a stakeholder is told, how often, from which day and by whom', access: 'edit_strategy', body: NewCommunication, ...plan, status: 201, refusals: ['opted_out'] }),
  endCommunication: route({ method: 'POST', path: '/api/governance/communications/:id/end', summary: 'Tell it no more, with the reason', access: 'edit_strategy', params: IdParams, body: CommunicationEnd, ...plan, refusals: ['communication_ended'] }),
  readMessageDraft: route({ method: 'GET', path: '/api/governance/communications/:id/draft', summary: 'A draft of the next message from the objectives that the stakeholder’s own work leads up to, as detailed as they want it', access: 'take_part', params: IdParams, reply: MessageDraft, refusals: ['opted_out', 'communication_not_yours'] }),
  deliverMessage: route({ method: 'POST', path: '/api/governance/communications/:id/messages', summary: 'Record what was told, or send it by mail to a member who wants that; refused where it does not honour channel, detail or language, and where they have opted out', access: 'take_part', params: IdParams, body: NewMessage, ...plan, status: 201, refusals: ['opted_out', 'preference_not_honoured', 'communication_ended', 'communication_not_yours', 'message_ahead', 'message_unsendable'] }),
  answerMessage: route({ method: 'POST', path: '/api/governance/messages/:id/answer', summary: 'Record what came back: by who was told, or by who told it', access: 'take_part', params: IdParams, body: MessageAnswer, ...plan, refusals: ['communication_not_yours', 'message_answered'] }),
} as const
