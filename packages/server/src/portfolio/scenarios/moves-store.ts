import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { isAfter, type ScenarioRow } from './store.ts'

/** Fields of initiatives and objectives in which no figure of a plan lies. */
const outsideFigures = ['name', 'key', 'kind', 'category', 'sponsor', 'description', 'mandatory', 'flags', 'sources', 'statement', 'deadline', 'owner', 'citations', 'perspectiveId', 'order', 'ord', 'why']

/**
 * Which scenarios the plan of record has moved under: since the base of each, something that it touches was changed, or something that
 * counts in the figures of a plan. A new sponsor of work that a scenario leaves alone moves nothing. Read from revisions, not from plans.
 */
export async function readMoved(tx: Tx, rows: readonly ScenarioRow[], planAt: string | null): Promise<ReadonlySet<string>> {
  const behind = rows.filter(({ state, base_at }) => state !== 'approved' && isAfter(planAt, base_at)).map(({ id }) => id)
  if (behind.length === 0) return new Set()
  const found = await sql<{ id: string }>`
    with touched as (
      select c.scenario_id, array_agg(distinct part) as ids
      from scenario_change c
        cross join lateral unnest(string_to_array(c.entity_id, '>') || string_to_array(nullif(substring(c.field from '^custom:(.*)$'), ''), ',')
          || case when c.field = 'initiativeIds' and jsonb_typeof(c.value) = 'array' then array(select jsonb_array_elements_text(c.value)) else '{}' end) as part
      where c.scenario_id = any(${behind}::uuid[]) group by c.scenario_id)
    select s.id from scenario s left join touched t on t.scenario_id = s.id
    where s.id = any(${behind}::uuid[]) and exists (
      select from revision r
        cross join lateral (select coalesce(r.after, r.before) as said) as one
      where r.at > s.base_at and (
        (r.room = 'demand' and r.kind = 'publication') or (r.room = 'strategy' and r.kind in ('strategy', 'contribution'))
        or (r.entity_id = any(t.ids) and r.room in ('demand', 'strategy') and r.kind in ('initiative', 'objective', 'exclusion', 'custom_field'))
        or (r.room = 'demand' and r.kind = 'dependency' and (one.said ->> 'fromId' = any(t.ids) or one.said ->> 'toId' = any(t.ids)))
        or (r.room = 'demand' and r.kind = 'exclusion' and one.said -> 'initiativeIds' ?| t.ids)
        or (r.room in ('demand', 'strategy') and r.kind in ('initiative', 'objective') and (r.before is null or r.after is null
          or exists (select from jsonb_object_keys(r.after) as field where field <> all(${outsideFigures}) and field not like 'custom:%' and r.before -> field is distinct from r.after -> field)))))`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}
