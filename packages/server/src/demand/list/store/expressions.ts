import type { FieldKind } from '@throughline/contract/demand'
import { sql, type RawBuilder } from 'kysely'
import { choices, customId, isPlain, ratingLevels, ratingScales, type Form, type PlainField } from '../fields.ts'

type Sql = RawBuilder<unknown>
/** What else a field is read from beside the initiative itself. */
export type Need = 'unit' | 'links' | 'seen' | `custom:${string}`

/** A field in SQL. Everything is null where the initiative has none: absence is never a value, and comes last in every order. */
export type Expression = {
  /** The value as text, as filters and groups name it. */
  readonly value: Sql
  /** What a group of the value is called; the value itself unless given. */
  readonly label?: Sql
  /** The value as it is compared with others: a day, an amount, a number. */
  readonly compared: Sql
  /** By what it is sorted, the first first. Text by its letters whatever their case, then as written. */
  readonly order: readonly Sql[]
  readonly needs: readonly Need[]
}

/** The SQL of a field; `kind` is that of a custom field. */
export function expressionOf(field: string, form: Form, kind: FieldKind | undefined): Expression {
  if (isPlain(field)) return plain[field]
  const id = customId(field) ?? ''
  return customExpression(`custom:${id}`, form, kind)
}

const column = (name: string): Sql => sql.ref(`i.${name}`)
const one = (value: Sql, compared: Sql, needs: readonly Need[] = []): Expression => ({ value, compared, order: [compared], needs })

const text = (value: Sql, needs: readonly Need[] = []): Expression => ({ value, compared: value, order: lettersOf(value), needs })
/** The beginning first, because an index may hold it; then all of it; then as written. */
const lettersOf = (value: Sql): readonly Sql[] => [sql`left(lower(${value}), 100) collate "C"`, sql`lower(${value}) collate "C"`, sql`${value} collate "C"`]

const choice = (field: keyof typeof choices): Expression => {
  const place = sql.join(choices[field].map((word, index) => sql`when ${sql.lit(word)} then ${sql.lit(index)}`), sql` `)
  return { ...one(column(field), column(field)), order: [sql`case ${column(field)} ${place} end`] }
}
const date = (name: string): Expression => one(sql`${column(name)}::text`, column(name))
const amount = (name: string): Expression => one(sql`${column(`${name}_minor`)}::text`, column(`${name}_minor`))

/** Benefits over cost in billionths, cut and not rounded, as the engine has it; null where it is undefined or missing. */
const ratio = sql`case when i.cost_minor > 0 and i.benefits_minor is not null then div(i.benefits_minor::numeric * 1000000000, i.cost_minor) end`
/** Weighted contribution; where weights do not sum to 1 it is their multiple, in the same order. */
const aligned = sql`case when weights.total > 0 then link.aligned end`
const links = sql`coalesce(link.objectives, 0)`
const seen = sql`coalesce(seen.reports, 0)`

const scalePlace = sql.join(ratingScales.map((scale, index) => sql`when ${sql.lit(scale)} then ${sql.lit(index * 10)}`), sql` `)
const levelPlace = sql.join(ratingLevels.map((level, index) => sql`when ${sql.lit(level)} then ${sql.lit(index)}`), sql` `)
/** Scale first: levels of two scales are never mixed in one order. */
const rating = sql`case i.rating_scale ${scalePlace} end + case i.rating_level ${levelPlace} end`

const plain: Readonly<Record<PlainField, Expression>> = {
  key: text(column('key')),
  name: text(column('name')),
  kind: choice('kind'),
  state: choice('state'),
  unit: { value: sql`i.unit_id::text`, label: sql`u.name`, compared: sql`i.unit_id`, order: [...lettersOf(sql`u.name`), sql`u.id`], needs: ['unit'] },
  category: text(column('category')),
  sponsor: text(column('sponsor')),
  mandatory: { ...one(sql`case when i.mandatory then 'yes' else 'no' end`, column('mandatory')), order: [column('mandatory')] },
  rating: { ...one(sql`i.rating_scale || ':' || i.rating_level`, column('rating_level')), order: [rating] },
  startOn: date('start_on'),
  endOn: date('end_on'),
  cost: amount('cost'),
  benefits: amount('benefits'),
  inYearBaseline: amount('in_year_baseline'),
  inYearForecast: amount('in_year_forecast'),
  ratio: one(sql`trim_scale((${ratio}) / 1000000000)::text`, ratio),
  alignment: one(sql`trim_scale(round(${aligned} / weights.total, 12))::text`, aligned, ['links']),
  objectives: one(sql`${links}::text`, links, ['links']),
  reports: one(sql`${seen}::text`, seen, ['seen']),
  flags: text(sql`nullif(array_to_string(i.flags, ','), '')`),
}

/** A number as it is written in a condition, in the unit in which the field is compared. */
export function comparand(field: string, form: Form, value: string): Sql {
  switch (form) {
    case 'date':
      return sql`${value}::date`
    case 'money':
      return sql`${value}::bigint`
    case 'unit':
      return sql`${value}::uuid`
    case 'number':
      if (field === 'ratio') return sql`${value}::numeric * 1000000000`
      return field === 'alignment' ? sql`${value}::numeric * weights.total` : sql`${value}::numeric`
    default:
      return sql`${value}`
  }
}

const customTypes: Readonly<Record<FieldKind, string | null>> = { text: null, choice: null, yes_no: null, number: 'numeric', money: 'bigint', date: 'date' }

function customExpression(need: `custom:${string}`, form: Form, kind: FieldKind | undefined): Expression {
  const value = sql.ref(`${joinName(need)}.value`)
  const type = kind ? customTypes[kind] : null
  if (type !== null) return { ...one(value, sql`${value}::${sql.raw(type)}`), needs: [need] }
  return form === 'yes_no' ? { ...one(value, value), needs: [need] } : text(value, [need])
}

/** The name under which the values of a custom field are joined. */
export const joinName = (need: `custom:${string}`): string => `custom_${need.slice('custom:'.length).replaceAll('-', '')}`
