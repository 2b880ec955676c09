import { historyOf, tenantTable, type Migration } from '../../database/index.ts'

/** An amount of a report as a figure in the organisation's currency or the reason there is none: `publishedAmount` in SQL. */
function amountOf(name: string, column: string): string {
  const [amount, minor, reason] = [`r.${column}`, `${name}_minor`, `${name}_reason`]
  const read = `${amount}->>'status' = 'value' and ${amount}->>'minor' is not null and ${amount}->>'reason' is null`
  return `case when ${read} and ${amount}->>'currency' = o.currency then (${amount}->>'minor')::bigint end as ${minor},
    case when ${read} then case when ${amount}->>'currency' <> o.currency then 'MIXED_UNITS' end else coalesce(${amount}->>'reason', 'NOT_PUBLISHED') end as ${reason}`
}

const lines = (from: string): string => `
  insert into position_line (org_id, publication_id, initiative_id, rating_scale, rating_level, end_on, cost_minor, cost_reason, benefits_minor, benefits_reason, forecast_minor, forecast_reason)
  select r.org_id, r.publication_id, r.initiative_id, case when r.rating_level is not null then r.rating_scale end, case when r.rating_scale is not null then r.rating_level end, r.end_on,
    ${amountOf('cost', 'cost')}, ${amountOf('benefits', 'benefits')}, ${amountOf('forecast', 'in_year_forecast')}
  from ${from} r join organisation o on o.org_id = r.org_id`

/**
 * What lists and totals read of a report, in columns: a report is a page of text and a hundred thousand of them are added up here.
 * Follows the reports by a trigger and never changes; which lines count is said by the publications, at any moment.
 */
export const listMigrations: readonly Migration[] = [
  {
    name: 'demand-030-position-line',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table position_line (org_id uuid not null, publication_id uuid not null, initiative_id uuid not null, rating_scale text, rating_level text, end_on date,
          cost_minor bigint, cost_reason text, benefits_minor bigint, benefits_reason text, forecast_minor bigint, forecast_reason text, primary key (org_id, publication_id, initiative_id))`,
        { appendOnly: true },
      )
      await historyOf(sql, 'position_line', { none: 'follows the reports; which lines count is said by the publications of the moment' })
      await sql('create index position_line_of on position_line (org_id, initiative_id, publication_id)')
      await sql('alter table position_line no force row level security; alter table report no force row level security; alter table organisation no force row level security')
      await sql(lines('report'))
      await sql('alter table position_line force row level security; alter table report force row level security; alter table organisation force row level security')
      await sql(`
        create function add_position_lines() returns trigger language plpgsql set search_path = public, pg_temp as $$ begin ${lines('added')}; return null; end $$;
        create trigger position_lines after insert on report referencing new table as added for each statement execute function add_position_lines()`)
    },
  },
  {
    name: 'demand-031-list-orders',
    up: async (sql) => {
      await sql(`create index initiative_narrow on initiative (org_id, id)
        include (unit_id, kind, state, mandatory, rating_scale, rating_level, start_on, end_on, cost_minor, cost_reason, benefits_minor, benefits_reason, in_year_baseline_minor, in_year_forecast_minor) where removed_at is null`)
      for (const [name, order] of [
        ['name', `left(lower(name), 100) collate "C"`], ['key', `left(lower(key), 100) collate "C"`], ['cost', 'cost_minor'], ['benefits', 'benefits_minor'], ['end', 'end_on'], ['unit', 'unit_id'],
      ] as const)
        await sql(`create index initiative_by_${name} on initiative (org_id, ${order}, id) where removed_at is null`)
    },
  },
]
