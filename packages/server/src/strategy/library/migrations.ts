import { tenantTable, type Migration } from '../../database/migration.ts'

const owned = 'org_id uuid not null, id uuid not null, version int not null default 1'

/** Definitions of measures, further objectives that a measure was linked to, and the sheet of a measure; those of before have none. */
export const libraryMigrations: readonly Migration[] = [
  {
    name: 'strategy-036-measure-library',
    up: async (sql) => {
      await tenantTable(sql, `create table measure_definition (${owned}, name text not null, hash text not null, content jsonb not null, origin text not null check (origin in ('starter', 'entered', 'imported')), retired_at timestamptz, retired_by text, retired_because text, primary key (org_id, id))`)
      await sql('create unique index measure_definition_once on measure_definition (org_id, hash) where retired_at is null')
      await tenantTable(sql, `create table measure_link (${owned}, measure_id uuid not null, objective_id uuid not null, linked_at timestamptz not null, linked_by text not null, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, measure_id) references measure)`)
      await sql('create unique index measure_link_once on measure_link (org_id, measure_id, objective_id) where removed_at is null')
      await sql('alter table measure add column sheet jsonb')
    },
  },
]
