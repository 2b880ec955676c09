import { tenantTable, type Migration } from '../../database/index.ts'

const selectionColumns = ['value_choice', 'currency', 'input_hash', 'constraints', 'chosen', 'candidates', 'total_value', 'total_cost_minor', 'bound', 'proved', 'certificate']

/** Scenarios become changes over the plan of record, with an author, a standing and people who see them. */
export const scenarioMigrations: readonly Migration[] = [
  {
    name: 'portfolio-002-overlays',
    up: async (sql) => {
      await sql(`
        create function current_account() returns uuid language sql stable parallel safe return nullif(current_setting('app.account_id', true), '')::uuid;
        alter table scenario
          add column state text not null default 'draft' check (state in ('draft', 'proposed', 'approved', 'rejected', 'withdrawn')),
          add column sharing text not null default 'everyone' check (sharing in ('private', 'people', 'everyone')),
          add column author_id uuid,
          add column changed_at timestamptz not null default now(),
          add column base_at timestamptz not null default now(),
          add column fork_of uuid,
          add column fork_name text,
          add column proposed_by uuid,
          add column proposed_name text,
          add column remark text not null default '',
          add column decision_id uuid,
          add column changes integer not null default 0,
          add column figures jsonb,
          add column outcome jsonb,
          add column decides boolean not null default false,
          add column selected_at timestamptz,
          ${selectionColumns.map((column) => `alter column ${column} drop not null`).join(', ')}`)
      await tenantTable(sql, `create table scenario_share (org_id uuid not null, scenario_id uuid not null, account_id uuid not null, primary key (org_id, scenario_id, account_id), foreign key (org_id, scenario_id) references scenario)`)
      await tenantTable(
        sql,
        `create table scenario_change (
          org_id uuid not null, scenario_id uuid not null, id uuid not null, kind text not null, entity_id text not null, field text not null, base jsonb not null, value jsonb not null,
          origin text not null check (origin in ('entered', 'selection')), by_name text not null, at timestamptz not null default now(), version integer not null default 1,
          primary key (org_id, scenario_id, id), foreign key (org_id, scenario_id) references scenario)`,
      )
      await sql('create unique index scenario_change_once on scenario_change (org_id, scenario_id, kind, entity_id, field)')
      // Names are told apart among those that everybody sees, and among those of one author.
      await sql(`drop index scenario_name;
        create unique index scenario_name on scenario (org_id, author_id, lower(name)) where removed_at is null and sharing <> 'everyone';
        create unique index scenario_name_public on scenario (org_id, lower(name)) where removed_at is null and sharing = 'everyone'`)
      // What is private is private in the database already, and so is what was done to it.
      await sql(`create policy seen_by on scenario as restrictive using (
          sharing = 'everyone' or author_id = current_account()
          or (sharing = 'people' and exists (select from scenario_share s where s.org_id = scenario.org_id and s.scenario_id = scenario.id and s.account_id = current_account())));
        create policy seen_with_scenario on scenario_change as restrictive using (exists (select from scenario s where s.org_id = scenario_change.org_id and s.id = scenario_change.scenario_id));
        create policy seen_with_scenario on revision as restrictive for select using (kind <> 'scenario' or exists (select from scenario s where s.org_id = revision.org_id and s.id::text = revision.entity_id))`)
    },
  },
  {
    // A scenario from before was last changed when it was saved, not when the column came.
    name: 'portfolio-003-earlier-scenarios',
    up: (sql) =>
      sql(`alter table scenario no force row level security; alter table scenario disable trigger user;
        update scenario set changed_at = created_at where author_id is null and changed_at = base_at;
        alter table scenario enable trigger user; alter table scenario force row level security`),
  },
  // Who could be a candidate, where a filter narrowed it: the others are nothing that the selection decided on.
  { name: 'portfolio-004-narrowed', up: (sql) => sql('alter table scenario add narrowed_to text[]') },
]
