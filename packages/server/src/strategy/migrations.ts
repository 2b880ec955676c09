import { historyOf } from '../database/history/index.ts'
import { tenantTable, type Migration } from '../database/migration.ts'
import { betweenMigrations } from './between/migrations.ts'
import { comprehensionMigrations } from './comprehension/migrations.ts'
import { contradictionMigrations } from './contradictions/migrations.ts'
import { decisionUseMigrations } from './decisions/migrations.ts'
import { exchangeMigrations } from './exchange/migrations.ts'
import { groundMigrations } from './grounds/migrations.ts'
import { horizonMigrations } from './horizon/migrations.ts'
import { intakeMigrations } from './intake/migrations.ts'
import { narrativeMigrations } from './narratives/migrations.ts'
import { libraryMigrations } from './library/migrations.ts'
import { goalMigrations } from './goals/migrations.ts'
import { measureMigrations } from './measures/migrations.ts'
import { outcomeMigrations } from './outcome/migrations.ts'
import { valuesMigrations } from './values/migrations.ts'
import { versionMigrations } from './versions/migrations.ts'
import { roundMigrations, workshopMigrations } from './workshop/migrations.ts'

const owned = 'org_id uuid not null, id uuid not null, version int not null default 1'
const key = 'primary key (org_id, id)'

/** The strategy: its versions, what they hold, and how initiatives serve it. */
export const migrations: readonly Migration[] = [
  {
    name: 'strategy-001-strategy',
    up: async (sql) => {
      await tenantTable(sql, `create table strategy (${owned}, name text not null, mission text not null, vision text not null, origin text not null, source_note text not null, ${key})`)
      await sql('create unique index strategy_one on strategy (org_id)')
      await tenantTable(sql, `create table strategy_version (org_id uuid not null, id uuid not null, strategy_id uuid not null, no int not null, status text not null, ${key}, foreign key (org_id, strategy_id) references strategy)`)
      await sql(`create unique index strategy_version_in_force on strategy_version (org_id, strategy_id) where status = 'in_force'`)
      await tenantTable(sql, `create table perspective (${owned}, strategy_version_id uuid not null, name text not null, ord int not null, removed_at timestamptz, ${key}, foreign key (org_id, strategy_version_id) references strategy_version)`)
      await tenantTable(
        sql,
        `create table objective (${owned}, strategy_version_id uuid not null, stable_key text not null, perspective_id uuid not null, statement text not null, description text not null,
          weight numeric(9,8) not null check (weight between 0 and 1), owner text, deadline date, mandatory boolean not null, origin text not null, citations jsonb not null, removed_at timestamptz,
          ${key}, foreign key (org_id, strategy_version_id) references strategy_version, foreign key (org_id, perspective_id) references perspective)`,
      )
      await tenantTable(
        sql,
        `create table measure (${owned}, objective_id uuid not null, name text not null, definition text not null, unit text not null, direction text not null, aggregation text not null, frequency text not null,
          horizon text not null, is_leading boolean not null, owner text, data_source text not null, origin text not null, baseline numeric, baseline_on date, target numeric, due_on date, tolerance numeric, removed_at timestamptz,
          ${key}, foreign key (org_id, objective_id) references objective)`,
      )
      await tenantTable(
        sql,
        `create table measure_actual (${owned}, measure_id uuid not null, on_date date not null, value numeric not null, state text not null, note text not null, source text not null,
          recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by text not null, ${key}, foreign key (org_id, measure_id) references measure)`,
      )
      await sql('create unique index measure_actual_in_force on measure_actual (org_id, measure_id, on_date) where superseded_at is null')
      await tenantTable(
        sql,
        `create table contribution (org_id uuid not null, id uuid not null, initiative_id uuid not null, objective_id uuid not null, contribution numeric(4,3) not null check (contribution between -1 and 1),
          rationale text not null, origin text not null, recorded_at timestamptz not null default now(), superseded_at timestamptz, recorded_by text not null,
          ${key}, foreign key (org_id, objective_id) references objective)`,
      )
      await sql('create unique index contribution_in_force on contribution (org_id, initiative_id, objective_id) where superseded_at is null')
    },
  },
  // What was measured on a day is known of that day alone.
  { name: 'strategy-002-history', up: (sql) => historyOf(sql, 'measure_actual', { shownWhen: 'on_date <= valid_on()' }) },
  { name: 'strategy-003-followed', up: (sql) => historyOf(sql, 'contribution', { followed: true }) },
  ...measureMigrations,
  ...contradictionMigrations,
  ...workshopMigrations,
  ...versionMigrations,
  ...roundMigrations,
  ...goalMigrations,
  ...exchangeMigrations,
  ...narrativeMigrations,
  // Objectives of units stand in the document of their version, not in a table: what a measure tells of is checked by the act that adds it.
  { name: 'strategy-023-measures-of-units', up: (sql) => sql('alter table measure drop constraint measure_org_id_objective_id_fkey') },
  ...betweenMigrations,
  ...valuesMigrations,
  ...decisionUseMigrations,
  ...outcomeMigrations,
  ...libraryMigrations,
  ...comprehensionMigrations,
  ...intakeMigrations,
  ...horizonMigrations,
  ...groundMigrations,
]
