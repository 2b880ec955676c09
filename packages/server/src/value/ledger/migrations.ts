import { referAtOnce, tenantTable, type Migration } from '../../database/index.ts'
import { walkingFunctions } from './paths-store.ts'

const append = { appendOnly: true }
const key = 'primary key (org_id, id)'

/** What the value ledger stands on, and the ledger itself: entries and postings are added and never changed. */
export const ledgerMigrations: readonly Migration[] = [
  {
    name: 'value-010-register',
    up: async (sql) => {
      await tenantTable(sql, `create table value_period (org_id uuid not null, code text not null, name text not null, from_on date not null, to_on date not null check (from_on < to_on),
        state text not null default 'open' check (state in ('open', 'soft', 'closed')), primary key (org_id, code))`)
      await tenantTable(sql, `create table value_pool (org_id uuid not null, id uuid not null, identity text not null, unit text not null, ${key}, unique (org_id, identity))`)
      await tenantTable(sql, `create table value_measure (org_id uuid not null, measure_id uuid not null, pool_id uuid not null, scope_unit_id uuid, counterfactual jsonb, counterfactual_at timestamptz, attribution jsonb, attribution_at timestamptz,
        above jsonb not null default '[]', version integer not null default 1, primary key (org_id, measure_id), foreign key (org_id, measure_id) references measure, foreign key (org_id, pool_id) references value_pool)`)
      await tenantTable(sql, `create table benefit (org_id uuid not null, id uuid not null, name text not null, initiative_id uuid not null, owner_id uuid, measure_id uuid, unit text not null, counted boolean not null, leads_to uuid, adoption_by text not null,
        version integer not null default 1, ${key}, foreign key (org_id, initiative_id) references initiative, foreign key (org_id, measure_id) references value_measure, foreign key (org_id, leads_to) references benefit)`)
      await sql('create index value_measure_pool on value_measure (org_id, pool_id); create index benefit_initiative on benefit (org_id, initiative_id); create index benefit_measure on benefit (org_id, measure_id); create index benefit_leads_to on benefit (org_id, leads_to)')
      await tenantTable(sql, `create table benefit_adoption (org_id uuid not null, benefit_id uuid not null, period text not null, planned bigint not null check (planned > 0), reached bigint not null check (reached >= 0), recorded_by text not null,
        primary key (org_id, benefit_id, period), foreign key (org_id, benefit_id) references benefit, foreign key (org_id, period) references value_period)`)
      await tenantTable(sql, `create table budget_reduction (org_id uuid not null, id uuid not null, budget_line text not null, period text not null, amount bigint not null, reason text not null, recorded_by text not null, recorded_at timestamptz not null default now(),
        ${key}, foreign key (org_id, period) references value_period)`, append)
      await tenantTable(sql, `create table value_assist (org_id uuid not null, initiative_id uuid not null, primary key (org_id, initiative_id), foreign key (org_id, initiative_id) references initiative)`)
      await tenantTable(sql, `create table reporting_line (org_id uuid not null, account_id uuid not null, manager_id uuid not null, primary key (org_id, account_id))`)
    },
  },
  {
    name: 'value-011-ledger',
    up: async (sql) => {
      await tenantTable(sql, `create table ledger_entry (org_id uuid not null, id uuid not null, no bigint not null, kind text not null, recorded_at timestamptz not null default now(), by_id uuid not null, by_name text not null, reason text, evidence text,
        reverses uuid, match_id uuid, prior_period boolean not null, measured jsonb, measured_pool uuid, measured_period text, closes jsonb, claim jsonb, withheld jsonb, ${key}, unique (org_id, no), foreign key (org_id, reverses) references ledger_entry)`, append)
      await sql(`create unique index ledger_entry_reversed_once on ledger_entry (org_id, reverses) where reverses is not null;
        create index ledger_entry_measured on ledger_entry (org_id, measured_pool, measured_period) where measured_pool is not null`)
      await tenantTable(sql, `create table ledger_account (org_id uuid not null, id uuid not null, code text not null, unit text not null, period text not null, pool_id uuid, benefit_id uuid, initiative_id uuid, budget_line text, cause text, ${key},
        foreign key (org_id, period) references value_period, foreign key (org_id, pool_id) references value_pool, foreign key (org_id, benefit_id) references benefit)`, append)
      await sql(`create index ledger_account_benefit on ledger_account (org_id, benefit_id, period); create index ledger_account_pool on ledger_account (org_id, pool_id, period); create index ledger_account_period on ledger_account (org_id, period, code);
        create index ledger_account_line on ledger_account (org_id, budget_line, period) where budget_line is not null`)
      await tenantTable(sql, `create table ledger_posting (org_id uuid not null, account_id uuid not null, seq integer not null check (seq > 0), entry_id uuid not null, line integer not null, amount bigint not null check (amount <> 0), balance bigint not null, offset_for uuid,
        recorded_at timestamptz not null default now(), primary key (org_id, account_id, seq), foreign key (org_id, account_id) references ledger_account, foreign key (org_id, entry_id) references ledger_entry)`, append)
      await sql(`create index ledger_posting_entry on ledger_posting (org_id, entry_id, line); create index ledger_posting_offset on ledger_posting (org_id, account_id) where offset_for is not null`)
      await tenantTable(sql, `create table ledger_refused (org_id uuid not null, id uuid not null, benefit_id uuid not null, pool_id uuid, period text not null, asked bigint not null, code text not null, rule text not null, words text not null, by_name text not null,
        recorded_at timestamptz not null default now(), ${key}, foreign key (org_id, benefit_id) references benefit, foreign key (org_id, period) references value_period)`, append)
      await sql('create index ledger_refused_of on ledger_refused (org_id, pool_id, period)')
    },
  },
  {
    name: 'value-015-references-at-once',
    up: async (sql) => {
      await referAtOnce(sql, 'ledger_account', [{ column: 'period', to: 'value_period', key: 'code' }, { column: 'pool_id', to: 'value_pool', key: 'id' }, { column: 'benefit_id', to: 'benefit', key: 'id' }])
      await referAtOnce(sql, 'ledger_posting', [{ column: 'account_id', to: 'ledger_account', key: 'id' }, { column: 'entry_id', to: 'ledger_entry', key: 'id' }])
    },
  },
  {
    name: 'value-016-paths-walked',
    up: async (sql) => {
      for (const statement of walkingFunctions) await sql(statement)
    },
  },
]
