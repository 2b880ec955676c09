import { chanceKinds, componentKinds, componentStates, reuseStates } from '@throughline/engine/delivery'
import { deliverableStates } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { CivilDate, ExplainedNumber, Id, IdParams, LongText, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'

export const ComponentKind = OneOf(componentKinds, 'What kind of thing it is')
export type ComponentKind = Static<typeof ComponentKind>
export const ComponentState = OneOf(componentStates, 'As its deliverable or its work tells, where one of them is named; else by its day')
export type ComponentState = Static<typeof ComponentState>
export const ReuseState = OneOf(reuseStates, 'offered: unverified until the receiving initiative accepts it')
export type ReuseState = Static<typeof ReuseState>

const Said = Type.Object({ by: Type.String(), on: CivilDate, words: Type.String() })
/** A deliverable with how far its newest edition is; one beyond the first was opened again. */
const OfDeliverable = Type.Object({ ...Named.properties, state: OneOf(deliverableStates), edition: Type.Integer() })
/** What an initiative makes that another can use. */
export const Component = Type.Object({
  id: Id, version: Version, name: Type.String(), kind: ComponentKind, initiative: Named, availableOn: CivilDate, work: Nullable(Type.Object({ ...Named.properties, state: Type.String() })), /** The deliverable that it is, which tells its state. */ deliverable: Nullable(OfDeliverable), state: ComponentState, skills: Type.Array(Type.String()), words: Type.String(), recordedBy: Type.String(),
  withdrawn: Nullable(Said), /** Initiatives that reuse it. */ reusedBy: Type.Array(Named),
})
export type Component = Static<typeof Component>
const Hours = Type.Number({ minimum: 0, maximum: 1_000_000, description: 'Person hours' })
/** A component that is offered to another initiative, with the effort that it saves there as somebody estimates it. Accepted, it links both; it never enters the value ledger by itself. */
export const ReuseOffer = Type.Object({
  id: Id, version: Version, component: Type.Object({ ...Named.properties, state: ComponentState, deliverable: Nullable(OfDeliverable) }), from: Named, to: Named, leastHours: Hours, mostHours: Hours, basis: Type.String(), offeredBy: Type.String(), offeredOn: CivilDate, state: ReuseState, answer: Nullable(Said),
  /** What was saved, confirmed once by somebody who did not accept it. */
  saved: Nullable(Type.Object({ hours: Hours, on: CivilDate, words: Type.String(), link: Type.String(), by: Type.String() })),
  own: Type.Object({ offered: Type.Boolean(), accepted: Type.Boolean() }, { description: 'Whether the reader offered or accepted it' }),
})
export type ReuseOffer = Static<typeof ReuseOffer>
export const ReuseSaving = Type.Object({ waiting: ExplainedNumber, least: ExplainedNumber, most: ExplainedNumber, saved: ExplainedNumber })
export type ReuseSaving = Static<typeof ReuseSaving>
/** Where initiatives that go on could go together, with what they share. */
export const ReuseChance = Type.Object({ kind: OneOf(chanceKinds), thing: Type.String(), period: Nullable(Type.String()), initiatives: Type.Array(Named, { description: 'At most 20' }), count: Type.Integer() })
export type ReuseChance = Static<typeof ReuseChance>
export const ReuseBoard = Type.Object({
  on: CivilDate,
  /** By name; at most 200. */
  components: Type.Array(Component), omitted: Type.Integer({ description: 'Components that fit beyond those listed' }), all: Type.Integer({ description: 'Of all initiatives, whatever was looked for' }),
  /** Those that wait for an answer first, then the newest; at most 200. */
  offers: Type.Array(ReuseOffer), omittedOffers: Type.Integer({ description: 'Offers that fit beyond those listed' }), allOffers: Type.Integer({ description: 'Of all initiatives, whatever was looked for' }), waiting: Type.Integer({ description: 'Of these, those that wait for an answer' }), saving: ReuseSaving,
  /** What most initiatives share first; at most 50. */
  chances: Type.Array(ReuseChance), omittedChances: Type.Integer(),
})
export type ReuseBoard = Static<typeof ReuseBoard>

/** Initiatives that go on and read as if they could use a component. Words only suggest. */
export const ComponentFits = Type.Object({ component: Named, fits: Type.Array(Type.Object({ initiative: Named, likeness: ExplainedNumber, offered: Type.Boolean() })) })
export type ComponentFits = Static<typeof ComponentFits>
/** What an initiative makes for others and has from them, and what others make that reads like what it needs. */
export const InitiativeReuse = Type.Object({
  initiative: Named, components: Type.Array(Component), offers: Type.Array(ReuseOffer), /** Given away, and had from others: each offer counts once in the whole organisation. */ given: ReuseSaving, had: ReuseSaving,
  fits: Type.Array(Type.Object({ component: Named, from: Named, state: ComponentState, likeness: ExplainedNumber })), mayEdit: Type.Boolean(),
})
export type InitiativeReuse = Static<typeof InitiativeReuse>

const given = { name: ShortText(200), kind: ComponentKind, availableOn: CivilDate, taskId: Nullable(Type.Unsafe<string>({ ...Id, description: 'The work of the initiative that makes it' })), deliverableId: Type.Optional(Nullable(Type.Unsafe<string>({ ...Id, description: 'The deliverable of the initiative that it is; it goes before work' }))), skills: Type.Array(ShortText(60), { maxItems: 20 }), words: LongText(4000) }
export const NewComponent = Type.Object(given)
export type NewComponent = Static<typeof NewComponent>
export const ComponentChange = Type.Object({ version: Version, ...Type.Partial(NewComponent).properties })
export type ComponentChange = Static<typeof ComponentChange>
const Reasoned = Type.Object({ version: Version, reason: ShortText(2000) })
export const NewReuseOffer = Type.Object({ toInitiativeId: Id, leastHours: Hours, mostHours: Hours, basis: Type.Unsafe<string>({ ...ShortText(2000), description: 'By what the saving is estimated' }) })
export type NewReuseOffer = Static<typeof NewReuseOffer>
export const ReuseAnswer = Type.Object({ version: Version, accept: Type.Boolean(), words: Type.Unsafe<string>({ ...ShortText(2000), description: 'What it is used for, or why not' }) })
export type ReuseAnswer = Static<typeof ReuseAnswer>
export const NewSaving = Type.Object({ version: Version, hours: Hours, on: CivilDate, words: Type.Unsafe<string>({ ...ShortText(2000), description: 'What shows it' }), link: Type.String({ maxLength: 500, pattern: '^(https?://[^\\s\\u0000]+)?$', description: 'An address that begins with http:// or https://; empty: none' }) })
export type NewSaving = Static<typeof NewSaving>

const ofInitiative = '/api/delivery/initiatives/:id'
const onInitiative = { access: 'edit_initiative', on: [{ kind: 'initiative', at: 'params.id' }], reply: InitiativeReuse } as const
const onComponent = { ...onInitiative, params: Type.Object({ id: Id, componentId: Id }) } as const
const onOffer = { ...onInitiative, params: Type.Object({ id: Id, offerId: Id }) } as const
/** Reuse across initiatives: components, offers with the effort that they save, and where initiatives could go together. Acts answer with the initiative on which they are done. */
export const reuseRoutes = {
  readReuse: route({ method: 'GET', path: '/api/delivery/reuse', summary: 'Components that initiatives make for others, offers with what they save, and where initiatives could go together', access: 'read', query: Type.Object({ search: Type.Optional(Type.Unsafe<string>({ ...LongText(120), description: 'In the name, the skills, the words or the initiative of a component; in the component, the basis or an initiative of an offer' })), state: Type.Optional(ComponentState) }), reply: ReuseBoard }),
  readComponentFits: route({ method: 'GET', path: '/api/delivery/components/:id/fits', summary: 'Which initiatives read as if they could use a component, with the words by which they do', access: 'read', params: IdParams, reply: ComponentFits }),
  readInitiativeReuse: route({ method: 'GET', path: `${ofInitiative}/reuse`, summary: 'What an initiative makes for others and has from them, and what others make that reads like what it needs', access: 'read', params: IdParams, reply: InitiativeReuse }),
  addComponent: route({ method: 'POST', path: `${ofInitiative}/components`, summary: 'Say what an initiative makes that others can use', ...onInitiative, params: IdParams, body: NewComponent, status: 201, refusals: ['component_there'] }),
  changeComponent: route({ method: 'PATCH', path: `${ofInitiative}/components/:componentId`, summary: 'Change what is said of a component', ...onComponent, body: ComponentChange, refusals: ['component_there', 'component_withdrawn'] }),
  withdrawComponent: route({ method: 'POST', path: `${ofInitiative}/components/:componentId/withdrawal`, summary: 'Withdraw a component, with the reason; offers that wait are withdrawn with it, and what was accepted stays', ...onComponent, body: Reasoned, refusals: ['component_withdrawn'] }),
  offerComponent: route({ method: 'POST', path: `${ofInitiative}/components/:componentId/offers`, summary: 'Offer a component to another initiative, with the effort that it saves there; once for each of them', ...onComponent, body: NewReuseOffer, status: 201, refusals: ['component_withdrawn', 'reuse_there', 'reuse_contradicts'] }),
  answerReuseOffer: route({ method: 'POST', path: `${ofInitiative}/reuse-offers/:offerId/answer`, summary: 'Accept an offer for the receiving initiative, or decline it; not by who offered it', ...onOffer, body: ReuseAnswer, refusals: ['reuse_past', 'reuse_own', 'reuse_contradicts'] }),
  withdrawReuseOffer: route({ method: 'POST', path: `${ofInitiative}/reuse-offers/:offerId/withdrawal`, summary: 'Withdraw an offer of the giving initiative that nobody has answered, with the reason', ...onOffer, body: Reasoned, refusals: ['reuse_past'] }),
  confirmReuseSaving: route({ method: 'POST', path: `${ofInitiative}/reuse-offers/:offerId/saving`, summary: 'Confirm with evidence what an accepted offer saved the receiving initiative, once; not by who accepted it', ...onOffer, body: NewSaving, refusals: ['reuse_past', 'reuse_own', 'reuse_contradicts'] }),
} as const
