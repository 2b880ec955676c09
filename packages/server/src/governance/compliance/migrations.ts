import { tenantTable, type Migration } from '../../database/index.ts'

const owned = 'org_id uuid not null, id uuid not null, version int not null default 1'
const pair = 'obligation_id uuid not null, initiative_id uuid not null'

/** Obligations, what was attested of them by initiative, and exceptions from them. */
export const complianceMigrations: readonly Migration[] = [
  {
    name: 'governance-compliance-001-obligation',
    up: async (sql) => {
      await tenantTable(sql, `create table obligation (${owned}, said jsonb not null, verifiers jsonb not null, retired_at timestamptz, retired_by text, retired_because text, primary key (org_id, id))`)
      await tenantTable(
        sql,
        `create table attestation (${owned}, ${pair}, control text not null, evidence text not null, reference text not null, evidence_on date not null, expires_on date check (expires_on > evidence_on), attested_by_id uuid not null, attested_by text not null, attested_at timestamptz not null,
          state text not null default 'attested' check (state in ('attested', 'verified', 'rejected')), judgement jsonb, refused jsonb not null default '[]', primary key (org_id, id), foreign key (org_id, obligation_id) references obligation)`,
      )
      await tenantTable(
        sql,
        `create table compliance_exception (${owned}, ${pair}, reason text not null, compensation text not null, from_on date not null, expires_on date not null check (expires_on > from_on), granted_by text not null, granted_at timestamptz not null,
          ended_at timestamptz, ended_by text, ended_because text, primary key (org_id, id), foreign key (org_id, obligation_id) references obligation)`,
      )
      await sql('create index attestation_of on attestation (org_id, initiative_id); create index compliance_exception_of on compliance_exception (org_id, initiative_id)')
    },
  },
]
