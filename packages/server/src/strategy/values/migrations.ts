import { tenantTable, type Migration } from '../../database/migration.ts'

const owned = 'org_id uuid not null, id uuid not null, version int not null default 1'

/** Values of the organisation, what units say they stand for, and decisions that named a value. */
export const valuesMigrations: readonly Migration[] = [
  {
    name: 'strategy-033-values',
    up: async (sql) => {
      await tenantTable(sql, `create table organisation_value (${owned}, name text not null, meaning text not null, behaviours jsonb not null, retired_at timestamptz, retired_by text, retired_because text, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table unit_value (${owned}, unit_id uuid not null, words text not null, said_at timestamptz not null, said_by text not null, mapping text not null default 'none' check (mapping in ('value', 'own', 'none')), value_id uuid, reason text not null default '',
          mapped_at timestamptz, mapped_by text, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, value_id) references organisation_value, check ((mapping = 'value') = (value_id is not null)))`,
      )
      await tenantTable(
        sql,
        `create table decision_value (${owned}, decision_id uuid not null, served_id uuid not null, against_id uuid check (against_id <> served_id), reason text not null, tagged_at timestamptz not null, tagged_by text not null, removed_at timestamptz,
          primary key (org_id, id), foreign key (org_id, served_id) references organisation_value, foreign key (org_id, against_id) references organisation_value)`,
      )
      await sql('create unique index decision_value_once on decision_value (org_id, decision_id, served_id) where removed_at is null')
    },
  },
]
