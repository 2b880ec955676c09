import { tenantTable, type Migration } from '../../database/index.ts'

/** The benefits network: its own nodes, and edges between these and what other rooms keep. */
export const networkMigrations: readonly Migration[] = [
  {
    name: 'value-020-network',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table network_node (org_id uuid not null, id uuid not null, kind text not null check (kind in ('enabler', 'enabling_change', 'business_change', 'driver')), name text not null, owner text, note text not null, initiative_id uuid,
          starts_on date, due_on date, check (starts_on <= due_on), state text not null check (state in ('planned', 'under_way', 'done', 'retired')), version int not null default 1, removed_at timestamptz,
          primary key (org_id, id), foreign key (org_id, initiative_id) references initiative)`,
      )
      await sql('create unique index network_node_name on network_node (org_id, kind, lower(name)) where removed_at is null')
      await tenantTable(
        sql,
        `create table network_edge (org_id uuid not null, id uuid not null, from_id uuid not null, to_id uuid not null, check (from_id <> to_id), share int check (share between 1 and 100), lag_months int check (lag_months between 0 and 120),
          evidence text not null, version int not null default 1, primary key (org_id, id), unique (org_id, from_id, to_id))`,
      )
      await sql('create index network_edge_to on network_edge (org_id, to_id)')
    },
  },
]
