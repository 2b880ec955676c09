import { tenantTable, type Migration } from '../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const named = `${owned}, name text not null, version int not null default 1, removed_at timestamptz, primary key (org_id, id)`
const months = 'from_month int not null check (from_month >= 0), months int not null check (months >= 1)'

/** Pools and their capacity, pots and their money, and how initiatives may be planned. */
export const migrations: readonly Migration[] = [
  {
    name: 'capacity-001-pools',
    up: async (sql) => {
      await tenantTable(sql, `create table capacity_setting (org_id uuid not null, grain text not null check (grain in ('month', 'quarter', 'year')), periods int not null check (periods between 1 and 60), version int not null default 1, primary key (org_id))`)
      await tenantTable(
        sql,
        `create table resource_pool (${named}, unit text not null check (unit in ('hour', 'day', 'fte')), unit_id uuid, skills text[] not null, people int check (people >= 0),
          rate_minor bigint, overload_percent int check (overload_percent >= 0), overload_rate_minor bigint)`,
      )
      await sql('create unique index resource_pool_name on resource_pool (org_id, lower(name)) where removed_at is null')
      await tenantTable(
        sql,
        `create table pool_line (org_id uuid not null, pool_id uuid not null, from_on date not null, to_on date not null, hundredths bigint not null check (hundredths >= 0), check (from_on < to_on),
          primary key (org_id, pool_id, from_on), foreign key (org_id, pool_id) references resource_pool)`,
      )
    },
  },
  {
    name: 'capacity-002-pots',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table pot (${named}, kind text not null check (kind in ('capital', 'operating', 'any')), total_minor bigint, carry_over text not null check (carry_over in ('none', 'limited', 'all')),
          carry_percent int check (carry_percent between 0 and 100), categories text[] not null, unit_ids uuid[] not null)`,
      )
      await sql('create unique index pot_name on pot (org_id, lower(name)) where removed_at is null')
      await tenantTable(
        sql,
        `create table pot_line (org_id uuid not null, pot_id uuid not null, from_on date not null, to_on date not null, amount_minor bigint not null, check (from_on < to_on),
          primary key (org_id, pot_id, from_on), foreign key (org_id, pot_id) references pot)`,
      )
    },
  },
  {
    name: 'capacity-003-plans',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table initiative_plan (org_id uuid not null, initiative_id uuid not null, earliest_on date, latest_on date, fixed_on date, runs boolean not null, spent_minor bigint, to_go_minor bigint, exit_minor bigint,
          version int not null, primary key (org_id, initiative_id), foreign key (org_id, initiative_id) references initiative)`,
      )
      await tenantTable(
        sql,
        `create table initiative_variant (${owned}, initiative_id uuid not null, name text not null, place int not null, in_plan boolean not null, value_percent int, benefits_minor bigint,
          primary key (org_id, id), foreign key (org_id, initiative_id) references initiative_plan)`,
      )
      await sql('create index initiative_variant_of on initiative_variant (org_id, initiative_id)')
      await tenantTable(
        sql,
        `create table variant_demand (org_id uuid not null, variant_id uuid not null, pool_id uuid not null, ${months}, hundredths bigint not null check (hundredths >= 0),
          primary key (org_id, variant_id, pool_id, from_month), foreign key (org_id, variant_id) references initiative_variant, foreign key (org_id, pool_id) references resource_pool)`,
      )
      await tenantTable(
        sql,
        `create table variant_cost (org_id uuid not null, variant_id uuid not null, line int not null, pot_id uuid, ${months}, amount_minor bigint not null,
          primary key (org_id, variant_id, line), foreign key (org_id, variant_id) references initiative_variant, foreign key (org_id, pot_id) references pot)`,
      )
    },
  },
]
