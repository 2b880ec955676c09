import type { MovementCounts } from '@throughline/engine/portfolio'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import type { Lines } from './lines.ts'

type Sql = RawBuilder<unknown>
/** What a movement counts as; `other` is listed and not counted: benefits, an end that moved earlier or by a few days. */
export type MoveGroup = keyof MovementCounts | 'other'
/** Movements in the order in which they are told: what went worse first, and what cannot be compared last but for the uncounted. */
export const told: readonly MoveGroup[] = ['worse', 'costUp', 'slipped', 'better', 'costDown', 'joined', 'left', 'notComparable', 'other']

export type MovedRow = { readonly id: string; readonly kind: 'joined' | 'left' | 'rating' | 'cost' | 'benefits' | 'end' }
export type MovedCounts = Readonly<Record<MoveGroup, number>>

const level = (name: string): Sql => sql`case ${sql.ref(name)} when 'green' then 0 when 'amber_green' then 1 when 'amber' then 2 when 'amber_red' then 3 when 'red' then 4 end`

/** Every movement from the lines of a publication to those of now: `movements` of the engine, as a relation. */
const moved = (now: Lines, before: Lines): Sql => sql`
  with n as materialized (${now}), b as materialized (${before}),
  pair as materialized (
    select n.id, n.name, n.cost_minor - b.cost_minor as cost_change, n.benefits_minor - b.benefits_minor as benefits_change, n.end_on - b.end_on as days, n.rating_level as to_level,
      b.rating_scale is not null and n.rating_scale is not null as rated, b.rating_scale = n.rating_scale as comparable, ${level('n.rating_level')} - ${level('b.rating_level')} as step
    from n join b on b.id = n.id),
  moved as materialized (
    select n.id, n.name, 'joined' as kind, 'joined' as what, abs(n.cost_minor) as size from n left join b on b.id = n.id where b.id is null
    union all select b.id, coalesce(b.name, ''), 'left', 'left', abs(b.cost_minor) from b left join n on n.id = b.id where n.id is null
    union all select id, name, 'rating', case when not comparable then 'notComparable' when step > 0 then 'worse' else 'better' end, ${level('to_level')} from pair where rated and (not comparable or step <> 0)
    union all select id, name, 'cost', case when cost_change > 0 then 'costUp' else 'costDown' end, abs(cost_change) from pair where cost_change <> 0
    union all select id, name, 'benefits', 'other', abs(benefits_change) from pair where benefits_change <> 0
    union all select id, name, 'end', case when days >= 30 then 'slipped' else 'other' end, abs(days) from pair where days <> 0)`

export type MovedPage = { readonly counts: Partial<MovedCounts>; readonly rows: readonly MovedRow[] }

/** How much moved, by what it counts as, and one page of it in the order in which it is told. */
export async function readMoved(tx: Tx, now: Lines, before: Lines, { what, from, limit }: { readonly what?: MoveGroup | undefined; readonly from: number; readonly limit: number }): Promise<MovedPage> {
  const rank = sql.join(told.map((group, index) => sql`when ${sql.lit(group)} then ${sql.lit(index)}`), sql` `)
  const { rows } = await sql<{ counts: Partial<MovedCounts> | null; rows: readonly MovedRow[] | null }>`${moved(now, before)}
    select (select json_object_agg(what, count) from (select what, count(*)::integer as count from moved group by what) c) as counts,
      (select json_agg(json_build_object('id', id, 'kind', kind)) from (select id, kind from moved where ${what === undefined ? sql`true` : sql`what = ${what}`}
        order by case what ${rank} end, size desc nulls last, name collate "C", id, kind limit ${limit} offset ${from}) page) as rows`.execute(tx)
  return { counts: rows[0]?.counts ?? {}, rows: rows[0]?.rows ?? [] }
}
