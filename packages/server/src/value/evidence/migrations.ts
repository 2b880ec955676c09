import { historyOf } from '../../database/history/index.ts'
import { tenantTable, type Migration } from '../../database/index.ts'

const append = { appendOnly: true }
const file = 'foreign key (org_id, file_id) references evidence_file'

/** Files as evidence: what was attached, its bytes by their digest, which entries name it, and what was withdrawn. */
export const evidenceMigrations: readonly Migration[] = [
  {
    name: 'value-030-evidence-files',
    up: async (sql) => {
      await tenantTable(sql, `create table evidence_file (org_id uuid not null, id uuid not null, file_name text not null, media_type text not null, bytes integer not null check (bytes > 0), sha256 text not null, benefit_id uuid, measure_id uuid,
        by_id uuid not null, by_name text not null, recorded_at timestamptz not null default now(), primary key (org_id, id), check (num_nonnulls(benefit_id, measure_id) = 1), foreign key (org_id, benefit_id) references benefit)`, append)
      await sql(`create index evidence_file_benefit on evidence_file (org_id, benefit_id, id) where benefit_id is not null; create index evidence_file_measure on evidence_file (org_id, measure_id, id) where measure_id is not null;
        create index evidence_file_content on evidence_file (org_id, sha256)`)
      await tenantTable(sql, 'create table evidence_piece (org_id uuid not null, sha256 text not null, number integer not null, bytes bytea not null, primary key (org_id, sha256, number))')
      // Photographs and packed files are small already: to pack them once more costs time and saves nothing.
      await sql('alter table evidence_piece alter bytes set storage external; revoke update on evidence_piece from throughline_app')
      // The chain answers for every piece all the same: it shows the present as of any moment.
      await historyOf(sql, 'evidence_piece', { none: 'bytes are what their digest says and never change; those of a file that was withdrawn are gone', shownWhen: 'true' })
      await tenantTable(sql, `create table evidence_use (org_id uuid not null, file_id uuid not null, entry_id uuid not null, primary key (org_id, file_id, entry_id), ${file}, foreign key (org_id, entry_id) references ledger_entry)`, append)
      await sql('create index evidence_use_entry on evidence_use (org_id, entry_id)')
      await tenantTable(sql, `create table evidence_withdrawal (org_id uuid not null, file_id uuid not null, reason text not null, by_name text not null, recorded_at timestamptz not null default now(), primary key (org_id, file_id), ${file})`, append)
    },
  },
]
