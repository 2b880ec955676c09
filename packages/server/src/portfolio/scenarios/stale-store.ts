import type { Constraint } from '@throughline/engine/portfolio'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { isAfter, type ScenarioRow } from './store.ts'

/**
 * Of which selections something that they were computed from is different now: of a candidate, what value and constraints look at; a
 * dependency or exclusion of candidates; for strategic value, what serves which objective and what that weighs; a position that came or
 * went. What was changed and changed back is not different, and work that neither was a candidate nor is one matters to none. Read from
 * the revisions since the selection, never from the plan: it costs as much as was changed.
 */
export async function readStale(tx: Tx, rows: readonly ScenarioRow[], planAt: string | null): Promise<ReadonlySet<string>> {
  const behind = rows.filter((row) => row.value_choice !== null && row.state !== 'approved' && isAfter(planAt, selectedAt(row)))
  if (behind.length === 0) return new Set()
  const asked = behind.map((row) => ({ id: row.id, since: selectedAt(row), strategic: row.value_choice === 'strategic', by_year: looksAt(row, ['yearlyBudget']), fields: fieldsOf(row), among: row.narrowed_to }))
  const found = await sql<{ id: string }>`
    select s.id from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as s(id uuid, since timestamptz, strategic boolean, by_year boolean, fields text[], among text[])
    where exists (select from revision r where r.at > s.since and r.room = 'demand' and r.kind = 'publication')
      or ${candidatesMoved} or ${tiesMoved} or (s.strategic and ${alignmentMoved})`.execute(tx)
  return new Set(found.rows.map(({ id }) => id))
}

/** What each field was before the first change since, and what it is after the last one; by initiative, where the two differ. */
const candidatesMoved = sql`exists (
  select from (
    select f.entity_id, bool_or(f.was_absent) as was_absent, bool_or(f.field = 'costMinor') as cost_moved, bool_or(f.field = 'benefitsMinor') as benefits_moved,
      max(f.was) filter (where f.field = 'costMinor') as cost_then, max(f.was) filter (where f.field = 'benefitsMinor') as benefits_then
    from (
      select r.entity_id, k.field, (array_agg(r.before ->> k.field order by r.id))[1] as was, (array_agg(r.after ->> k.field order by r.id desc))[1] as now,
        (array_agg(r.before is null order by r.id))[1] as was_absent
      from revision r cross join lateral jsonb_object_keys(coalesce(r.before, '{}') || coalesce(r.after, '{}')) as k(field)
      where r.at > s.since and r.room = 'demand' and r.kind = 'initiative' and (s.among is null or r.entity_id = any(s.among))
        and (k.field = any(s.fields || array['benefitsMinor']) or (s.by_year and k.field ~ '^cost [0-9]{4}$'))
      group by r.entity_id, k.field) as f
    group by f.entity_id
    having bool_or(f.was is distinct from f.now and (f.field = any(s.fields) or f.field like 'cost %'))) as m
  left join initiative i on i.id::text = m.entity_id
  where (i.removed_at is null and i.cost_minor > 0 and (s.strategic or i.benefits_minor > 0))
    or (not m.was_absent and case when m.cost_moved then m.cost_then::numeric else i.cost_minor end > 0
      and (s.strategic or case when m.benefits_moved then m.benefits_then::numeric else i.benefits_minor end > 0)))`

/** Whether an initiative is a candidate now. */
const isCandidate = (id: ReturnType<typeof sql>) => sql`exists (select from initiative i where i.id::text = ${id} and i.removed_at is null and i.cost_minor > 0 and (s.strategic or i.benefits_minor > 0) and (s.among is null or i.id::text = any(s.among)))`

/** A dependency between candidates that is there now and was not, or the other way round; any exclusion of candidates. */
const tiesMoved = sql`exists (
  select from (
    select coalesce(r.after, r.before) ->> 'fromId' as from_id, coalesce(r.after, r.before) ->> 'toId' as to_id, (array_agg(r.before is null order by r.id))[1] as was_absent, (array_agg(r.after is null order by r.id desc))[1] as is_absent
    from revision r where r.at > s.since and r.room = 'demand' and r.kind = 'dependency' group by 1, 2) as d
  where d.was_absent <> d.is_absent and ${isCandidate(sql`d.from_id`)} and ${isCandidate(sql`d.to_id`)})
  or exists (
    select from revision r where r.at > s.since and r.room = 'demand' and r.kind = 'exclusion'
      and (r.after is null or exists (select from jsonb_array_elements_text(r.after -> 'initiativeIds') as m(id) where ${isCandidate(sql`m.id`)})))`

const alignmentMoved = sql`exists (
  select from revision r where r.at > s.since and r.room = 'strategy' and (
    r.kind = 'strategy' or (r.kind = 'contribution' and (s.among is null or r.entity_id = any(s.among)) and r.before ->> 'contribution' is distinct from r.after ->> 'contribution')
    or (r.kind = 'objective' and r.before ->> 'weight' is distinct from r.after ->> 'weight')))`

/** When the selection was computed. */
const selectedAt = (row: ScenarioRow): string => row.selected_at ?? row.created_at

const looksAt = ({ constraints }: ScenarioRow, kinds: readonly Constraint['kind'][]): boolean => Array.isArray(constraints) && (constraints as readonly Constraint[]).some(({ kind }) => kinds.includes(kind))

/** Benefits unless alignment is counted; days where years have budgets; the department where it has a limit. Mandatory work is pinned by standing demands. */
const fieldsOf = (row: ScenarioRow): readonly string[] => [
  'costMinor', 'mandatory',
  ...(row.value_choice === 'strategic' ? [] : ['benefitsMinor']),
  ...(looksAt(row, ['yearlyBudget']) ? ['startOn', 'endOn'] : []),
  ...(looksAt(row, ['departmentCap', 'minimumShare']) ? ['unitId'] : []),
]
