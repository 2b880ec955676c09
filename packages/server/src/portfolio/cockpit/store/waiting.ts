import { attentionKinds, thresholds, type AttentionKind } from '@throughline/engine/portfolio'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../database/index.ts'
import { servedInForce } from '../../../strategy/index.ts'
import type { Lines } from './lines.ts'

type Sql = RawBuilder<unknown>
export type WaitingRow = { readonly id: string; readonly kind: AttentionKind; readonly flag: string | null }
export type WaitingPage = { readonly counts: Partial<Readonly<Record<AttentionKind, number>>>; readonly rows: readonly WaitingRow[] }

const oddFlags = sql.join(['likely_units_error', 'negative_cost', 'end_before_start', 'duplicate_key'].map((flag) => sql.lit(flag)))
const level = (name: string): Sql => sql`case ${sql.ref(name)} when 'green' then 0 when 'amber_green' then 1 when 'amber' then 2 when 'amber_red' then 3 when 'red' then 4 end`
/** The benefits that hang on a line where there are any, else what it costs. */
const stake = sql`case when n.benefits_minor > 0 then n.benefits_minor else abs(n.cost_minor) end`

/** Everything that waits for a person at the lines of now, given those before: `attentionOf` of the engine, as a relation. */
function waiting(now: Lines, before: Lines | undefined, strategy: boolean): Sql {
  const one = (kind: AttentionKind, atStake: Sql, condition: Sql): Sql => sql`select n.id, n.key, n.name, ${sql.lit(kind)} as kind, ${atStake}::numeric as stake, null::text as flag, 0::bigint as nth from n where ${condition}`
  const two = (kind: AttentionKind, atStake: Sql, condition: Sql): Sql => sql`select n.id, n.key, n.name, ${sql.lit(kind)}, ${atStake}::numeric, null, 0 from n join b on b.id = n.id where ${condition}`
  const found = [
    one('rated_red', stake, sql`n.rating_level = 'red'`),
    one('costs_more_than_it_gives', sql`abs(n.cost_minor)`, sql`n.benefits_minor < n.cost_minor and n.benefits_minor > 0`),
    sql`select n.id, n.key, n.name, 'figure_suspect', null::numeric, f.flag, f.nth from n cross join lateral unnest(n.flags) with ordinality as f(flag, nth) where f.flag in (${oddFlags})`,
    ...(strategy ? [one('initiative_orphan', sql`abs(n.cost_minor)`, sql`n.id not in (select s.initiative_id from (${servedInForce}) s)`)] : []),
    ...(before
      ? [
          two('rating_fell', stake, sql`b.rating_scale = n.rating_scale and ${level('n.rating_level')} > ${level('b.rating_level')} and n.rating_level <> 'red'`),
          two('end_slipped', stake, sql`n.end_on - b.end_on > ${sql.lit(thresholds.slipDays)}`),
          two('cost_grew', sql`abs(n.cost_minor - b.cost_minor)`, sql`b.cost_minor > 0 and (n.cost_minor - b.cost_minor)::numeric * 100 > b.cost_minor::numeric * ${sql.lit(Number(thresholds.costGrowthPercent))}`),
        ]
      : []),
  ]
  return sql`with n as materialized (${now})${before ? sql`, b as materialized (${before})` : sql``}, waiting as materialized (${sql.join(found, sql` union all `)})`
}

/** How many things wait, by why, and one page of them: the most urgent first, then by what is at stake, then by name. */
export async function readWaiting(tx: Tx, now: Lines, before: Lines | undefined, { strategy, kind, from, limit }: { readonly strategy: boolean; readonly kind?: AttentionKind | undefined; readonly from: number; readonly limit: number }): Promise<WaitingPage> {
  const rank = sql.join(attentionKinds.map((one, index) => sql`when ${sql.lit(one)} then ${sql.lit(index)}`), sql` `)
  const { rows } = await sql<{ counts: WaitingPage['counts'] | null; rows: readonly WaitingRow[] | null }>`${waiting(now, before, strategy)}
    select (select json_object_agg(kind, count) from (select kind, count(*)::integer as count from waiting group by kind) c) as counts,
      (select json_agg(json_build_object('id', id, 'kind', kind, 'flag', flag)) from (select id, kind, flag from waiting where ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
        order by case kind ${rank} end, stake desc nulls last, name collate "C", key collate "C", nth limit ${limit} offset ${from}) page) as rows`.execute(tx)
  return { counts: rows[0]?.counts ?? {}, rows: rows[0]?.rows ?? [] }
}
