import { assumptionStandings, attentions, signalEffects, signalImpacts, signalLikelihoods, signalTimes } from '@throughline/engine/strategy'
import { Type, type Static } from 'typebox'
import { CivilDate, Id, IdParams, LongText, Nullable, OneOf, Seen, ShortText, Version, route } from '../wire/index.ts'

export const SignalEffect = OneOf(signalEffects, 'What a signal of change says of an assumption; one that trips it asks for a review')
const triage = { impact: OneOf(signalImpacts), likelihood: OneOf(signalLikelihoods), time: OneOf(signalTimes, 'Felt within a year, within three years, later') }
const about = { objectiveIds: Type.Optional(Type.Array(Id, { maxItems: 50 })), serviceIds: Type.Optional(Type.Array(Id, { maxItems: 50, description: 'Services of the PMO' })) }
const told = { words: Type.String(), by: Type.String(), on: CivilDate }
const named = { objectives: Type.Array(Type.Object({ id: Id, statement: Type.String() }), { description: 'Those that are in force' }), services: Type.Array(Type.Object({ id: Id, name: Type.String() })) }

/** Something seen that may change what the strategy rests on; no *signal* of the exchange, which a unit tells upwards. */
export const ChangeSignal = Type.Object({
  id: Id, title: Type.String(), words: Type.String(), source: Type.String(), link: Nullable(Type.String()), seenOn: CivilDate, theme: Type.String(), notedBy: Type.String(), version: Version,
  triage: Nullable(Type.Object({ ...triage, reason: Type.String(), by: Type.String(), on: CivilDate })), /** Null before it is triaged. */ attention: Nullable(OneOf(attentions)),
  termDays: Type.Integer(), staleOn: CivilDate, standing: OneOf(['to_triage', 'on_board', 'archived']), ...named, assumptions: Type.Array(Type.Object({ id: Id, statement: Type.String(), effect: SignalEffect, ...told })),
})
export type ChangeSignal = Static<typeof ChangeSignal>

export const WireDirection = OneOf(['above', 'below'])
/** What would show that an assumption holds no longer: a measure beyond a value. `measured` is the last value since the last review. */
const Wire = Type.Object({ measureId: Id, measure: Type.String(), direction: WireDirection, value: Type.Number(), measured: Nullable(Type.Object({ on: CivilDate, value: Type.Number() })) })
export const Assumption = Type.Object({
  id: Id, statement: Type.String(), owner: Type.String(), tripWords: Type.String({ description: 'What would show that it holds no longer' }), wire: Nullable(Wire), reviewOn: CivilDate, standing: OneOf(assumptionStandings), version: Version,
  tripped: Nullable(Type.Object({ ...told, signalId: Id, signal: Type.String(), seenOn: CivilDate })), reviewed: Nullable(Type.Object({ ...told, outcome: OneOf(['holds', 'reworded', 'given_up']) })), ...named, signals: Type.Array(Type.Object({ id: Id, title: Type.String(), effect: SignalEffect })),
})
export type Assumption = Static<typeof Assumption>
/** A theme that somebody looks at again and again. */
export const WatchItem = Type.Object({ id: Id, theme: Type.String(), looksFor: Type.String(), owner: Type.String(), everyDays: Type.Integer(), lookedOn: CivilDate, againOn: CivilDate, overdue: Type.Boolean(), signals: Type.Integer({ description: 'Signals of the theme that are not archived' }), version: Version })
export type WatchItem = Static<typeof WatchItem>
export const HorizonScan = Type.Object({
  today: CivilDate, signals: Type.Array(ChangeSignal, { description: 'What waits to be triaged, then what asks for most, then what is archived' }), assumptions: Type.Array(Assumption, { description: 'What tripped first' }), watch: Type.Array(WatchItem, { description: 'What is to be looked at next first' }),
})
export type HorizonScan = Static<typeof HorizonScan>

const TermDays = Type.Integer({ minimum: 1, maximum: 3650, description: 'Days after which it is archived, counted from when somebody looked at it last' })
const Link = Type.String({ pattern: '^https?://', maxLength: 1000 })
export const NewChangeSignal = Type.Object({ title: ShortText(200), words: Type.Optional(LongText(4000)), source: ShortText(300), link: Type.Optional(Nullable(Link)), seenOn: CivilDate, theme: ShortText(100), termDays: Type.Optional(TermDays), ...about })
export type NewChangeSignal = Static<typeof NewChangeSignal>
export const ChangeSignalChange = Type.Object({ version: Version, title: Type.Optional(ShortText(200)), words: Type.Optional(LongText(4000)), source: Type.Optional(ShortText(300)), link: Type.Optional(Nullable(Link)), seenOn: Type.Optional(CivilDate), theme: Type.Optional(ShortText(100)), ...about })
export type ChangeSignalChange = Static<typeof ChangeSignalChange>
export const NewTriage = Type.Object({ version: Version, ...triage, reason: ShortText(2000), termDays: Type.Optional(TermDays) })
export type NewTriage = Static<typeof NewTriage>
/** `effect` null takes the link back; what was tripped by it is reviewed all the same. */
export const AssumptionLink = Type.Object({ version: Version, assumptionId: Id, effect: Nullable(SignalEffect), words: Type.Optional(LongText(2000)) })
export type AssumptionLink = Static<typeof AssumptionLink>

