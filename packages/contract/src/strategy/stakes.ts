import { Type, type Static } from 'typebox'
import { Rating } from '../demand/index.ts'
import { ExplainedMoney, ExplainedNumber, Id, MoneyMetric, Nullable, OneOf, route } from '../wire/index.ts'
import { InitiativeRef } from './schemas.ts'

/** An initiative that somebody else owns, with what of its value is put down to the goals here, and which of them it serves. */
export const InitiativeAtStake = Type.Object({ initiative: InitiativeRef, rating: Nullable(Rating), goals: Type.Array(Type.String()), goalIds: Type.Array(Id), value: MoneyMetric })
export type InitiativeAtStake = Static<typeof InitiativeAtStake>

/** A goal of a unit or a function: how many initiatives of its own serve it and how many that others own, and how far it depends on those. */
export const GoalAtStake = Type.Object({ id: Id, statement: Type.String(), weight: Type.Number(), own: Type.Integer(), others: Type.Integer(), dependence: ExplainedNumber, exposed: ExplainedMoney })
export type GoalAtStake = Static<typeof GoalAtStake>

/** Whom a unit depends on, with whom there is something to agree. `unitId` null: initiatives that no unit owns. */
export const OwnerAtStake = Type.Object({ unitId: Nullable(Id), unit: Nullable(Type.String()), value: ExplainedMoney, initiatives: Type.Array(InitiativeAtStake) })
export type OwnerAtStake = Static<typeof OwnerAtStake>

/** What a unit or a function wants and others hold. */
export const UnitStake = Type.Object({
  id: Id, name: Type.String(), /** In whose hands its own initiatives are; null for a function that stands below no unit. */ unit: Nullable(Type.String()), goalsOf: OneOf(['own_strategy', 'organisation'], 'Goals of its own strategy; where it has none, those of the organisation that it owns'), goals: Type.Array(GoalAtStake), dependence: ExplainedNumber, exposed: ExplainedMoney, own: ExplainedMoney,
  /** What is exposed by delivery confidence, the worst first; classes are counted and never averaged. */
  classes: Type.Array(Type.Object({ rating: Nullable(Rating), initiatives: Type.Integer(), value: ExplainedMoney })),
  /** The one with most at stake first. */
  owners: Type.Array(OwnerAtStake),
})
export type UnitStake = Static<typeof UnitStake>

/** Stake and control of the strategy in force, the one with most at stake first. */
export const Stakes = Type.Object({ units: Type.Array(UnitStake) })
export type Stakes = Static<typeof Stakes>

export const stakeRoutes = {
  readStakes: route({ method: 'GET', path: '/api/strategy/stakes', summary: 'What of the goals of units and functions depends on initiatives that others own, by value, weight and delivery confidence, and whom there is something to agree with', access: 'read', reply: Stakes }),
} as const
