import { Type, type Static, type TSchema } from 'typebox'
import { Rating } from '../demand/index.ts'
import { Amounts as Told, CivilDate, ExplainedMoney, Id, Instant, Minor, Money, MoneyMetric, Nullable, OneOf, route } from '../wire/index.ts'

/** Amounts of an initiative of which the portfolio has totals. */
export const ChangeField = OneOf(['cost', 'benefits', 'inYearBaseline', 'inYearForecast'])
export const ChangeCause = OneOf(['joined', 'left', 'publication', 'correction', 'undone_import', 'edit', 'scenario', 'position', 'listing'], 'Why a figure moved')
export const ChangeEffect = OneOf(['joined', 'left', 'became_known', 'became_unknown', 'changed'])

/** Between which moments: `from`, `to` what was known at an instant, `fromPosition`, `toPosition` the state of a day. */
export const ChangesAsk = Type.Object({
  from: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'The earlier moment; left out without a position as well, everything since the beginning' })),
  to: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'The later moment; left out, now' })),
  fromPosition: Type.Optional(CivilDate),
  toPosition: Type.Optional(CivilDate),
  field: Type.Optional(ChangeField),
  skip: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: '200 where left out' })),
})

const Side = Type.Object({ asOf: Nullable(Instant), position: Nullable(CivilDate), initiatives: Type.Integer() })
const Days = Type.Object({ initiatives: Type.Integer(), days: Type.Integer() })
const Dates = Type.Object({ later: Days, earlier: Days, set: Type.Integer(), cleared: Type.Integer() })
const ofFields = <S extends TSchema>(schema: S) => Type.Object({ cost: schema, benefits: schema, inYearBaseline: schema, inYearForecast: schema })
const Amounts = ofFields(Nullable(Minor))
const Line = Type.Object({ amounts: Amounts, rating: Nullable(Rating), startOn: Nullable(CivilDate), endOn: Nullable(CivilDate), unitId: Nullable(Id) })

/** What changed: totals with their causes, counts, ratings, dates, the acts between, and the initiatives that moved `field` most. */
export const Changes = Type.Object({
  from: Side,
  to: Side,
  currency: Type.String(),
  /** Where withheld, initiatives that moved stand by name and not by how much. */
  amounts: Told,
  totals: ofFields(
    Type.Object({ before: MoneyMetric, after: MoneyMetric, change: ExplainedMoney, lines: Type.Array(Type.Object({ cause: ChangeCause, effect: ChangeEffect, initiatives: Type.Integer(), amount: Nullable(Money) })) }),
  ),
  counts: Type.Object({ before: Type.Integer(), after: Type.Integer(), joined: Type.Integer(), left: Type.Integer(), changed: Type.Integer(), unitsMoved: Type.Integer() }),
  ratings: Type.Array(Type.Object({ from: Nullable(Rating), to: Nullable(Rating), initiatives: Type.Integer() })),
  starts: Dates,
  ends: Dates,
  acts: Type.Object({ total: Type.Integer(), strategy: Type.Integer({ description: 'Acts on the strategy among them' }), newest: Type.Array(Type.Object({ at: Instant, act: Type.String(), by: Type.String(), why: Nullable(Type.String()), changes: Type.Integer() })) }),
  field: ChangeField,
  /** Items `skip` to `skip + items.length` of `total`; with `rest` they are the change of the total of the field. */
  total: Type.Integer(),
  skip: Type.Integer(),
  items: Type.Array(Type.Object({ id: Id, key: Type.String(), name: Type.String(), from: Nullable(Line), to: Nullable(Line), moves: Type.Array(Type.Object({ field: ChangeField, cause: ChangeCause, effect: ChangeEffect, amount: Nullable(Money) })) })),
  rest: Type.Object({ initiatives: Type.Integer(), amount: Nullable(Money) }),
})
export type Changes = Static<typeof Changes>

export const changeRoutes = {
  readChanges: route({ method: 'GET', path: '/api/portfolio/changes', summary: 'What changed between two moments, by cause and by initiative', access: 'read', query: ChangesAsk, reply: Changes }),
} as const
