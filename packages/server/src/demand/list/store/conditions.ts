import type { FieldKind, ListFilter } from '@throughline/contract/demand'
import { sql, type RawBuilder } from 'kysely'
import { objectivesInForce } from '../../../strategy/index.ts'
import type { Asked } from '../ask.ts'
import type { Form } from '../fields.ts'
import { comparand, expressionOf, joinName, type Expression, type Need } from './expressions.ts'

type Sql = RawBuilder<unknown>
/** What the publications say of who is current: those that make the current list, and every one that is known, in force or not. */
export type Positions = { readonly listing: readonly string[]; readonly known: readonly string[] }

/** An ask with everything that its SQL is made of. */
export type Query = { readonly asked: Asked; readonly customs: ReadonlyMap<string, FieldKind>; readonly positions: Positions }

/** The SQL of a field that the ask names. */
export const fieldOf = ({ asked, customs }: Query, field: string): Expression => expressionOf(field, asked.forms.get(field) ?? 'text', customs.get(field.slice('custom:'.length)))

/** `from … where …`: the initiatives that the conditions hold for, as `i`, joined with what `fields` need beside them. */
export function listed(query: Query, fields: readonly string[]): Sql {
  const { asked } = query
  const needs = new Set([...asked.filters.map(({ field }) => field), ...fields].flatMap((field) => fieldOf(query, field).needs))
  if (asked.words.length > 0 || asked.filters.some(({ field, op }) => field === 'unit' && op === 'contains')) needs.add('unit')
  const conditions = [sql`i.removed_at is null`, ...(asked.current ? [currentOnly(query.positions)] : []), ...asked.words.map(inWords), ...asked.filters.map((filter) => conditionOf(query, filter))]
  return sql`from initiative i ${sql.join([...needs].map(joinOf), sql` `)} where ${sql.join(conditions, sql` and `)}`
}

/**
 * In a publication that makes the current list, or in none that was ever known. The second is asked for few, so it looks them up one by one:
 * a subquery with a limit is never turned into a join with every report there is.
 */
export function currentOnly({ listing, known }: Positions): Sql {
  const never = known.length === 0 ? sql`true` : sql`(select 1 from position_line p where p.org_id = i.org_id and p.initiative_id = i.id and p.publication_id = any(${known}::uuid[]) limit 1) is null`
  if (listing.length === 0) return never
  return sql`(i.id in (select p.initiative_id from position_line p where p.publication_id = any(${listing}::uuid[])) or ${never})`
}

const inWords = (word: string): Sql => sql`strpos(lower(concat_ws(' ', i.key, i.name, u.name, i.category, i.sponsor)), lower(${word})) > 0`

function joinOf(need: Need): Sql {
  switch (need) {
    case 'unit':
      return sql`left join org_unit u on u.org_id = i.org_id and u.id = i.unit_id`
    case 'links':
      return sql`cross join (select sum(o.weight) as total from (${objectivesInForce}) o) weights
        left join (select c.initiative_id, count(*)::integer as objectives, sum(c.contribution * o.weight) as aligned
          from contribution c join (${objectivesInForce}) o on o.org_id = c.org_id and o.id = c.objective_id where c.superseded_at is null group by c.initiative_id) link on link.initiative_id = i.id`
    case 'seen':
      return sql`left join (select p.initiative_id, count(*)::integer as reports from position_line p
        join publication b on b.org_id = p.org_id and b.id = p.publication_id and b.superseded_at is null group by p.initiative_id) seen on seen.initiative_id = i.id`
    default: {
      const [name, id] = [sql.ref(joinName(need)), need.slice('custom:'.length)]
      return sql`left join custom_value ${name} on ${name}.org_id = i.org_id and ${name}.initiative_id = i.id and ${name}.field_id = ${id}`
    }
  }
}

function conditionOf(query: Query, filter: ListFilter): Sql {
  const field = fieldOf(query, filter.field)
  const form = query.asked.forms.get(filter.field) ?? 'text'
  switch (filter.op) {
    case 'absent':
      return sql`(${field.value}) is null`
    case 'present':
      return sql`(${field.value}) is not null`
    case 'any_of':
      return anyOf(field, form, filter)
    case 'none_of':
      return sql`(${anyOf(field, form, filter)}) is not true`
    case 'contains':
      return sql`(${sql.join(filter.values.map((value) => sql`strpos(lower(${field.label ?? field.value}), lower(${value})) > 0`), sql` or `)})`
    case 'at_least':
      return sql`${field.compared} >= ${comparand(filter.field, form, filter.values[0] ?? '')}`
    case 'at_most':
      return sql`${field.compared} <= ${comparand(filter.field, form, filter.values[0] ?? '')}`
    case 'within':
      return sql`i.unit_id in (with recursive below as (select b.id from org_unit b where b.id = any(${filter.values}::uuid[]) union select c.id from org_unit c join below on c.parent_id = below.id) select id from below)`
  }
}

function anyOf(field: Expression, form: Form, { field: name, values }: ListFilter): Sql {
  if (values.length === 0) return sql`false`
  switch (form) {
    case 'date':
    case 'money':
    case 'number':
      return sql`${field.compared} in (${sql.join(values.map((value) => comparand(name, form, value)))})`
    case 'unit':
      return sql`i.unit_id = any(${values}::uuid[])`
    case 'rating':
      return sql`(i.rating_scale is not null and (i.rating_level = any(${values}::text[]) or i.rating_scale || ':' || i.rating_level = any(${values}::text[])))`
    case 'flags':
      return sql`i.flags && ${values}::text[]`
    default:
      return sql`${field.value} = any(${values}::text[])`
  }
}
