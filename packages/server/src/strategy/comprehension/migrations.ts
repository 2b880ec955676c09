import { historyOf } from '../../database/history/index.ts'
import { tenantTable, type Migration } from '../../database/migration.ts'

/** Briefs of editions that were delivered, who got each and how far it came with them, and what each answered for themselves. */
export const comprehensionMigrations: readonly Migration[] = [
  {
    name: 'strategy-comprehension-001-brief',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table strategy_brief (org_id uuid not null, id uuid not null, edition text not null, version_id uuid not null, version_no int not null, roles jsonb not null, delivered_at timestamptz not null, delivered_by text not null,
          primary key (org_id, id), unique (org_id, edition))`,
      )
      await tenantTable(
        sql,
        `create table brief_reader (org_id uuid not null, id uuid not null, brief_id uuid not null, account_id uuid not null, group_kind text not null check (group_kind in ('unit', 'role')), group_id text not null, questions jsonb, place int,
          delivered_at timestamptz not null, opened_at timestamptz, primary key (org_id, id), unique (org_id, brief_id, account_id), foreign key (org_id, brief_id) references strategy_brief, check ((opened_at is null) = (questions is null)))`,
      )
      await tenantTable(
        sql,
        `create table brief_answer (org_id uuid not null, id uuid not null, reader_id uuid not null, no int not null, choice uuid not null, is_right boolean not null, answered_at timestamptz not null,
          primary key (org_id, id), unique (org_id, reader_id, no), foreign key (org_id, reader_id) references brief_reader)`,
        { appendOnly: true },
      )
      await historyOf(sql, 'brief_answer', { none: 'what somebody answered for themselves alone; an answer never changes', shownWhen: 'answered_at <= known_at()' })
    },
  },
]
