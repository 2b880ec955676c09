import { tenantTable, type Migration } from '../../database/migration.ts'

/** Fields that an organisation adds to its initiatives, and their values. */
export const fieldMigrations: readonly Migration[] = [
  {
    name: 'demand-020-custom-field',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table custom_field (org_id uuid not null, id uuid not null, name text not null, kind text not null, unit text, choices text[] not null, note text not null,
          version int not null default 1, created_at timestamptz not null default now(), removed_at timestamptz, primary key (org_id, id))`,
      )
      await sql('create unique index custom_field_name on custom_field (org_id, lower(name)) where removed_at is null')
      await tenantTable(
        sql,
        `create table custom_value (org_id uuid not null, initiative_id uuid not null, field_id uuid not null, value text not null, primary key (org_id, initiative_id, field_id),
          foreign key (org_id, initiative_id) references initiative, foreign key (org_id, field_id) references custom_field)`,
      )
      await sql('create index custom_value_of_field on custom_value (org_id, field_id)')
    },
  },
]
