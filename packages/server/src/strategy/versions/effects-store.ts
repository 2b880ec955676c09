import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { StrategyDocument } from './content.ts'
import type { FirstEffect } from './latency.ts'

/** The actions of each version that was ever drafted. */
export async function readActions(tx: Tx): Promise<ReadonlyMap<string, StrategyDocument['actions']>> {
  const rows = await tx.selectFrom('strategy_document').select(['id', 'actions']).execute()
  return new Map(rows.map(({ id, actions }) => [id, actions as StrategyDocument['actions']]))
}

/** For each approved version the first actual after the approval of a measure of an objective that it changed. */
export async function readEffects(tx: Tx): Promise<ReadonlyMap<string, FirstEffect>> {
  const { rows } = await sql<FirstEffect>`
    select distinct on (v.id) v.id as "versionId", m.id as "measureId", m.name as measure, a.on_date as "on"
    from strategy_version v join strategy_document d on d.org_id = v.org_id and d.id = v.id
      cross join lateral jsonb_array_elements_text(d.touched) as changed (objective_id)
      join measure m on m.org_id = v.org_id and m.objective_id::text = changed.objective_id join measure_actual a on a.org_id = m.org_id and a.measure_id = m.id
    where v.approved_at is not null and a.superseded_at is null and a.on_date > v.approved_at::date and (v.superseded_at is null or a.on_date <= v.superseded_at::date)
    order by v.id, a.on_date, m.id`.execute(tx)
  return new Map(rows.map((one) => [one.versionId, one]))
}
