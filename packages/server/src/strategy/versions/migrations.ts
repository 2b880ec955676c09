import { tenantTable, type Migration } from '../../database/migration.ts'

/** Versions get a head of their own, documents beside the tables of the version in force, and causal links. */
export const versionMigrations: readonly Migration[] = [
  {
    name: 'strategy-020-versions',
    up: async (sql) => {
      await sql(`alter table strategy_version
        add column version int not null default 1,
        add column title text not null default '',
        add column reason text not null default '',
        add column signal_on date,
        add column drafted_at timestamptz,
        add column drafted_by_id uuid,
        add column drafted_by text,
        add column changed_at timestamptz,
        add column changed_by text,
        add column sent_at timestamptz,
        add column sent_by_id uuid,
        add column sent_by text,
        add column remark text not null default '',
        add column approved_at timestamptz,
        add column approved_by text,
        add column decision_id uuid,
        add column superseded_at timestamptz,
        add column removed_at timestamptz,
        add column units jsonb not null default '[]',
        add column waivers jsonb not null default '[]'`)
      await sql(`create unique index strategy_version_next on strategy_version (org_id, strategy_id) where status in ('draft', 'sent') and removed_at is null`)
      await sql('alter table objective add column parent_key text')
      await tenantTable(
        sql,
        `create table strategy_document (org_id uuid not null, id uuid not null, content jsonb not null, base jsonb, contributions jsonb not null, mappings jsonb not null, settings jsonb not null, estimates jsonb not null, actions jsonb not null,
          facts jsonb not null, reviewed jsonb not null, touched jsonb not null, primary key (org_id, id), foreign key (org_id, id) references strategy_version (org_id, id))`,
      )
      await tenantTable(
        sql,
        `create table causal_link (org_id uuid not null, id uuid not null, version int not null default 1, from_id uuid not null, to_id uuid not null, polarity text not null check (polarity in ('same', 'opposite')),
          lag int not null check (lag between 0 and 60), rationale text not null, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, from_id) references objective (org_id, id), foreign key (org_id, to_id) references objective (org_id, id))`,
      )
      await sql('create unique index causal_link_once on causal_link (org_id, from_id, to_id) where removed_at is null')
    },
  },
  // Strategies of units and functions; documents that were kept before hold none.
  { name: 'strategy-021-unit-strategies', up: (sql) => sql(`alter table strategy_version add column unit_strategies jsonb not null default '[]'`) },
  { name: 'strategy-022-key-results', up: (sql) => sql(`alter table measure add column key_result jsonb, add column target_reason text not null default ''`) },
  // Cases of recalibration that were kept before say nothing of what units measure, and scorecards nothing of what there is to mend.
  { name: 'strategy-037-measures-in-versions', up: (sql) => sql('truncate rollup') },
]
