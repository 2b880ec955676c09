import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const changing = `${owned}, version int not null default 1`
const classes = "('mandated_compliance', 'mandated_assurance', 'non_mandated')"

/** Services of the PMO, what was asked of them, and the hours that they took. */
export const serviceMigrations: readonly Migration[] = [
  {
    name: 'governance-services-001-service',
    up: async (sql) => {
      await tenantTable(sql, `create table pmo_service (${changing}, said jsonb not null, owner_id uuid not null, owner text not null, retired_at timestamptz, retired_by text, retired_because text, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table service_edition (${owned}, service_id uuid not null, no int not null, said jsonb not null, reason text not null, published_by text not null, published_at timestamptz not null, primary key (org_id, id),
          unique (org_id, service_id, no), foreign key (org_id, service_id) references pmo_service)`,
        { appendOnly: true },
      )
      await tenantTable(
        sql,
        `create table service_request (${changing}, service_id uuid not null, initiative_id uuid, words text not null, needed_on date, asked_by_id uuid not null, asked_by text not null, asked_at timestamptz not null,
          state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined', 'delivered')), performer_id uuid, performer text, answer jsonb, outcome jsonb, primary key (org_id, id), foreign key (org_id, service_id) references pmo_service)`,
      )
      await tenantTable(
        sql,
        `create table refused_performer (${owned}, request_id uuid not null, performer_id uuid not null, performer text not null, way text not null, refused_to text not null, refused_at timestamptz not null, primary key (org_id, id),
          foreign key (org_id, request_id) references service_request)`,
        { appendOnly: true },
      )
      await tenantTable(
        sql,
        `create table service_hours (${changing}, worked_on date not null, service_id uuid, request_id uuid, class text check (class in ${classes}), hundredths int not null check (hundredths > 0), cost_minor bigint check (cost_minor >= 0), words text not null,
          recorded_by text not null, recorded_at timestamptz not null, removed_at timestamptz, primary key (org_id, id), foreign key (org_id, service_id) references pmo_service, foreign key (org_id, request_id) references service_request,
          check ((service_id is null) = (class is null)), check (request_id is null or service_id is not null))`,
      )
      await tenantTable(sql, `create table service_target (${owned}, from_on date not null, share double precision not null check (share between 0 and 1), reason text not null, set_by text not null, set_at timestamptz not null, primary key (org_id, id))`, { appendOnly: true })
      await sql('create index service_request_of on service_request (org_id, service_id); create index service_hours_on on service_hours (org_id, worked_on) where removed_at is null')
    },
  },
  {
    name: 'governance-services-002-gap',
    up: async (sql) => {
      const level = "area text not null check (area in ('governance', 'methods', 'reporting', 'resources', 'performance')), level int not null check (level between 0 and 5), reason text not null, given_by text not null, given_at timestamptz not null, primary key (org_id, id)"
      await tenantTable(sql, `create table service_capability (${owned}, service_id uuid not null, ${level}, foreign key (org_id, service_id) references pmo_service)`, { appendOnly: true })
      await tenantTable(sql, `create table service_need (${owned}, objective_id uuid not null, ${level})`, { appendOnly: true })
    },
  },
  {
    name: 'governance-services-003-step',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table service_step (${changing}, service_id uuid not null, area text not null check (area in ('governance', 'methods', 'reporting', 'resources', 'performance')), to_level int not null check (to_level between 1 and 5), due_on date not null,
          owner_id uuid not null, owner text not null, initiative_id uuid, words text not null, dropped jsonb, primary key (org_id, id), foreign key (org_id, service_id) references pmo_service)`,
      )
      await sql('create unique index service_step_once on service_step (org_id, service_id, area, to_level) where dropped is null')
    },
  },
  { name: 'governance-services-004-use', up: async (sql) => { await sql('alter table service_request add column used jsonb') } },
]
