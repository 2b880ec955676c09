import { tenantTable, type Migration } from '../../database/index.ts'

/** What the PMO offers units. */
export const offerMigrations: readonly Migration[] = [
  {
    name: 'governance-offers-001-unit-offer',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table unit_offer (org_id uuid not null, id uuid not null, version int not null default 1, holder_id uuid not null, holder text not null, initiative_id uuid not null, service_id uuid not null, lowers text not null, in_return text not null,
          state text not null default 'offered' check (state in ('offered', 'agreed', 'declined', 'withdrawn')), offered_by_id uuid not null, offered_by text not null, offered_at timestamptz not null, answer jsonb, given jsonb, returned jsonb, primary key (org_id, id),
          foreign key (org_id, service_id) references pmo_service)`,
      )
    },
  },
  { name: 'governance-offers-002-withdrawn', up: async (sql) => { await sql('alter table unit_offer add column withdrawn jsonb') } },
]
