import { sql, type RawBuilder } from 'kysely'
import type { Comparison, Filter, FilterValue } from './parse.ts'

export type Condition = RawBuilder<boolean>
/** That which everything fits. */
export const everything: Condition = sql<boolean>`true`
/** What a filter can ask about: text (with or without regard to case), a truth value, an instant; or things of a list, each in a row of its own. */
export type Held = Readonly<Record<string, { readonly kind: 'text' | 'exact' | 'flag' | 'instant'; readonly column: RawBuilder<unknown> } | { readonly kind: 'list'; readonly held: Held; exists(condition: Condition): Condition }>>

/** A filter that asks for what is not held, or compares it with what it is not. */
export class NotHeld extends Error {}

/** The condition of SQL that a filter is; throws `NotHeld`. Values travel as parameters, never as text. */
export function conditionOf(filter: Filter, held: Held): Condition {
  switch (filter.kind) {
    case 'and':
      return sql`(${conditionOf(filter.left, held)} and ${conditionOf(filter.right, held)})`
    case 'or':
      return sql`(${conditionOf(filter.left, held)} or ${conditionOf(filter.right, held)})`
    case 'not':
      return sql`(not coalesce(${conditionOf(filter.of, held)}, false))`
    case 'within': {
      const list = held[filter.path]
      if (list?.kind !== 'list') throw new NotHeld(`${filter.path} is no list of which anything is held`)
      return list.exists(conditionOf(filter.of, list.held))
    }
    default: {
      const [name = '', part] = filter.path.split('.')
      const list = held[name]
      if (list?.kind === 'list') {
        const inner = conditionOf({ ...filter, path: part ?? 'value' }, list.held)
        // Nothing there is nothing, as for a single value: `ne` holds of it, and so does `eq null`.
        const empty = filter.kind === 'compare' && emptyCounts(filter.by, filter.value) ? sql<boolean>` or not ${list.exists(sql<boolean>`true`)}` : sql``
        return sql`(${list.exists(inner)}${empty})`
      }
      const one = held[filter.path]
      if (!one || one.kind === 'list') throw new NotHeld(`${filter.path} is not held; held are ${Object.keys(held).join(', ')}`)
      return filter.kind === 'present' ? present(one) : compared(one, filter.by, filter.value, filter.path)
    }
  }
}

const emptyCounts = (by: Comparison, value: FilterValue): boolean => (by === 'eq' && value === null) || (by === 'ne' && value !== null)

type One = { readonly kind: 'text' | 'exact' | 'flag' | 'instant'; readonly column: RawBuilder<unknown> }

const present = ({ kind, column }: One): Condition => (kind === 'text' || kind === 'exact' ? sql`coalesce(${column}, '') <> ''` : sql`${column} is not null`)

function compared({ kind, column }: One, by: Comparison, value: FilterValue, path: string): Condition {
  if (value === null) {
    if (by !== 'eq' && by !== 'ne') throw new NotHeld(`null can be eq or ne, not ${by}`)
    return by === 'eq' ? sql`${column} is null` : sql`${column} is not null`
  }
  if (kind === 'flag') return ofFlag(column, by, value, path)
  if (typeof value !== 'string') throw new NotHeld(`${path} is text, not ${String(value)}`)
  if (kind === 'instant') return ofInstant(column, by, value, path)
  // Identifiers are compared as they are (RFC 7643, 2.2); everything else without regard to case.
  const [found, wanted] = kind === 'exact' ? [sql`${column}`, sql`${value}::text`] : [sql`lower(${column})`, sql`lower(${value}::text)`]
  switch (by) {
    case 'eq':
      return sql`coalesce(${found} = ${wanted}, false)`
    case 'ne':
      return sql`${found} is distinct from ${wanted}`
    case 'co':
      return sql`coalesce(strpos(${found}, ${wanted}) > 0, false)`
    case 'sw':
      return sql`coalesce(starts_with(${found}, ${wanted}), false)`
    case 'ew':
      return sql`coalesce(right(${found}, length(${wanted})) = ${wanted}, false)`
    default:
      return sql`coalesce(${found} collate "C" ${operators[by]} ${wanted} collate "C", false)`
  }
}

const operators = { gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const

function ofFlag(column: RawBuilder<unknown>, by: Comparison, value: FilterValue, path: string): Condition {
  const wanted = typeof value === 'boolean' ? value : /^(true|false)$/i.test(String(value)) ? String(value).toLowerCase() === 'true' : undefined
  if (wanted === undefined || (by !== 'eq' && by !== 'ne')) throw new NotHeld(`${path} is true or false, and can be eq or ne`)
  return (by === 'eq') === wanted ? sql`${column}` : sql`(not ${column})`
}

function ofInstant(column: RawBuilder<unknown>, by: Comparison, value: string, path: string): Condition {
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value) ? new Date(value) : undefined
  if (!instant || Number.isNaN(instant.getTime())) throw new NotHeld(`${path} is an instant, such as 2026-01-31T12:00:00Z`)
  // Replies tell milliseconds, so that is what is compared.
  const [found, wanted] = [sql`date_trunc('milliseconds', ${column})`, sql`${instant.toISOString()}::timestamptz`]
  if (by === 'co' || by === 'sw' || by === 'ew') throw new NotHeld(`${path} is an instant, which has no parts of text`)
  return by === 'eq' ? sql`${found} = ${wanted}` : by === 'ne' ? sql`${found} <> ${wanted}` : sql`${found} ${operators[by]} ${wanted}`
}
