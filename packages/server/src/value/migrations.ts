import { tenantTable, type Migration } from '../database/index.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'value-001-entries',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table value_entry (
          org_id uuid not null,
          id uuid not null,
          initiative_id uuid not null,
          kind text not null check (kind in ('promised', 'forecast', 'realised')),
          year integer not null,
          amount_minor bigint not null,
          currency text not null,
          basis jsonb not null,
          cash_class text not null check (cash_class in ('cash_releasing', 'non_cash_releasing', 'na')),
          evidence text not null,
          reverses uuid,
          recorded_by text not null,
          recorded_at timestamptz not null default now(),
          primary key (org_id, id),
          foreign key (org_id, initiative_id) references initiative (org_id, id),
          foreign key (org_id, reverses) references value_entry (org_id, id)
        )`,
        { appendOnly: true },
      )
      await sql(`create index value_entry_of_initiative on value_entry (org_id, initiative_id);
        create unique index value_entry_reversed_once on value_entry (org_id, reverses) where reverses is not null`)
    },
  },
]
