import { Type, type Static } from 'typebox'
import { CivilDate, Explanation, GivenMinor, Id, Money, MoneyMetric, Nullable, NumberMetric, OneOf, ShortText, Version } from '../wire/index.ts'

/** How much people can do or have to do: hours, days or full-time equivalents, with two decimals at most. */
export const Quantity = Type.String({ pattern: '^[0-9]{1,9}(\\.[0-9]{1,2})?$', description: 'Decimal number as text, not negative, with at most two decimals' })
export const Grain = OneOf(['month', 'quarter', 'year'], 'How finely the organisation plans')
export const PoolUnit = OneOf(['hour', 'day', 'fte'], 'What capacity is counted in: hours and days are worked off in a period, full-time equivalents are a state during it')

/** How the organisation plans its people and budgets: the grain, and how many periods a page shows. */
export const CapacitySettings = Type.Object({ grain: Grain, periods: Type.Integer(), version: Version })
export const CapacitySettingsChange = Type.Object({ version: Version, grain: Type.Optional(Grain), periods: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })) })

/** A period of the fiscal calendar, half-open, with its name. */
export const PlanPeriod = Type.Object({ from: CivilDate, to: CivilDate, label: Type.String() })
export type PlanPeriod = Static<typeof PlanPeriod>

/** Price of one unit: an hour, a day, or a full-time equivalent for a year. Withheld without the right to see amounts, and, where the pool has one to four people, without the right to see people's details. */
const Price = MoneyMetric
/** How far a pool can be stretched by overtime and contractors, in whole per cent of its capacity, and what each unit of that costs. Null where it cannot. */
const Overload = Type.Object({ percent: Nullable(Type.Integer()), price: Price })

/** People whose skills are interchangeable for planning. */
export const Pool = Type.Object({
  id: Id, name: Type.String(), unit: PoolUnit, owner: Nullable(Type.Object({ id: Id, name: Type.String() })), skills: Type.Array(Type.String()),
  /** How many people; small groups are withheld without the right to see people’s details. */
  people: NumberMetric, rate: Price, overload: Overload, version: Version,
})
export type Pool = Static<typeof Pool>

/** Capacity against demand of a pool in one period. `load` is demand over capacity, 1 is full; missing where nobody recorded a capacity. */
export const LoadCell = Type.Object({ capacity: Nullable(Quantity), demand: Quantity, load: NumberMetric, initiatives: Type.Integer() })
export type LoadCell = Static<typeof LoadCell>
export const PoolLoad = Type.Object({ pool: Pool, cells: Type.Array(LoadCell) })
export type PoolLoad = Static<typeof PoolLoad>

/** Capacity against demand for the plan of record, by pool and period. */
export const Capacity = Type.Object({
  settings: CapacitySettings, periods: Type.Array(PlanPeriod), pools: Type.Array(PoolLoad),
  /** Initiatives of the plan of record: all; with a recorded demand; and of those, without a start, so that their demand stands nowhere. */
  plan: Type.Object({ initiatives: Type.Integer(), withDemand: Type.Integer(), withoutStart: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
})
export type Capacity = Static<typeof Capacity>

/** Who takes a pool in a period, and why it is as full as it is. */
export const LoadReason = Type.Object({ period: PlanPeriod, why: Explanation, parts: Type.Array(Type.Object({ initiative: Type.Object({ id: Id, name: Type.String() }), demand: Quantity })) })
export type LoadReason = Static<typeof LoadReason>

const skills = Type.Array(ShortText(80), { maxItems: 50, uniqueItems: true })
const poolParts = {
  unitId: Type.Optional(Nullable(Id)), skills: Type.Optional(skills), people: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000 }))),
  rateMinor: Type.Optional(Nullable(GivenMinor)), overloadPercent: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 1000 }))), overloadRateMinor: Type.Optional(Nullable(GivenMinor)),
}
export const NewPool = Type.Object({ name: ShortText(120), unit: PoolUnit, ...poolParts })
/** The unit stays: what was recorded is counted in it. */
export const PoolChange = Type.Object({ version: Version, name: Type.Optional(ShortText(120)), ...poolParts })

/** Amounts of some periods, each by the first day of a period of the organisation’s grain; null takes one back, others stay. */
const lines = <S extends typeof Quantity | typeof GivenMinor>(amount: S) => Type.Array(Type.Object({ on: CivilDate, amount: Nullable(amount) }), { maxItems: 400 })
export const CapacityChanges = Type.Object({ pools: Type.Array(Type.Object({ id: Id, version: Version, lines: lines(Quantity) }), { minItems: 1, maxItems: 500 }) })

export const PotKind = OneOf(['capital', 'operating', 'any'], 'What kind of spending it pays for')
export const CarryOver = OneOf(['none', 'limited', 'all'], 'What of a period may be spent in the next one')
/** A budget that some work may draw on. */
export const Pot = Type.Object({
  id: Id, name: Type.String(), kind: PotKind, total: MoneyMetric, carryOver: CarryOver, carryOverPercent: Nullable(Type.Integer()),
  /** Who may draw on it; without categories and units, everybody. */
  categories: Type.Array(Type.String()), units: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** Money of each period, in the order of the periods; null where nobody gave any. */
  amounts: Type.Array(Nullable(Money)), version: Version,
})
export type Pot = Static<typeof Pot>
export const Pots = Type.Object({ currency: Type.String(), periods: Type.Array(PlanPeriod), pots: Type.Array(Pot) })
export type Pots = Static<typeof Pots>
const potParts = {
  totalMinor: Type.Optional(Nullable(GivenMinor)), carryOver: Type.Optional(CarryOver), carryOverPercent: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
  categories: Type.Optional(Type.Array(ShortText(200), { maxItems: 200, uniqueItems: true })), unitIds: Type.Optional(Type.Array(Id, { maxItems: 200, uniqueItems: true })),
}
export const NewPot = Type.Object({ name: ShortText(120), kind: PotKind, ...potParts })
export const PotChange = Type.Object({ version: Version, name: Type.Optional(ShortText(120)), kind: Type.Optional(PotKind), ...potParts })
export const PotAmounts = Type.Object({ pots: Type.Array(Type.Object({ id: Id, version: Version, lines: lines(GivenMinor) }), { minItems: 1, maxItems: 500 }) })
