import { deliveryRisks, offerStates } from '@throughline/engine/governance'
import { Type, type Static } from 'typebox'
import { Rating } from '../demand/schemas.ts'
import { ExplainedMoney, ExplainedNumber, Id, IdParams, Instant, LongText, MoneyMetric, Named, Nullable, OneOf, route, ShortText, Version } from '../wire/index.ts'
import { ServiceClass } from './services.ts'

const Said = Type.Object({ by: Type.String(), at: Instant, words: Type.String() })
const OfferedService = Type.Object({ id: Id, name: Type.String(), class: ServiceClass })
export const DeliveryRisk = OneOf(deliveryRisks, 'In doubt from amber on, likely at green and amber/green; what nobody rated is neither')

/** What the PMO offers a unit about an initiative that its goals hang on, and what it asks of the unit in return. */
export const UnitOffer = Type.Object({
  id: Id, version: Version, /** Whose goals they are: a strategy of a unit or function, or a unit. */ holder: Named, initiative: Named, service: OfferedService,
  lowers: Type.String({ description: 'How it lowers the risk' }), inReturn: Type.String({ description: 'What is asked of the unit in return' }),
  /** `offered` waits for the unit; `agreed` is kept by both sides. */
  state: OneOf(offerStates), by: Named, at: Instant, answer: Nullable(Said), withdrawn: Nullable(Said),
  /** Who answers for the unit: those with a role in it, or in one above it. None: whoever takes part. */
  answerers: Type.Array(Named),
  /** That the PMO gave what it offered, and the unit what was asked of it; each null until somebody said so. */
  given: Nullable(Said), returned: Nullable(Said),
  atStake: Type.Boolean({ description: 'Whether goals of the unit still hang on this initiative of others' }),
})
export type UnitOffer = Static<typeof UnitOffer>

/** A goal of the unit with the worst that it hangs on outside of its control; null where it hangs on nobody else. */
export const SheetGoal = Type.Object({ id: Id, statement: Type.String(), weight: Type.Number(), own: Type.Integer(), others: Type.Integer(), risk: Nullable(DeliveryRisk), exposed: ExplainedMoney })
export type SheetGoal = Static<typeof SheetGoal>
/** An initiative of others that goals of the unit hang on, with what lowers its risk: services of the PMO that were accepted or delivered for it, and offers that stand. */
export const OutsideInitiative = Type.Object({
  initiative: Named, owner: Nullable(Type.String()), rating: Nullable(Rating), risk: DeliveryRisk, goals: Type.Array(Type.String()), value: MoneyMetric,
  services: Type.Array(Type.Object({ name: Type.String(), state: OneOf(['accepted', 'delivered']) })), offers: Type.Integer(), helped: Type.Boolean(),
})
export type OutsideInitiative = Static<typeof OutsideInitiative>

/** What is in it for one unit, from its own goals alone. */
export const OfferSheet = Type.Object({
  holder: Named, unit: Nullable(Type.String()), goalsOf: OneOf(['own_strategy', 'organisation']), goals: Type.Array(SheetGoal), /** What is in doubt first, then by what is at stake. */ outside: Type.Array(OutsideInitiative),
  /** What the PMO still owes: an offer at all, a part of it, or nothing, be it that all of it is helped or that nothing is at risk. */
  lack: OneOf(['no_offer', 'part', 'none', 'nothing_at_risk']),
  atRisk: ExplainedMoney, covered: ExplainedMoney, coverage: ExplainedNumber,
  /** Newest first. */
  offers: Type.Array(UnitOffer),
})
export type OfferSheet = Static<typeof OfferSheet>
export const UnitOffers = Type.Object({
  /** Those without any offer first, then by what is at stake. */
  sheets: Type.Array(OfferSheet),
  /** Units of which no goal is known, so that nothing can be derived. */
  withoutGoals: Type.Array(Named),
  /** Services that can be offered. */
  services: Type.Array(OfferedService),
  /** Offers to units that have no goals any more. */
  elsewhere: Type.Array(UnitOffer),
})
export type UnitOffers = Static<typeof UnitOffers>

export const NewUnitOffer = Type.Object({ holderId: Id, initiativeId: Id, serviceId: Id, lowers: ShortText(2000), inReturn: ShortText(2000) })
export type NewUnitOffer = Static<typeof NewUnitOffer>
/** Agreed to, or declined with the reason. */
export const OfferAnswer = Type.Object({ version: Version, answer: Type.Union([Type.Object({ kind: Type.Literal('agree'), words: LongText(2000) }), Type.Object({ kind: Type.Literal('decline'), reason: ShortText(2000) })]) })
export type OfferAnswer = Static<typeof OfferAnswer>
export const OfferKept = Type.Object({ version: Version, side: OneOf(['offer', 'return'], 'What the PMO offered, or what was asked in return'), words: ShortText(2000) })
export type OfferKept = Static<typeof OfferKept>
export const OfferWithdrawal = Type.Object({ version: Version, reason: ShortText(2000) })

export const unitOfferRoutes = {
  readUnitOffers: route({ method: 'GET', path: '/api/governance/unit-offers', summary: 'What is in it for each unit: its goals at risk through initiatives that others own, what the PMO offers to lower that risk, what it asks in return, and where no offer is made', access: 'read', reply: UnitOffers }),
  makeUnitOffer: route({ method: 'POST', path: '/api/governance/unit-offers', summary: 'Offer a unit a service of the PMO about an initiative of others that its goals hang on, and ask something in return', access: 'edit_strategy', body: NewUnitOffer, reply: UnitOffers, status: 201, refusals: ['service_retired', 'service_unpublished', 'offer_beyond_goals', 'offer_there'] }),
  answerUnitOffer: route({ method: 'POST', path: '/api/governance/unit-offers/:id/answer', summary: 'Agree to an offer for the unit, or decline it with the reason; never one’s own. Where somebody has a role in the unit or above it, only they answer', access: 'take_part', params: IdParams, body: OfferAnswer, reply: UnitOffers, refusals: ['offer_past', 'offer_own', 'offer_elsewhere'] }),
  keepUnitOffer: route({ method: 'POST', path: '/api/governance/unit-offers/:id/keeping', summary: 'Say that one side of an agreed offer was kept: what the PMO offered, or what was asked of the unit', access: 'take_part', params: IdParams, body: OfferKept, reply: UnitOffers, refusals: ['offer_past'] }),
  withdrawUnitOffer: route({ method: 'POST', path: '/api/governance/unit-offers/:id/withdrawal', summary: 'Withdraw an offer that is waiting or agreed, with the reason; it stays in the log', access: 'edit_strategy', params: IdParams, body: OfferWithdrawal, reply: UnitOffers, refusals: ['offer_past'] }),
} as const
