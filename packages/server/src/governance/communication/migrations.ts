import { tenantTable, type Migration } from '../../database/index.ts'

const changing = 'org_id uuid not null, id uuid not null, version int not null default 1'
const manner = "channel text not null check (channel in ('app', 'mail', 'call', 'meeting', 'report')), detail text not null check (detail in ('brief', 'standard', 'full')), language text not null"

/** Stakeholders, what they are told, and what was told and answered. */
export const communicationMigrations: readonly Migration[] = [
  {
    name: 'governance-communication-001-plan',
    up: async (sql) => {
      await tenantTable(sql, `create table stakeholder (${changing}, name text not null, kind text not null check (kind in ('person', 'group')), account_id uuid, account text, note text not null, ${manner}, opted_out boolean not null default false, removed_at timestamptz, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table communication (${changing}, stakeholder_id uuid not null, about text not null, cadence text not null check (cadence in ('once', 'week', 'fortnight', 'month', 'quarter', 'year')), first_on date not null, owner_id uuid not null, owner text not null, initiative_id uuid,
          ended_at timestamptz, ended_by text, ended_because text, primary key (org_id, id), foreign key (org_id, stakeholder_id) references stakeholder)`,
      )
      await tenantTable(
        sql,
        `create table stakeholder_message (${changing}, communication_id uuid not null, told_on date not null, ${manner}, words text not null, delivered_by_id uuid not null, delivered_by text not null, delivered_at timestamptz not null,
          answer text, answered_by text, answered_at timestamptz, primary key (org_id, id), foreign key (org_id, communication_id) references communication)`,
      )
    },
  },
  { name: 'governance-communication-002-mail', up: async (sql) => { await sql('alter table stakeholder_message add column mail jsonb') } },
]
