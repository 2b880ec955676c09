import { tenantTable, type Migration } from '../database/migration.ts'
import { historyOf } from '../database/history/index.ts'
import { stateFunctions } from './states/migrations.ts'
import { businessCaseMigrations } from './business-case/index.ts'
import { criteriaMigrations } from './criteria/migrations.ts'
import { fieldMigrations } from './fields/migrations.ts'
import { ideaMigrations } from './ideas/index.ts'
import { innovationMigrations } from './innovation/index.ts'
import { importMigrations, importPieces, importRetention } from './imports/migrations.ts'
import { listMigrations } from './list/migrations.ts'
import { viewMigrations } from './views/migrations.ts'
import { yearMigrations } from './years/migrations.ts'

const owned = 'org_id uuid not null, id uuid not null'
const key = 'primary key (org_id, id)'
const amount = (name: string): string => `${name}_minor bigint, ${name}_reason text, check (${name}_minor is null or ${name}_reason is null)`

/** Initiatives, what was published of them, imports and ties. */
export const migrations: readonly Migration[] = [
  {
    name: 'demand-001-initiative',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table initiative (${owned}, version int not null default 1, key text not null, name text not null, kind text not null, state text not null, unit_id uuid, category text, sponsor text,
          description text not null, mandatory boolean not null, rating_scale text, rating_level text, rating_as_of date, start_on date, end_on date,
          ${['cost', 'benefits', 'in_year_baseline', 'in_year_forecast'].map(amount).join(', ')},
          sources jsonb not null, flags text[] not null, position_on date, created_at timestamptz not null default now(), removed_at timestamptz, ${key})`,
      )
      await sql('create unique index initiative_key on initiative (org_id, lower(key)) where removed_at is null')
      await tenantTable(
        sql,
        `create table publication (${owned}, title text not null, as_of date not null, file_name text not null, sha256 text not null, format text not null, rating_scale text, mapping jsonb not null, rows int not null,
          imported_at timestamptz not null default now(), imported_by text not null, superseded_at timestamptz, ${key})`,
      )
      await sql('create unique index publication_in_force on publication (org_id, as_of, title) where superseded_at is null')
      await tenantTable(
        sql,
        `create table report (${owned}, publication_id uuid not null, initiative_id uuid not null, row_no int not null, name text not null, published_id text, unit_name text, category text,
          rating_scale text, rating_level text, rating_as_published text not null, sponsor_rating_level text, start_on date, end_on date, start_as_published text not null, end_as_published text not null,
          cost jsonb not null, benefits jsonb not null, in_year_baseline jsonb not null, in_year_forecast jsonb not null, narratives jsonb not null, linked_by text not null, flags text[] not null,
          recorded_at timestamptz not null default now(), superseded_at timestamptz,
          ${key}, foreign key (org_id, publication_id) references publication, foreign key (org_id, initiative_id) references initiative)`,
      )
      await sql('create unique index report_once on report (org_id, publication_id, initiative_id)')
      await sql('create index report_of on report (org_id, initiative_id)')
      await tenantTable(
        sql,
        `create table portfolio_import (${owned}, file_name text not null, bytes bytea not null, format text not null, state text not null, choices jsonb not null, created_at timestamptz not null default now(),
          created_by text not null, publication_id uuid, outcome jsonb, ${key})`,
      )
      await tenantTable(sql, `create table dependency (${owned}, from_id uuid not null, to_id uuid not null, reason text not null, removed_at timestamptz, ${key}, foreign key (org_id, from_id) references initiative, foreign key (org_id, to_id) references initiative)`)
      await sql('create unique index dependency_in_force on dependency (org_id, from_id, to_id) where removed_at is null')
      await tenantTable(sql, `create table exclusion (${owned}, name text not null, reason text not null, removed_at timestamptz, ${key})`)
      await tenantTable(sql, `create table exclusion_member (org_id uuid not null, exclusion_id uuid not null, initiative_id uuid not null, primary key (org_id, exclusion_id, initiative_id), foreign key (org_id, exclusion_id) references exclusion, foreign key (org_id, initiative_id) references initiative)`)
    },
  },
  ...importMigrations,
  ...fieldMigrations,
  ...viewMigrations,
  ...listMigrations,
  ...yearMigrations,
  {
    name: 'demand-002-history',
    up: async (sql) => {
      await historyOf(sql, 'initiative', { validFrom: `coalesce(position_on, civil_day(created_at))` })
      for (const statement of stateFunctions) await sql(statement)
      await historyOf(sql, 'publication', { shownWhen: 'as_of <= valid_on()' })
      const positions = ['publication', 'publication_past'].map((table) => `select id from public.${table} where org_id = current_org() and as_of <= valid_on()`)
      await historyOf(sql, 'report', { shownWhen: `valid_on() = 'infinity' or publication_id in (${positions.join(' union all ')})` })
      for (const table of ['portfolio_import', 'import_chunk', 'import_row', 'import_plan', 'import_issue', 'import_change', 'import_memory']) await historyOf(sql, table, { none: 'work on a file; what it brought is kept where it was written' })
      await historyOf(sql, 'list_view', { none: 'how somebody looks at a list, not what is known' })
    },
  },
  // Columns that a server holds are brought up to an act by what changed since, and to an earlier moment by what changed between.
  {
    name: 'demand-035-followed',
    up: async (sql) => {
      await historyOf(sql, 'initiative', { validFrom: `coalesce(position_on, civil_day(created_at))`, followed: true })
      await historyOf(sql, 'custom_value', { followed: true })
    },
  },
  // Lists are put in order in memory.
  { name: 'demand-036-no-list-orders', up: (sql) => sql('drop index initiative_by_name, initiative_by_key, initiative_by_cost, initiative_by_benefits, initiative_by_end, initiative_by_unit') },
  importPieces,
  importRetention,
  ...ideaMigrations,
  ...innovationMigrations,
  ...criteriaMigrations,
  ...businessCaseMigrations,
]
