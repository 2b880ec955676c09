import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null'
const ofInitiative = `${owned}, version int not null default 1, initiative_id uuid not null, element_key text not null`

/** What shows that initiatives do what their framework asks for, what deviates, and the checks that were made. */
export const conformanceMigrations: readonly Migration[] = [
  {
    name: 'governance-conformance-001-check',
    up: async (sql) => {
      await tenantTable(sql, `create table conformance_evidence (${ofInitiative}, kind text not null check (kind in ('artefact', 'event')), shown_on date not null, words text not null, link text not null, given_by text not null, given_at timestamptz not null, removed_at timestamptz, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table conformance_deviation (${ofInitiative}, reason text not null, until date, asked_by_id uuid not null, asked_by text not null, asked_at timestamptz not null,
          state text not null default 'waiting' check (state in ('waiting', 'approved', 'declined')), answered_by text, answered_at timestamptz, answer text, primary key (org_id, id), check ((state = 'waiting') = (answered_at is null)))`,
      )
      await tenantTable(sql, `create table conformance_tier (${owned}, initiative_id uuid not null, tier text not null check (tier in ('full', 'low')), reason text not null, given_by text not null, given_at timestamptz not null, primary key (org_id, id))`, { appendOnly: true })
      await tenantTable(sql, `create table conformance_check (${owned}, of_day date not null, seed bigint not null, low_share double precision not null check (low_share between 0 and 1), reason text not null, made_by text not null, made_at timestamptz not null, found jsonb not null, primary key (org_id, id))`, { appendOnly: true })
      await sql('create index conformance_evidence_of on conformance_evidence (org_id, initiative_id) where removed_at is null; create index conformance_deviation_of on conformance_deviation (org_id, initiative_id)')
    },
  },
]
