import { Type, type Static } from 'typebox'
import { CivilDate, GivenMinor, Id, MoneyMetric, Nullable, NumberMetric, ShortText, Version } from '../wire/index.ts'
import { Quantity } from './schemas.ts'

const month = { fromMonth: Type.Integer({ minimum: 0, maximum: 1200, description: 'Months since the start; 0 is the first' }), months: Type.Integer({ minimum: 1, maximum: 1200 }) }
const named = Type.Object({ id: Id, name: Type.String() })

/** What a variant needs of a pool, by time since the start. */
export const VariantDemand = Type.Object({ pool: named, lines: Type.Array(Type.Object({ ...month, quantity: Quantity })) })
/** What a variant costs, by time since the start, from one pot or from none that is kept here. */
export const VariantCost = Type.Object({ pot: Nullable(named), lines: Type.Array(Type.Object({ ...month, amount: MoneyMetric })) })

/** One way to do an initiative, by scope or funding level. Its value is a share of that of the whole, or benefits of its own. */
export const Variant = Type.Object({ id: Id, name: Type.String(), inPlan: Type.Boolean(), valuePercent: NumberMetric, benefits: MoneyMetric, demands: Type.Array(VariantDemand), costs: Type.Array(VariantCost) })
export type Variant = Static<typeof Variant>

/** How an initiative may be planned: when it may start, how it may be done, and, where it runs already, what is still to come. */
export const InitiativePlan = Type.Object({
  initiative: named, earliestOn: Nullable(CivilDate), latestOn: Nullable(CivilDate), fixedOn: Nullable(CivilDate),
  /** Null where it has not begun. What was spent counts for no decision; what is to go and what stopping costs do. */
  running: Nullable(Type.Object({ spent: MoneyMetric, toGo: MoneyMetric, exit: MoneyMetric })),
  variants: Type.Array(Variant),
  /** The start that the plan of record has: the fixed one, else that of the initiative. */
  startsOn: Nullable(CivilDate),
  version: Version, may: Type.Array(Type.String()),
})
export type InitiativePlan = Static<typeof InitiativePlan>

const demands = Type.Array(Type.Object({ poolId: Id, lines: Type.Array(Type.Object({ ...month, quantity: Quantity }), { minItems: 1, maxItems: 400 }) }), { maxItems: 100 })
const costs = Type.Array(Type.Object({ potId: Nullable(Id), lines: Type.Array(Type.Object({ ...month, amountMinor: GivenMinor }), { minItems: 1, maxItems: 400 }) }), { maxItems: 50 })

/** A variant as it is to be. One without an id is new; amounts that are left out stay as they are. */
export const GivenVariant = Type.Object({ id: Type.Optional(Id), name: ShortText(120), inPlan: Type.Boolean(), valuePercent: Nullable(Type.Integer({ minimum: 0, maximum: 10_000 })), demands, benefitsMinor: Type.Optional(Nullable(GivenMinor)), costs: Type.Optional(costs) })
export type GivenVariant = Static<typeof GivenVariant>

/** The whole plan of an initiative; variants that are not named are removed. `running` null: it has not begun; left out, it stays as it is. */
export const GivenPlan = Type.Object({
  version: Version, earliestOn: Nullable(CivilDate), latestOn: Nullable(CivilDate), fixedOn: Nullable(CivilDate),
  running: Type.Optional(Nullable(Type.Object({ spentMinor: Nullable(GivenMinor), toGoMinor: Nullable(GivenMinor), exitMinor: Nullable(GivenMinor) }))),
  variants: Type.Array(GivenVariant, { maxItems: 20 }),
})
export type GivenPlan = Static<typeof GivenPlan>
