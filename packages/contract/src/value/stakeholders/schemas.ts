import { Type, type Static } from 'typebox'
import { Explanation, Id, LongText, Nullable, OneOf } from '../../wire/index.ts'
import { UnitOfAccount } from '../ledger/register.ts'

export const StakeholderClass = OneOf(['owners', 'customers', 'employees', 'alliances', 'communities'], 'For whom value is created')
const share = Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'Millionths of the benefit' }))
/** How much of a benefit goes to whom: millionths that sum to the whole. */
export const ClassSplit = Type.Object({ owners: share, customers: share, employees: share, alliances: share, communities: share })
export type ClassSplit = Static<typeof ClassSplit>

/** Least units of the unit of account: what is gained, what is borne (zero or below), and what is left of both. */
export const ClassAmounts = Type.Object({ gains: Type.String(), bears: Type.String(), net: Type.String() })
const stages = { promised: ClassAmounts, claimed: ClassAmounts, verified: ClassAmounts }
const whys = Type.Object({ promised: Explanation, claimed: Explanation, verified: Explanation })
/** A class in one unit of account; null is what nobody has said of. */
export const ClassValue = Type.Object({ class: Nullable(StakeholderClass), benefits: Type.Integer(), ...stages, why: whys })
export type ClassValue = Static<typeof ClassValue>
/** One unit of account: its classes sum to its total, at each stage. Units are never added. */
export const UnitClassValue = Type.Object({ unit: UnitOfAccount, classes: Type.Array(ClassValue), total: Type.Object({ benefits: Type.Integer(), ...stages, why: whys }) })
export type UnitClassValue = Static<typeof UnitClassValue>

/** A class that is not served: worse off in a unit, passed over by every benefit, or with promises of which nothing is claimed yet. */
export const ClassAlert = Type.Object({
  kind: OneOf(['worse_off', 'passed_over', 'promised_only']), class: StakeholderClass, words: Type.String(),
  /** Where it is worse off: in which unit, at which stage, by how much. */
  at: Nullable(Type.Object({ unit: UnitOfAccount, stage: OneOf(['promised', 'claimed', 'verified']), net: Type.String() })),
})
export type ClassAlert = Static<typeof ClassAlert>

/** A benefit of the ledger with whom it goes to; null where nobody has said. */
export const DividedBenefit = Type.Object({ benefitId: Id, benefit: Type.String(), initiativeId: Id, initiative: Type.String(), unit: UnitOfAccount, promised: Type.String(), split: Nullable(Type.Object({ shares: ClassSplit, reason: Type.String(), by: Type.String() })) })
export type DividedBenefit = Static<typeof DividedBenefit>

/** Whom value goes to. */
export const StakeholderValue = Type.Object({
  units: Type.Array(UnitClassValue),
  /** Null while nobody has said whom anything goes to: then nobody is neglected. */
  alerts: Nullable(Type.Array(ClassAlert)),
  /** Those of which nobody has said first, then by name. */
  benefits: Type.Array(DividedBenefit),
  said: Type.Integer({ description: 'Of how many benefits somebody has said whom they go to' }),
})
export type StakeholderValue = Static<typeof StakeholderValue>

export const NewSplit = Type.Object({ benefitId: Id, /** Without any share, nobody has said any more. */ shares: ClassSplit, reason: Type.Optional(LongText(500)) })
export type NewSplit = Static<typeof NewSplit>
