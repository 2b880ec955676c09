import { Type, type Static } from 'typebox'
import { Id, Nullable, OneOf, MoneyMetric } from '../wire/index.ts'
import { InitiativeRow } from './schemas.ts'

/** What a list of initiatives can be filtered, sorted and grouped by; a custom field is `custom:<id>`. */
export const ListField = Type.String({ pattern: '^(key|name|kind|state|unit|category|sponsor|mandatory|rating|startOn|endOn|cost|benefits|inYearBaseline|inYearForecast|ratio|alignment|objectives|reports|flags|custom:[0-9a-f-]{36})$' })

/**
 * One condition on one field. Amounts are minor units, dates ISO, units and choices their ids or keys; `unit` with `within`
 * holds for the unit and everything below it.
 */
export const ListFilter = Type.Object({
  field: ListField,
  op: OneOf(['any_of', 'none_of', 'contains', 'at_least', 'at_most', 'within', 'absent', 'present']),
  values: Type.Array(Type.String({ maxLength: 300 }), { maxItems: 200 }),
})
export type ListFilter = Static<typeof ListFilter>
export const ListSort = Type.Object({ field: ListField, descending: Type.Boolean() })
export type ListSort = Static<typeof ListSort>

/** What is asked of the list: travels as JSON in the query parameter `ask`. */
export const ListAsk = Type.Object({
  current: Type.Optional(Type.Boolean({ description: 'Only those of the latest publication' })),
  search: Type.Optional(Type.String({ maxLength: 200, description: 'Words in key, name, unit, category or sponsor' })),
  filters: Type.Optional(Type.Array(ListFilter, { maxItems: 20 })),
  sort: Type.Optional(Type.Array(ListSort, { maxItems: 4 })),
  /** Groups come in the order of their values; the rows of a window are in the order of the groups, then of `sort`. */
  groups: Type.Optional(Type.Array(ListField, { maxItems: 3 })),
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000, description: '200 where left out' })),
})
export type ListAsk = Static<typeof ListAsk>

/** A group of the deepest level asked for: its values by level, how many rows, from which row on, and its sums. */
export const ListGroup = Type.Object({ values: Type.Array(Nullable(Type.String())), labels: Type.Array(Type.String()), count: Type.Integer(), from: Type.Integer(), cost: MoneyMetric, benefits: MoneyMetric })
export type ListGroup = Static<typeof ListGroup>

/** Rows `from` to `from + rows.length` of `total`. */
export const ListWindow = Type.Object({
  total: Type.Integer(), from: Type.Integer(), rows: Type.Array(InitiativeRow),
  /** All groups, whatever the window; empty where none were asked for. */
  groups: Type.Array(ListGroup),
  /** Sums over everything that the conditions hold for. */
  cost: MoneyMetric, benefits: MoneyMetric,
  /** Changes with every write of the organisation: two windows with one stamp belong together. */
  stamp: Type.String(),
  publications: Type.Array(Type.Object({ id: Id, title: Type.String(), asOf: Type.String(), rows: Type.Integer() })),
})
export type ListWindow = Static<typeof ListWindow>
