import { Type, type Static } from 'typebox'
import { CivilDate, Id, Instant, Nullable, OneOf, ShortText, Version } from '../../wire/index.ts'

/** What an amount is counted in: a currency with its class of cash, or a unit of its own. What differs in unit is never added. */
export const UnitOfAccount = Type.String({ pattern: '^([A-Z]{3}\\.(cash|noncash)|[A-Za-z][A-Za-z0-9]{0,19})$', description: 'EUR.cash, EUR.noncash, or a unit of its own such as hour or tCO2e' })
/** A value period by its code, which stays the same: 2026-10, FY2026. */
export const PeriodCode = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$', description: 'Code of a value period' })
/** Whole least units of an amount of a claim, a promise or a movement. */
export const Amount = Type.String({ pattern: '^-?[0-9]{1,16}$', description: 'Whole least units of the unit of account: cents, hours' })
/** How often claims of a benefit in a period were posted to: names what somebody has looked at. */
export const Seen = Type.Integer({ minimum: 0, maximum: 2_000_000_000, description: 'The version of what waits, as it was looked at: refused where it was posted to since' })

export const PeriodState = OneOf(['open', 'soft', 'closed'])
export const ValuePeriod = Type.Object({ code: PeriodCode, name: Type.String(), from: CivilDate, to: CivilDate, state: PeriodState, over: Type.Boolean({ description: 'Whether it has ended, so that it can be measured' }) })
export type ValuePeriod = Static<typeof ValuePeriod>
export const NewPeriods = Type.Object({ periods: Type.Array(Type.Object({ code: PeriodCode, name: Type.Optional(ShortText(60)), from: CivilDate, to: CivilDate }), { minItems: 1, maxItems: 120 }) })

export const CounterfactualMethod = OneOf(['frozen_baseline', 'trend', 'comparison_group', 'seasonal'], 'How the way without the initiatives is estimated')
export const AttributionMethod = OneOf(['experiment', 'did', 'contract', 'shapley', 'sequential', 'proportional', 'equal'], 'How a movement is split, the best first')
/** Shares of the movement: millionths of a contract, or whole weights of the other methods; the rest is nobody’s. */
export const Attribution = Type.Object({ method: AttributionMethod, shares: Type.Array(Type.Object({ initiativeId: Id, share: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) }), { maxItems: 100 }), rest: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })) })
const Counterfactual = Type.Object({ method: CounterfactualMethod, level: Type.Integer({ minimum: 0, maximum: 5, description: 'Maryland Scientific Methods Scale' }) })
const Above = Type.Object({ measureId: Id, numerator: Type.Integer({ minimum: 1, maximum: 1_000_000 }), denominator: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }, { description: 'One unit here is numerator / denominator of a unit there' })

/** A measure as the ledger has it: its pool, and what was registered beforehand. */
export const LedgerMeasure = Type.Object({
  id: Id, name: Type.String(), poolId: Id, unit: UnitOfAccount, scopeUnitId: Nullable(Id), counterfactual: Nullable(Type.Object({ ...Counterfactual.properties, registeredAt: Instant })),
  attribution: Nullable(Type.Object({ ...Attribution.properties, registeredAt: Instant })), above: Type.Array(Above), version: Version,
})
export type LedgerMeasure = Static<typeof LedgerMeasure>
const agreement = { counterfactual: Type.Optional(Nullable(Counterfactual)), attribution: Type.Optional(Nullable(Attribution)), above: Type.Optional(Type.Array(Above, { maxItems: 10 })) }
export const NewLedgerMeasure = Type.Object({ measureId: Id, unit: UnitOfAccount, scopeUnitId: Type.Optional(Nullable(Id)), ...agreement })
export const LedgerMeasureChange = Type.Object({ version: Version, ...agreement })

/** A benefit: the movement of one measure that one initiative promises, owns and claims. */
export const Benefit = Type.Object({
  id: Id, name: Type.String(), initiativeId: Id, initiative: Type.String(), ownerId: Nullable(Id), owner: Nullable(Type.String()), measureId: Nullable(Id), measure: Nullable(Type.String()), unit: UnitOfAccount,
  counted: Type.Boolean({ description: 'Whether it is counted in totals of money; a step on the way is not' }), leadsTo: Nullable(Id), adoptionBy: Type.String({ description: 'Who has to change for it to flow' }), version: Version,
  planLine: Type.Optional(Type.Object({ id: Id, name: Type.String() }, { description: 'The line of the business plan that it delivers, where it was linked to one' })),
})
export type Benefit = Static<typeof Benefit>
const benefitFields = { ownerId: Type.Optional(Nullable(Id)), measureId: Type.Optional(Nullable(Id)), counted: Type.Optional(Type.Boolean()), leadsTo: Type.Optional(Nullable(Id)), adoptionBy: Type.Optional(Type.String({ maxLength: 300, pattern: '^[^\\u0000]*$' })) }
export const NewBenefit = Type.Object({ name: ShortText(200), initiativeId: Id, unit: UnitOfAccount, ...benefitFields })
export const BenefitChange = Type.Object({ version: Version, name: Type.Optional(ShortText(200)), ...benefitFields })

export const NewAdoption = Type.Object({ benefitId: Id, period: PeriodCode, planned: Type.Integer({ minimum: 1, maximum: 1_000_000 }), reached: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }, { description: 'How far those who have to change have changed, in millionths' })
export const NewReduction = Type.Object({ budgetLine: ShortText(80), period: PeriodCode, amount: Amount, reason: ShortText(500) }, { description: 'By how much a budget line was lowered, or a revenue target raised, for the ledger' })
export const NewAssist = Type.Object({ initiativeId: Id, assists: Type.Boolean() }, { description: 'Whether an initiative only helps others to their benefits: without a share of its own it has no claim' })
export const NewReportingLines = Type.Object({ lines: Type.Array(Type.Object({ accountId: Id, managerId: Nullable(Id) }), { minItems: 1, maxItems: 2000 }) }, { description: 'To whom people report: who verifies is not within two levels' })

/** What the ledger stands on. */
export const Register = Type.Object({ periods: Type.Array(ValuePeriod), measures: Type.Array(LedgerMeasure), benefits: Type.Array(Benefit) })
export type Register = Static<typeof Register>