const NewWire = Type.Object({ measureId: Id, direction: WireDirection, value: Type.Number() })
const assumptionFields = { tripWords: Type.Optional(LongText(1000)), wire: Type.Optional(Nullable(NewWire)), ...about }
export const NewAssumption = Type.Object({ statement: ShortText(500), owner: ShortText(200), reviewOn: CivilDate, ...assumptionFields })
export type NewAssumption = Static<typeof NewAssumption>
export const AssumptionChange = Type.Object({ version: Version, statement: Type.Optional(ShortText(500)), owner: Type.Optional(ShortText(200)), reviewOn: Type.Optional(CivilDate), ...assumptionFields })
export type AssumptionChange = Static<typeof AssumptionChange>
/** What comes of a review: it holds, it is said otherwise (`statement`), or it is given up. */
export const AssumptionReview = Type.Object({ version: Version, outcome: OneOf(['holds', 'reworded', 'given_up']), words: ShortText(2000), statement: Type.Optional(ShortText(500)), reviewOn: Type.Optional(CivilDate) })
export type AssumptionReview = Static<typeof AssumptionReview>

export const NewWatchItem = Type.Object({ theme: ShortText(100), looksFor: Type.Optional(LongText(1000)), owner: ShortText(200), everyDays: Type.Integer({ minimum: 1, maximum: 1000 }) })
export type NewWatchItem = Static<typeof NewWatchItem>
/** `lookedOn`: the day on which somebody looked. */
export const WatchItemChange = Type.Object({ version: Version, looksFor: Type.Optional(LongText(1000)), owner: Type.Optional(ShortText(200)), everyDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })), lookedOn: Type.Optional(CivilDate) })
export type WatchItemChange = Static<typeof WatchItemChange>

/** Horizon scanning: signals of change, the assumptions that they bear on, and what is watched. Every act answers with all of it. */
export const horizonRoutes = {
  readHorizon: route({ method: 'GET', path: '/api/strategy/horizon', summary: 'Signals of change with their triage, the assumptions that the strategy rests on with what tripped them, and the watch list', access: 'read', reply: HorizonScan }),
  addChangeSignal: route({ method: 'POST', path: '/api/strategy/horizon/signals', summary: 'Note a signal of change: what was seen, where and on which day', access: 'take_part', body: NewChangeSignal, reply: HorizonScan, status: 201, refusals: ['signal_ahead'] }),
  changeChangeSignal: route({ method: 'PATCH', path: '/api/strategy/horizon/signals/:id', summary: 'Change a signal of change, and what it is about', access: 'edit_strategy', params: IdParams, body: ChangeSignalChange, reply: HorizonScan, refusals: ['signal_ahead'] }),
  triageChangeSignal: route({ method: 'POST', path: '/api/strategy/horizon/signals/:id/triage', summary: 'Judge impact, likelihood and time of a signal of change; its term begins anew', access: 'edit_strategy', params: IdParams, body: NewTriage, reply: HorizonScan }),
  linkChangeSignal: route({ method: 'POST', path: '/api/strategy/horizon/signals/:id/assumptions', summary: 'Say what a signal of change says of an assumption; where it trips it, owners of the strategy are asked for a review', access: 'edit_strategy', params: IdParams, body: AssumptionLink, reply: HorizonScan, refusals: ['assumption_given_up'] }),
  addAssumption: route({ method: 'POST', path: '/api/strategy/horizon/assumptions', summary: 'Write down an assumption that the strategy rests on, with its trip-wire and the day of its review', access: 'edit_strategy', body: NewAssumption, reply: HorizonScan, status: 201, refusals: ['name_taken', 'review_not_ahead'] }),
  changeAssumption: route({ method: 'PATCH', path: '/api/strategy/horizon/assumptions/:id', summary: 'Change an assumption, its trip-wire, or what rests on it', access: 'edit_strategy', params: IdParams, body: AssumptionChange, reply: HorizonScan, refusals: ['name_taken', 'review_not_ahead'] }),
  reviewAssumption: route({ method: 'POST', path: '/api/strategy/horizon/assumptions/:id/reviews', summary: 'Say what came of the review of an assumption: it holds, it is said otherwise, or it is given up', access: 'edit_strategy', params: IdParams, body: AssumptionReview, reply: HorizonScan, refusals: ['name_taken', 'review_not_ahead', 'assumption_given_up'] }),
  addWatchItem: route({ method: 'POST', path: '/api/strategy/horizon/watch', summary: 'Put a theme on the watch list', access: 'edit_strategy', body: NewWatchItem, reply: HorizonScan, status: 201, refusals: ['name_taken'] }),
  changeWatchItem: route({ method: 'PATCH', path: '/api/strategy/horizon/watch/:id', summary: 'Change what is watched, or say that somebody looked', access: 'edit_strategy', params: IdParams, body: WatchItemChange, reply: HorizonScan, refusals: ['signal_ahead'] }),
  removeWatchItem: route({ method: 'DELETE', path: '/api/strategy/horizon/watch/:id', summary: 'Take a theme from the watch list; its signals stay', access: 'edit_strategy', params: IdParams, query: Seen, seen: 'watch_item', reply: HorizonScan }),
} as const
