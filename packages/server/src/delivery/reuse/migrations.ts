import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const kinds = "('software', 'data', 'document', 'design', 'equipment', 'service', 'skill')"

/** What initiatives make for others, and what that saves. */
export const reuseMigrations: readonly Migration[] = [
  {
    name: 'delivery-020-reuse',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table reuse_component (${owned}, version int not null default 1, initiative_id uuid not null, name text not null, kind text not null check (kind in ${kinds}), available_on date not null, task_id uuid, skills jsonb not null, words text not null, recorded_by text not null, withdrawn jsonb,
          primary key (org_id, id), foreign key (org_id, initiative_id) references initiative, foreign key (org_id, task_id) references task)`,
      )
      await tenantTable(
        sql,
        `create table reuse_offer (${owned}, version int not null default 1, component_id uuid not null, to_initiative_id uuid not null, least_hours int not null check (least_hours >= 0), most_hours int not null check (most_hours >= least_hours), basis text not null,
          offered_by_id uuid not null, offered_by text not null, offered_on date not null, state text not null default 'offered' check (state in ('offered', 'accepted', 'declined', 'withdrawn')), answered_by_id uuid, answer jsonb, check ((state = 'offered') = (answer is null)),
          primary key (org_id, id), foreign key (org_id, component_id) references reuse_component, foreign key (org_id, to_initiative_id) references initiative)`,
      )
      await tenantTable(
        sql,
        `create table reuse_saving (${owned}, offer_id uuid not null, hours int not null check (hours >= 0), saved_on date not null, words text not null, link text not null, confirmed_by text not null, confirmed_at timestamptz not null,
          primary key (org_id, id), unique (org_id, offer_id), foreign key (org_id, offer_id) references reuse_offer)`,
        { appendOnly: true },
      )
      await sql("create unique index reuse_component_name on reuse_component (org_id, initiative_id, lower(name)) where withdrawn is null; create unique index reuse_offer_once on reuse_offer (org_id, component_id, to_initiative_id) where state in ('offered', 'accepted'); create index reuse_offer_to on reuse_offer (org_id, to_initiative_id)")
    },
  },
  // Deliverables belong to a later room, whose tables are not there yet: the act that names one looks it up.
  { name: 'delivery-021-reuse-deliverable', up: async (sql) => { await sql('alter table reuse_component add column deliverable_id uuid') } },
]
