import { tenantTable, type Migration } from '../../database/migration.ts'

/** Workshops on weights, and what each person who is invited handed in. */
export const workshopMigrations: readonly Migration[] = [
  {
    name: 'strategy-workshops-001-workshop',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table weight_workshop (org_id uuid not null, id uuid not null, version int not null default 1, title text not null, question text not null, method text not null, random_index text not null,
          perspective_id uuid, level_name text not null, objectives jsonb not null, state text not null default 'open', opened_at timestamptz not null, opened_by text not null,
          closed_at timestamptz, closed_by text, closed_early boolean not null default false, decision jsonb, removed_at timestamptz, primary key (org_id, id))`,
      )
      await tenantTable(
        sql,
        `create table weight_judgement (org_id uuid not null, id uuid not null, workshop_id uuid not null, account_id uuid not null, name text not null, judgement jsonb, handed_in_at timestamptz,
          primary key (org_id, id), unique (org_id, workshop_id, account_id), foreign key (org_id, workshop_id) references weight_workshop)`,
      )
    },
  },
]

/** People who have talked judge once more: each round is a workshop that follows the one before. */
export const roundMigrations: readonly Migration[] = [
  {
    name: 'strategy-workshops-002-rounds',
    up: async (sql) => {
      await sql('alter table weight_workshop add column round int not null default 1, add column follows_id uuid')
      await sql('create unique index weight_workshop_follows on weight_workshop (org_id, follows_id) where follows_id is not null and removed_at is null')
    },
  },
]
