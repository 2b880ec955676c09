import { demandMigrations } from './demands/index.ts'
import { tenantTable, type Migration } from '../database/index.ts'
import { scenarioMigrations } from './scenarios/migrations.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'portfolio-001-scenarios',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table scenario (
          org_id uuid not null,
          id uuid not null,
          name text not null,
          note text not null,
          value_choice text not null check (value_choice in ('benefits', 'net', 'strategic')),
          publication_id uuid,
          publication_title text,
          publication_as_of date,
          currency text not null,
          input_hash text not null,
          constraints jsonb not null,
          chosen jsonb not null,
          candidates integer not null,
          total_value numeric not null,
          total_cost_minor bigint not null,
          bound numeric not null,
          gap double precision,
          proved boolean not null,
          certificate jsonb not null,
          created_by text not null,
          created_at timestamptz not null default now(),
          version integer not null default 1,
          removed_at timestamptz,
          primary key (org_id, id)
        )`,
      )
      await sql('create unique index scenario_name on scenario (org_id, lower(name)) where removed_at is null')
    },
  },
  ...scenarioMigrations,
  ...demandMigrations,
]
