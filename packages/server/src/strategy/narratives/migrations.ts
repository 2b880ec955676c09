import { tenantTable, type Migration } from '../../database/migration.ts'

/** What people say of figures. */
export const narrativeMigrations: readonly Migration[] = [
  {
    name: 'strategy-032-narratives',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table measure_narrative (org_id uuid not null, id uuid not null, version int not null default 1, measure_id uuid not null, fact text not null, judgement text not null, forecast text not null, confidence text not null check (confidence in ('low', 'medium', 'high')),
          anchors jsonb not null, said_at timestamptz not null, said_by text not null, said_by_id uuid not null, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, measure_id) references measure)`,
      )
      await sql('create index measure_narrative_of on measure_narrative (org_id, measure_id, said_at)')
    },
  },
]
