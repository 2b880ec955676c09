import type { MeasureEvent } from '@throughline/contract/value'
import type { CivilDate } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'

/** Events that one answer holds, the newest. */
const most = 500

/**
 * What happened around a measure until a day, the newest first. A delivery is of the day from which value could flow, a restatement of the
 * day whose value it replaced, and a close of the last day of its period: what a signal is to be compared with is when it was true.
 */
export async function readMeasureEvents(tx: Tx, measureId: string, today: CivilDate): Promise<MeasureEvent[]> {
  const { rows } = await sql<MeasureEvent>`
    with own as materialized (select b.id, b.name, b.initiative_id from benefit b where b.org_id = current_org() and b.measure_id = ${measureId}::uuid),
    pool as materialized (select v.pool_id, v.counterfactual, v.counterfactual_at, v.attribution, v.attribution_at from value_measure v where v.org_id = current_org() and v.measure_id = ${measureId}::uuid),
    found as (
      select 'restated' as kind, n.on_date as "on", 'Restated on ' || to_char(n.recorded_at at time zone 'UTC', 'YYYY-MM-DD') || ': ' || trim_scale(o.value::numeric) || ' became ' || trim_scale(n.value::numeric) as words, null::uuid as "entryId", null::uuid as "initiativeId"
        from measure_actual n join measure_actual o on o.org_id = n.org_id and o.id = n.replaces where n.org_id = current_org() and n.measure_id = ${measureId}::uuid and n.value <> o.value
      union all select 'delivered', min(w.from_on), 'Delivered: ' || min(b.name), e.id, min(b.initiative_id::text)::uuid
        from own b join ledger_account a on a.org_id = current_org() and a.benefit_id = b.id and a.code = 'A30' join ledger_posting p on p.org_id = current_org() and p.account_id = a.id join ledger_entry e on e.org_id = current_org() and e.id = p.entry_id and e.kind = 'deliver'
          join value_period w on w.org_id = current_org() and w.code = a.period where not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) group by e.id
      union all select distinct 'change_done', n.due_on, 'Done: ' || n.name, null::uuid, n.initiative_id
        from own b join network_edge g on g.org_id = current_org() and g.to_id = b.id join network_node n on n.org_id = current_org() and n.id = g.from_id where n.removed_at is null and n.state = 'done' and n.due_on is not null
      union all select distinct 'initiative_ended', i.end_on, 'Ended: ' || i.name, null::uuid, i.id from own b join initiative i on i.org_id = current_org() and i.id = b.initiative_id where i.end_on is not null and i.removed_at is null
      union all select 'counterfactual', (l.counterfactual_at at time zone 'UTC')::date, 'Counterfactual registered: ' || replace(l.counterfactual ->> 'method', '_', ' '), null::uuid, null::uuid from pool l where l.counterfactual_at is not null
      union all select 'attribution', (l.attribution_at at time zone 'UTC')::date, 'Attribution agreed: ' || replace(l.attribution ->> 'method', '_', ' '), null::uuid, null::uuid from pool l where l.attribution_at is not null
      union all select 'closed', w.to_on - 1, 'Closed with movement that is nobody’s: ' || w.name, max(e.id::text)::uuid, null::uuid
        from pool l join ledger_account a on a.org_id = current_org() and a.pool_id = l.pool_id and a.code = 'M20' join ledger_posting p on p.org_id = current_org() and p.account_id = a.id join ledger_entry e on e.org_id = current_org() and e.id = p.entry_id and e.kind = 'close'
          join value_period w on w.org_id = current_org() and w.code = a.period group by w.code, w.to_on, w.name)
    select kind, "on", words, "entryId", "initiativeId" from found where "on" <= ${today}::date order by "on" desc, kind, words limit ${most}`.execute(tx)
  return rows
}
