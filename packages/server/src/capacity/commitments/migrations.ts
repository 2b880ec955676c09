import { tenantTable, type Migration } from '../../database/index.ts'

const changing = 'org_id uuid not null, id uuid not null, version int not null default 1'
const initiative = 'initiative_id uuid not null, foreign key (org_id, initiative_id) references initiative'
const asked = `words text not null, asked_by_id uuid not null, asked_by text not null, asked_at timestamptz not null, answer jsonb, primary key (org_id, id),
  state text not null default 'waiting' check (state in ('waiting', 'committed', 'declined', 'withdrawn', 'released')), check ((state = 'waiting') = (answer is null))`

/** Envelopes and the budget ledger, what is asked of envelopes and pools, minimum crews, and the start gate with its exceptions. */
export const commitmentMigrations: readonly Migration[] = [
  {
    name: 'capacity-004-commitments',
    up: async (sql) => {
      await tenantTable(sql, 'create table start_gate (org_id uuid not null, is_on boolean not null, reason text not null, said_by text not null, said_at timestamptz not null, version int not null default 1, primary key (org_id))')
      await tenantTable(
        sql,
        `create table budget_envelope (${changing}, name text not null, year int not null, amount_minor bigint not null check (amount_minor > 0), owner_id uuid not null, owner text not null, decision_id uuid, removed_at timestamptz, primary key (org_id, id))`,
      )
      await sql('create unique index budget_envelope_name on budget_envelope (org_id, lower(name), year) where removed_at is null')
      await tenantTable(
        sql,
        `create table budget_entry (org_id uuid not null, id uuid not null, kind text not null check (kind in ('commitment', 'release', 'transfer')), envelope_id uuid not null, amount_minor bigint not null check (amount_minor <> 0), transfer_id uuid,
          reason text not null, recorded_by text not null, recorded_at timestamptz not null, ${initiative}, primary key (org_id, id), foreign key (org_id, envelope_id) references budget_envelope,
          check ((kind = 'transfer') = (transfer_id is not null)), check (kind <> 'commitment' or amount_minor > 0), check (kind <> 'release' or amount_minor < 0))`,
        { appendOnly: true },
      )
      await sql('create index budget_entry_of on budget_entry (org_id, envelope_id, initiative_id)')
      await sql('create index budget_entry_for on budget_entry (org_id, initiative_id)')
      await tenantTable(
        sql,
        `create table funding_request (${changing}, envelope_id uuid not null, amount_minor bigint not null check (amount_minor > 0), committed_minor bigint check (committed_minor between 1 and amount_minor), ${initiative}, ${asked},
          foreign key (org_id, envelope_id) references budget_envelope, check ((state = 'committed') = (committed_minor is not null)))`,
      )
      await tenantTable(
        sql,
        `create table staffing_request (${changing}, pool_id uuid not null, skill text, from_on date not null, to_on date not null, hundredths bigint not null check (hundredths > 0), committed_hundredths bigint check (committed_hundredths between 1 and hundredths),
          ${initiative}, ${asked}, foreign key (org_id, pool_id) references resource_pool, check (from_on < to_on), check (state in ('committed', 'released') or committed_hundredths is null))`,
      )
      await sql('create index staffing_request_of on staffing_request (org_id, pool_id) where state = \'committed\'')
      await tenantTable(sql, `create table minimum_crew (org_id uuid not null, lines jsonb not null, version int not null default 1, ${initiative}, primary key (org_id, initiative_id))`)
      await tenantTable(sql, `create table start_exception (${changing}, until_on date not null, reason text not null, given_by text not null, given_at timestamptz not null, ended jsonb, ${initiative}, primary key (org_id, id))`)
    },
  },
]
